/** Records that are probably the same as one being saved: equal in a duplicate key. Equal names alone prove nothing. */
import type { DuplicateCandidate } from '../contract/envelope';
import { duplicateMatcher } from '../domain/duplicate-match';
import { isBlankValue, type EntityDeclaration, type Values } from '../domain/field';
import type { ColumnTable } from './ports/archive';

/** Keys of the fields in which two records must not be equal unnoticed. */
export function duplicateKeys(entity: EntityDeclaration, enabled: readonly string[]): readonly string[] {
  return enabled.filter((key) => entity.fields[key]?.duplicateKey === true);
}

/** @param table the duplicate keys and the title column of the entity's tab */
export function findDuplicates(entity: EntityDeclaration, table: ColumnTable, values: Values, keys: readonly string[], ownId: string | null): readonly DuplicateCandidate[] {
  const filled = keys.flatMap((key) => {
    const [field, value] = [entity.fields[key], values[key] ?? null];
    return field === undefined || isBlankValue(value) ? [] : [{ key, matches: duplicateMatcher(field, value) }];
  });
  if (filled.length === 0) return [];
  return table.rows.flatMap((row) => {
    if (row.id === '' || row.id === ownId) return [];
    const fields = filled.filter(({ key, matches }) => matches(row.values[key] ?? null)).map(({ key }) => key);
    if (fields.length === 0) return [];
    return [{ id: row.id, title: String(row.values[entity.titleField] ?? ''), fields }];
  });
}
