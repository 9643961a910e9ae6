/** Reading single records: by id, their history, and the customer's card. */
import { TRANSACTIONS_ON_CARD, type CustomerCardData, type HistoryEntry, type MethodParams, type WireRecord } from '../contract/methods';
import { CUSTOMER } from '../domain/entities/customer';
import { TRANSACTION } from '../domain/entities/transaction';
import type { StoredRecord } from '../domain/record';
import { AppError } from './ports/app-error';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';
import { needEntity, rowHint, toWire } from './wire-record';

export function getRecord(context: AppContext, params: MethodParams<'record.get'>): { record: WireRecord } {
  const entity = needEntity(params.entity);
  needConfig(context.archive.config());
  const record = context.archive.find({ entity, id: params.id, row: rowHint(params.row) });
  if (record === null) throw new AppError('NOT_FOUND');
  return { record: toWire(entity, record) };
}

/** Newest first. A record that never existed has no history: NOT_FOUND. */
export function showHistory(context: AppContext, params: MethodParams<'record.history'>): { entries: readonly HistoryEntry[] } {
  needEntity(params.entity);
  needConfig(context.archive.config());
  const entries = context.archive.history(params.id).flatMap(({ seq, at, by, method, operationId, records }) =>
    records.filter((record) => record.entity === params.entity).map(({ revision, changes }) => ({ seq, at, by, method, operationId, revision, changes })));
  if (entries.length === 0) throw new AppError('NOT_FOUND');
  return { entries };
}

export function showCustomerCard(context: AppContext, params: MethodParams<'customer.card'>): CustomerCardData {
  needConfig(context.archive.config());
  const found = context.archive.withChildren({ entity: CUSTOMER, id: params.id, row: rowHint(params.row) }, TRANSACTION, 'customerId');
  if (found === null) throw new AppError('NOT_FOUND');
  const live = found.children.filter(({ stamp }) => stamp.archivedAt === null);
  const newest = [...live].sort(byDateDescending).slice(0, TRANSACTIONS_ON_CARD);
  return {
    customer: toWire(CUSTOMER, found.record),
    transactions: newest.map((record) => toWire(TRANSACTION, record)),
    transactionCount: live.length,
  };
}

function byDateDescending(a: StoredRecord, b: StoredRecord): number {
  const [left, right] = [String(a.values['occurredOn'] ?? ''), String(b.values['occurredOn'] ?? '')];
  return left === right ? b.row - a.row : left < right ? 1 : -1;
}
