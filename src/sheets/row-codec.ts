/** Values ↔ cells. The only place that knows how a field kind looks in the grid. */
import type { EntityDeclaration, Field, Value, Values } from '../domain/field';
import { LANGUAGES, type Language } from '../domain/language';
import { currencyDecimals, formatMoney, parseMoney } from '../domain/money';
import { fromSerial, isPlainDate, toSerial } from '../domain/plain-date';
import type { RecordStamp } from '../domain/record';
import { TAG_SEPARATORS } from '../domain/check-record';
import { currencyOf } from '../domain/money-field';
import { sha256Hex } from '../domain/sha256';
import { ID, SYSTEM, type ColumnLayout } from './column-layout';
import type { ExtendedValue, Primitive } from './sheets-api';

const TAG_JOINER = ', ';

/** What a cell shows that holds `value`. Blank is the empty object: it clears the cell. */
export function encodeValue(field: Field, value: Value, language: Language, values: Values): ExtendedValue {
  if (value === null || value.length === 0) return {};
  if (typeof value !== 'string') return { stringValue: value.join(TAG_JOINER) };
  switch (field.kind) {
    case 'choice':
      return { stringValue: field.options[value]?.[language] ?? value };
    case 'date':
      return isPlainDate(value) ? { numberValue: toSerial(value) } : { stringValue: value };
    case 'money':
      return encodeMoney(value, currencyOf(field, values));
    default:
      return { stringValue: value };
  }
}

/**
 * What a person or we put into a cell, as a value of the field. Something that does not fit the field
 * (typed past the rule) stays the text it is, so that nothing typed is lost.
 */
export function decodeValue(field: Field, cell: Primitive, values: Values): Value {
  if (cell === null || cell === '') return null;
  const text = String(cell);
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.options).find((key) => LANGUAGES.some((language) => field.options[key]?.[language] === text)) ?? text;
    case 'date':
      return typeof cell === 'number' ? fromSerial(cell) ?? text : text;
    case 'money':
      return typeof cell === 'number' ? decodeMoney(cell, currencyOf(field, values)) : text;
    case 'tags':
      return text.split(TAG_SEPARATORS).map((tag) => tag.trim()).filter((tag) => tag !== '');
    default:
      return text;
  }
}

/** One row as read → the values of its fields that have a column. */
export function decodeRow(entity: EntityDeclaration, layout: ColumnLayout, cells: readonly Primitive[]): Values {
  const values: Record<string, Value> = {};
  for (const pass of [isNotMoney, isMoney]) {
    for (const [key, field] of Object.entries(entity.fields)) {
      const column = layout.columns[key];
      if (column !== undefined && pass(field)) values[key] = decodeValue(field, cells[column] ?? null, values);
    }
  }
  return values;
}

/** First 16 hexadecimal digits of SHA-256 over the row as our own write leaves it. */
export function rowDigest(id: string, revision: number, values: Values): string {
  const filled = Object.keys(values).sort().filter((key) => values[key] !== null).map((key) => [key, values[key]]);
  return sha256Hex(JSON.stringify([id, revision, filled])).slice(0, 16);
}

/** The packed `system` cell: a JSON list in this order. */
export function encodeStamp(stamp: RecordStamp): string {
  const { revision, createdAt, createdBy, updatedAt, updatedBy, operationId, digest, archivedAt } = stamp;
  return JSON.stringify([revision, createdAt, createdBy, updatedAt, updatedBy, operationId, digest, archivedAt]);
}

/** Null for a cell that is not a stamp: a row typed by hand, or a damaged one. */
export function decodeStamp(cell: Primitive): RecordStamp | null {
  if (typeof cell !== 'string' || !cell.startsWith('[')) return null;
  try {
    const [revision, createdAt, createdBy, updatedAt, updatedBy, operationId, digest, archivedAt] = JSON.parse(cell) as [number, string, string, string, string, string, string, string | null];
    return Number.isInteger(revision) ? { revision, createdAt, createdBy, updatedAt, updatedBy, operationId, digest, archivedAt: archivedAt ?? null } : null;
  } catch {
    return null;
  }
}

/** Whether the packed cell says archived, without unpacking it: index pages look at 100,000 of them. */
export function isArchivedStamp(cell: Primitive): boolean {
  return typeof cell === 'string' && cell.endsWith('Z"]') && cell.length > 0;
}

/** The instant of creation in a packed cell, without unpacking it. */
export function createdAtInStamp(cell: Primitive): string | null {
  return typeof cell === 'string' ? /^\[\d+,"([^"]+)"/.exec(cell)?.[1] ?? null : null;
}

/** The cells of a record's row, by column: its id, its stamp, and the values it has. A field that is off keeps its cell. */
export function encodeRow(entity: EntityDeclaration, layout: ColumnLayout, record: { id: string; values: Values; stamp: RecordStamp }, language: Language): ReadonlyMap<number, ExtendedValue> {
  const cells = new Map<number, ExtendedValue>();
  for (const [key, column] of Object.entries(layout.columns)) {
    if (key === ID) cells.set(column, { stringValue: record.id });
    else if (key === SYSTEM) cells.set(column, { stringValue: encodeStamp(record.stamp) });
    else if (key in record.values) cells.set(column, encodeValue(entity.fields[key] as Field, record.values[key] ?? null, language, record.values));
  }
  return cells;
}

function decodeMoney(amount: number, currency: string): string {
  return formatMoney(Math.round(amount * 10 ** currencyDecimals(currency)), currency);
}

function encodeMoney(value: string, currency: string): ExtendedValue {
  const money = parseMoney(value, currency);
  return money.ok ? { numberValue: money.minor / 10 ** currencyDecimals(currency) } : { stringValue: value };
}

const isMoney = (field: Field): boolean => field.kind === 'money';
const isNotMoney = (field: Field): boolean => field.kind !== 'money';
