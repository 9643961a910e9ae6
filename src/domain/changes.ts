/** What an operation did to a record, field by field: the substance of history, conflicts and undo. */
import type { Value, Values } from './field';

/** Field key → value before and after. */
export type Changes = Readonly<Record<string, readonly [before: Value, after: Value]>>;

/** The pseudo field under which archiving and restoring is kept: `null` or the instant. */
export const ARCHIVED = 'archivedAt';

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  const left = a ?? null;
  const right = b ?? null;
  if (typeof left === 'string' || typeof right === 'string' || left === null || right === null) return left === right;
  return left.length === right.length && left.every((item, i) => item === right[i]);
}

/** Only what differs; both sides may leave fields out (= empty). */
export function diff(before: Values, after: Values): Changes {
  const changes: Record<string, readonly [Value, Value]> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!sameValue(before[key], after[key])) changes[key] = [before[key] ?? null, after[key] ?? null];
  }
  return changes;
}

/**
 * The values a record had before `newer` changes were made.
 * @param newer changes after the wanted moment, newest first
 */
export function rewind(current: Values, newer: readonly Changes[]): Values {
  const values: Record<string, Value> = { ...current };
  for (const changes of newer) {
    for (const [key, [before]] of Object.entries(changes)) {
      if (key !== ARCHIVED) values[key] = before;
    }
  }
  return values;
}
