/** Google leaves zero, false and empty text out of its answers. Not for cell values and text formats, which know "unset" from zero. */
export function omitZeros<T>(value: T): T {
  if (Array.isArray(value)) return value.map(omitZeros) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    if (item === 0 || item === false || item === '' || item === undefined) continue;
    kept[name] = omitZeros(item);
  }
  return kept as T;
}
