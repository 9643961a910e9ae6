/** One read that tells the state of the whole archive, for the first screen and the status page. */
import type { Overview } from '../app/ports/archive';
import { ENTITIES, findEntity } from '../domain/entities';
import { instantOf } from '../domain/instant';
import { CELLS, type ArchiveContext } from './archive-context';
import { configWithColumns, structureAsRead, structureOf } from './known-layout';
import { soundLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import { text, writeCells } from './requests';
import { StaleLayout, type DataFilter } from './sheets-api';
import { searchTabs, settingsRange } from './structure';
import { decodeHead, decodeLastJob, decodeNotice, type LastJob, type Notice } from './system-tab';
import { headerFilter, sheetIdOf, SYSTEM_ROWS, TAB_KEYS, type TabIds } from './tabs';

/** What is wrong with one tab is told in the notices and does not stop the others. */
export function overview(context: ArchiveContext): Overview | null {
  const known = structureOf(context);
  if (known === null) return null;
  const present = presentTabs(context, known.tabs);
  const { tabs } = known;
  const systemId = sheetIdOf(tabs, 'system');
  const reader = present.reader;
  const structure = structureAsRead(context, reader);
  const layouts = ENTITIES.flatMap((entity) => {
    const layout = soundLayout(entity, reader, sheetIdOf(tabs, entity.name));
    return layout === null ? [] : [[entity.name, layout] as const];
  });
  const head = decodeHead(reader.value(systemId, SYSTEM_ROWS.head, 1));
  context.hints.remember({ structure, layouts: Object.fromEntries(layouts), journal: head });
  const sound = new Set(layouts.map(([name]) => name));
  const at = instantOf(context.now());
  const drifted = ENTITIES.filter(({ name }) => !sound.has(name)).map(({ name }): Notice => ({ at, code: `drift.${name}`, ref: '' }));
  const missing = present.missing.filter((key) => findEntity(key) === null).map((key): Notice => ({ at, code: `missing.${key}`, ref: '' }));
  const faults = Array.from({ length: SYSTEM_ROWS.noticeCount }, (_, i) => decodeNotice(reader.value(systemId, SYSTEM_ROWS.notices + i, 1)));
  return {
    config: configWithColumns(structure, Object.fromEntries(layouts)),
    seq: head.seq,
    tabs: TAB_KEYS.map((key) => ({ key, title: reader.sheet(sheetIdOf(tabs, key))?.properties?.title ?? '', records: key === 'journal' ? head.seq : head.counts[key] ?? 0 })),
    lastJob: decodeLastJob(reader.value(systemId, SYSTEM_ROWS.lastJob, 1)),
    notices: [...faults.flatMap((notice) => notice ?? []).sort((a, b) => (a.at < b.at ? -1 : 1)), ...drifted, ...missing],
  };
}

interface PresentTabs {
  readonly reader: GridReader;
  readonly missing: readonly string[];
}

/** One read of all tabs; two more where somebody deleted one. */
function presentTabs(context: ArchiveContext, tabs: TabIds): PresentTabs {
  const systemCells = { sheetId: sheetIdOf(tabs, 'system'), startRowIndex: 0, endRowIndex: SYSTEM_ROWS.notices + SYSTEM_ROWS.noticeCount, startColumnIndex: 1, endColumnIndex: 2 };
  const filterOf = (key: string): DataFilter =>
    key === 'settings' ? { gridRange: settingsRange(tabs) } : key === 'system' ? { gridRange: systemCells } : headerFilter(sheetIdOf(tabs, key));
  const read = (keys: readonly string[]): GridReader => gridReader(context.api.getByDataFilter({ dataFilters: keys.map(filterOf) }, CELLS));
  try {
    return { reader: read(TAB_KEYS), missing: [] };
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    const found = searchTabs(context);
    if (TAB_KEYS.every((key) => key in found) || !('settings' in found)) throw error;
    return { reader: read(TAB_KEYS.filter((key) => key in found)), missing: TAB_KEYS.filter((key) => !(key in found)) };
  }
}

/** Cells of all tabs, empty ones included, as they count against Google's limit. */
export function cellCount(context: ArchiveContext): number {
  const { sheets = [] } = context.api.get('sheets(properties(sheetId,gridProperties(rowCount,columnCount)))');
  return sheets.reduce((sum, { properties }) => sum + (properties?.gridProperties?.rowCount ?? 0) * (properties?.gridProperties?.columnCount ?? 0), 0);
}

export function noteJob(context: ArchiveContext, job: LastJob): void {
  const structure = structureOf(context);
  if (structure === null) return;
  const request = writeCells(sheetIdOf(structure.tabs, 'system'), SYSTEM_ROWS.lastJob, 0, [[text('lastJob'), text(JSON.stringify(job))]]);
  context.api.batchUpdate({ requests: [request] }, 'spreadsheetId');
}
