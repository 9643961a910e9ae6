/** Reads of the Journal: what happened to one record, and which records changed lately. */
import type { ColumnRow, JournalEntry } from '../app/ports/archive';
import type { EntityDeclaration } from '../domain/field';
import type { ArchiveContext } from './archive-context';
import { needStructure } from './known-layout';
import { decodeHead, decodeOperations, decodeRecordIds, JOURNAL_COLUMNS } from './journal-codec';
import { readColumns } from './queries';
import { StaleLayout, type GridRange, type Primitive } from './sheets-api';
import { sheetIdOf } from './tabs';
import { readValues } from './values-reader';

/** More changes than this are not worth a delta: the index is loaded again. */
const MAX_DELTA = 2000;

/** Newest first. Two reads: the ids of all operations, then the rows of those that name the record. */
export function historyOf(context: ArchiveContext, id: string): readonly JournalEntry[] {
  const sheetId = sheetIdOf(needStructure(context).tabs, 'journal');
  const ids: GridRange = { sheetId, startRowIndex: 1, startColumnIndex: JOURNAL_COLUMNS.head, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  const rows = readValues(context.api, [{ gridRange: ids }]).range(ids);
  const operations = operationsNaming(rows, id);
  if (operations.length === 0) return [];
  const ranges = operations.map(({ from, to }) => ({ sheetId, startRowIndex: from, endRowIndex: to }));
  const read = readValues(context.api, ranges.map((gridRange) => ({ gridRange })));
  return ranges.flatMap((range) => decodeOperations(read.range(range)))
    .map((entry) => ({ ...entry, records: entry.records.filter((record) => record.id === id) }))
    .reverse();
}

export function recordsOfOperation(context: ArchiveContext, operationId: string): readonly string[] {
  const sheetId = sheetIdOf(needStructure(context).tabs, 'journal');
  const range: GridRange = { sheetId, startRowIndex: 1, startColumnIndex: JOURNAL_COLUMNS.operationId, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  const rows = readValues(context.api, [{ gridRange: range }]).range(range).filter(([id]) => id === operationId);
  return rows.flatMap(([, records]) => decodeRecordIds(records ?? null).map(({ id }) => id));
}

/** Rows of the entity that operations after `seq` touched; null when there are too many, or the Journal does not know `seq`. */
export function changedSince(context: ArchiveContext, entity: EntityDeclaration, seq: number, keys: readonly string[]): { rows: readonly ColumnRow[]; seq: number } | null {
  const rows = journalFrom(context, seq);
  const news = seq === 0 ? rows : rows.slice(1);
  if ((seq > 0 && rows[0]?.[JOURNAL_COLUMNS.seq] !== seq) || news.length > MAX_DELTA) return null;
  const ids = new Set(news.flatMap((row) => decodeRecordIds(row[JOURNAL_COLUMNS.records] ?? null)).filter((record) => record.entity === entity.name).map((record) => record.id));
  const last = Number(news[news.length - 1]?.[JOURNAL_COLUMNS.seq] ?? seq);
  if (ids.size === 0) return { rows: [], seq: last };
  return { rows: readColumns(context, entity, keys).rows.filter((row) => ids.has(row.id)), seq: last };
}

/** The Journal's ids from the row of `seq` on; nothing when the grid ends before it. */
function journalFrom(context: ArchiveContext, seq: number): readonly (readonly Primitive[])[] {
  const sheetId = sheetIdOf(needStructure(context).tabs, 'journal');
  const range: GridRange = { sheetId, startRowIndex: Math.max(1, seq), startColumnIndex: JOURNAL_COLUMNS.seq, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  try {
    return readValues(context.api, [{ gridRange: range }]).range(range);
  } catch (error) {
    if (error instanceof StaleLayout) return [];
    throw error;
  }
}

/** All rows of the operations that name the record, as half-open row ranges. `rows` starts at row 1 and at the head column. */
function operationsNaming(rows: readonly (readonly Primitive[])[], id: string): readonly { from: number; to: number }[] {
  const found = new Map<number, { from: number; to: number }>();
  rows.forEach((cells, i) => {
    if (!String(cells[2] ?? '').includes(`:${id}@`)) return;
    const { part, parts } = decodeHead(cells[0] ?? null);
    const from = i + 1 - (part - 1);
    found.set(from, { from, to: from + parts });
  });
  return [...found.values()];
}
