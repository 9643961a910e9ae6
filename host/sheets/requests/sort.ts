import type { CallContext } from '../context';
import { chargeFill, localeOf } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { overlapOf, resolveGridRange } from '../ranges';
import { assertMayEdit } from '../rules/protections';
import type { SortSpec } from '../schema/api';
import type { Area } from '../store/area';
import { cellsIn, intersection } from '../store/area';
import { cellAt, permuteRows } from '../store/cells';
import { permuteOverlay } from '../store/overlay';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

export const sortRequests: RequestFamily<'sortRange'> = {
  sortRange: (context, { range, sortSpecs = [] }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    assertMayEdit(context, sheet, area);
    assertNoVerticalMerge(sheet, area);
    sortSpecs.forEach((spec) => { assertSortable(spec, area); });
    chargeFill(context.cost, cellsIn(area));
    sortRows(context, sheet, area, sortSpecs);
    return {};
  },
};

/** assumed: Google's words. `dimensionIndex` counts from the sheet's first column, not the range's. */
function assertSortable(spec: SortSpec, area: Area): void {
  if (spec.backgroundColor !== undefined || spec.backgroundColorStyle !== undefined || spec.foregroundColor !== undefined || spec.foregroundColorStyle !== undefined || spec.dataSourceColumnReference !== undefined) throw notEmulated('sortRange by colour or data source column');
  const column = spec.dimensionIndex ?? 0;
  if (column < area.left || column >= area.right) throw invalidArgument(`Sort column index ${column} is outside the range to sort.`);
}

/** assumed: the end of Google's sentence; a merge of cells of one row is no hindrance. */
function assertNoVerticalMerge(sheet: Sheet, area: Area): void {
  const crossed = sheet.merges.some((merge) => {
    const block = overlapOf(sheet, merge);
    return block.bottom - block.top > 1 && intersection(block, area) !== null;
  });
  if (crossed) throw invalidArgument("You can't sort a range containing vertical merges. To sort, unmerge the cells first.");
}

/**
 * Values, formats, rules, notes and row metadata travel with their rows; numbers sort before text, text before booleans, blanks last.
 * Hidden rows stay where they are. assumed: text compares by the file's language without case.
 */
function sortRows({ tx, workbook }: CallContext, sheet: Sheet, area: Area, specs: readonly SortSpec[]): void {
  const collator = new Intl.Collator(localeOf(workbook).replace('_', '-'), { sensitivity: 'accent', numeric: false });
  const visible = Array.from({ length: area.bottom - area.top }, (_, offset) => area.top + offset).filter((row) => !isHidden(sheet, row));
  const sorted = [...visible].sort((left, right) => {
    for (const spec of specs) {
      const column = spec.dimensionIndex ?? 0;
      const difference = compareCells(cellAt(sheet, left, column), cellAt(sheet, right, column), { collator, descending: spec.sortOrder === 'DESCENDING' });
      if (difference !== 0) return difference;
    }
    return left - right;
  });
  const sources = new Map(visible.map((row, place) => [row, sorted[place] ?? row]));
  const order = Array.from({ length: area.bottom - area.top }, (_, offset) => sources.get(area.top + offset) ?? area.top + offset);
  permuteRows(tx, sheet, area, order);
  for (const overlay of ['formats', 'rules', 'notes'] as const) permuteOverlay(tx, sheet, overlay, area, order);
  const landing = new Map(order.map((from, offset) => [from, area.top + offset]));
  tx.set(workbook, 'metadata', workbook.metadata.map((entry) => {
    const { location } = entry;
    if (location.type !== 'ROW' || location.sheetId !== sheet.sheetId) return entry;
    return { ...entry, location: { ...location, index: landing.get(location.index) ?? location.index } };
  }));
}

function isHidden(sheet: Sheet, row: number): boolean {
  return valueAt(sheet.rowProperties, row)?.hiddenByUser === true;
}

function compareCells(left: Cell, right: Cell, { collator, descending }: { readonly collator: Intl.Collator; readonly descending: boolean }): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const difference = rankOf(left) - rankOf(right) || compareSameKind(left, right, collator);
  return descending ? -difference : difference;
}

function rankOf(cell: Cell): number {
  return ['number', 'string', 'boolean', 'object'].indexOf(typeof cell);
}

function compareSameKind(left: Cell, right: Cell, collator: Intl.Collator): number {
  if (typeof left === 'string' && typeof right === 'string') return collator.compare(left, right);
  if (typeof left === 'object' || typeof right === 'object') return 0;
  return Number(left) - Number(right);
}
