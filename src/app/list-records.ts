/** Pages of a filtered, sorted tab: one read of the columns that decide, one of the page's rows. */
import type { MethodParams, RecordListData } from '../contract/methods';
import type { EntityDeclaration, Field, Value, Values } from '../domain/field';
import type { Issue } from '../domain/issue';
import { amountOf, currencyOf } from '../domain/money-field';
import { validation } from './ports/app-error';
import type { ColumnRow } from './ports/archive';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';
import { needEntity, toWire } from './wire-record';

type ListParams = MethodParams<'record.list'>;

const DEFAULT_PAGE_SIZE = 50;

export function listRecords(context: AppContext, params: ListParams): RecordListData {
  const entity = needEntity(params.entity);
  const config = needConfig(context.archive.config());
  const filter = Object.entries(params.filter ?? {});
  const issues = unknownFields(entity, config.enabled[entity.name] ?? [], params);
  if (issues.length > 0) throw validation(issues);

  const keys = [...filter.map(([key]) => key), ...(params.sort === undefined ? [] : [params.sort.field])];
  const { rows } = context.archive.columns(entity, withCurrencies(entity, keys));
  const conditions = filter.map(([key, wanted]) => condition(entity, key, wanted));
  const matching = rows.filter((row) => row.id !== '' && row.createdAt !== null && row.archived === (params.archived ?? false) && conditions.every((holds) => holds(row.values)));
  const sorted = params.sort === undefined ? matching : sortRows(entity, matching, params.sort);
  const pageSize = params.pageSize ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(params.page ?? 1, pages);
  const wanted = sorted.slice((page - 1) * pageSize, page * pageSize).map(({ row }) => row);
  return { records: context.archive.findAt(entity, wanted).map((record) => toWire(entity, record)), total: sorted.length, page, pages };
}

function unknownFields(entity: EntityDeclaration, enabled: readonly string[], params: ListParams): readonly Issue[] {
  const check = (path: string, key: string): Issue[] => {
    if (!Object.prototype.hasOwnProperty.call(entity.fields, key)) return [{ path, code: 'unknown_field' }];
    return enabled.includes(key) ? [] : [{ path, code: 'field_off' }];
  };
  const filtered = Object.keys(params.filter ?? {}).flatMap((key) => check(`filter.${key}`, key));
  return params.sort === undefined ? filtered : [...filtered, ...check('sort.field', params.sort.field)];
}

/** An amount means nothing without its currency. */
function withCurrencies(entity: EntityDeclaration, keys: readonly string[]): readonly string[] {
  return [...new Set(keys.flatMap((key) => {
    const field = entity.fields[key];
    return field?.kind === 'money' ? [key, field.currencyField] : [key];
  }))];
}

/** A list of wanted values means any of them; a field of several values matches with one of them. */
function condition(entity: EntityDeclaration, key: string, wanted: Value): (values: Values) => boolean {
  if (wanted === null) return (values) => (values[key] ?? null) === null;
  const alternatives = typeof wanted === 'string' ? [wanted] : wanted;
  const field = entity.fields[key];
  return (values) => {
    const value = values[key] ?? null;
    const held = value === null ? [] : typeof value === 'string' ? [value] : value;
    return held.some((item) => alternatives.includes(item) || (field?.kind === 'money' && isAmountAmong(item, alternatives, currencyOf(field, values))));
  };
}

/** `1000` is `1000.00`. */
function isAmountAmong(text: string, alternatives: readonly string[], currency: string): boolean {
  const amount = amountOf(text, currency);
  return amount !== null && alternatives.some((other) => amountOf(other, currency) === amount);
}

/** Blanks come last either way, and equal values keep the order of the tab. */
function sortRows(entity: EntityDeclaration, rows: readonly ColumnRow[], { field, descending }: NonNullable<ListParams['sort']>): readonly ColumnRow[] {
  const sign = descending === true ? -1 : 1;
  const rankOf = ranking(entity.fields[field], field);
  const compare = entity.fields[field]?.kind === 'date' ? bySize : byPinyin();
  const ranked = rows.map((row) => ({ row, rank: (row.values[field] ?? null) === null ? null : rankOf(row.values) }));
  return ranked.sort((a, b) => {
    if (a.rank === null || b.rank === null) return a.rank === b.rank ? a.row.row - b.row.row : a.rank === null ? 1 : -1;
    return sign * compare(a.rank, b.rank) || a.row.row - b.row.row;
  }).map(({ row }) => row);
}

/** Choices sort in the order they are declared, amounts by their number whatever the currency, texts by pinyin; unreadable amounts come first. */
function ranking(field: Field | undefined, key: string): (values: Values) => string | number {
  if (field?.kind === 'choice') {
    const order = Object.keys(field.options);
    return (values) => order.indexOf(String(values[key]));
  }
  if (field?.kind === 'money') return (values) => amountOf(String(values[key]), currencyOf(field, values)) ?? -Infinity;
  return (values) => String(values[key]);
}

function byPinyin(): (a: string | number, b: string | number) => number {
  const collator = new Intl.Collator('zh-CN');
  return (a, b) => (typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : bySize(a, b));
}

function bySize(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
