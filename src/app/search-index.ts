/** The search index of all customers, handed to the sidebar in pages and kept current by deltas. */
import type { IndexDeltaData, IndexEntry, IndexPageData, MethodParams } from '../contract/methods';
import { CUSTOMER } from '../domain/entities/customer';
import type { Value } from '../domain/field';
import type { Issue } from '../domain/issue';
import { validation } from './ports/app-error';
import type { ColumnRow } from './ports/archive';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';
import { MAX_CELLS } from './workbook-status';

/** Rows of a page; a page also ends before `PAGE_BYTES`. */
const PAGE_ROWS = 5000;
const PAGE_BYTES = 900_000;

/** Newest rows are at the end of the tab, but any order will do: the index is searchable as it grows. */
export function indexPage(context: AppContext, params: MethodParams<'index.page'>): IndexPageData {
  needConfig(context.archive.config());
  const from = params.next === undefined ? 1 : Number(params.next);
  if (!Number.isInteger(from) || from < 1 || from > MAX_CELLS) throw validation([{ path: 'next', code: 'out_of_range' } satisfies Issue]);
  const { rows, count } = context.archive.columnSlice(CUSTOMER, searchKeysOf(context), from, from + PAGE_ROWS);
  const entries: IndexEntry[] = [];
  let bytes = 0;
  for (const row of rows) {
    const entry = entryOf(row);
    bytes += byteLength(JSON.stringify(entry));
    if (bytes > PAGE_BYTES) return { entries, next: String(row.row) };
    if (row.id !== '' && row.createdAt !== null) entries.push(entry);
  }
  return { entries, next: rows.length === PAGE_ROWS || from + PAGE_ROWS <= count ? String(from + PAGE_ROWS) : null };
}

export function indexDelta(context: AppContext, params: MethodParams<'index.delta'>): IndexDeltaData {
  needConfig(context.archive.config());
  const changed = context.archive.changedSince(CUSTOMER, params.sinceSeq);
  if (changed.records === null) return { entries: [], seq: changed.seq, reload: true };
  return { entries: changed.records.map((record) => entryOf({ ...record, archived: record.stamp.archivedAt !== null })), seq: changed.seq, reload: false };
}

/** The enabled fields that search looks at; what is sealed is never among them. */
function searchKeysOf(context: AppContext): readonly string[] {
  const enabled = needConfig(context.archive.config()).enabled[CUSTOMER.name] ?? [];
  return enabled.filter((key) => CUSTOMER.fields[key as keyof typeof CUSTOMER.fields] !== undefined && searchRole(key) !== undefined);
}

function searchRole(key: string): 'name' | 'phone' | 'text' | undefined {
  const field = CUSTOMER.fields[key as keyof typeof CUSTOMER.fields];
  return 'search' in field ? field.search : undefined;
}

function entryOf(row: Pick<ColumnRow, 'row' | 'id' | 'archived' | 'values'>): IndexEntry {
  const texts = Object.keys(row.values).filter((key) => searchRole(key) === 'text').map((key) => shown(row.values[key]));
  return [
    row.id, row.row + 1, row.archived ? 1 : 0, shown(row.values['name']), shown(row.values['companyName']), shown(row.values['phone']),
    texts.filter((text) => text !== '').join('\n'),
  ];
}

function shown(value: Value | undefined): string {
  return value == null ? '' : typeof value === 'string' ? value : value.join('\n');
}

/** UTF-8 length, without an encoder. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) bytes += text.charCodeAt(i) < 0x80 ? 1 : text.charCodeAt(i) < 0x800 ? 2 : 3;
  return bytes;
}
