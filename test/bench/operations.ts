/**
 * Everything people and jobs do to an archive that has a call budget (architecture: "Call budget"), done once each on a
 * large archive. Each begins warm, as after somebody opened the sidebar, unless its name says otherwise.
 */
import { createSeededRandom } from '../../host/door/seeded-random';
import { CUSTOMER } from '../../src/domain/entities/customer';
import type { Values } from '../../src/domain/field';
import { enabledKeys } from '../../src/domain/field-selection';
import { DEFAULT_TAB_IDS, sheetIdOf } from '../../src/sheets/tabs';
import { SearchIndex } from '../../sidebar/search-index';
import { MANAGER, OWNER, SALES } from '../support/archive-host';
import { generatedCustomer } from '../support/generated-records';
import type { LargeArchive } from '../support/large-archive';
import { measure, type Traced } from './measure';

/** At most so many Sheets calls, whatever the size of the archive. */
export interface Budget {
  readonly reads: number;
  readonly writes: number;
  /** Cells that the reads may bring. */
  readonly cellsRead?: number;
  /** Calls of other services: `MOST_OTHER_CALLS` unless it says otherwise. */
  readonly otherCalls?: number;
}

/** Cache, lock, identity, ids and dates of one request. */
export const MOST_OTHER_CALLS = 20;

export interface Operation {
  readonly name: string;
  readonly budget: Budget;
  /** Brings the archive into the situation that the name speaks of; not counted. */
  readonly before?: (archive: LargeArchive) => void;
  readonly work: (archive: LargeArchive) => void;
  /** Takes the situation away again. */
  readonly after?: (archive: LargeArchive) => void;
}

/** In this order: the last ones find the customers' tab sorted. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'bootstrap cold', budget: { reads: 2, writes: 0 }, before: forgetCache, work: bootstrap },
  { name: 'bootstrap', budget: { reads: 2, writes: 0 }, work: bootstrap },
  { name: 'index.page', budget: { reads: 1, writes: 0 }, work: ({ host }) => host.ok(SALES, 'index.page', {}) },
  { name: 'index.delta', budget: { reads: 2, writes: 0 }, before: changeThree, work: ({ host, customerIds }) => host.ok(SALES, 'index.delta', { sinceSeq: 3 * customerIds.length }) },
  keystroke(),
  { name: 'record.get', budget: { reads: 1, writes: 0 }, work: getCustomer(0.6) },
  { name: 'record.get cold', budget: { reads: 2, writes: 0 }, before: forgetCache, work: getCustomer(0.61), after: warmUp },
  { name: 'record.list page', budget: { reads: 2, writes: 0 }, work: ({ host }) => host.ok(SALES, 'record.list', { entity: 'customer', page: 2 }) },
  { name: 'record.list filtered and sorted', budget: { reads: 2, writes: 0 }, work: listFiltered },
  { name: 'customer.card', budget: { reads: 2, writes: 0 }, work: showCard(0.6) },
  { name: 'record.history', budget: { reads: 2, writes: 0 }, work: ({ host, customerIds }) => host.ok(SALES, 'record.history', { entity: 'customer', id: placeAt(customerIds, 0.6).id }) },
  { name: 'record.save update', budget: { reads: 1, writes: 1, cellsRead: 400 }, work: updateCustomer(0.62) },
  { name: 'record.save update cold', budget: { reads: 2, writes: 1 }, before: forgetCache, work: updateCustomer(0.63), after: warmUp },
  { name: 'record.save update of a duplicate key', budget: { reads: 2, writes: 1 }, work: updateCustomer(0.64, { phone: '13912345678' }) },
  { name: 'record.save update after a row was inserted above', budget: { reads: 2, writes: 1 }, before: insertRow, work: updateCustomer(0.65), after: deleteRow },
  { name: 'record.save update in a busy minute', budget: { reads: 1, writes: 1, cellsRead: 400 }, before: saveMany, work: updateCustomer(0.66) },
  { name: 'record.save insert customer', budget: { reads: 2, writes: 1 }, work: insertCustomer },
  { name: 'record.save insert transaction', budget: { reads: 2, writes: 1 }, work: insertTransaction },
  { name: 'record.import 1,000 customers', budget: { reads: 2, writes: 1, otherCalls: 30 }, work: importCustomers },
  { name: 'customer.card after a sort', budget: { reads: 3, writes: 0 }, before: sortByReview, work: showCard(0.7) },
  { name: 'record.get after a sort', budget: { reads: 3, writes: 0 }, work: getCustomer(0.71) },
  // Nothing finds a row by what it holds: the wrong row, the id column, the right row.
  { name: 'record.save update after a sort', budget: { reads: 3, writes: 1 }, work: updateCustomer(0.72) },
  // Mails, and the zone's offset once in some days of history; never once a customer.
  { name: 'daily reminders', budget: { reads: 5, writes: 4, otherCalls: 400 }, before: sleepUntilTomorrow, work: runDailyJobs },
];

const IMPORTED = 1_000;

/** Records that the operations add in all. */
export const ADDED = { customer: 1 + IMPORTED, transaction: 1 } as const;

/** Every operation once, in order. */
export function measureAll(archive: LargeArchive): ReadonlyMap<string, Traced> {
  warmUp(archive);
  return new Map(OPERATIONS.map(({ name, before, work, after }) => {
    archive.host.clock.advance(PAUSE_MS);
    before?.(archive);
    const measured = measure(archive.host, () => work(archive));
    after?.(archive);
    return [name, measured] as const;
  }));
}

