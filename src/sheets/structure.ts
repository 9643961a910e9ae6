/** Finds the tabs of the archive and reads its settings. */
import { ENTITIES } from '../domain/entities';
import { CELLS, type ArchiveContext } from './archive-context';
import { ID, soundLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import type { Structure } from './hints';
import { decodeSettings } from './settings-codec';
import { StaleLayout, type DataFilter, type GridRange, type Primitive, type Sheet } from './sheets-api';
import { decodeHead } from './system-tab';
import { DEFAULT_TAB_IDS, headerFilter, sheetIdOf, SYSTEM_ROWS, TAB_METADATA, type TabIds } from './tabs';
import { columnFilter, readValues } from './values-reader';

/**
 * One read where the tabs have the ids we gave them, three where they had to be searched. Null where there are no
 * settings: before set-up, or when the Settings tab was deleted.
 */
export function readStructure(context: ArchiveContext): Structure | null {
  try {
    return context.expected === null ? readWithHeaders(context, DEFAULT_TAB_IDS) : readSettings(context, DEFAULT_TAB_IDS, true);
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    const found = searchTabs(context);
    if (!('settings' in found)) return null;
    return readSettings(context, { ...DEFAULT_TAB_IDS, ...found }, 'system' in found);
  }
}

/** Two columns of the Settings tab, below the header. */
export function settingsRange(tabs: TabIds): GridRange {
  return { sheetId: sheetIdOf(tabs, 'settings'), startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
}

/** The cell with the Journal's last sequence number and the record counts. */
export function headRange(tabs: TabIds): GridRange {
  return { sheetId: sheetIdOf(tabs, 'system'), startRowIndex: SYSTEM_ROWS.head, endRowIndex: SYSTEM_ROWS.head + 1, startColumnIndex: 1, endColumnIndex: 2 };
}

/** Zero-based row of the first cell that is `id`; row 0 is the header. */
export function rowOfId(column: readonly unknown[] | null, id: string): number | null {
  const row = column?.indexOf(id) ?? -1;
  return row > 0 ? row : null;
}

/** The settings with the columns of every record tab: what most requests need next. */
function readWithHeaders(context: ArchiveContext, tabs: TabIds): Structure | null {
  const dataFilters = [{ gridRange: settingsRange(tabs) }, { gridRange: headRange(tabs) }, ...ENTITIES.map(({ name }) => headerFilter(sheetIdOf(tabs, name)))];
  const reader = gridReader(context.api.getByDataFilter({ dataFilters }, CELLS));
  const settings = decodeSettings(rowsBelowHeader(reader, sheetIdOf(tabs, 'settings')));
  if (settings === null) return null;
  const structure = { settings, tabs };
  const layouts = ENTITIES.flatMap((entity) => {
    const layout = soundLayout(entity, reader, sheetIdOf(tabs, entity.name));
    return layout === null ? [] : [[entity.name, layout] as const];
  });
  context.hints.remember({ structure, layouts: Object.fromEntries(layouts), journal: decodeHead(reader.value(sheetIdOf(tabs, 'system'), SYSTEM_ROWS.head, 1)) });
  return structure;
}

/** Rows of a tab as far as its grid goes, without the header. */
export function rowsBelowHeader(reader: GridReader, sheetId: number): readonly (readonly Primitive[])[] {
  const rowCount = reader.sheet(sheetId)?.properties?.gridProperties?.rowCount ?? 0;
  return Array.from({ length: Math.max(0, rowCount - 1) }, (_, i) => reader.row(sheetId, i + 1));
}

/** Besides the settings, the same read finds the row of the record that this request is about. */
function readSettings(context: ArchiveContext, tabs: TabIds, withHead: boolean): Structure | null {
  const { expected, hints } = context;
  const lookUp = expected !== null && hints.row(expected) === null;
  const filters: DataFilter[] = [{ gridRange: settingsRange(tabs) }];
  if (withHead) filters.push({ gridRange: headRange(tabs) });
  if (lookUp) filters.push(columnFilter(sheetIdOf(tabs, expected.entity.name), expected.entity.name, ID));
  const read = readValues(context.api, filters);
  const settings = decodeSettings(read.range(settingsRange(tabs)));
  if (settings === null) return null;
  const row = lookUp ? rowOfId(read.column(expected.entity.name, ID), expected.id) : null;
  const structure = { settings, tabs };
  hints.remember({
    structure, rows: row === null || expected === null ? {} : { [expected.id]: row },
    ...(withHead ? { journal: decodeHead(read.range(headRange(tabs))[0]?.[0] ?? null) } : {}),
  });
  return structure;
}

/** Tabs of ours by their metadata, where a copied or restored workbook gave them other ids. */
export function searchTabs(context: ArchiveContext): TabIds {
  const { sheets = [] } = context.api.get('sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue))');
  const tabs: Record<string, number> = {};
  for (const sheet of sheets) {
    const key = tabKeyOf(sheet);
    if (key !== null && !(key in tabs)) tabs[key] = sheet.properties?.sheetId ?? 0;
  }
  return tabs;
}

export function tabKeyOf(sheet: Sheet): string | null {
  const entry = (sheet.developerMetadata ?? []).find(({ metadataKey }) => metadataKey === TAB_METADATA);
  return entry?.metadataValue ?? null;
}
