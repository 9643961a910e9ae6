import type { CallContext } from '../context';
import { chargeFill, localeOf } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { overlapOf, sheetById } from '../ranges';
import { assertMayRestructure } from '../rules/protections';
import type { DimensionProperties, DimensionRange } from '../schema/api';
import { cellAt } from '../store/cells';
import type { DimensionEdit } from '../store/dimension-edit';
import { assertCellBudget, assertColumnLimit } from '../store/limits';
import { mappedRuns, valueAt, withUpdates } from '../store/runs';
import type { Inheritance } from '../store/structure';
import { applyDimensionEdit } from '../store/structure';
import type { Sheet } from '../store/workbook';
import { shownText } from '../values/number-format';
import type { RequestFamily } from './handler';

type Kind = 'appendDimension' | 'insertDimension' | 'deleteDimension' | 'moveDimension' | 'updateDimensionProperties' | 'autoResizeDimensions';
type Dimension = 'ROWS' | 'COLUMNS';

interface Span { readonly sheet: Sheet; readonly dimension: Dimension; readonly start: number; readonly end: number }

export const dimensionRequests: RequestFamily<Kind> = {
  appendDimension: (context, body) => {
    const sheet = sheetById(context.workbook, body.sheetId);
    const dimension = dimensionOf(body.dimension);
    const count = body.length ?? 0;
    // assumed: Google's words.
    if (count < 1) throw invalidArgument('length must be greater than 0.');
    // assumed: rows appended at the end inherit neither formats nor rules.
    restructure(context, sheet, { dimension, kind: 'insert', at: sizeOf(sheet, dimension), count }, 'none');
    return {};
  },
  insertDimension: (context, { range, inheritFromBefore = false }) => {
    const { sheet, dimension, start, end } = boundedSpan(context, range);
    // Right after the last row or column only what inherits from it can be inserted.
    const size = sizeOf(sheet, dimension);
    if (start > size || (start === size && !inheritFromBefore)) throw invalidArgument(`range.startIndex is larger than current grid size (${size})`);
    if (inheritFromBefore && start === 0) throw invalidArgument('range.startIndex must be greater than 0 if inheritFromBefore is true.');
    // assumed: formats, rules and sizes are inherited, notes are not.
    restructure(context, sheet, { dimension, kind: 'insert', at: start, count: end - start }, inheritFromBefore ? 'before' : 'after');
    return {};
  },
  deleteDimension: (context, { range }) => {
    const { sheet, dimension, start, end } = openSpan(context, range);
    const size = sizeOf(sheet, dimension);
    if (end > size || start >= size) {
      throw invalidArgument(`Cannot delete a ${nameOf(dimension)} that doesn't exist. Tried to delete ${nameOf(dimension)} index ${Math.max(start, end - 1)} but there are only ${size} ${nameOf(dimension)}s.`);
    }
    if (end - start >= size) throw invalidArgument(`You can't delete all the ${nameOf(dimension)}s on the sheet.`);
    const frozen = sheet.extras.gridProperties?.[dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount'] ?? 0;
    if (start <= frozen && end === size) throw invalidArgument(`Sorry, it is not possible to delete all non-frozen ${nameOf(dimension)}s.`);
    restructure(context, sheet, { dimension, kind: 'delete', start, end }, 'none');
    return {};
  },
  moveDimension: (context, { source, destinationIndex: to = 0 }) => {
    const { sheet, dimension, start, end } = boundedSpan(context, source);
    // assumed: Google's words.
    if (end > sizeOf(sheet, dimension) || to < 0 || to > sizeOf(sheet, dimension)) throw invalidArgument(`Cannot move ${nameOf(dimension)}s ${start} to ${end - 1} to index ${to}: there are only ${sizeOf(sheet, dimension)} ${nameOf(dimension)}s.`);
    if (to >= start && to <= end) return {};
    assertCrossesNoMerge(sheet, { dimension, start, end, to });
    restructure(context, sheet, { dimension, kind: 'move', start, end, to }, 'none');
    return {};
  },
  updateDimensionProperties: (context, { range, properties = {}, fields, dataSourceSheetRange }) => {
    if (dataSourceSheetRange !== undefined) throw notEmulated('updateDimensionProperties of a data source sheet');
    const mask = parseUpdateMask(fields, 'DimensionProperties');
    // assumed: Google's words.
    if (properties.hiddenByFilter !== undefined || (mask !== '*' && mask.has('hiddenByFilter'))) throw invalidArgument('hiddenByFilter is read-only.');
    if ((properties.pixelSize ?? 0) < 0) throw invalidArgument(`Invalid pixel size: ${properties.pixelSize ?? 0}`);
    const span = clippedSpan(context, range);
    changeProperties(context, span, (present) => {
      const next = patched<DimensionProperties>(present ?? {}, properties, mask);
      return Object.keys(next).length > 0 ? next : undefined;
    });
    return {};
  },
  autoResizeDimensions: (context, { dimensions, dataSourceSheetDimensions }) => {
    if (dataSourceSheetDimensions !== undefined) throw notEmulated('autoResizeDimensions of a data source sheet');
    const span = clippedSpan(context, dimensions);
    const key = span.dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';
    const updates = Array.from({ length: span.end - span.start }, (_, offset) => {
      const index = span.start + offset;
      const pixelSize = span.dimension === 'ROWS' ? 21 : fittingWidth(context, span.sheet, index);
      return { start: index, end: index + 1, value: { ...valueAt(span.sheet[key], index), pixelSize } };
    });
    context.tx.set(span.sheet, key, withUpdates(span.sheet[key], updates));
    return {};
  },
};

function restructure(context: CallContext, sheet: Sheet, edit: DimensionEdit, inherit: Inheritance): void {
  assertMayRestructure(context, sheet, edit);
  const across = edit.dimension === 'ROWS' ? sheet.columnCount : sheet.rowCount;
  if (edit.kind === 'insert') {
    if (edit.dimension === 'COLUMNS') assertColumnLimit(sheet.columnCount + edit.count);
    assertCellBudget(context.workbook, edit.count * across);
  }
  chargeFill(context.cost, across);
  applyDimensionEdit(context.tx, context.workbook, sheet, edit, inherit);
}

/** assumed: the end of Google's sentence, and that a block may not leave a part of a merge behind either. */
function assertCrossesNoMerge(sheet: Sheet, { dimension, start, end, to }: Omit<Span, 'sheet'> & { readonly to: number }): void {
  const crossed = sheet.merges.some((merge) => {
    const { top, bottom, left, right } = overlapOf(sheet, merge);
    const [first, last] = dimension === 'ROWS' ? [top, bottom] : [left, right];
    const cut = (edge: number): boolean => edge > first && edge < last;
    return cut(to) || cut(start) || cut(end);
  });
  if (crossed) throw invalidArgument(`Sorry, it is not possible to move a ${nameOf(dimension)} to a position that crosses a merged cell.`);
}

function changeProperties({ tx }: CallContext, { sheet, dimension, start, end }: Span, change: (present: DimensionProperties | undefined) => DimensionProperties | undefined): void {
  const key = dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';
  tx.set(sheet, key, mappedRuns(sheet[key], { start, end }, change));
}

/** assumed: seven pixels a letter, fourteen a wide one, over the first 1,000 rows; nothing is drawn here. */
function fittingWidth({ workbook }: CallContext, sheet: Sheet, column: number): number {
  let widest = 0;
  for (let row = 0; row < Math.min(sheet.rows.length, 1000); row += 1) {
    const text = shownText(cellAt(sheet, row, column), valueAt(sheet.formats[column] ?? [], row), localeOf(workbook));
    widest = Math.max(widest, [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 7), 0));
  }
  return Math.max(21, widest + 10);
}

