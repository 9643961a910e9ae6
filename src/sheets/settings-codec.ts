/** The Settings tab: one setting a row, key and value as text, with a line for people. */
import type { WorkbookConfig } from '../app/ports/archive';
import type { SetupPlan } from '../app/ports/workbook-setup';
import { ENTITIES, findEntity } from '../domain/entities';
import { enabledKeys, type FieldSwitches } from '../domain/field-selection';
import { isLanguage, type Labels } from '../domain/language';
import { isPresetName } from '../domain/preset';
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from '../domain/review-cycle';
import { isRole, type Role } from '../domain/role';
import type { Primitive } from './sheets-api';

export type Settings = SetupPlan;

const EXPLAINED: Readonly<Record<string, Labels>> = {
  language: { 'zh-CN': '工作簿的语言：zh-CN 或 en', en: 'Language of the workbook: zh-CN or en' },
  preset: { 'zh-CN': '初始方案', en: 'What the workbook was set up for' },
  review: { 'zh-CN': '每隔几个月复核一次该等级客户的资料', en: 'Months between two reviews of a customer of this tier' },
  team: { 'zh-CN': '团队成员的角色：owner manager sales service viewer', en: 'Role of a team member: owner manager sales service viewer' },
  field: { 'zh-CN': '是否启用该字段：on 或 off', en: 'Whether the field has a column: on or off' },
};

/** Rows below the header: key, value, explanation. */
export function encodeSettings(settings: Settings): readonly (readonly [string, string, string])[] {
  const explain = (key: string): string => EXPLAINED[key]?.[settings.language] ?? '';
  return [
    ['language', settings.language, explain('language')],
    ['preset', settings.preset, explain('preset')],
    ...Object.entries(settings.reviewPolicy).map(([tier, months]) => [`review.${tier}`, String(months), explain('review')] as const),
    ...settings.team.map(({ email, role }) => [`team.${email}`, role, explain('team')] as const),
    ...Object.entries(settings.switches).flatMap(([entity, switches]) =>
      Object.entries(switches).map(([key, on]) => [`field.${entity}.${key}`, on ? 'on' : 'off', explain('field')] as const)),
  ];
}

/** Whether a row's key is one of those that `encodeSettings` writes. */
export function isOurSetting(key: string): boolean {
  return /^\s*(language\s*$|preset\s*$|review\.|team\.|field\.)/.test(key);
}

/** Null for a tab without a language or preset: not set up. Rows nobody understands are left alone; of equal keys the first counts. */
export function decodeSettings(rows: readonly (readonly Primitive[])[]): Settings | null {
  const entries = rows.map((row) => [String(row[0] ?? '').trim(), String(row[1] ?? '').trim()] as const);
  const single = new Map([...entries].reverse());
  const language = single.get('language') ?? '';
  const preset = single.get('preset') ?? '';
  if (!isLanguage(language) || !isPresetName(preset)) return null;
  return { language, preset, team: teamOf(entries), reviewPolicy: reviewPolicyOf(single), switches: switchesOf(entries) };
}

export function configOf(settings: Settings): WorkbookConfig {
  const { language, preset, team, reviewPolicy } = settings;
  const enabled = Object.fromEntries(
    ENTITIES.map((entity) => [entity.name, enabledKeys(entity, preset, settings.switches[entity.name] ?? {})] as const),
  );
  return { language, preset, team, reviewPolicy, enabled };
}

function teamOf(entries: readonly (readonly [string, string])[]): { email: string; role: Role }[] {
  return entries.flatMap(([key, value]) => (key.startsWith('team.') && isRole(value) ? [{ email: key.slice(5).toLowerCase(), role: value }] : []));
}

/** A tier whose months are missing or nonsense keeps the default. */
function reviewPolicyOf(single: ReadonlyMap<string, string>): ReviewPolicy {
  const months = (tier: keyof ReviewPolicy): number => {
    const value = Number(single.get(`review.${tier}`) ?? '');
    return Number.isInteger(value) && value >= 1 && value <= 60 ? value : DEFAULT_REVIEW_POLICY[tier];
  };
  return { vip: months('vip'), regular: months('regular'), prospect: months('prospect') };
}

function switchesOf(entries: readonly (readonly [string, string])[]): Record<string, FieldSwitches> {
  const switches: Record<string, Record<string, boolean>> = {};
  for (const [key, value] of entries) {
    const [kind, entity = '', field = ''] = key.split('.');
    if (kind !== 'field' || findEntity(entity) === null || field === '' || (value !== 'on' && value !== 'off')) continue;
    (switches[entity] ??= {})[field] = value === 'on';
  }
  return switches;
}
