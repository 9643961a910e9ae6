/** One read that tells the state of the whole archive, for the first screen and the status page. */
import type { Overview } from '../app/ports/archive';
import { ENTITIES } from '../domain/entities';
import { CELLS, type ArchiveContext } from './archive-context';
import { configWithColumns, headerFilter, structureAsRead, structureOf } from './known-layout';
import { columnLayout } from './column-layout';
import { gridReader } from './grid-reader';
import { text, writeCells } from './requests';
import { settingsRange } from './structure';
import { decodeHead, decodeLastJob, decodeNotice, type LastJob } from './system-tab';
import { sheetIdOf, SYSTEM_ROWS, SYSTEM_TABS } from './tabs';

export function overview(context: ArchiveContext): Overview | null {
  const known = structureOf(context);
  if (known === null) return null;
  const { tabs } = known;
  const systemId = sheetIdOf(tabs, 'system');
  const system = { sheetId: systemId, startRowIndex: 0, endRowIndex: SYSTEM_ROWS.notices + SYSTEM_ROWS.noticeCount, startColumnIndex: 1, endColumnIndex: 2 };
  const titled = [...ENTITIES.map(({ name }) => name), ...SYSTEM_TABS.map(({ key }) => key)];
  const others = titled.filter((key) => key !== 'settings' && key !== 'system').map((key) => headerFilter(sheetIdOf(tabs, key)));
  const reader = gridReader(context.api.getByDataFilter({ dataFilters: [{ gridRange: settingsRange(tabs) }, { gridRange: system }, ...others] }, CELLS));
  const structure = structureAsRead(context, reader);
  const layouts = Object.fromEntries(ENTITIES.map((entity) => [entity.name, columnLayout(entity, reader, sheetIdOf(tabs, entity.name))] as const));
  const head = decodeHead(reader.value(systemId, SYSTEM_ROWS.head, 1));
  context.hints.remember({ structure, layouts, journal: head });
  return {
    config: configWithColumns(structure, layouts),
    seq: head.seq,
    tabs: titled.map((key) => ({ key, title: reader.sheet(sheetIdOf(tabs, key))?.properties?.title ?? '', records: key === 'journal' ? head.seq : head.counts[key] ?? 0 })),
    lastJob: decodeLastJob(reader.value(systemId, SYSTEM_ROWS.lastJob, 1)),
    notices: Array.from({ length: SYSTEM_ROWS.noticeCount }, (_, i) => decodeNotice(reader.value(systemId, SYSTEM_ROWS.notices + i, 1)))
      .flatMap((notice) => notice ?? [])
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
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
