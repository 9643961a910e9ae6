/** Records that are probably the same as one being saved: equal in a duplicate key. Equal names alone prove nothing. */
import type { DuplicateCandidate } from '../contract/envelope';
import { isBlankValue, type EntityDeclaration, type Values } from '../domain/field';
import type { ColumnTable } from './ports/archive';

/** Keys of the fields in which two records must not be equal unnoticed. */
export function duplicateKeys(entity: EntityDeclaration, enabled: readonly string[]): readonly string[] {
  return enabled.filter((key) => entity.fields[key]?.duplicateKey === true);
}

/** @param table the duplicate keys and the title column of the entity's tab */
export function findDuplicates(entity: EntityDeclaration, table: ColumnTable, values: Values, keys: readonly string[], ownId: string | null): readonly DuplicateCandidate[] {
  const filled = keys.filter((key) => !isBlankValue(values[key]));
  if (filled.length === 0) return [];
  return table.rows.flatMap((row) => {
    const fields = filled.filter((key) => row.values[key] === values[key]);
    if (fields.length === 0 || row.id === '' || row.id === ownId) return [];
    return [{ id: row.id, title: String(row.values[entity.titleField] ?? ''), fields }];
  });
}
