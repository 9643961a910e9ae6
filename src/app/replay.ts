/** A retry of an operation that was applied: the first answer again, even if others changed the record since. */
import { ENTITIES } from '../domain/entities';
import { ARCHIVED, rewind } from '../domain/changes';
import { epochOf } from '../domain/instant';
import type { WireRecord } from '../contract/methods';
import { AppError } from './ports/app-error';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';
import { withDerived } from './record-rules';
import { toWire } from './wire-record';

export function replay(context: AppContext, applied: { readonly id: string; readonly revision: number }): WireRecord {
  const entity = ENTITIES.find(({ idPrefix }) => applied.id.startsWith(`${idPrefix}-`));
  if (entity === undefined) throw new AppError('INTERNAL', { technical: 'the operation id belongs to no record' });
  const current = context.archive.find({ entity, id: applied.id });
  if (current === null) throw new AppError('NOT_FOUND');
  if (current.stamp.revision === applied.revision) return toWire(entity, current);
  if (current.stamp.revision < applied.revision) throw new AppError('INTERNAL', { technical: 'the record is older than the journal says' });

  const history = context.archive.history(applied.id);
  const changesOf = (entry: (typeof history)[number]): (typeof entry.records)[number] | undefined => entry.records[0];
  const newer = history.filter((entry) => (changesOf(entry)?.revision ?? 0) > applied.revision);
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
