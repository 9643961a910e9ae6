/**
 * What other libraries that use a spreadsheet as a table cost for the same. Their calls were counted by running them
 * against a counting stand-in of SpreadsheetApp, fresh execution, key at 60 % of the rows, page = matches 51–100; no
 * lock, no google.script.run. Model seconds are those of the same latency model, mid.
 */
export interface PeerCost {
  readonly calls: number;
  /** Cells of the whole table, times this … */
  readonly tables: number;
  /** … and of one row, times this. */
  readonly rows: number;
  /** Modelled seconds at 1,000, 10,000 and 100,000 rows. */
  readonly seconds: readonly [number, number, number];
}

export const COMPARED = ['find by key', 'insert 1', 'update 1', 'filtered page'] as const;
export type Compared = (typeof COMPARED)[number];

export interface Peer {
  readonly name: string;
  readonly columns: number;
  readonly costs: Readonly<Record<Compared, PeerCost>>;
}

export const PEER_SIZES = [1_000, 10_000, 100_000] as const;

const cost = (calls: number, tables: number, rows: number, ...seconds: [number, number, number]): PeerCost => ({ calls, tables, rows, seconds });

export const PEERS: readonly Peer[] = [
  {
    name: 'Tamotsu (itmammoth, c82411a)', columns: 15,
    costs: { 'find by key': cost(3, 1, 0, 0.6, 1.7, 13.2), 'insert 1': cost(4, 0, 1, 0.55, 0.55, 0.55), 'update 1': cost(5, 1, 1, 0.8, 2, 13.5), 'filtered page': cost(3, 1, 0, 0.6, 1.7, 13.2) },
  },
  {
    name: 'SheetQuery (npm sheetquery 1.5.2)', columns: 15,
    costs: { 'find by key': cost(2, 1, 0, 0.4, 1.6, 13.1), 'insert 1': cost(3, 0, 1, 0.5, 0.5, 0.5), 'update 1': cost(3, 1, 1, 0.5, 1.7, 13.2), 'filtered page': cost(2, 1, 0, 0.4, 1.6, 13.1) },
  },
  {
    name: 'gas-db (shunta-furukawa, b6c4605)', columns: 15,
    costs: { 'find by key': cost(4, 1, 0, 0.7, 1.9, 13.3), 'insert 1': cost(7, 1, 0, 1.1, 2.2, 13.7), 'update 1': cost(6, 2, 0, 1.1, 3.4, 26.3), 'filtered page': cost(4, 1, 0, 0.7, 1.9, 13.3) },
  },
  {
    name: 'bmFiddler (brucemcpherson, e3dabc1)', columns: 15,
    costs: { 'find by key': cost(2, 1, 0, 0.4, 1.6, 13.1), 'insert 1': cost(4, 2, 0, 1.5, 10.4, 98.8), 'update 1': cost(4, 2, 0, 1.5, 10.4, 98.8), 'filtered page': cost(2, 1, 0, 0.4, 1.6, 13.1) },
  },
  {
    name: 'SheetORM (@b2bc-devkit 1.2.0, 0165f63)', columns: 14,
    costs: { 'find by key': cost(5, 1, 0, 0.8, 1.9, 12.6), 'insert 1': cost(4, 0, 1, 0.55, 0.55, 0.55), 'update 1': cost(6, 1, 0, 0.9, 2, 12.7), 'filtered page': cost(5, 1, 0, 0.8, 1.9, 12.6) },
  },
  {
    name: 'getDataRange, as tutorials do it', columns: 15,
    costs: { 'find by key': cost(2, 1, 0, 0.4, 1.6, 13.1), 'insert 1': cost(1, 0, 0, 0.23, 0.23, 0.23), 'update 1': cost(3, 1, 0, 0.5, 1.7, 13.2), 'filtered page': cost(2, 1, 0, 0.4, 1.6, 13.1) },
  },
];

/** The operation of ours that does the same. */
export const OURS: Readonly<Record<Compared, string>> = {
  'find by key': 'record.get', 'insert 1': 'record.save insert customer', 'update 1': 'record.save update', 'filtered page': 'record.list filtered and sorted',
};
