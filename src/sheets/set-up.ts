/** Set-up and its repair: compares what there is with what the plan wants, and writes only the difference. */
import type { SetupPlan, WorkbookSetup } from '../app/ports/workbook-setup';
import { ENTITIES } from '../domain/entities';
import { enabledKeys } from '../domain/field-selection';
import type { EntityDeclaration } from '../domain/field';
import { CELLS, type ArchiveContext } from './archive-context';
import { structureOf, withFreshLayout } from './known-layout';
import { soundLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import { appendRows, text, writeCells } from './requests';
import { rowFormats } from './row-formats';
import { encodeSettings, isOurSetting } from './settings-codec';
import type { ProtectedRange, Request, Sheet, Spreadsheet } from './sheets-api';
import { searchTabs, tabKeyOf } from './structure';
import { encodeHead, type Head } from './system-tab';
import { findJournalEnd } from './journal-end';
import { GENESIS } from './journal-codec';
import { readValues } from './values-reader';
import { addedColumns, addRecordTab, addSystemTab, fieldColumn, protectTab, recordColumns, warnTab } from './tab-requests';
import { DEFAULT_TAB_IDS, sheetIdOf, SYSTEM_ROWS, SYSTEM_TABS } from './tabs';

const TABS = 'properties(timeZone),sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)),developerMetadata(metadataKey,metadataValue),protectedRanges(protectedRangeId,range,warningOnly,editors))';

export function createSetup(context: ArchiveContext, timeZone: string): WorkbookSetup {
  return {
    current: () => withFreshLayout(context, () => structureOf(context)?.settings ?? null),
    hasTabs: () => Object.keys(searchTabs(context)).length > 0,
    firstTab: () => sheetIdOf(structureOf(context)?.tabs ?? DEFAULT_TAB_IDS, ENTITIES[0]?.name ?? ''),
    ensure: (plan) => withFreshLayout(context, () => ensure(context, plan, timeZone)),
  };
}

interface Existing {
  readonly workbook: Spreadsheet;
  /** Key → sheet of ours. */
  readonly tabs: ReadonlyMap<string, Sheet>;
  readonly titles: ReadonlySet<string>;
}

function ensure(context: ArchiveContext, plan: SetupPlan, timeZone: string): readonly string[] {
  const existing = readExisting(context);
  const reader = readHeaders(context, existing);
  const created: string[] = [];
  const requests: Request[] = [];
  if (existing.workbook.properties?.timeZone !== timeZone) {
    requests.push({ updateSpreadsheetProperties: { properties: { timeZone }, fields: 'timeZone' } });
  }
  ENTITIES.forEach((entity, index) => {
    const sheet = existing.tabs.get(entity.name);
    const made = sheet === undefined ? newRecordTab(entity, plan, existing, index) : missingColumns(entity, plan, sheet, reader);
    created.push(...made.created);
    requests.push(...made.requests);
  });
  SYSTEM_TABS.forEach((tab, i) => {
    const sheetId = existing.tabs.get(tab.key)?.properties?.sheetId ?? sheetIdOf(DEFAULT_TAB_IDS, tab.key);
    if (!existing.tabs.has(tab.key)) {
      created.push(tab.key);
      requests.push(...addSystemTab(tab, freeTitle(existing, tab.labels[plan.language]), sheetId, ENTITIES.length + i, plan.language));
      if (tab.key === 'system') requests.push(writeCells(sheetId, SYSTEM_ROWS.head, 0, [[text('head'), text(encodeHead(headOf(context, existing)))]]));
    }
    requests.push(...protection(tab.protection, sheetId, tab.labels[plan.language], existing.tabs.get(tab.key), plan));
  });
  requests.push(...settingsRows(context, plan, existing));
  if (requests.length > 0) context.api.batchUpdate({ requests }, 'spreadsheetId');
  context.hints.forget();
  return created;
}

/** The head of a new System tab: of an empty Journal, or of the one that is still there. */
function headOf(context: ArchiveContext, existing: Existing): Head {
  const none: Head = { seq: 0, row: 0, hash: GENESIS, counts: {} };
  const keys = [...ENTITIES.map(({ name }) => name), 'journal'];
  if (keys.some((key) => !existing.tabs.has(key))) return none;
  return findJournalEnd(context, Object.fromEntries(keys.map((key) => [key, existing.tabs.get(key)?.properties?.sheetId ?? 0])), none).head;
}

function readExisting(context: ArchiveContext): Existing {
  const workbook = context.api.get(TABS);
  const tabs = new Map<string, Sheet>();
  const titles = new Set<string>();
  for (const sheet of workbook.sheets ?? []) {
    titles.add((sheet.properties?.title ?? '').toLowerCase());
    const key = tabKeyOf(sheet);
    if (key !== null && !tabs.has(key)) tabs.set(key, sheet);
  }
  return { workbook, tabs, titles };
}

function readHeaders(context: ArchiveContext, existing: Existing): GridReader {
  const sheetIds = ENTITIES.flatMap((entity) => existing.tabs.get(entity.name)?.properties?.sheetId ?? []);
  if (sheetIds.length === 0) return gridReader({});
  return gridReader(context.api.getByDataFilter({ dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } })) }, CELLS));
}

