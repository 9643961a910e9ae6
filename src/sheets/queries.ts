/** Reads of records and columns. Positions come from hints and are verified against the ids in the same answer. */
import { AppError } from '../app/ports/app-error';
import type { ColumnRow, ColumnTable, KeyTables, RecordTarget } from '../app/ports/archive';
import type { EntityDeclaration, Value } from '../domain/field';
import type { StoredRecord } from '../domain/record';
import { CELLS, type ArchiveContext } from './archive-context';
import { configWithColumns, freshLayout, layoutOf, needStructure } from './known-layout';
import { columnLayout, headersMatch, ID, SYSTEM, type ColumnLayout } from './column-layout';
import { gridReader } from './grid-reader';
import { recordAt } from './record-row';
import { createdAtInStamp, decodeValue, isArchivedStamp } from './row-codec';
import { StaleLayout, type DataFilter, type GridRange, type Primitive } from './sheets-api';
import { headRange, rowOfId } from './structure';
import { decodeHead, type Head } from './system-tab';
import { headerFilter, sheetIdOf } from './tabs';
import { columnFilter, readValues, type ValuesRead } from './values-reader';

/** One read where the hint holds; a wrong or missing one costs the id column as well. */
export function findRecord(context: ArchiveContext, target: RecordTarget): StoredRecord | null {
  const hinted = context.hints.row(target);
  if (hinted !== null) {
    const record = recordInRow(context, target.entity, hinted);
    if (record?.id === target.id) return record;
  }
  const row = searchRow(context, target);
  if (row === null || row === hinted) return null;
  const record = recordInRow(context, target.entity, row);
  return record?.id === target.id ? record : null;
}

/** One read, which brings the columns with it where they are not known yet. */
function recordInRow(context: ArchiveContext, entity: EntityDeclaration, row: number): StoredRecord | null {
  if (context.hints.layout(entity.name) !== null) return recordsAt(context, entity, [row])[0] ?? null;
  const sheetId = sheetIdOf(needStructure(context).tabs, entity.name);
  const reader = gridReader(context.api.getByDataFilter({ dataFilters: [headerFilter(sheetId), { gridRange: rowRange(sheetId, row, row + 1) }] }, CELLS));
  const layout = columnLayout(entity, reader, sheetId);
  const record = recordIn(context, entity, layout, row, reader.row(sheetId, row));
  context.hints.remember({ layouts: { [entity.name]: layout }, rows: record === null ? {} : { [record.id]: row } });
  return record;
}

/** Records in these rows, in that order. One read while nobody moves columns. */
export function recordsAt(context: ArchiveContext, entity: EntityDeclaration, rows: readonly number[]): readonly StoredRecord[] {
  if (rows.length === 0) return [];
  const { tabs } = needStructure(context);
  const sheetId = sheetIdOf(tabs, entity.name);
  const blocks = runs(rows);
  const { layout, read } = readWithLayout(context, entity, blocks.map(({ from, to }) => ({ gridRange: rowRange(sheetId, from, to) })));
  const found = new Map<number, StoredRecord>();
  for (const { from, to } of blocks) {
    read.range(rowRange(sheetId, from, to)).forEach((cells, i) => {
      const record = recordIn(context, entity, layout, from + i, cells);
      if (record !== null) found.set(from + i, record);
    });
  }
  context.hints.remember({ rows: Object.fromEntries([...found.values()].slice(0, MAX_ROW_HINTS).map((record) => [record.id, record.row])) });
  return rows.flatMap((row) => found.get(row) ?? []);
}

/** More would crowd the cache. */
const MAX_ROW_HINTS = 100;

/** Whole columns, found by their metadata wherever they stand. Fields without a column are null throughout. */
export function readColumns(context: ArchiveContext, entity: EntityDeclaration, keys: readonly string[]): ColumnTable {
  return keyTables(context, entity, keys, [], true).own;
}

