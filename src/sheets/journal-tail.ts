/** The last rows of the Journal: where the next one goes, what it builds on, which operations are done already. */
import type { AppliedOperation } from '../app/ports/archive';
import { operationTime } from '../contract/operation-id';
import { epochOf } from '../domain/instant';
import type { GridReader } from './grid-reader';
import { decodeHead, decodeRecordIds, GENESIS, JOURNAL_COLUMNS } from './journal-codec';
import type { DataFilter, GridRange, SheetsApi } from './sheets-api';
import { readValues } from './values-reader';

export interface JournalTail {
  readonly lastSeq: number;
  /** Zero-based row below the last one. */
  readonly nextRow: number;
  readonly hash: string;
  readonly operations: ReadonlyMap<string, AppliedOperation>;
  /** Instant of the oldest row read; null when the tail reaches the Journal's beginning, NaN when it cannot be told. */
  readonly since: number | null;
}

/** Rows whose operation ids are compared. */
export const TAIL = 40;
/** Rows read below the hint: saves that others made since. */
const AHEAD = 4;
/**
 * The clock that made an operation id may be this far from ours, either way. The sidebar makes its ids by the
 * server's clock. More saves than the tail holds within this time cost each the search of the whole Journal.
 */
const CLOCK_SKEW_MS = 60_000;

/**
 * @param lastRow zero-based row that is believed to be the Journal's last
 * @param hashes how many rows above it the hash is read of, for a last row that may be further up
 */
export function tailFilters(sheetId: number, lastRow: number, hashes = 1): readonly DataFilter[] {
  const startRowIndex = Math.max(1, lastRow - TAIL + 1);
  const rows = { sheetId, startRowIndex, endRowIndex: lastRow + AHEAD + 1 };
  return [
    { gridRange: { ...rows, startColumnIndex: JOURNAL_COLUMNS.seq, endColumnIndex: JOURNAL_COLUMNS.records + 1 } },
    { gridRange: { ...rows, startRowIndex: Math.max(1, lastRow - hashes), startColumnIndex: JOURNAL_COLUMNS.hash, endColumnIndex: JOURNAL_COLUMNS.hash + 1 } },
  ];
}

/** Whether the window around `hinted` shows the rows up to `lastRow` and some below. */
export function windowReaches(hinted: number | null, lastRow: number): boolean {
  return hinted !== null && lastRow >= hinted && lastRow < hinted + AHEAD;
}

/**
 * What the rows around `lastRow` tell. Rows that are none of ours are stepped over and never written on. Where the sequence
 * is broken (rows damaged, deleted or sorted by hand) the tail proves nothing about older operations: `since` is NaN.
 */
export function readTail(reader: GridReader, sheetId: number, lastRow: number): JournalTail {
  const operations = new Map<string, AppliedOperation>();
  let last: { row: number; seq: number } | null = null;
  let filledTo = 0;
  let since: number | null = null;
  for (let row = Math.max(1, lastRow - TAIL - AHEAD); row <= lastRow + AHEAD; row += 1) {
    const cells = reader.row(sheetId, row);
    if (cells.every((cell) => cell === null || cell === '')) continue;
    filledTo = row;
    const seq = cells[JOURNAL_COLUMNS.seq];
    const head = decodeHead(cells[JOURNAL_COLUMNS.head] ?? null);
    if (typeof seq !== 'number' || head === null) {
      since = NaN;
      continue;
    }
    if (last === null && seq !== 1) since = epochOf(head.at);
    if (last !== null && seq !== last.seq + 1) since = NaN;
    last = { row, seq };
    const [first] = decodeRecordIds(cells[JOURNAL_COLUMNS.records] ?? null);
    const operationId = String(cells[JOURNAL_COLUMNS.operationId] ?? '');
    if (first !== undefined && !operations.has(operationId)) operations.set(operationId, { ...first, method: head.method });
  }
  if (last === null) return { lastSeq: 0, nextRow: filledTo + 1, hash: GENESIS, operations, since };
  return { lastSeq: last.seq, nextRow: filledTo + 1, hash: String(reader.value(sheetId, last.row, JOURNAL_COLUMNS.hash) ?? ''), operations, since };
}

/**
 * The operation, if it was applied before. The tail answers for ids that are younger than its oldest row; an
 * older id, or one that does not tell its time, costs one more read of the whole Journal's ids.
 */
export function findOperation(api: SheetsApi, sheetId: number, operationId: string, tail: JournalTail, now: number): AppliedOperation | null {
  const found = tail.operations.get(operationId);
  if (found !== undefined) return found;
  const madeAt = operationTime(operationId);
  const trusted = madeAt !== null && madeAt <= now + CLOCK_SKEW_MS;
  if (tail.since === null || (trusted && madeAt - CLOCK_SKEW_MS >= tail.since)) return null;
  return searchOperation(api, sheetId, operationId);
}

/** One read of all operation ids, and a second one only for an operation that is found. */
function searchOperation(api: SheetsApi, sheetId: number, operationId: string): AppliedOperation | null {
  const column: GridRange = { sheetId, startRowIndex: 1, startColumnIndex: JOURNAL_COLUMNS.operationId, endColumnIndex: JOURNAL_COLUMNS.operationId + 1 };
  const at = readValues(api, [{ gridRange: column }]).range(column).findIndex(([id]) => id === operationId);
  if (at < 0) return null;
  const row: GridRange = { sheetId, startRowIndex: at + 1, endRowIndex: at + 2, startColumnIndex: 0, endColumnIndex: JOURNAL_COLUMNS.records + 1 };
  const [cells = []] = readValues(api, [{ gridRange: row }]).range(row);
  const [first] = decodeRecordIds(cells[JOURNAL_COLUMNS.records] ?? null);
  return first === undefined ? null : { ...first, method: decodeHead(cells[JOURNAL_COLUMNS.head] ?? null)?.method ?? '' };
}
