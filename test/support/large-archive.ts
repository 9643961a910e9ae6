/**
 * An archive at size: the tabs are made by the bundle's own set-up, and then hold the rows that as many single saves would
 * have left there, encoded by the product's codec. N customers have 2 N transactions and 3 N Journal rows.
 */
import { createSeededRandom, type SeededRandom } from '../../host/door/seeded-random';
import { makeOperationId } from '../../src/contract/operation-id';
import { derive } from '../../src/domain/derive';
import { diff } from '../../src/domain/changes';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import { enabledKeys } from '../../src/domain/field-selection';
import type { EntityDeclaration, Values } from '../../src/domain/field';
import { instantOf } from '../../src/domain/instant';
import { todayFrom } from '../../src/domain/plain-date';
import { makeRecordId } from '../../src/domain/record-id';
import { DEFAULT_REVIEW_POLICY } from '../../src/domain/review-cycle';
import { CELLS } from '../../src/sheets/archive-context';
import { columnLayout, type ColumnLayout } from '../../src/sheets/column-layout';
import { gridReader } from '../../src/sheets/grid-reader';
import { encodeOperation, GENESIS } from '../../src/sheets/journal-codec';
import { appendRows, text, writeCells } from '../../src/sheets/requests';
import { encodeRow, rowDigest } from '../../src/sheets/row-codec';
import { rowFormats } from '../../src/sheets/row-formats';
import type { ExtendedValue, Primitive, Request, Spreadsheet } from '../../src/sheets/sheets-api';
import { encodeHead } from '../../src/sheets/system-tab';
import { RECORD_ROWS } from '../../src/sheets/tab-requests';
import { headerFilter, DEFAULT_TAB_IDS, sheetIdOf, SYSTEM_ROWS, SYSTEM_TABS } from '../../src/sheets/tabs';
import { MANAGER, OWNER, SALES, setUpArchive, START, type ArchiveHost } from './archive-host';
import { generatedCustomer, generatedTransaction } from './generated-records';

export interface LargeArchive {
  readonly host: ArchiveHost;
  /** In the order of the rows: number `i` stands in row `i + 2` of the grid. All are at revision 1. */
  readonly customerIds: readonly string[];
  readonly transactionIds: readonly string[];
}

const PRESET = 'sales';
const LANGUAGE = 'zh-CN';
const SHANGHAI_MINUTES = 480;
/** The saves are spread evenly over so long before `START`. */
const HISTORY_MS = 3 * 365 * 86_400_000;
/** Rows laid into a tab at once: bounds the memory that is held twice. */
const BLOCK_ROWS = 5_000;

export function largeArchive(customers: number): LargeArchive {
  const host = setUpArchive({ seed: 'large', preset: PRESET, language: LANGUAGE });
  const random = createSeededRandom('large archive');
  const saves = 3 * customers;
  const records = { customer: recordTab(host, CUSTOMER, customers), transaction: recordTab(host, TRANSACTION, saves - customers) };
  const journal = rowsOfTab(host, 'journal');
  growJournal(host, saves);
  let hash = GENESIS;
  for (let save = 0; save < saves; save += 1) {
    const { customer, transaction } = records;
    const tab = save % 3 === 0 ? customer : transaction;
    const at = START - Math.floor(((saves - save) * HISTORY_MS) / saves);
    const moment = { createdOn: todayFrom(at, SHANGHAI_MINUTES), today: todayFrom(START, SHANGHAI_MINUTES) };
    const typed = tab === customer
      ? generatedCustomer(random, customer.ids.length, moment)
      : generatedTransaction(random, transaction.ids.length, customer.ids[random.integer(customer.ids.length)] ?? '', moment);
    hash = saveOne(tab, journal, { seq: save + 1, at, createdOn: moment.createdOn, typed, hash, random });
  }
  for (const tab of [records.customer.rows, records.transaction.rows, journal]) tab.flush();
  writeHead(host, { seq: saves, row: saves, hash, counts: { customer: customers, transaction: saves - customers } });
  return { host, customerIds: records.customer.ids, transactionIds: records.transaction.ids };
}

interface RecordTab {
  readonly entity: EntityDeclaration;
  readonly keys: readonly string[];
  readonly layout: ColumnLayout;
  readonly rows: TabRows;
  readonly ids: string[];
}

interface TabRows {
  add(cells: readonly Primitive[]): void;
  flush(): void;
}

interface Save {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly createdOn: string;
  readonly typed: Values;
  /** Of the Journal's row above. */
  readonly hash: string;
  readonly random: SeededRandom;
}

