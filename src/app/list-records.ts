/** Pages of a filtered, sorted tab: one read of the columns that decide, one of the page's rows. */
import type { MethodParams, RecordListData } from '../contract/methods';
import type { EntityDeclaration, Value } from '../domain/field';
import type { Issue } from '../domain/issue';
import { parseMoney } from '../domain/money';
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

  const keys = [...new Set([...filter.map(([key]) => key), ...(params.sort === undefined ? [] : [params.sort.field])])];
  const { rows } = context.archive.columns(entity, keys);
  const matching = rows.filter((row) => row.id !== '' && row.createdAt !== null && row.archived === (params.archived ?? false) && filter.every(([key, wanted]) => matches(row.values[key] ?? null, wanted)));
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

/** A list of wanted values means any of them; a field of several values matches with one of them. */
function matches(value: Value, wanted: Value): boolean {
  if (wanted === null) return value === null;
  const alternatives = typeof wanted === 'string' ? [wanted] : wanted;
  const held = value === null ? [] : typeof value === 'string' ? [value] : value;
  return held.some((item) => alternatives.includes(item));
}

/** Blanks come last either way, and equal values keep the order of the tab. */
function sortRows(entity: EntityDeclaration, rows: readonly ColumnRow[], sort: NonNullable<ListParams['sort']>): readonly ColumnRow[] {
  const sign = sort.descending === true ? -1 : 1;
  const compare = comparer(entity, sort.field);
  return [...rows].sort((a, b) => {
    const [left, right] = [a.values[sort.field] ?? null, b.values[sort.field] ?? null];
    if (left === null || right === null) return left === right ? a.row - b.row : left === null ? 1 : -1;
    return sign * compare(String(left), String(right)) || a.row - b.row;
  });
}

/** Choices sort in the order they are declared, money by amount, texts by pinyin. */
function comparer(entity: EntityDeclaration, key: string): (a: string, b: string) => number {
  const field = entity.fields[key];
  if (field?.kind === 'choice') {
    const order = Object.keys(field.options);
    return (a, b) => order.indexOf(a) - order.indexOf(b);
  }
  if (field?.kind === 'money') return (a, b) => amount(a) - amount(b);
  if (field?.kind === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const collator = new Intl.Collator('zh-CN');
  return (a, b) => collator.compare(a, b);
}

/** Comparable within one currency; unreadable amounts come first. */
function amount(text: string): number {
  const parsed = parseMoney(text, 'CNY');
  return parsed.ok ? parsed.minor : -Infinity;
}
