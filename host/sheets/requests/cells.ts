import type { CallContext } from '../context';
import { charge, chargeFill } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { areaOf, resolveGridRange, sheetById } from '../ranges';
import { parseTemplate, renderTemplate } from '../rules/formula-template';
import { assertMayEdit } from '../rules/protections';
import type { CellData, RowData } from '../schema/api';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import { clearCells, rowAfterData, setCell } from '../store/cells';
import { assertCellBudget } from '../store/limits';
import { fillOverlay, mapOverlay } from '../store/overlay';
import { applyDimensionEdit } from '../store/structure';
import type { Sheet } from '../store/workbook';
import { cellOfEntered } from '../values/cell-values';
import type { CellMask } from './cell-writer';
import { assertEmulated, cellWriter, clearMasked, emptyAsUnset, maskedFormat, parseCellMask, ruleFor } from './cell-writer';
import type { RequestFamily } from './handler';

type Kind = 'updateCells' | 'repeatCell' | 'appendCells' | 'setDataValidation';

export const cellRequests: RequestFamily<Kind> = {
  updateCells: (context, body) => {
    const mask = parseCellMask(body.fields);
    const rows = (body.rows ?? []) as readonly RowData[];
    if (body.start !== undefined && body.range !== undefined) throw invalidArgument("oneof field 'area' is already set. Cannot set 'range'");
    if (body.start !== undefined) updateFrom(context, body.start, rows, mask);
    else updateRange(context, resolveGridRange(context.workbook, body.range), rows, mask);
    return {};
  },
  repeatCell: (context, body) => {
    const mask = parseCellMask(body.fields);
    const { sheet, area } = resolveGridRange(context.workbook, body.range);
    assertMayEdit(context, sheet, area);
    chargeFill(context.cost, cellsIn(area));
    repeat(context, { sheet, area, cell: (body.cell ?? {}) as CellData, mask });
    return {};
  },
  appendCells: (context, body) => {
    if (body.tableId !== undefined) throw notEmulated('appendCells to a table');
    const mask = parseCellMask(body.fields);
    append(context, sheetById(context.workbook, body.sheetId), (body.rows ?? []) as readonly RowData[], mask);
    return {};
  },
  setDataValidation: (context, { range, rule }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    assertMayEdit(context, sheet, area);
    chargeFill(context.cost, cellsIn(area));
    fillOverlay(context.tx, sheet, 'rules', area, ruleFor(context, sheet, area, rule));
    return {};
  },
};

/** `start`: rows may be ragged; cells that are not listed stay as they are. */
function updateFrom(context: CallContext, start: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number }, rows: readonly RowData[], mask: CellMask): void {
  const sheet = sheetById(context.workbook, start.sheetId);
  const { rowIndex = 0, columnIndex = 0 } = start;
  const limit = { top: rowIndex, bottom: sheet.rowCount, left: columnIndex, right: sheet.columnCount };
  if (rowIndex >= sheet.rowCount) throw invalidArgument(`GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${sheet.rowCount}]`);
  // assumed: Google's words for a negative index.
  if (rowIndex < 0 || columnIndex < 0) throw invalidArgument(`GridCoordinate.${rowIndex < 0 ? 'rowIndex' : 'columnIndex'}[${Math.min(rowIndex, columnIndex)}] is before the first cell in grid`);
  if (columnIndex >= sheet.columnCount) throw invalidArgument(`GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${sheet.columnCount}]`);
  writeRows(context, { sheet, limit, rows, mask });
}

/** `range`: masked parts of cells that no row covers are cleared. */
function updateRange(context: CallContext, { sheet, area }: { readonly sheet: Sheet; readonly area: Area }, rows: readonly RowData[], mask: CellMask): void {
  assertMayEdit(context, sheet, area);
  if (rows.length < area.bottom - area.top || rows.some((row) => (row.values?.length ?? 0) < area.right - area.left)) {
    chargeFill(context.cost, cellsIn(area));
    clearMasked(context, sheet, area, mask);
  }
  writeRows(context, { sheet, limit: area, rows, mask });
}

function writeRows(context: CallContext, { sheet, limit, rows, mask }: { readonly sheet: Sheet; readonly limit: Area; readonly rows: readonly RowData[]; readonly mask: CellMask }): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  if (limit.top + rows.length > limit.bottom) throw invalidArgument(`Attempting to write row: ${limit.bottom}, beyond the last requested row of: ${limit.bottom - 1}`);
  if (limit.left + width > limit.right) throw invalidArgument(`Attempting to write column: ${limit.right}, beyond the last requested column of: ${limit.right - 1}`);
  if (width > 0) assertMayEdit(context, sheet, { top: limit.top, bottom: limit.top + rows.length, left: limit.left, right: limit.left + width });
  const writer = cellWriter(context, sheet, mask);
  rows.forEach(({ values = [] }, rowOffset) => {
    values.forEach((cell, columnOffset) => { writer.put({ row: limit.top + rowOffset, column: limit.left + columnOffset }, cell); });
    charge(context.cost, values.length, 1);
  });
  writer.flush();
}

function repeat(context: CallContext, { sheet, area, cell, mask }: { readonly sheet: Sheet; readonly area: Area; readonly cell: CellData; readonly mask: CellMask }): void {
  const { tx } = context;
  assertEmulated(cell);
  if (mask.value) fillValue(context, sheet, area, cell);
  const format = mask.format;
  if (format !== null) mapOverlay(tx, sheet, 'formats', area, (present) => maskedFormat(present, cell.userEnteredFormat, format));
  if (mask.note) fillOverlay(tx, sheet, 'notes', area, emptyAsUnset(cell.note));
  if (mask.rule) fillOverlay(tx, sheet, 'rules', area, ruleFor(context, sheet, area, cell.dataValidation));
}

/** References of a repeated formula move along with its cell. */
function fillValue({ tx }: CallContext, sheet: Sheet, area: Area, cell: CellData): void {
  const value = cellOfEntered(cell.userEnteredValue);
  if (value === null) {
    clearCells(tx, sheet, area);
    return;
  }
  const template = typeof value === 'object' ? parseTemplate(value.formula, { row: area.top, column: area.left }) : null;
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      setCell(tx, sheet, { row, column }, template === null ? value : { formula: renderTemplate(template, { row, column }) });
    }
  }
}

/** After the last row that holds data in the whole tab. Grows rows, never columns. */
function append(context: CallContext, sheet: Sheet, rows: readonly RowData[], mask: CellMask): void {
  const { tx, workbook } = context;
  const top = rowAfterData(sheet);
  const missing = top + rows.length - sheet.rowCount;
  if (missing > 0) {
    assertCellBudget(workbook, missing * sheet.columnCount);
    applyDimensionEdit(tx, workbook, sheet, { dimension: 'ROWS', kind: 'insert', at: sheet.rowCount, count: missing });
  }
  if (rows.length === 0) return;
  writeRows(context, { sheet, limit: areaOf(sheet, { startRowIndex: top, endRowIndex: top + rows.length }), rows, mask });
}