function newRecordTab(entity: EntityDeclaration, plan: SetupPlan, existing: Existing, index: number): { created: string[]; requests: readonly Request[] } {
  const columns = recordColumns(entity, enabledKeys(entity, plan.preset, plan.switches[entity.name] ?? {}), plan.language);
  const title = freeTitle(existing, entity.tabLabels[plan.language]);
  return { created: [entity.name], requests: addRecordTab(entity, title, sheetIdOf(DEFAULT_TAB_IDS, entity.name), index, columns, plan.language) };
}

/** Fields that were switched on since: appended behind the last column. A tab that lost a vital column is left as it is. */
function missingColumns(entity: EntityDeclaration, plan: SetupPlan, sheet: Sheet, reader: GridReader): { created: string[]; requests: readonly Request[] } {
  const sheetId = sheet.properties?.sheetId ?? 0;
  const layout = soundLayout(entity, reader, sheetId);
  if (layout === null) return { created: [], requests: [] };
  const { columns } = layout;
  const missing = enabledKeys(entity, plan.preset, plan.switches[entity.name] ?? {}).filter((key) => !(key in columns));
  if (missing.length === 0) return { created: [], requests: [] };
  const { rowCount = 0, columnCount = 0 } = sheet.properties?.gridProperties ?? {};
  const added = missing.map((key) => fieldColumn(entity, key, plan.language));
  const places = Object.fromEntries(missing.map((key, i) => [key, columnCount + i]));
  return {
    created: missing.map((key) => `${entity.name}.${key}`),
    requests: [
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: missing.length } },
      ...addedColumns(entity, sheetId, columnCount, added),
      ...rowFormats(entity, places, plan.language, sheetId, 1, rowCount),
    ],
  };
}

/** Protects a tab that has no protection of ours, and keeps the editors of the Settings in step with the team. */
function protection(kind: 'hard' | 'warning', sheetId: number, title: string, sheet: Sheet | undefined, plan: SetupPlan): readonly Request[] {
  const whole = sheet?.protectedRanges?.find(isWholeTab);
  if (kind === 'warning') return whole === undefined ? [warnTab(sheetId, `Guidang: ${title}`)] : [];
  const editors = plan.team.filter(({ role }) => role === 'owner' || role === 'manager').map(({ email }) => email);
  if (whole === undefined) return [protectTab(sheetId, `Guidang: ${title}`, editors)];
  const known = [...(whole.editors?.users ?? [])].sort().join();
  if (known === [...editors].sort().join() && whole.warningOnly !== true) return [];
  return [{ updateProtectedRange: { protectedRange: { protectedRangeId: whole.protectedRangeId, warningOnly: false, editors: { users: editors } }, fields: 'warningOnly,editors' } }];
}

function isWholeTab(range: ProtectedRange): boolean {
  const { startColumnIndex, endColumnIndex, startRowIndex, endRowIndex } = range.range ?? {};
  return [startColumnIndex, endColumnIndex, startRowIndex, endRowIndex].every((index) => index === undefined);
}

/** Rewrites the settings when they differ. Rows that nobody here understands stay, below ours. */
function settingsRows(context: ArchiveContext, plan: SetupPlan, existing: Existing): readonly Request[] {
  const sheet = existing.tabs.get('settings')?.properties;
  const sheetId = sheet?.sheetId ?? sheetIdOf(DEFAULT_TAB_IDS, 'settings');
  const range = { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 };
  const before = sheet === undefined ? [] : readValues(context.api, [{ gridRange: range }]).range(range).map((row) => [0, 1, 2].map((column) => String(row[column] ?? '')));
  const strange = before.filter((row) => row.some((cell) => cell !== '') && !isOurSetting(row[0] ?? ''));
  const rows = [...encodeSettings(plan), ...strange];
  if (JSON.stringify(rows) === JSON.stringify(before)) return [];
  const blank = Array.from({ length: Math.max(0, before.length - rows.length) }, () => ['', '', '']);
  const rowCount = sheet?.gridProperties?.rowCount ?? SYSTEM_TABS.find(({ key }) => key === 'settings')?.rows ?? 0;
  const grow = rows.length + 1 > rowCount ? [appendRows(sheetId, rows.length + 1 - rowCount)] : [];
  return [...grow, writeCells(sheetId, 1, 0, [...rows, ...blank].map((row) => row.map((cell) => (cell === '' ? {} : text(cell)))))];
}

/** A workbook may have a tab of that name already: ours steps aside. */
function freeTitle(existing: Existing, title: string): string {
  if (!existing.titles.has(title.toLowerCase())) return title;
  for (let n = 2; ; n += 1) {
    const other = `${title} ${n}`;
    if (!existing.titles.has(other.toLowerCase())) return other;
  }
}
