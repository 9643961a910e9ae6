/** Archiving and restoring: the only removal there is, and it can be taken back. */
import type { MethodParams, WireRecord } from '../contract/methods';
import type { StoredRecord } from '../domain/record';
import { instantOf } from '../domain/instant';
import { AppError } from './ports/app-error';
import type { AppContext, Operation } from './app-context';
import { authorise, needConfig } from './authorise';
import { replay } from './replay';
import { needEntity, rowHint, toWire } from './wire-record';

type Target = MethodParams<'record.archive'>;

export function archiveRecord(context: AppContext, params: Target, operation: Operation): { record: WireRecord } {
  return { record: setArchived(context, params, operation, instantOf(context.clock.now())) };
}

export function restoreRecord(context: AppContext, params: Target, operation: Operation): { record: WireRecord } {
  return { record: setArchived(context, params, operation, null) };
}

/** Somebody's newer change of the values is no obstacle; archiving what is archived changes nothing. */
function setArchived(context: AppContext, params: Target, operation: Operation, archivedAt: string | null): WireRecord {
  const entity = needEntity(params.entity);
  needConfig(context.archive.config());
  return context.lock.run(() => {
    const opened = context.archive.open({ entity, id: params.id, row: rowHint(params.row) }, operation.id);
    if (opened.appliedBefore !== null) return replay(context, opened.appliedBefore, operation, entity, params.id);
    authorise(opened.config, context.actor, 'record:archive');
    const { current } = opened;
    if (current === null) throw new AppError('NOT_FOUND');
    if ((current.stamp.archivedAt === null) === (archivedAt === null)) return toWire(entity, current);
    const [record] = context.archive.commit(opened, {
      operationId: operation.id, method: operation.method, by: context.actor ?? '', at: instantOf(context.clock.now()),
      writes: [{ entity, id: current.id, before: current, values: current.values, archivedAt, row: opened.row }],
    });
    return toWire(entity, record as StoredRecord);
  });
}