function boundedSpan(context: CallContext, range: DimensionRange | undefined): Span {
  if (range?.startIndex === undefined && range?.endIndex === undefined) throw invalidArgument('range must specify both a startIndex and an endIndex.');
  return openSpan(context, range);
}

/** A missing start is 0, as zeros go missing on the wire; a missing end is the end of the grid. */
function openSpan(context: CallContext, range: DimensionRange | undefined): Span {
  const sheet = sheetById(context.workbook, range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? sizeOf(sheet, dimension);
  // assumed: Google's words.
  if (start < 0 || end <= start) throw invalidArgument(`The end index ${end} of a DimensionRange must be greater than its start index ${start}.`);
  return { sheet, dimension, start, end };
}

function clippedSpan(context: CallContext, range: DimensionRange | undefined): Span {
  const span = openSpan(context, range);
  const size = sizeOf(span.sheet, span.dimension);
  // assumed: Google's words.
  if (span.start >= size) throw invalidArgument(`DimensionRange.startIndex[${span.start}] is after last ${nameOf(span.dimension)} in grid[${size}].`);
  return { ...span, end: Math.min(span.end, size) };
}

function dimensionOf(dimension: string | undefined): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw invalidArgument('A dimension must be specified.');
}

function sizeOf(sheet: Sheet, dimension: Dimension): number {
  return dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
}

function nameOf(dimension: Dimension): 'row' | 'column' {
  return dimension === 'ROWS' ? 'row' : 'column';
}
