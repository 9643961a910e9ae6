/**
 * Before a row is changed, the same atomic write copies it into a small ring in the System tab. The answer shows the copy:
 * was it really the row we had read, or did somebody move rows, or type into it, between our read and our write?
 */
import { ID, type ColumnLayout } from './column-layout';
import type { GridReader } from './grid-reader';
import { COLUMN_METADATA, SYSTEM_ROWS } from './tabs';
import type { Primitive } from './sheets-api';

/** The ring's row for an operation; neighbours in time never share one. */
export function ringRow(seq: number): number {
  return SYSTEM_ROWS.ring + (seq % SYSTEM_ROWS.ringCount);
}

/** What stands beside the copy: enough to finish or undo the write after a crash. */
export function ringLabel(label: { operationId: string; sheetId: number; row: number; at: string }): string {
  return JSON.stringify(label);
}

/** Column of the System tab where the copy begins. */
export const RING_COLUMN = 1;

export type WriteFault = 'row_moved' | 'typed_meanwhile' | 'column_moved';

export interface WriteCheck {
  readonly entity: string;
  readonly layout: ColumnLayout;
  readonly systemId: number;
  readonly sheetId: number;
  readonly ring: number;
  readonly row: number;
  readonly id: string;
  /** The row as read before the write; empty for a new record. */
  readonly expected: readonly Primitive[];
  /** Columns that the write changed. */
  readonly written: readonly number[];
}

/** Null when the write hit what it was meant for. */
export function writeFault(answer: GridReader, check: WriteCheck): WriteFault | null {
  const found = answer.row(check.systemId, check.ring).slice(RING_COLUMN);
  const idColumn = check.layout.columns[ID] ?? 0;
  if (!same(found[idColumn], check.expected[idColumn])) return 'row_moved';
  if (answer.value(check.sheetId, check.row, idColumn) !== check.id) return 'row_moved';
  if (columnsMoved(answer, check)) return 'column_moved';
  return check.written.some((column) => !same(found[column], check.expected[column])) ? 'typed_meanwhile' : null;
}

function columnsMoved(answer: GridReader, check: WriteCheck): boolean {
  const seen = new Map<string, number>();
  for (const { column, entries } of answer.columnMetadata(check.sheetId)) {
    for (const entry of entries) {
      if (entry.metadataKey === COLUMN_METADATA) seen.set(entry.metadataValue ?? '', column);
    }
  }
  return Object.entries(check.layout.columns).some(([key, column]) => seen.get(`${check.entity}.${key}`) !== column);
}

function same(a: Primitive | undefined, b: Primitive | undefined): boolean {
  return (a ?? '') === (b ?? '');
}
