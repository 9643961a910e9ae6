const known = new Map<string, object>();

/** One object for equal JSON values, so that runs of equal formats and rules join and comparing them is comparing references. */
export function interned<T extends object>(value: T): T {
  const key = JSON.stringify(value);
  const first = known.get(key);
  if (first !== undefined) return first as T;
  known.set(key, value);
  return value;
}
