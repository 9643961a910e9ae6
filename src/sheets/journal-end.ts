/**
 * The true end of the Journal, where the head in the System tab disagrees with it: the cell was cleared, the tab was made
 * anew, rows were inserted or deleted by hand.
 */
import { CELLS, type ArchiveContext } from './archive-context';
import { ENTITIES } from '../domain/entities';
import { ID } from './column-layout';
import { gridReader, type GridReader } from './grid-reader';
import { GENESIS, JOURNAL_COLUMNS } from './journal-codec';
import { readTail, TAIL, tailFilters, type JournalTail } from './journal-tail';
import type { GridRange } from './sheets-api';
import type { Head } from './system-tab';
import { sheetIdOf, type TabIds } from './tabs';
import { columnFilter, readValues } from './values-reader';

export interface JournalEnd {
  readonly tail: JournalTail;
  readonly head: Head;
  readonly reader: GridReader;
}

export function agrees(head: Head, tail: JournalTail): boolean {
  return head.seq === tail.lastSeq && head.hash === tail.hash;
}

/**
 * Two reads: all sequence numbers and record ids, then the tail. Where the head speaks of rows that are gone, their
 * numbers are not given again and the chain goes on from the head's hash: the gap stays visible.
 */
export function findJournalEnd(context: ArchiveContext, tabs: TabIds, head: Head): JournalEnd {
  const sheetId = sheetIdOf(tabs, 'journal');
  const column: GridRange = { sheetId, startRowIndex: 1, startColumnIndex: JOURNAL_COLUMNS.seq, endColumnIndex: JOURNAL_COLUMNS.seq + 1 };
  const read = readValues(context.api, [{ gridRange: column }, ...ENTITIES.map(({ name }) => columnFilter(sheetIdOf(tabs, name), name, ID))]);
  const row = read.range(column).length;
  const counts = Object.fromEntries(ENTITIES.map(({ name }) => [name, (read.column(name, ID) ?? []).slice(1).filter((id) => id !== null && id !== '').length]));
  const reader = gridReader(context.api.getByDataFilter({ dataFilters: tailFilters(sheetId, row, TAIL) }, CELLS));
  const found = readTail(reader, sheetId, row);
  const lost = found.lastSeq < head.seq;
  const tail = lost ? { ...found, lastSeq: head.seq, hash: head.hash === '' ? GENESIS : head.hash } : found;
  return { tail, reader, head: { seq: tail.lastSeq, row: Math.max(0, tail.nextRow - 1), hash: tail.hash, counts } };
}
