import type { FileRole } from '../types';
import { permissionDenied } from './errors';
import type { Transaction } from './store/transaction';
import type { Workbook } from './store/workbook';

/** Cells and rows that a call touched so far. */
export interface CostMeter { cells: number; rows: number }

/** What every part of a call sees. */
export interface CallContext {
  readonly workbook: Workbook;
  readonly tx: Transaction;
  readonly user: string;
  /** The OAuth client that calls; undefined for the file's own script. */
  readonly client: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly cost: CostMeter;
}

/**
 * Filling a range with one thing is far cheaper than writing distinct cells: 10 M cells in 3 s against 150 s
 * (performance.md §1), so it is charged one cell in fifty.
 */
const FILL_DISCOUNT = 50;

export function charge(cost: CostMeter, cells: number, rows: number): void {
  cost.cells += cells;
  cost.rows += rows;
}

export function chargeFill(cost: CostMeter, cells: number): void {
  cost.cells += Math.ceil(cells / FILL_DISCOUNT);
}

export function roleIn(workbook: Workbook, user: string): FileRole | null {
  const mail = user.toLowerCase();
  return Object.hasOwn(workbook.people, mail) ? workbook.people[mail] ?? null : null;
}

export function localeOf(workbook: Workbook): string {
  return workbook.properties.locale ?? 'en_US';
}

export function assertMayWrite(workbook: Workbook, user: string): void {
  const role = roleIn(workbook, user);
  if (role !== 'owner' && role !== 'editor') throw permissionDenied();
}

/** A positive 31-bit id that `isTaken` does not know, from the generator kept in the workbook. */
export function makeId({ tx, workbook }: Pick<CallContext, 'tx' | 'workbook'>, isTaken: (id: number) => boolean): number {
  for (;;) {
    tx.set(workbook, 'idSeed', (workbook.idSeed + 0x6D2B79F5) | 0);
    let mixed = Math.imul(workbook.idSeed ^ (workbook.idSeed >>> 15), workbook.idSeed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const id = (mixed ^ (mixed >>> 14)) >>> 1;
    if (id > 0 && !isTaken(id)) return id;
  }
}