/** What one save of a new record leaves: its row and its Journal row. Answers the Journal's new head. */
function saveOne({ entity, keys, layout, rows, ids }: RecordTab, journal: TabRows, { seq, at, createdOn, typed, hash, random }: Save): string {
  const derived = derive(entity, typed, { createdOn, reviewPolicy: DEFAULT_REVIEW_POLICY });
  const values = Object.fromEntries(keys.map((key) => [key, derived[key] ?? null] as const));
  const id = makeRecordId(entity.idPrefix, hex(random, 16));
  const instant = instantOf(at);
  const by = seq % 4 === 0 ? MANAGER : SALES;
  const operationId = makeOperationId(at, hex(random, 16));
  const stamp = {
    revision: 1, createdAt: instant, createdBy: by, updatedAt: instant, updatedBy: by, operationId, archivedAt: null, digest: rowDigest(id, 1, values),
  };
  rows.add(plainRow(encodeRow(entity, layout, { id, values, stamp }, LANGUAGE)));
  ids.push(id);

  const entered = Object.fromEntries(Object.entries(values).filter(([key]) => entity.fields[key]?.derived !== true));
  const [cells, ...more] = encodeOperation({
    seq, at: instant, by, method: 'record.save', operationId, previousHash: hash, salt: hex(random, 30),
    records: [{ entity: entity.name, id, revision: 1, changes: diff({}, entered) }],
  });
  if (cells === undefined || more.length > 0) throw new Error('a generated save takes one Journal row');
  journal.add(cells);
  return cells[5];
}

/** The tab of an entity, grown to hold so many records besides its header. */
function recordTab(host: ArchiveHost, entity: EntityDeclaration, records: number): RecordTab {
  const sheetId = sheetIdOf(DEFAULT_TAB_IDS, entity.name);
  const answer = host.engine.execute({
    method: 'spreadsheets.getByDataFilter', params: { spreadsheetId: host.spreadsheetId, fields: CELLS }, body: { dataFilters: [headerFilter(sheetId)] }, user: OWNER,
  });
  const layout = columnLayout(entity, gridReader(answer.response as Spreadsheet), sheetId);
  const missing = records + 1 - RECORD_ROWS;
  if (missing > 0) update(host, [appendRows(sheetId, missing), ...rowFormats(entity, layout.columns, LANGUAGE, sheetId, RECORD_ROWS, RECORD_ROWS + missing)]);
  return { entity, keys: enabledKeys(entity, PRESET, {}), layout, rows: rowsOfTab(host, entity.name), ids: [] };
}

function growJournal(host: ArchiveHost, rows: number): void {
  const present = SYSTEM_TABS.find(({ key }) => key === 'journal')?.rows ?? 0;
  if (rows + 1 > present) update(host, [appendRows(sheetIdOf(DEFAULT_TAB_IDS, 'journal'), rows + 1 - present)]);
}

function writeHead(host: ArchiveHost, head: Parameters<typeof encodeHead>[0]): void {
  update(host, [writeCells(sheetIdOf(DEFAULT_TAB_IDS, 'system'), SYSTEM_ROWS.head, 1, [[text(encodeHead(head))]])]);
}

/** Collects rows below a tab's header and lays them in by blocks. */
function rowsOfTab(host: ArchiveHost, tab: string): TabRows {
  const sheetId = sheetIdOf(DEFAULT_TAB_IDS, tab);
  let next = 1;
  let block: (readonly Primitive[])[] = [];
  const flush = (): void => {
    host.engine.bulkLoad(host.spreadsheetId, sheetId, next, block);
    next += block.length;
    block = [];
  };
  return {
    add: (cells) => {
      block.push(cells);
      if (block.length === BLOCK_ROWS) flush();
    },
    flush,
  };
}

function update(host: ArchiveHost, requests: readonly Request[]): void {
  host.engine.execute({ method: 'spreadsheets.batchUpdate', params: { spreadsheetId: host.spreadsheetId }, body: { requests }, user: OWNER });
}

function plainRow(cells: ReadonlyMap<number, ExtendedValue>): Primitive[] {
  const row: Primitive[] = new Array<Primitive>(Math.max(...cells.keys()) + 1).fill(null);
  for (const [column, value] of cells) row[column] = value.stringValue ?? value.numberValue ?? null;
  return row;
}

function hex(random: SeededRandom, digits: number): string {
  let result = '';
  while (result.length < digits) result += random.integer(0x1000000).toString(16).padStart(6, '0');
  return result.slice(0, digits);
}
