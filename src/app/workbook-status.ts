/** The state of the workbook in figures: for the status page, and after set-up. */
import type { WorkbookStatusData } from '../contract/methods';
import { VERSION } from '../contract/version';
import type { AppContext } from './app-context';

/** Google's limit, empty cells included. */
export const MAX_CELLS = 10_000_000;

export function workbookStatus(context: AppContext): WorkbookStatusData {
  const overview = context.archive.overview();
  const cells = { used: context.archive.cellCount(), limit: MAX_CELLS };
  if (overview === null) {
    return { ready: false, version: VERSION, language: null, preset: null, tabs: [], cells, seq: 0, lastJob: null, mails: { pending: 0, unknown: 0 }, notices: [] };
  }
  const { mails } = context.outbox.load();
  const count = (status: string): number => mails.filter((mail) => mail.status === status).length;
  return {
    ready: true, version: VERSION, language: overview.config.language, preset: overview.config.preset, tabs: overview.tabs, cells, seq: overview.seq,
    lastJob: overview.lastJob, mails: { pending: count('pending'), unknown: count('sending') }, notices: overview.notices,
  };
}