export function keyTables(context: ArchiveContext, entity: EntityDeclaration, keys: readonly string[], referred: readonly EntityDeclaration[], withArchived = false): KeyTables {
  const { tabs } = needStructure(context);
  const sheetId = sheetIdOf(tabs, entity.name);
  const wanted = [ID, ...(withArchived ? [SYSTEM] : []), ...keys];
  const read = readValues(context.api, [
    ...wanted.map((key) => columnFilter(sheetId, entity.name, key)),
    ...referred.map((other) => columnFilter(sheetIdOf(tabs, other.name), other.name, ID)),
    { gridRange: headRange(tabs) },
  ]);
  const ids = Object.fromEntries(referred.map((other) => [other.name, new Set((read.column(other.name, ID) ?? []).slice(1).map(String))] as const));
  return { own: { rows: tableRows(entity, keys, read), seq: headOf(context, read).seq, nextRow: Math.max(1, idColumn(entity, read).length, ...keys.map((key) => read.column(entity.name, key)?.length ?? 0)) }, ids };
}

/** Rows `from` to `to` of some columns, and how many records the tab counts; nothing past the end of the grid. */
export function columnSlice(context: ArchiveContext, entity: EntityDeclaration, keys: readonly string[], from: number, to: number): ColumnSlice {
  try {
    return sliceInGrid(context, entity, keys, from, to);
  } catch (error) {
    if (error instanceof StaleLayout && from > 1) return { rows: [], count: 0 };
    throw error;
  }
}

interface ColumnSlice {
  readonly rows: readonly ColumnRow[];
  readonly count: number;
}

function sliceInGrid(context: ArchiveContext, entity: EntityDeclaration, keys: readonly string[], from: number, to: number): ColumnSlice {
  const { tabs } = needStructure(context);
  const sheetId = sheetIdOf(tabs, entity.name);
  const wanted = [ID, SYSTEM, ...keys];
  const ranges = (layout: ColumnLayout): (readonly [string, GridRange])[] => wanted.flatMap((key) => {
    const column = layout.columns[key];
    return column === undefined ? [] : [[key, { ...rowRange(sheetId, from, to), startColumnIndex: column, endColumnIndex: column + 1 }] as const];
  });
  const { layout, read } = readWithLayout(context, entity, (known) => [...ranges(known).map(([, gridRange]) => ({ gridRange })), { gridRange: headRange(tabs) }]);
  const columns = new Map(ranges(layout).map(([key, range]) => [key, read.range(range)] as const));
  const length = columns.get(ID)?.length ?? 0;
  const rows = Array.from({ length }, (_, i) => columnRow(entity, keys, from + i, (key) => columns.get(key)?.[i]?.[0] ?? null));
  return { rows, count: headOf(context, read).counts[entity.name] ?? 0 };
}

/** A record and what refers to it. */
export function withChildren(context: ArchiveContext, target: RecordTarget, child: EntityDeclaration, reference: string): { record: StoredRecord; children: readonly StoredRecord[] } | null {
  const { tabs } = needStructure(context);
  const sheetId = sheetIdOf(tabs, target.entity.name);
  const hinted = context.hints.row(target);
  const references = columnFilter(sheetIdOf(tabs, child.name), child.name, reference);
  const place: DataFilter = hinted === null ? columnFilter(sheetId, target.entity.name, ID) : { gridRange: rowRange(sheetId, hinted, hinted + 1) };
  const { layout, read } = readWithLayout(context, target.entity, [place, references]);
  const childRows = rowsHolding(read.column(child.name, reference), target.id);
  const atHint = hinted === null ? null : recordIn(context, target.entity, layout, hinted, read.range(rowRange(sheetId, hinted, hinted + 1))[0] ?? []);
  if (atHint?.id === target.id) return { record: atHint, children: recordsAt(context, child, childRows) };

  const row = hinted === null ? rowOfId(read.column(target.entity.name, ID), target.id) : searchRow(context, target);
  if (row === null) return null;
  return bothAt(context, target, row, child, childRows);
}

/** The last read of a card whose hint was wrong: the record and its children together. */
function bothAt(context: ArchiveContext, target: RecordTarget, row: number, child: EntityDeclaration, childRows: readonly number[]): { record: StoredRecord; children: readonly StoredRecord[] } | null {
  const { tabs } = needStructure(context);
  const own = rowRange(sheetIdOf(tabs, target.entity.name), row, row + 1);
  const childSheet = sheetIdOf(tabs, child.name);
  const blocks = runs(childRows);
  const childLayout = layoutOf(context, child);
  const { layout, read } = readWithLayout(context, target.entity, [{ gridRange: own }, ...blocks.map(({ from, to }) => ({ gridRange: rowRange(childSheet, from, to) }))]);
  const record = recordIn(context, target.entity, layout, row, read.range(own)[0] ?? []);
  if (record?.id !== target.id) return null;
  context.hints.remember({ rows: { [record.id]: row } });
  const children = blocks.flatMap(({ from, to }) => read.range(rowRange(childSheet, from, to)).flatMap((cells, i) => recordIn(context, child, childLayout, from + i, cells) ?? []));
  return { record, children };
}

