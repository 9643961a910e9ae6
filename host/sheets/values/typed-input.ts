import { dateFromSerial, getFormatDateInfo, getFormatInfo, parseValue } from 'numfmt';
import { invalidArgument } from '../errors';
import type { CellFormat } from '../schema/api';
import type { Cell } from '../store/workbook';
import { isTextFormat } from './number-format';

export type NumberFormat = NonNullable<CellFormat['numberFormat']>;

/** What typing leaves in a cell. `numberFormat` is set only when the cell takes a new one. */
export interface TypedCell {
  readonly value: Cell;
  readonly numberFormat?: NumberFormat;
}

/** How typing is read: `now` gives the year to dates typed without one, the file's locale the decimal mark. */
export interface Reading {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly locale: string;
}

const MAX_CELL_TEXT = 50_000;

/** Day 0 is 1899-12-30. */
const SERIAL_OF_1970 = 25_569;

/** numfmt follows Excel, which counts a 29 February 1900; Google does not, so earlier days differ by one. */
const EXCEL_LEAP_DAY = 60;

/** Google's limit, inclusive. */
export function assertTextFits(text: string): void {
  if (text.length > MAX_CELL_TEXT) throw invalidArgument(`Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`);
}

/**
 * Reads text as if a person typed it (USER_ENTERED): numbers, dates, booleans, formulas; a text cell keeps it letter by letter.
 * assumed: but for the decimal mark all locales read the same dates and amounts.
 */
export function parseTyped(text: string, cellFormat: CellFormat | undefined, reading: Reading): TypedCell {
  assertTextFits(text);
  if (text === '') return { value: null };
  if (isTextFormat(cellFormat)) return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: { formula: text } };
  const parsed = parseChinese(text, reading.now) ?? parseWestern(text, reading);
  if (parsed === null) return { value: text };
  if (typeof parsed.value === 'number') return fitToCell(parsed.value, parsed.pattern, cellFormat);
  return { value: parsed.value };
}

interface Parsed { readonly value: number | boolean; readonly pattern?: string }

/** assumed: a percent cell reads a plain number as percent; a cell that already has a format of the same kind keeps it. */
function fitToCell(value: number, pattern: string | undefined, cellFormat: CellFormat | undefined): TypedCell {
  const present = cellFormat?.numberFormat?.type;
  if (pattern === undefined) return { value: present === 'PERCENT' ? value / 100 : value };
  const type = formatType(pattern);
  return present === type || (present !== undefined && type === 'NUMBER') ? { value } : { value, numberFormat: { type, pattern } };
}

export function isDateNumber(numberFormat: NumberFormat | undefined): boolean {
  return numberFormat?.type === 'DATE' || numberFormat?.type === 'DATE_TIME';
}

function parseWestern(text: string, { now, locale }: Reading): Parsed | null {
  const trimmed = text.trim();
  if (hasDecimalComma(locale) && /^[-+]?[\d.,]+%?$/.test(trimmed)) return parseWithComma(trimmed, locale);
  const parsed = parseValue(trimmed);
  if (parsed === null) return null;
  const { v: value, z: pattern } = parsed;
  if (typeof value === 'boolean' || pattern === undefined) return { value: value as number | boolean };
  const date = getFormatDateInfo(pattern);
  if (date.month && !date.year) return { value: inYearOf(value as number, now), pattern };
  return { value: date.year && (value as number) < EXCEL_LEAP_DAY ? (value as number) + 1 : value as number, pattern };
}

/** Whether 1½ is written `1,5`. */
function hasDecimalComma(locale: string): boolean {
  const known = decimalCommas.get(locale);
  if (known !== undefined) return known;
  const found = new Intl.NumberFormat(locale.replace('_', '-')).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',');
  decimalCommas.set(locale, found);
  return found;
}

const decimalCommas = new Map<string, boolean>();

/** numfmt would read `1.5` as 15; there points only set thousands apart. */
function parseWithComma(text: string, locale: string): Parsed | null {
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?%?$/.test(text)) return null;
  const parsed = parseValue(text, { locale: locale.slice(0, 2) });
  return typeof parsed?.v !== 'number' ? null : { value: parsed.v, ...(parsed.z !== undefined && { pattern: parsed.z }) };
}

/** numfmt takes the year from the real clock; the host has its own. */
function inYearOf(serial: number, now: number): number {
  const [, month = 1, day = 1] = dateFromSerial(serial, { leap1900: false });
  return serialOf(new Date(now).getUTCFullYear(), month, day) + serial % 1;
}

/** `2024年6月15日`, `6月15日`, `￥1,200.50`, `¥5元`-like input that numfmt does not know. */
function parseChinese(text: string, now: number): Parsed | null {
  const trimmed = text.trim();
  const date = /^(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?$/.exec(trimmed);
  if (date !== null) {
    const [, year, month, day] = date;
    if (year === undefined && day === undefined) return null;
    const serial = civilSerial(Number(year ?? new Date(now).getUTCFullYear()), Number(month), Number(day ?? 1));
    if (serial === null) return null;
    return { value: serial, pattern: year === undefined ? 'm"月"d"日"' : day === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"' };
  }
  const money = /^([-+]?)[￥¥]\s*([-+]?)(\d[\d,]*(?:\.\d+)?)$/.exec(trimmed);
  if (money === null || (money[1] !== '' && money[2] !== '')) return null;
  const amount = parseValue(money[3] ?? '');
  if (typeof amount?.v !== 'number') return null;
  return { value: money[1] === '-' || money[2] === '-' ? -amount.v : amount.v, pattern: (money[3] ?? '').includes('.') ? '"¥"#,##0.00' : '"¥"#,##0' };
}

function civilSerial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? serialOf(year, month, day) : null;
}

function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + SERIAL_OF_1970;
}

function formatType(pattern: string): string {
  const date = getFormatDateInfo(pattern);
  const hasDay = date.year || date.month || date.day;
  if (hasDay) return date.hours || date.minutes ? 'DATE_TIME' : 'DATE';
  if (date.hours || date.minutes) return 'TIME';
  const { type } = getFormatInfo(pattern);
  return ({ percent: 'PERCENT', currency: 'CURRENCY', scientific: 'SCIENTIFIC' } as Readonly<Record<string, string>>)[type] ?? 'NUMBER';
}
