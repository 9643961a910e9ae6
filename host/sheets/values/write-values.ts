import { columnName, formatArea } from '../a1';
import type { CallContext } from '../context';
import { charge, localeOf } from '../context';
import { invalidArgument } from '../errors';
import type { Resolved } from '../ranges';
import { exceedsGrid } from '../ranges';
import { assertMayEdit } from '../rules/protections';
import type { CellFormat, ValueRange } from '../schema/api';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import { setCell } from '../store/cells';
import { interned } from '../store/intern';
import { overlayWriter } from '../store/overlay';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';
import type { Reading } from './typed-input';
import { assertTextFits, parseTyped } from './typed-input';

export type ValueInput = 'RAW' | 'USER_ENTERED';

/** What a write of one range did; `area` is what the data covered. */
export interface Written {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

/** Google names the option in its refusal when it is missing. */
export function readValueInput(option: unknown): ValueInput {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  if (option === undefined || option === 'INPUT_VALUE_OPTION_UNSPECIFIED') throw invalidArgument("'valueInputOption' is required but not specified");
  throw invalidArgument(`Invalid value at 'value_input_option' (enum), ${JSON.stringify(option)}`);
}

/** Rows of a ValueRange, whatever its major dimension. */
export function rowsOf({ values = [], majorDimension }: ValueRange): readonly (readonly unknown[])[] {
  if (majorDimension !== 'COLUMNS') return values;
  const height = values.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length: height }, (_, row) => values.map((line) => (row < line.length ? line[row] : null)));
}

/**
 * Writes rows at the corner of a range. null skips a cell, '' clears it, short rows leave the rest; notes and rules survive.
 * Data past the range, or past the grid, is refused. assumed: a range of one cell is only an anchor.
 */
export function writeValues(context: CallContext, target: Resolved, rows: readonly (readonly unknown[])[], input: ValueInput): Written {
  const { sheet, area } = target;
  const height = rows.length;
  const width = rows.reduce((most, line) => Math.max(most, line.length), 0);
  const written = { top: area.top, bottom: area.top + height, left: area.left, right: area.left + width };
  if (cellsIn(area) > 1) assertInside(sheet, area, written);
  if (written.bottom > sheet.rowCount || written.right > sheet.columnCount) throw exceedsGrid(sheet, gridRangeOf(written));
  if (height > 0 && width > 0) assertMayEdit(context, sheet, written);
  return { sheet, area: height > 0 && width > 0 ? written : area, ...putRows(context, sheet, written, { rows, input }) };
}

/** One cell as typed or raw, with the number format that typing gives it. */
export function enterCell(value: unknown, format: CellFormat | undefined, { input, reading, place }: { readonly input: ValueInput; readonly reading: Reading; readonly place: string }): { readonly cell: Cell; readonly format: CellFormat | undefined } {
  if (typeof value === 'string' && input === 'USER_ENTERED') {
    const typed = parseTyped(value, format, reading);
    return { cell: typed.value, format: typed.numberFormat === undefined ? format : interned({ ...format, numberFormat: typed.numberFormat }) };
  }
  if (typeof value === 'string') {
    assertTextFits(value);
    return { cell: value === '' ? null : value, format };
  }
  if (typeof value === 'number' || typeof value === 'boolean') return { cell: value, format };
  throw invalidArgument(`Invalid ${place}: ${Array.isArray(value) ? 'list_value' : 'struct_value'} {}`);
}

function putRows(context: CallContext, sheet: Sheet, area: Area, { rows, input }: { readonly rows: readonly (readonly unknown[])[]; readonly input: ValueInput }): { readonly rows: number; readonly columns: number; readonly cells: number } {
  const formats = overlayWriter(sheet, 'formats');
  const columns = new Set<number>();
  const reading = { now: context.now, locale: localeOf(context.workbook) };
  let cells = 0;
  let touchedRows = 0;
  rows.forEach((line, rowOffset) => {
    const before = cells;
    line.forEach((value, columnOffset) => {
      if (value === null || value === undefined) return;
      const at = { row: area.top + rowOffset, column: area.left + columnOffset };
      const present = valueAt(sheet.formats[at.column] ?? [], at.row);
      const entered = enterCell(value, present, { input, reading, place: `values[${rowOffset}][${columnOffset}]` });
      setCell(context.tx, sheet, at, entered.cell);
      if (entered.format !== present) formats.put(at, entered.format);
      cells += 1;
      columns.add(columnOffset);
    });
    if (cells > before) touchedRows += 1;
  });
  formats.flush(context.tx);
  charge(context.cost, cells, touchedRows);
  return { rows: touchedRows, columns: columns.size, cells };
}

function assertInside(sheet: Sheet, area: Area, written: Area): void {
  const requested = `Requested writing within range [${formatArea(sheet.title, area)}], but tried writing to`;
  if (written.bottom > area.bottom) throw invalidArgument(`${requested} row [${area.bottom + 1}]`);
  if (written.right > area.right) throw invalidArgument(`${requested} column [${columnName(area.right)}]`);
}

function gridRangeOf(area: Area): { readonly startRowIndex: number; readonly endRowIndex: number; readonly startColumnIndex: number; readonly endColumnIndex: number } {
  return { startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right };
}
