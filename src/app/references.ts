/** Fields that hold another record's id: the record must exist. */
import { issueAt } from '../domain/check-record';
import { findEntity } from '../domain/entities';
import type { EntityDeclaration, Values } from '../domain/field';
import type { Issue } from '../domain/issue';
import type { KeyTables } from './ports/archive';

/** Entities that these fields refer to. */
export function referredEntities(entity: EntityDeclaration, keys: readonly string[] = Object.keys(entity.fields)): readonly EntityDeclaration[] {
  return keys.flatMap((key) => {
    const field = entity.fields[key];
    return field?.kind === 'reference' ? findEntity(field.entity) ?? [] : [];
  });
}

export function unknownReferences(entity: EntityDeclaration, tables: KeyTables, values: Values): readonly Issue[] {
  return Object.entries(entity.fields).flatMap(([key, field]) => {
    const ids = field.kind === 'reference' ? tables.ids[field.entity] : undefined;
    const id = values[key];
    return ids === undefined || typeof id !== 'string' || ids.has(id) ? [] : [issueAt(key, 'unknown_record')];
  });
}
