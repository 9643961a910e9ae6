/** What the sidebar needs for its first paint. */
import type { BootstrapData } from '../contract/methods';
import { may } from '../domain/role';
import { DEFAULT_REVIEW_POLICY } from '../domain/review-cycle';
import type { AppContext } from './app-context';
import { roleOf } from './authorise';

export function bootstrap(context: AppContext): BootstrapData {
  const overview = context.archive.overview();
  const now = context.clock.now();
  const today = context.clock.dayOf(now);
  const email = context.actor ?? '';
  if (overview === null) {
    return {
      user: { email, role: null, canWrite: false, canSetUp: email !== '' }, ready: false, now, today, language: 'zh-CN', preset: 'simple',
      fields: {}, team: [], reviewMonths: DEFAULT_REVIEW_POLICY, seq: 0, counts: {},
    };
  }
  const { config } = overview;
  const role = roleOf(config, context.actor);
  return {
    user: { email, role, canWrite: email !== '' && may(role, 'record:write'), canSetUp: email !== '' && may(role, 'workbook:setup') },
    ready: true, now, today, language: config.language, preset: config.preset, fields: config.enabled, team: config.team,
    reviewMonths: config.reviewPolicy, seq: overview.seq, counts: Object.fromEntries(overview.tabs.map(({ key, records }) => [key, records])),
  };
}