/** Between two operations, so that each finds a quiet archive. */
const PAUSE_MS = 5 * 60_000;
/** Longer than Google keeps anything in its cache. */
const OVERNIGHT_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

function bootstrap({ host }: LargeArchive): void {
  host.ok(SALES, 'bootstrap', {});
}

function warmUp(archive: LargeArchive): void {
  bootstrap(archive);
  archive.host.ok(SALES, 'record.get', { entity: 'customer', id: placeAt(archive.customerIds, 0.5).id });
  archive.host.ok(SALES, 'record.get', { entity: 'transaction', id: placeAt(archive.transactionIds, 0.5).id });
}

function forgetCache({ host }: LargeArchive): void {
  host.clock.advance(OVERNIGHT_MS);
}

function changeThree(archive: LargeArchive): void {
  for (const share of [0.1, 0.2, 0.3]) updateCustomer(share)(archive);
}

function keystroke(): Operation {
  let index = new SearchIndex();
  return {
    name: 'keystroke', budget: { reads: 0, writes: 0 },
    before: ({ host }) => {
      index = new SearchIndex();
      index.addPage(host.ok(SALES, 'index.page', {}).entries);
      index.prepare(() => false);
    },
    work: () => {
      if (index.search('wang', 20).total === 0) throw new Error('the search index found nobody');
    },
  };
}

function getCustomer(share: number): Operation['work'] {
  return ({ host, customerIds }) => host.ok(SALES, 'record.get', { entity: 'customer', ...placeAt(customerIds, share) });
}

function showCard(share: number): Operation['work'] {
  return ({ host, customerIds }) => host.ok(SALES, 'customer.card', placeAt(customerIds, share));
}

/** The second page of the regular customers, reviewed last first. */
function listFiltered({ host }: LargeArchive): void {
  const { page } = host.ok(SALES, 'record.list', { entity: 'customer', filter: { tier: 'regular' }, sort: { field: 'lastReviewedOn', descending: true }, page: 2 });
  if (page !== 2) throw new Error('there is no second page');
}

function updateCustomer(share: number, values: Values = { remarks: '下周三回访，带新样品' }): Operation['work'] {
  return ({ host, customerIds }) => host.ok(SALES, 'record.save', { entity: 'customer', ...placeAt(customerIds, share), revision: 1, values });
}

function insertCustomer({ host }: LargeArchive): void {
  host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '欧阳若兰', tier: 'vip', phone: '13700001111', email: 'ruolan@example.com' } });
}

function insertTransaction({ host, customerIds }: LargeArchive): void {
  const customerId = placeAt(customerIds, 0.6).id;
  host.ok(SALES, 'record.save', { entity: 'transaction', values: { customerId, occurredOn: '2026-11-20', product: '会议桌 1.8m', amount: '1280' } });
}

function importCustomers({ host, customerIds }: LargeArchive): void {
  const random = createSeededRandom('import');
  const moment = { createdOn: '2026-11-23', today: '2026-11-23' };
  const records = Array.from({ length: IMPORTED }, (_, i) => generatedCustomer(random, customerIds.length + i, moment));
  host.ok(MANAGER, 'record.import', { entity: 'customer', records });
}

/** Thirty-two saves without a pause: the Journal's tail must still prove that the next operation is new. */
function saveMany(archive: LargeArchive): void {
  for (let n = 1; n <= 32; n += 1) updateCustomer(0.3 + n / 200)(archive);
}

/** A person inserts a row far above: hints below are one row off. */
function insertRow(archive: LargeArchive): void {
  asPerson(archive, { insertDimension: { range: FIFTH_ROW, inheritFromBefore: true } });
}

function deleteRow(archive: LargeArchive): void {
  asPerson(archive, { deleteDimension: { range: FIFTH_ROW } });
}

/** A person sorts the whole tab: no hint holds any more. */
function sortByReview(archive: LargeArchive): void {
  const column = 1 + enabledKeys(CUSTOMER, 'sales', {}).indexOf('reviewDueOn');
  asPerson(archive, { sortRange: { range: { sheetId: CUSTOMERS, startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: column, sortOrder: 'DESCENDING' }] } });
}

function asPerson({ host }: LargeArchive, request: object): void {
  host.engine.execute({ method: 'spreadsheets.batchUpdate', params: { spreadsheetId: host.spreadsheetId }, body: { requests: [request] }, user: OWNER });
}

const CUSTOMERS = sheetIdOf(DEFAULT_TAB_IDS, CUSTOMER.name);
const FIFTH_ROW = { sheetId: CUSTOMERS, dimension: 'ROWS', startIndex: 4, endIndex: 5 };

function sleepUntilTomorrow({ host }: LargeArchive): void {
  host.clock.advance(DAY_MS);
}

function runDailyJobs({ host }: LargeArchive): void {
  const { ok, logs } = host.script.fire(OWNER, 'runDailyJobs');
  if (!ok || logs.length > 0 || host.script.outbox().length === 0) throw new Error(`the daily run did not send its mails: ${JSON.stringify(logs)}`);
}

/** The customer or transaction at that share of all of them, and its row when it was made, as an index page tells it. */
function placeAt(ids: readonly string[], share: number): { id: string; row: number } {
  const index = Math.floor(ids.length * share);
  return { id: ids[index] ?? '', row: index + 2 };
}
