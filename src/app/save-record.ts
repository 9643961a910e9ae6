/** Saving one record, new or changed. The order of the steps is the write path of ARCHITECTURE.md. */
import type { MethodParams, WireRecord } from '../contract/methods';
import { diff, rewind } from '../domain/changes';
import { checkNew, checkPatch, checkWhole } from '../domain/check-record';
import { isBlankValue, type EntityDeclaration, type Values } from '../domain/field';
import { epochOf, instantOf } from '../domain/instant';
import { canonicalMoney } from '../domain/money-field';
import { makeRecordId } from '../domain/record-id';
import type { StoredRecord } from '../domain/record';
import { reconcile, reconcileBlindly } from '../domain/reconcile';
import { AppError, validation } from './ports/app-error';
import type { KeyTables, Opened, WorkbookConfig } from './ports/archive';
import type { AppContext, Operation } from './app-context';
import { authorise, needConfig } from './authorise';
import { duplicateKeys, findDuplicates } from './find-duplicates';
import { referredEntities, unknownReferences } from './references';
import { checkContext, valuesOf, withDerived } from './record-rules';
import { replay } from './replay';
import { needEntity, rowHint, toWire } from './wire-record';

type Save = MethodParams<'record.save'>;

/** @throws AppError VALIDATION, NOT_FOUND, CONFLICT, DUPLICATE, FORBIDDEN, BUSY, SCHEMA_DRIFT; nothing is written then */
export function saveRecord(context: AppContext, params: Save, operation: Operation): { record: WireRecord } {
  const entity = needEntity(params.entity);
  const config = needConfig(context.archive.config());
  if (params.id === undefined && params.revision !== undefined) throw validation([{ path: 'id', code: 'missing' }]);
  if (params.id !== undefined && params.revision === undefined) throw validation([{ path: 'revision', code: 'missing' }]);
  const record = params.id === undefined ? insert(context, entity, params, config, operation) : update(context, entity, { ...params, id: params.id }, config, operation);
  return { record };
}

function insert(context: AppContext, entity: EntityDeclaration, params: Save, config: WorkbookConfig, operation: Operation): WireRecord {
  valuesOf(checkNew(checkContext(context, entity, config), params.values));
  const keys = duplicateKeys(entity, config.enabled[entity.name] ?? []);
  const referred = referredEntities(entity);
  const readKeys = (): KeyTables => context.archive.keyTables(entity, [...new Set([...keys, entity.titleField])], referred);
  const before = readKeys();
  return context.lock.run(() => {
    let opened = context.archive.openNew(entity, operation.id, before.own.nextRow, 1);
    if (opened.appliedBefore !== null) return replay(context, opened.appliedBefore, operation, entity);
    let tables = before;
    if (opened.seq !== before.own.seq) {
      tables = readKeys();
      if (tables.own.nextRow > opened.row) opened = context.archive.openNew(entity, operation.id, tables.own.nextRow, 1);
    }
    authorise(opened.config, context.actor, 'record:write');
    const values = valuesOf(checkNew(checkContext(context, entity, opened.config), params.values));
    const unknown = unknownReferences(entity, tables, values);
    if (unknown.length > 0) throw validation(unknown);
    refuseDuplicates(entity, tables, values, keys, params, null);
    return write(context, opened, { entity, id: makeRecordId(entity.idPrefix, context.entropy.hex()), before: null, values }, operation);
  });
}

function update(context: AppContext, entity: EntityDeclaration, params: Save & { readonly id: string }, config: WorkbookConfig, operation: Operation): WireRecord {
  valuesOf(checkPatch(checkContext(context, entity, config), params.values));
  return context.lock.run(() => {
    const opened = context.archive.open({ entity, id: params.id, row: rowHint(params.row) }, operation.id);
    if (opened.appliedBefore !== null) return replay(context, opened.appliedBefore, operation, entity, params.id);
    authorise(opened.config, context.actor, 'record:write');
    const { current } = opened;
    if (current === null) throw new AppError('NOT_FOUND');
    const check = checkContext(context, entity, opened.config);
    const merged = merge(context, entity, current, params.revision as number, valuesOf(checkPatch(check, params.values)));
    const changed = Object.keys(diff(current.values, merged));
    if (changed.length === 0) return toWire(entity, current);

    const values = valuesOf(checkWhole(check, merged));
    const keys = duplicateKeys(entity, opened.config.enabled[entity.name] ?? []).filter((key) => changed.includes(key) && !isBlankValue(values[key]));
    const referred = referredEntities(entity, changed);
    if (keys.length > 0 || referred.length > 0) {
      const tables = context.archive.keyTables(entity, [...new Set([...keys, entity.titleField])], referred);
      const unknown = unknownReferences(entity, tables, values);
      if (unknown.length > 0) throw validation(unknown);
      refuseDuplicates(entity, tables, values, keys, params, current.id);
    }
    return write(context, opened, { entity, id: current.id, before: current, values }, operation);
  });
}

/**
 * My changes upon what stands there now; throws CONFLICT where somebody changed the same field since my revision. Where the
 * history does not tell what I started from, every field in which we differ is for people to settle.
 */
function merge(context: AppContext, entity: EntityDeclaration, current: StoredRecord, revision: number, mine: Values): Values {
  const sent = canonicalMoney({ entity }, mine, current.values);
  const base = revision === current.stamp.revision ? current.values : valuesAt(context, current, revision);
  const result = base === null ? reconcileBlindly(sent, current.values) : reconcile(base, sent, current.values);
  if (!result.ok) throw new AppError('CONFLICT', { conflicts: result.conflicts, current: toWire(entity, current) });
  return result.merged;
}

/** The values the record had at another revision, or null when the history has not every step from there to now. */
function valuesAt(context: AppContext, current: StoredRecord, revision: number): Values | null {
  if (revision > current.stamp.revision) return null;
  const newer = context.archive.history(current.id).flatMap((entry) => entry.records).filter((record) => record.revision > revision);
  if (newer.length !== current.stamp.revision - revision) return null;
  return rewind(current.values, newer.map((record) => record.changes));
}

function write(
  context: AppContext, opened: Opened,
  { entity, id, before, values }: { entity: EntityDeclaration; id: string; before: StoredRecord | null; values: Values },
  operation: Operation,
): WireRecord {
  const now = context.clock.now();
  const complete = withDerived(context, entity, opened.config, values, before === null ? now : epochOf(before.stamp.createdAt));
  const [record] = context.archive.commit(opened, {
    operationId: operation.id, method: operation.method, by: context.actor ?? '', at: instantOf(now),
    writes: [{ entity, id, before, values: complete, archivedAt: before?.stamp.archivedAt ?? null, row: opened.row }],
  });
  return toWire(entity, record as StoredRecord);
}

function refuseDuplicates(entity: EntityDeclaration, tables: KeyTables, values: Values, keys: readonly string[], params: Save, ownId: string | null): void {
  if (params.confirmDuplicate === true) return;
  const duplicates = findDuplicates(entity, tables.own, values, keys, ownId);
  if (duplicates.length > 0) throw new AppError('DUPLICATE', { duplicates: duplicates.slice(0, MAX_DUPLICATES) });
}

const MAX_DUPLICATES = 10;
