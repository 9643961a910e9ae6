/**
 * Values over one dimension, kept as runs: a format or rule over 100,000 rows costs one entry. Lists are sorted, disjoint,
 * immutable, and neighbours with the same value are one run.
 */
export interface Run<T> {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly value: T;
}

export type Runs<T> = readonly Run<T>[];

/** A run to write; `undefined` clears. */
export type RunUpdate<T> = Run<T | undefined>;

export function valueAt<T>(runs: Runs<T>, index: number): T | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Run<T>;
    if (index < run.start) high = middle - 1;
    else if (index >= run.end) low = middle + 1;
    else return run.value;
  }
  return undefined;
}

/** The runs with some spans overwritten; `updates` must be sorted and disjoint. */
export function withUpdates<T>(runs: Runs<T>, updates: readonly RunUpdate<T>[]): Runs<T> {
  const result: Run<T>[] = [];
  let next = 0;
  let position = 0;
  for (const update of updates) {
    copyUntil(update.start);
    if (update.value !== undefined) push(result, update.start, update.end, update.value);
    position = update.end;
  }
  copyUntil(Infinity);
  return result;

  function copyUntil(limit: number): void {
    for (; next < runs.length; next += 1) {
      const run = runs[next] as Run<T>;
      if (run.start >= limit) return;
      push(result, Math.max(run.start, position), Math.min(run.end, limit), run.value);
      if (run.end > limit) return;
    }
  }
}

/** The part inside `start`…`end`, in absolute indices. */
export function slicedRuns<T>(runs: Runs<T>, start: number, end: number): Runs<T> {
  const result: Run<T>[] = [];
  for (const run of runs) push(result, Math.max(run.start, start), Math.min(run.end, end), run.value);
  return result;
}

/** Every value of `start`…`end` replaced by `change(value)`; spans without a value are offered as `undefined`. */
export function mappedRuns<T>(runs: Runs<T>, span: { readonly start: number; readonly end: number }, change: (value: T | undefined) => T | undefined): Runs<T> {
  const updates: RunUpdate<T>[] = [];
  let position = span.start;
  for (const run of slicedRuns(runs, span.start, span.end)) {
    if (run.start > position) updates.push({ start: position, end: run.start, value: change(undefined) });
    updates.push({ start: run.start, end: run.end, value: change(run.value) });
    position = run.end;
  }
  if (position < span.end) updates.push({ start: position, end: span.end, value: change(undefined) });
  return withUpdates(runs, updates);
}

/** Opens a gap of `count` at `at`, filled with `value` if given. */
export function withGap<T>(runs: Runs<T>, at: number, count: number, value?: T): Runs<T> {
  const result: Run<T>[] = [];
  for (const run of runs) push(result, run.start, Math.min(run.end, at), run.value);
  if (value !== undefined) push(result, at, at + count, value);
  for (const run of runs) push(result, Math.max(run.start, at) + count, run.end + count, run.value);
  return result;
}

/** Takes `start`…`end` out and closes the gap. */
export function withoutSpan<T>(runs: Runs<T>, start: number, end: number): Runs<T> {
  const result: Run<T>[] = [];
  for (const run of runs) push(result, run.start, Math.min(run.end, start), run.value);
  for (const run of runs) push(result, Math.max(run.start, end) - (end - start), run.end - (end - start), run.value);
  return result;
}

/** The runs after the values of `order[0]`, `order[1]` … came to stand at `start`, `start + 1` …. */
export function permutedRuns<T>(runs: Runs<T>, start: number, order: readonly number[]): Runs<T> {
  const end = start + order.length;
  const inside = slicedRuns(runs, start, end);
  if (inside.length === 0 || (inside.length === 1 && inside[0]?.start === start && inside[0].end === end)) return runs;
  return withUpdates(runs, order.map((from, offset) => ({ start: start + offset, end: start + offset + 1, value: valueAt(inside, from) })));
}

function push<T>(result: Run<T>[], start: number, end: number, value: T): void {
  if (start >= end) return;
  const last = result[result.length - 1];
  if (last !== undefined && last.end === start && last.value === value) result[result.length - 1] = { start: last.start, end, value };
  else result.push({ start, end, value });
}
