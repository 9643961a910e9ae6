/** The demo archive: 793 customers and 5,009 orders, through the product's own door as any import goes. */
import { readSuperstore } from './superstore-orders';
import { customerRecord, customersOf, transactionRecord, type DemoLanguage, type RecordValues } from './superstore-records';

/** The one door of the product, as a workbench opens it. */
export interface ProductDoor {
  rpc(user: string, request: unknown): Promise<unknown>;
}

const OWNER = 'owner@example.com';

const TEAM = [
  { email: OWNER, role: 'owner' }, { email: 'manager@example.com', role: 'manager' }, { email: 'sales@example.com', role: 'sales' },
  { email: 'service@example.com', role: 'service' }, { email: 'viewer@example.com', role: 'viewer' },
] as const;

/** Most records that one `record.import` takes. */
const BLOCK = 2000;

/**
 * Sets a workbook up and fills it, in six calls. Each block has an operation id of its own, so that a load that broke off
 * can be done again: what is there is not written twice. Throws when the product refuses a call.
 */
export async function loadSuperstore(door: ProductDoor, language: DemoLanguage): Promise<void> {
  const orders = readSuperstore();
  const customers = customersOf(orders);
  await ask(door, 'workbook.setup', { preset: 'sales', language, team: TEAM });
  const { today } = await ask<{ readonly today: string }>(door, 'bootstrap', {});

  const ids = await importAll(door, 'customer', customers.map((customer) => customerRecord(customer, language, today)));
  const idOf = new Map(customers.map(({ key }, index) => [key, ids[index]!]));
  await importAll(door, 'transaction', orders.map((order) => transactionRecord(order, idOf.get(order.customerKey)!, language)));
}

/** Ids of the new records, in the order they were given. */
async function importAll(door: ProductDoor, entity: string, records: readonly RecordValues[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let from = 0; from < records.length; from += BLOCK) {
    const block = records.slice(from, from + BLOCK);
    const answer = await ask<{ readonly ids: readonly string[] }>(door, 'record.import', { entity, records: block }, `demo-superstore-${entity}-${from}`);
    if (answer.ids.length !== block.length) throw new Error(`The import of ${block.length} records of ${entity} answered with ${answer.ids.length} ids.`);
    ids.push(...answer.ids);
  }
  return ids;
}

type Envelope<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: unknown };

async function ask<T>(door: ProductDoor, method: string, params: object, operationId?: string): Promise<T> {
  const answer = await door.rpc(OWNER, { method, params, ...(operationId === undefined ? {} : { operationId }) }) as Envelope<T>;
  if (!answer.ok) throw new Error(`The demo could not be loaded: ${method} was refused with ${JSON.stringify(answer.error).slice(0, 1000)}`);
  return answer.data;
}
