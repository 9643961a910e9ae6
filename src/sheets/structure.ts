/** Finds the tabs of the archive and reads its settings. */
import type { ArchiveContext } from './archive-context';
import type { Structure } from './hints';
import { decodeSettings } from './settings-codec';
import { StaleLayout, type DataFilter, type GridRange, type Sheet } from './sheets-api';
import { decodeHead } from './system-tab';
import { DEFAULT_TAB_IDS, sheetIdOf, SYSTEM_ROWS, TAB_KEYS, TAB_METADATA, type TabIds } from './tabs';
import { columnFilter, readValues } from './values-reader';

/** One read where the tabs have the ids we gave them, three where they had to be searched. Null before set-up. */
export function readStructure(context: ArchiveContext): Structure | null {
  try {
    return readSettings(context, DEFAULT_TAB_IDS);
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    const tabs = searchTabs(context);
    return tabs === null ? null : readSettings(context, tabs);
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

/** Besides the settings, the same read finds the row of the record that this request is about. */
function readSettings(context: ArchiveContext, tabs: TabIds): Structure | null {
  const { expected, hints } = context;
  const lookUp = expected !== null && hints.row(expected) === null;
  const filters: DataFilter[] = [{ gridRange: settingsRange(tabs) }, { gridRange: headRange(tabs) }];
  if (lookUp) filters.push(columnFilter(sheetIdOf(tabs, expected.entity.name), expected.entity.name, 'id'));
  const read = readValues(context.api, filters);
  const settings = decodeSettings(read.range(settingsRange(tabs)));
  if (settings === null) return null;
  const row = lookUp ? rowOfId(read.column(expected.entity.name, 'id'), expected.id) : null;
  const structure = { settings, tabs };
  hints.remember({
    structure, journal: decodeHead(read.range(headRange(tabs))[0]?.[0] ?? null),
    rows: row === null || expected === null ? {} : { [expected.id]: row },
  });
  return structure;
}

/** Tabs by their metadata, where a copied or restored workbook gave them other ids; null where there are none. */
function searchTabs(context: ArchiveContext): TabIds | null {
  const { sheets = [] } = context.api.get('sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue))');
  const tabs: Record<string, number> = {};
  for (const sheet of sheets) {
    const key = tabKeyOf(sheet);
    if (key !== null && !(key in tabs)) tabs[key] = sheet.properties?.sheetId ?? 0;
  }
  return TAB_KEYS.every((key) => key in tabs) ? tabs : null;
}

export function tabKeyOf(sheet: Sheet): string | null {
  const entry = (sheet.developerMetadata ?? []).find(({ metadataKey }) => metadataKey === TAB_METADATA);
  return entry?.metadataValue ?? null;
}
