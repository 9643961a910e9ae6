/** The read under the lock: everything a commit is decided and checked against, in one call when the hints hold. */
import { AppError } from '../app/ports/app-error';
import type { Opened, RecordTarget } from '../app/ports/archive';
import type { EntityDeclaration } from '../domain/field';
import { CELLS, type ArchiveContext } from './archive-context';
import { configWithColumns, needStructure, structureAsRead } from './known-layout';
import { columnLayout, ID, type ColumnLayout } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import { agrees, findJournalEnd, type JournalEnd } from './journal-end';
import { findOperation, readTail, tailFilters, windowReaches, type JournalTail } from './journal-tail';
import { recordAt } from './record-row';
import { StaleLayout, type DataFilter, type GridRange, type Primitive } from './sheets-api';
import { headRange, rowOfId, settingsRange } from './structure';
import { decodeHead, type Head } from './system-tab';
import { headerFilter, sheetIdOf, SYSTEM_ROWS, type TabIds } from './tabs';
import { columnFilter, readValues } from './values-reader';

/** What `commit` needs to know besides the use case's view. */
export interface OpenedRow extends Opened {
  readonly entity: EntityDeclaration;
  readonly tabs: TabIds;
  readonly layout: ColumnLayout;
  readonly row: number;
  /** The row exactly as read, by column. */
  readonly cells: readonly Primitive[];
  readonly tail: JournalTail;
  readonly head: Head;
  readonly grids: Readonly<Record<number, Grid>>;
}

export interface Grid {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Ids read above and below the hint: a few inserted or deleted rows cost no further search. */
const IDS_AROUND = 20;

/** Looks for the record at its hint, then around it, then in the whole column. */
export function openRecord(context: ArchiveContext, target: RecordTarget, operationId: string): OpenedRow {
  const hinted = context.hints.row(target);
  const row = hinted ?? searchRow(context, target) ?? NOWHERE;
  const first = openRow(context, target.entity, { row, count: 1 }, operationId);
  if (first.opened.current?.id === target.id) return first.opened;
  const moved = first.idsAround.get(target.id) ?? (hinted === null ? null : searchRow(context, target));
  if (moved === null) return { ...first.opened, current: null };
  const { opened } = openRow(context, target.entity, { row: moved, count: 1 }, operationId);
  return opened.current?.id === target.id ? opened : { ...opened, current: null };
}

/**
 * The first of `count` rows at or below `nextRow` whose columns of ours are blank: people may have typed rows below, and
 * may fill columns of their own as they like. One read, three where something stands in the way.
 */
export function openBlankRows(context: ArchiveContext, entity: EntityDeclaration, operationId: string, nextRow: number, count: number): OpenedRow {
  const { opened, filled } = openRow(context, entity, { row: nextRow, count }, operationId);
  if (!filled) return opened;
  const free = openRow(context, entity, { row: endOfRows(context, opened), count }, operationId);
  if (free.filled) throw new AppError('BUSY', { technical: 'rows are being typed below the last record' });
  return free.opened;
}

/** The row below the last one in which a column of ours holds anything. */
function endOfRows(context: ArchiveContext, opened: OpenedRow): number {
  const range: GridRange = { sheetId: sheetIdOf(opened.tabs, opened.entity.name), startRowIndex: opened.row };
  const rows = readValues(context.api, [{ gridRange: range }]).range(range);
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    if (holdsOurs(opened.layout, rows[i] ?? [])) return opened.row + i + 1;
  }
  return opened.row;
}

function holdsOurs(layout: ColumnLayout, cells: readonly Primitive[]): boolean {
  return Object.values(layout.columns).some((column) => (cells[column] ?? '') !== '');
}

/** A record that the hints and the id column do not know is looked for at the header, where none can be. */
const NOWHERE = 0;

interface OpenedRows {
  readonly opened: OpenedRow;
  readonly idsAround: ReadonlyMap<string, number>;
  /** Whether any of the rows holds something in a column of ours. */
  readonly filled: boolean;
}