/**
 * A values read with the header row of the entity's tab; where that shows that columns moved since the layout
 * was cached, the layout and the values are read again.
 */
function readWithLayout(context: ArchiveContext, entity: EntityDeclaration, filters: readonly DataFilter[] | ((layout: ColumnLayout) => readonly DataFilter[])): { layout: ColumnLayout; read: ValuesRead } {
  const { tabs } = needStructure(context);
  const header = rowRange(sheetIdOf(tabs, entity.name), 0, 1);
  let layout = layoutOf(context, entity);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const wanted = typeof filters === 'function' ? filters(layout) : filters;
    const read = readValues(context.api, [{ gridRange: header }, ...wanted]);
    if (headersMatch(layout, read.range(header)[0])) return { layout, read };
    layout = freshLayout(context, entity);
  }
  throw new AppError('BUSY', { technical: 'columns are being moved' });
}

function recordIn(context: ArchiveContext, entity: EntityDeclaration, layout: ColumnLayout, row: number, cells: readonly Primitive[]): StoredRecord | null {
  return recordAt(entity, layout, configWithColumns(needStructure(context), { [entity.name]: layout }), row, cells);
}

function searchRow(context: ArchiveContext, { entity, id }: RecordTarget): number | null {
  const { tabs } = needStructure(context);
  const read = readValues(context.api, [columnFilter(sheetIdOf(tabs, entity.name), entity.name, ID)]);
  return rowOfId(idColumn(entity, read), id);
}

function tableRows(entity: EntityDeclaration, keys: readonly string[], read: ValuesRead): readonly ColumnRow[] {
  const ids = idColumn(entity, read);
  const columns = new Map([ID, SYSTEM, ...keys].map((key) => [key, read.column(entity.name, key)] as const));
  return ids.slice(1).map((_, i) => columnRow(entity, keys, i + 1, (key) => columns.get(key)?.[i + 1] ?? null));
}

function columnRow(entity: EntityDeclaration, keys: readonly string[], row: number, cell: (key: string) => Primitive): ColumnRow {
  const values: Record<string, Value> = {};
  for (const key of [...keys].sort((a, b) => Number(entity.fields[a]?.kind === 'money') - Number(entity.fields[b]?.kind === 'money'))) {
    const field = entity.fields[key];
    values[key] = field === undefined ? null : decodeValue(field, cell(key), values);
  }
  return { row, id: String(cell(ID) ?? ''), archived: isArchivedStamp(cell(SYSTEM)), createdAt: createdAtInStamp(cell(SYSTEM)), values };
}

function idColumn(entity: EntityDeclaration, read: ValuesRead): readonly Primitive[] {
  const column = read.column(entity.name, ID);
  if (column === null) throw new AppError('SCHEMA_DRIFT', { technical: `${entity.name}: lost columns ${ID}` });
  return column;
}

function headOf(context: ArchiveContext, read: ValuesRead): Head {
  return decodeHead(read.range(headRange(needStructure(context).tabs))[0]?.[0] ?? null);
}

function rowsHolding(column: readonly Primitive[] | null, id: string): readonly number[] {
  const rows: number[] = [];
  column?.forEach((cell, row) => {
    if (cell === id && row > 0) rows.push(row);
  });
  return rows;
}

function rowRange(sheetId: number, from: number, to: number): GridRange {
  return { sheetId, startRowIndex: from, endRowIndex: to };
}

/** Consecutive rows, as half-open runs in ascending order. */
function runs(rows: readonly number[]): readonly { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = result[result.length - 1];
    if (last !== undefined && last.to === row) last.to = row + 1;
    else if (last === undefined || last.to < row) result.push({ from: row, to: row + 1 });
  }
  return result;
}
