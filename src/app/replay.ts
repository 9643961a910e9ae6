/**
 * A retry of an operation that was applied gets its first answer again, even if others changed the record since. Where the
 * history has lost the steps in between, it gets the record as it stands.
 */
import type { EntityDeclaration } from '../domain/field';
import { ARCHIVED, rewind } from '../domain/changes';
import { epochOf } from '../domain/instant';
import type { WireRecord } from '../contract/methods';
import { AppError, validation } from './ports/app-error';
import type { AppliedOperation } from './ports/archive';
import type { AppContext, Operation } from './app-context';
import { needConfig } from './authorise';
import { withDerived } from './record-rules';
import { toWire } from './wire-record';

export function replay(context: AppContext, applied: AppliedOperation, operation: Operation, entity: EntityDeclaration, id?: string): WireRecord {
  refuseReuse(applied, operation, entity, id);
  const current = context.archive.find({ entity, id: applied.id });
  if (current === null) throw new AppError('NOT_FOUND');
  if (current.stamp.revision === applied.revision) return toWire(entity, current);
  if (current.stamp.revision < applied.revision) throw new AppError('INTERNAL', { technical: 'the record is older than the journal says' });

  const history = context.archive.history(applied.id);
  const changesOf = (entry: (typeof history)[number]): (typeof entry.records)[number] | undefined => entry.records[0];
  const newer = history.filter((entry) => (changesOf(entry)?.revision ?? 0) > applied.revision);
  if (newer.length !== current.stamp.revision - applied.revision) return toWire(entity, current);
  const own = history.find((entry) => changesOf(entry)?.revision === applied.revision);
  const archived = [...newer].reverse().map((entry) => changesOf(entry)?.changes[ARCHIVED]).find((change) => change !== undefined);
  return toWire(entity, {
    ...current,
    values: withDerived(context, entity, needConfig(context.archive.config()), rewind(current.values, newer.map((entry) => changesOf(entry)?.changes ?? {})), epochOf(current.stamp.createdAt)),
    stamp: {
      ...current.stamp, revision: applied.revision, updatedAt: own?.at ?? current.stamp.updatedAt, updatedBy: own?.by ?? current.stamp.updatedBy,
      archivedAt: archived === undefined ? current.stamp.archivedAt : (archived[0] as string | null),
    },
  });
}

/** An id that stands for something else must not pass for done: throws VALIDATION at `operationId`. */
export function refuseReuse(applied: AppliedOperation, operation: Operation, entity: EntityDeclaration, id?: string): void {
  const same = applied.method === operation.method && applied.entity === entity.name && (id === undefined || id === applied.id);
  if (!same) throw validation([{ path: 'operationId', code: 'reused' }]);
}
