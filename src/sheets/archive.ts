/** The archive over the Sheets API: the port of src/app, put together from the files beside it. */
import { AppError } from '../app/ports/app-error';
import type { Archive, Opened } from '../app/ports/archive';
import type { ArchiveContext } from './archive-context';
import { configWithColumns, needStructure, structureOf, withFreshLayout } from './known-layout';
import { commit } from './commit';
import { changedSince, historyOf, recordsOfOperation } from './history';
import type { ColumnLayout } from './column-layout';
import { ENTITIES } from '../domain/entities';
import { openBlankRows, openRecord, type OpenedRow } from './open-record';
import { cellCount, noteJob, overview } from './overview';
import { columnSlice, findRecord, keyTables, readColumns, recordsAt, withChildren } from './queries';
import { StaleLayout } from './sheets-api';
import { sheetIdOf } from './tabs';

export function createArchive(context: ArchiveContext): Archive {
  const fresh = <T>(work: () => T): T => withFreshLayout(context, work);
  return {
    config: () => fresh(() => {
      const structure = structureOf(context);
      return structure === null ? null : configWithColumns(structure, knownLayouts(context));
    }),
    renew: () => {
      const trusted = context.hints.trusted();
      context.hints.forget();
      return trusted;
    },
    find: (target) => fresh(() => findRecord(context, target)),
    findAt: (entity, rows) => fresh(() => recordsAt(context, entity, rows)),
    columns: (entity, keys) => fresh(() => readColumns(context, entity, keys)),
    columnSlice: (entity, keys, from, to) => fresh(() => columnSlice(context, entity, keys, from, to)),
    keyTables: (entity, keys, referred) => fresh(() => keyTables(context, entity, keys, referred)),
    withChildren: (target, child, reference) => fresh(() => withChildren(context, target, child, reference)),
    open: (target, operationId) => fresh(() => openRecord(context, target, operationId)),
    openNew: (entity, operationId, nextRow, count) => fresh(() => openBlankRows(context, entity, operationId, nextRow, count)),
    commit: (opened, request) => commitOnce(context, opened, request),
    operation: (operationId) => fresh(() => recordsOfOperation(context, operationId)),
    history: (id) => fresh(() => historyOf(context, id)),
    changedSince: (entity, seq) => fresh(() => changedSince(context, entity, seq)),
    overview: () => fresh(() => overview(context)),
    cellCount: () => fresh(() => cellCount(context)),
    noteJob: (job) => fresh(() => noteJob(context, job)),
    linkTo: (entity, row) => `${context.url}#gid=${sheetIdOf(needStructure(context).tabs, entity.name)}&range=A${row + 1}`,
    settle: () => context.hints.flush(),
  };
}

/** A write is never replayed with the same indices: when the grid changed in between, the caller starts over. */
function commitOnce(context: ArchiveContext, opened: Opened, request: Parameters<Archive['commit']>[1]): ReturnType<Archive['commit']> {
  try {
    return commit(context, opened as OpenedRow, request);
  } catch (error) {
    if (!(error instanceof StaleLayout)) throw error;
    context.hints.forget();
    throw new AppError('BUSY', { technical: `the grid changed during the save: ${error.message}` });
  }
}

function knownLayouts(context: ArchiveContext): Record<string, ColumnLayout> {
  return Object.fromEntries(ENTITIES.flatMap((entity) => {
    const layout = context.hints.layout(entity.name);
    return layout === null ? [] : [[entity.name, layout] as const];
  }));
}
