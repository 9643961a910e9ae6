/** New records in a block: one read of keys, one read under the lock, one atomic write, whatever their number. */
import type { MethodParams, RecordImportData } from '../contract/methods';
import { checkNew } from '../domain/check-record';
import type { EntityDeclaration, Values } from '../domain/field';
import { instantOf } from '../domain/instant';
import type { Issue } from '../domain/issue';
import { makeRecordId } from '../domain/record-id';
import { validation } from './ports/app-error';
import type { WorkbookConfig } from './ports/archive';
import type { AppContext, Operation } from './app-context';
import { authorise, needConfig } from './authorise';
import { checkContext, withDerived } from './record-rules';
import { referredEntities, unknownReferences } from './references';
import { refuseReuse } from './replay';
import { needEntity } from './wire-record';

/** All or nothing: one bad record refuses the block, with the issues of all of them. Duplicates are not looked for. */
export function importRecords(context: AppContext, params: MethodParams<'record.import'>, operation: Operation): RecordImportData {
  const entity = needEntity(params.entity);
  const config = needConfig(context.archive.config());
  checkAll(context, entity, config, params.records);
  const tables = context.archive.keyTables(entity, [], referredEntities(entity));
  return context.lock.run(() => {
    const opened = context.archive.openNew(entity, operation.id, tables.own.nextRow, params.records.length);
    if (opened.appliedBefore !== null) {
      refuseReuse(opened.appliedBefore, operation, entity);
      return { ids: context.archive.operation(operation.id) };
    }
    authorise(opened.config, context.actor, 'record:import');
    const checked = checkAll(context, entity, opened.config, params.records);
    const unknown = checked.flatMap((values, i) => unknownReferences(entity, tables, values).map((issue) => atRecord(i, issue)));
    if (unknown.length > 0) throw validation(unknown.slice(0, MAX_ISSUES));
    const now = context.clock.now();
    const written = context.archive.commit(opened, {
      operationId: operation.id, method: operation.method, by: context.actor ?? '', at: instantOf(now),
      writes: checked.map((values, i) => ({
        entity, id: makeRecordId(entity.idPrefix, context.entropy.hex()), before: null, values: withDerived(context, entity, opened.config, values, now), archivedAt: null, row: opened.row + i,
      })),
    });
    return { ids: written.map(({ id }) => id) };
  });
}

/** More would only tire whoever reads them. */
const MAX_ISSUES = 200;

function checkAll(context: AppContext, entity: EntityDeclaration, config: WorkbookConfig, records: readonly Values[]): readonly Values[] {
  const check = checkContext(context, entity, config);
  const issues: Issue[] = [];
  const values = records.flatMap((record, i) => {
    const checked = checkNew(check, record);
    if (checked.ok) return [checked.values];
    issues.push(...checked.issues.map((issue) => atRecord(i, issue)));
    return [];
  });
  if (issues.length > 0) throw validation(issues.slice(0, MAX_ISSUES));
  return values;
}

function atRecord(index: number, issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^values/, `records.${index}`) };
}
