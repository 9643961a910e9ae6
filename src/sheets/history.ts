/** Reads of the Journal: what happened to one record, and which records changed lately. */
import type { JournalEntry } from '../app/ports/archive';
import type { EntityDeclaration } from '../domain/field';
import type { StoredRecord } from '../domain/record';
import type { ArchiveContext } from './archive-context';
import { needStructure } from './known-layout';
import { headRange } from './structure';
import { decodeHead, type Head } from './system-tab';
import { AppError } from '../app/ports/app-error';
import { ID } from './column-layout';
import { decodeJournal, decodeRecordIds, goesOn, JOURNAL_COLUMNS } from './journal-codec';
import { recordsAt } from './queries';
import { StaleLayout, type GridRange, type Primitive } from './sheets-api';
import { sheetIdOf, type TabIds } from './tabs';
import { columnFilter, readValues } from './values-reader';

/** More changes than this are not worth a delta: the index is loaded again. */
const MAX_DELTA = 2000;

/** Newest first. Two reads: the ids of all operations, then the rows that name the record. */
export function historyOf(context: ArchiveContext, id: string): readonly JournalEntry[] {
  const sheetId = sheetIdOf(needStructure(context).tabs, 'journal');
  const ids = journalColumn(sheetId, JOURNAL_COLUMNS.records);
  const hits = readValues(context.api, [{ gridRange: ids }]).range(ids).flatMap(([records], i) => (String(records ?? '').includes(`:${id}@`) ? [i + 1] : []));
  if (hits.length === 0) return [];
  return journalRows(context, sheetId, hits).flatMap(decodeJournal)
    .map((entry) => ({ ...entry, records: entry.records.filter((record) => record.id === id) }))
    .reverse();
}

/** The rows of the Journal that begin here, each with those its record goes on in. */
function journalRows(context: ArchiveContext, sheetId: number, firsts: readonly number[]): readonly (readonly (readonly Primitive[])[])[] {
  const read = (rows: readonly number[], length: number): readonly (readonly (readonly Primitive[])[])[] => {
    const ranges = rows.map((row) => ({ sheetId, startRowIndex: row, endRowIndex: row + length }));
    const answer = readValues(context.api, ranges.map((gridRange) => ({ gridRange })));
    return ranges.map((range) => answer.range(range));
  };
  const single = read(firsts, 1);
  const long = firsts.filter((_, i) => goesOn(single[i]?.[0] ?? []));
  if (long.length === 0) return single;
  const whole = new Map(read(long, MAX_PIECES).map((rows, i) => [long[i], rows]));
  return firsts.map((row, i) => piecesOf(whole.get(row) ?? single[i] ?? []));
}

/** Rows up to the end of the first record. */
function piecesOf(rows: readonly (readonly Primitive[])[]): readonly (readonly Primitive[])[] {
  const end = rows.findIndex((row) => !goesOn(row));
  return rows.slice(0, end + 1);
}

/** Rows that one record's changes can take: some twenty long fields before and after, at worst escaped. */
const MAX_PIECES = 40;

function journalColumn(sheetId: number, column: number): GridRange {
  return { sheetId, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 };
}

/** One read. */
export function recordsOfOperation(context: ArchiveContext, operationId: string): readonly string[] {
  const sheetId = sheetIdOf(needStructure(context).tabs, 'journal');
  const range: GridRange = { sheetId, startRowIndex: 1, startColumnIndex: JOURNAL_COLUMNS.operationId, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  const rows = readValues(context.api, [{ gridRange: range }]).range(range).filter(([id]) => id === operationId);
  return rows.flatMap(([, records]) => decodeRecordIds(records ?? null).map(({ id }) => id));
}

/**
 * Records that operations after `seq` touched, as they are now, and the Journal's end; `records` is null when there are too
 * many or the Journal does not know `seq`. Two reads: the Journal's news with the tab's ids, then the records' rows.
 */
export function changedSince(context: ArchiveContext, entity: EntityDeclaration, seq: number): { records: readonly StoredRecord[] | null; seq: number } {
  const { tabs } = needStructure(context);
  const { news, column, head } = journalNews(context, entity, tabs, seq);
  if (news === null) return { records: null, seq: head.seq };
  const ids = new Set(news.flatMap((row) => decodeRecordIds(row[JOURNAL_COLUMNS.records] ?? null)).filter((record) => record.entity === entity.name).map((record) => record.id));
  const last = Number(news[news.length - 1]?.[JOURNAL_COLUMNS.seq] ?? seq);
  if (ids.size > MAX_DELTA) return { records: null, seq: last };
  const rows = column.flatMap((id, row) => (ids.has(String(id)) ? [row] : []));
  return { records: recordsAt(context, entity, rows), seq: last };
}

interface JournalNews {
  /** Null when the Journal does not know the sequence number. */
  readonly news: readonly (readonly Primitive[])[] | null;
  /** The entity's ids by row. */
  readonly column: readonly Primitive[];
  readonly head: Head;
}

/** Rows may stand some way off their sequence numbers: the number is looked for from a little above its place on. */
function journalNews(context: ArchiveContext, entity: EntityDeclaration, tabs: TabIds, seq: number): JournalNews {
  const known = context.hints.journal();
  const shift = known === null ? 0 : Math.min(0, known.row - known.seq);
  const range: GridRange = { sheetId: sheetIdOf(tabs, 'journal'), startRowIndex: Math.max(1, seq + shift - SLACK), startColumnIndex: JOURNAL_COLUMNS.seq, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  const head = { gridRange: headRange(tabs) };
  try {
    const read = readValues(context.api, [{ gridRange: range }, head, columnFilter(sheetIdOf(tabs, entity.name), entity.name, ID)]);
    const rows = read.range(range).filter((row) => typeof row[JOURNAL_COLUMNS.seq] === 'number');
    const at = seq === 0 ? -1 : rows.findIndex((row) => row[JOURNAL_COLUMNS.seq] === seq);
    const column = read.column(entity.name, ID);
    if (column === null) throw new AppError('SCHEMA_DRIFT', { technical: `${entity.name}: lost columns ${ID}` });
    return { news: at < 0 && seq > 0 ? null : rows.slice(at + 1), column, head: decodeHead(read.range(head.gridRange)[0]?.[0] ?? null) };
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    const read = readValues(context.api, [head]);
    return { news: null, column: [], head: decodeHead(read.range(head.gridRange)[0]?.[0] ?? null) };
  }
}

/** Rows deleted by hand move the others up. */
const SLACK = 20;