function openRow(context: ArchiveContext, entity: EntityDeclaration, { row, count }: { row: number; count: number }, operationId: string): OpenedRows {
  const { tabs } = needStructure(context);
  const sheetId = sheetIdOf(tabs, entity.name);
  const journalId = sheetIdOf(tabs, 'journal');
  const hinted = context.hints.journal();
  const around = idsAroundRange(sheetId, row, context.hints.layout(entity.name)?.columns[ID] ?? 0);
  const rows: DataFilter[] = [headerFilter(sheetId), { gridRange: rowsFrom(sheetId, row, count) }, { gridRange: around }];
  const readWith = (lastRow: number): GridReader => gridReader(context.api.getByDataFilter({
    dataFilters: [...rows, { gridRange: settingsRange(tabs) }, { gridRange: headRange(tabs) }, ...tailFilters(journalId, lastRow)],
  }, CELLS));
  const inGrid = hinted === null ? null : orNull(() => readWith(hinted.row));
  const reader = inGrid ?? readWith(0);

  const written = decodeHead(reader.value(sheetIdOf(tabs, 'system'), SYSTEM_ROWS.head, 1));
  const { tail, head, reader: tailReader } = journalEnd(context, tabs, written, windowReaches(inGrid === null || hinted === null ? null : hinted.row, written.row) ? reader : null);
  const layout = columnLayout(entity, reader, sheetId);
  const structure = structureAsRead(context, reader);
  const config = configWithColumns(structure, { [entity.name]: layout });
  const cells = reader.row(sheetId, row);
  context.hints.remember({ structure, layouts: { [entity.name]: layout }, journal: { seq: head.seq, row: head.row } });
  const opened: OpenedRow = {
    entity, tabs, layout, config, row, cells, tail, head, seq: tail.lastSeq,
    current: row === NOWHERE ? null : recordAt(entity, layout, config, row, cells),
    appliedBefore: findOperation(context.api, journalId, operationId, tail, context.now()),
    grids: { ...gridsOf(tailReader, tabs), ...gridsOf(reader, tabs) },
  };
  return { opened, idsAround: idsIn(reader, around), filled: Array.from({ length: count }, (_, i) => reader.row(sheetId, row + i)).some((line) => holdsOurs(layout, line)) };
}

/** The end that the head tells, if the Journal's rows agree; else the true one. @param reader shows the tail, or null when it is yet to be read */
function journalEnd(context: ArchiveContext, tabs: TabIds, head: Head, reader: GridReader | null): JournalEnd {
  const sheetId = sheetIdOf(tabs, 'journal');
  const shown = reader ?? orNull(() => gridReader(context.api.getByDataFilter({ dataFilters: tailFilters(sheetId, head.row) }, CELLS)));
  if (shown === null) return findJournalEnd(context, tabs, head);
  const tail = readTail(shown, sheetId, head.row);
  return agrees(head, tail) ? { tail, head, reader: shown } : findJournalEnd(context, tabs, head);
}

/** Null when a grid ends before a row that was asked for. */
function orNull(read: () => GridReader): GridReader | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof StaleLayout) return null;
    throw error;
  }
}

/** Begins one row early: a range may end past the grid, where a new record goes, but not begin there. */
function rowsFrom(sheetId: number, row: number, count: number): GridRange {
  return { sheetId, startRowIndex: Math.max(0, row - 1), endRowIndex: row + count };
}

function searchRow(context: ArchiveContext, { entity, id }: RecordTarget): number | null {
  const { tabs } = needStructure(context);
  const row = rowOfId(readValues(context.api, [columnFilter(sheetIdOf(tabs, entity.name), entity.name, ID)]).column(entity.name, ID), id);
  if (row !== null) context.hints.remember({ rows: { [id]: row } });
  return row;
}

function idsAroundRange(sheetId: number, row: number, column: number): GridRange & { startRowIndex: number; endRowIndex: number; startColumnIndex: number } {
  return { sheetId, startRowIndex: Math.max(1, row - IDS_AROUND), endRowIndex: row + IDS_AROUND + 1, startColumnIndex: column, endColumnIndex: column + 1 };
}

function idsIn(reader: GridReader, range: ReturnType<typeof idsAroundRange>): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (let row = range.startRowIndex; row < range.endRowIndex; row += 1) {
    const id = reader.value(range.sheetId, row, range.startColumnIndex);
    if (typeof id === 'string') ids.set(id, row);
  }
  return ids;
}

function gridsOf(reader: GridReader, tabs: TabIds): Record<number, Grid> {
  const grids: Record<number, Grid> = {};
  for (const sheetId of Object.values(tabs)) {
    const properties = reader.sheet(sheetId)?.properties;
    if (properties === undefined) continue;
    grids[sheetId] = { title: properties.title ?? '', rowCount: properties.gridProperties?.rowCount ?? 0, columnCount: properties.gridProperties?.columnCount ?? 0 };
  }
  return grids;
}
