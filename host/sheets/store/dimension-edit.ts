import type { GridRange } from '../schema/api';

/** A change of the rows or columns themselves. Indices are those before the change. */
export type DimensionEdit = { readonly dimension: 'ROWS' | 'COLUMNS' } & (
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly to: number });

type Span = readonly [start: number, end: number];

/** Where a moved block begins, counted without the block itself. */
export function landingOf(edit: { readonly start: number; readonly end: number; readonly to: number }): number {
  return edit.to > edit.start ? edit.to - (edit.end - edit.start) : edit.to;
}

/** Where one row or column stands afterwards; null when it is deleted. */
export function mapIndex(edit: DimensionEdit, index: number): number | null {
  switch (edit.kind) {
    case 'insert': return index >= edit.at ? index + edit.count : index;
    case 'delete':
      if (index < edit.start) return index;
      return index < edit.end ? null : index - (edit.end - edit.start);
    case 'move': {
      const count = edit.end - edit.start;
      const landing = landingOf(edit);
      if (index >= edit.start && index < edit.end) return landing + index - edit.start;
      const without = index >= edit.end ? index - count : index;
      return without >= landing ? without + count : without;
    }
  }
}

/**
 * Where a span stands afterwards; null when nothing of it is left. `end` may be Infinity.
 * assumed: a block moved into a span widens it, a block moved out of it narrows it.
 */
export function mapSpan(edit: DimensionEdit, [start, end]: Span): Span | null {
  switch (edit.kind) {
    case 'insert': return [start >= edit.at ? start + edit.count : start, end > edit.at ? end + edit.count : end];
    case 'delete': {
      const place = (edge: number): number => (edge <= edit.start ? edge : Math.max(edit.start, edge - (edit.end - edit.start)));
      const span: Span = [place(start), place(end)];
      return span[0] < span[1] ? span : null;
    }
    case 'move': {
      if (start >= edit.start && end <= edit.end) return [start + landingOf(edit) - edit.start, end + landingOf(edit) - edit.start];
      if (start <= edit.start && end >= edit.end && edit.to >= start && edit.to <= end) return [start, end];
      const first = start >= edit.start && start < edit.end ? edit.end : start;
      const last = end > edit.start && end <= edit.end ? edit.start - 1 : end - 1;
      const mappedLast = last === Infinity ? Infinity : mapIndex(edit, last);
      return [mapIndex(edit, first) ?? first, (mappedLast ?? last) + 1];
    }
  }
}

/** A GridRange after the change; open sides stay open. Null when nothing of it is left. */
export function mapGridRange(edit: DimensionEdit, range: GridRange): GridRange | null {
  const [startKey, endKey] = edit.dimension === 'ROWS' ? ['startRowIndex', 'endRowIndex'] as const : ['startColumnIndex', 'endColumnIndex'] as const;
  if (range[startKey] === undefined && range[endKey] === undefined) return range;
  const span = mapSpan(edit, [range[startKey] ?? 0, range[endKey] ?? Infinity]);
  if (span === null) return null;
  const mapped = { ...range };
  if (range[startKey] !== undefined || span[0] > 0) mapped[startKey] = span[0];
  if (range[endKey] !== undefined) mapped[endKey] = span[1];
  return mapped;
}
