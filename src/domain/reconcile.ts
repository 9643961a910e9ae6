/** Two people changed one record: what merges by itself, and what they must settle. */
import { sameValue } from './changes';
import type { Value, Values } from './field';

export interface FieldConflict {
  readonly field: string;
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

export type Reconciled =
  | { readonly ok: true; readonly merged: Values }
  | { readonly ok: false; readonly conflicts: readonly FieldConflict[] };

/**
 * Three-way merge by field. A field that `mine` names with its base value was not changed by me; both
 * sides changing a field to the same value is no conflict.
 * @param base the values I started from
 * @param mine the fields I send
 * @param theirs the values as they stand now
 */
export function reconcile(base: Values, mine: Values, theirs: Values): Reconciled {
  const merged: Record<string, Value> = { ...theirs };
  const conflicts: FieldConflict[] = [];
  for (const [field, value] of Object.entries(mine)) {
    if (sameValue(value, base[field])) continue;
    if (sameValue(theirs[field], base[field]) || sameValue(theirs[field], value)) merged[field] = value;
    else conflicts.push({ field, base: base[field] ?? null, mine: value, theirs: theirs[field] ?? null });
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, merged };
}

/** Without knowing what I started from: a field in which we differ is a conflict, whoever changed it. */
export function reconcileBlindly(mine: Values, theirs: Values): Reconciled {
  const conflicts = Object.entries(mine)
    .filter(([field, value]) => !sameValue(value, theirs[field]))
    .map(([field, value]): FieldConflict => ({ field, base: null, mine: value, theirs: theirs[field] ?? null }));
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, merged: theirs };
}
