/** Set-up and its repair: compares what there is with what the plan wants, and writes only the difference. */
import type { SetupPlan, WorkbookSetup } from '../app/ports/workbook-setup';
import { ENTITIES } from '../domain/entities';
import { enabledKeys } from '../domain/field-selection';
import type { EntityDeclaration } from '../domain/field';
import { CELLS, type ArchiveContext } from './archive-context';
import { structureOf } from './known-layout';
import { columnLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import { appendRows, text, writeCells } from './requests';
import { rowFormats } from './row-formats';
import { encodeSettings } from './settings-codec';
import type { ProtectedRange, Request, Sheet, Spreadsheet } from './sheets-api';
import { tabKeyOf } from './structure';
import { encodeHead } from './system-tab';
import { addedColumns, addRecordTab, addSystemTab, fieldColumn, protectTab, recordColumns, warnTab } from './tab-requests';
import { DEFAULT_TAB_IDS, sheetIdOf, SYSTEM_ROWS, SYSTEM_TABS } from './tabs';

const TABS = 'properties(timeZone),sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)),developerMetadata(metadataKey,metadataValue),protectedRanges(protectedRangeId,range,warningOnly,editors))';

export function createSetup(context: ArchiveContext, timeZone: string): WorkbookSetup {
  return {
    current: () => structureOf(context)?.settings ?? null,
    ensure: (plan) => ensure(context, plan, timeZone),
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
      if (tab.key === 'system') requests.push(writeCells(sheetId, SYSTEM_ROWS.head, 0, [[text('head'), text(encodeHead({ seq: 0, hash: '', counts: {} }))]]));
    }
    requests.push(...protection(tab.protection, sheetId, tab.labels[plan.language], existing.tabs.get(tab.key), plan));
  });
  requests.push(...settingsRows(context, plan, existing));
  if (requests.length > 0) context.api.batchUpdate({ requests }, 'spreadsheetId');
  context.hints.forget();
  return created;
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

/** Fields that were switched on since: appended behind the last column. A lost vital column is drift, not ours to invent. */
function missingColumns(entity: EntityDeclaration, plan: SetupPlan, sheet: Sheet, reader: GridReader): { created: string[]; requests: readonly Request[] } {
  const sheetId = sheet.properties?.sheetId ?? 0;
  const { columns } = columnLayout(entity, reader, sheetId);
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

/** Rewrites the settings when they differ; rows that are no longer needed are cleared. */
function settingsRows(context: ArchiveContext, plan: SetupPlan, existing: Existing): readonly Request[] {
  const before = existing.tabs.has('settings') ? structureOf(context)?.settings ?? null : null;
  const rows = encodeSettings(plan);
  const old = before === null ? [] : encodeSettings(before);
  if (JSON.stringify(rows) === JSON.stringify(old)) return [];
  const sheetId = existing.tabs.get('settings')?.properties?.sheetId ?? sheetIdOf(DEFAULT_TAB_IDS, 'settings');
  const rowCount = existing.tabs.get('settings')?.properties?.gridProperties?.rowCount ?? SYSTEM_TABS[0]?.rows ?? 0;
  const blank = Array.from({ length: Math.max(0, old.length - rows.length) }, () => ['', '', '']);
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
