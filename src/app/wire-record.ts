/** A stored record as it goes over the wire, and an entity by the name it has there. */
import type { WireRecord } from '../contract/methods';
import { findEntity } from '../domain/entities';
import type { EntityDeclaration } from '../domain/field';
import type { StoredRecord } from '../domain/record';
import { validation } from './ports/app-error';

export function toWire(entity: EntityDeclaration, { id, values, stamp, row }: StoredRecord): WireRecord {
  const { revision, createdAt, createdBy, updatedAt, updatedBy, archivedAt } = stamp;
  return { entity: entity.name, id, revision, values, createdAt, createdBy, updatedAt, updatedBy, archivedAt, row: row + 1 };
}

export function needEntity(name: string): EntityDeclaration {
  const entity = findEntity(name);
  if (entity === null) throw validation([{ path: 'entity', code: 'unknown_entity' }]);
  return entity;
}

/** One-based row of the wire → zero-based hint. */
export function rowHint(row: number | undefined): number | undefined {
  return row === undefined ? undefined : row - 1;
}
