/** Every entity that exists. Whatever walks "all entities" walks this list. */
import type { EntityDeclaration } from '../field';
import { CUSTOMER } from './customer';
import { TRANSACTION } from './transaction';

export const ENTITIES: readonly EntityDeclaration[] = [CUSTOMER, TRANSACTION];

/** Null for a name that no entity has. */
export function findEntity(name: string): EntityDeclaration | null {
  return ENTITIES.find((entity) => entity.name === name) ?? null;
}
