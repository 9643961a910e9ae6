import { formatArea } from '../a1';
import type { CallContext } from '../context';
import { charge, localeOf } from '../context';
import { invalidArgument } from '../errors';
import type { ValueRange } from '../schema/api';
import type { Area } from '../store/area';
import type { Runs } from '../store/runs';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';
import { isDateFormat, NOT_EVALUATED, shownText } from './number-format';

export interface RenderOptions {
  readonly render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly majorDimension: 'ROWS' | 'COLUMNS';
}

/** Reads the options of a values call, under the names it gives them; Google's defaults. */
export function renderOptions(options: { readonly render?: unknown; readonly dates?: unknown; readonly majorDimension?: unknown }): RenderOptions {
  return {
    render: oneOf('value_render_option', options.render, ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']),
    dates: oneOf('date_time_render_option', options.dates, ['SERIAL_NUMBER', 'FORMATTED_STRING']),
    majorDimension: oneOf('major_dimension', options.majorDimension === 'DIMENSION_UNSPECIFIED' ? undefined : options.majorDimension, ['ROWS', 'COLUMNS']),
  };
}

/** The first choice is the default. */
export function oneOf<T extends string>(name: string, value: unknown, choices: readonly [T, ...T[]]): T {
  if (value === undefined || value === null) return choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument(`Invalid value at '${name}' (enum), ${JSON.stringify(value)}`);
  return found;
}

/** One block of values; trailing blank rows and cells are omitted, `values` is absent when all is blank. */
export function readValues(context: CallContext, sheet: Sheet, area: Area, options: RenderOptions): ValueRange {
  const render = renderer(context, sheet, options);
  const values = options.majorDimension === 'ROWS' ? readRows(sheet, area, render) : readColumns(sheet, area, render);
  charge(context.cost, values.reduce((sum, line) => sum + line.length, 0), options.majorDimension === 'ROWS' ? values.length : values.reduce((most, line) => Math.max(most, line.length), 0));
  return { range: formatArea(sheet.title, area), majorDimension: options.majorDimension, ...(values.length > 0 && { values }) };
}

type Renderer = (cell: Cell, row: number, column: number) => unknown;

function readRows(sheet: Sheet, area: Area, render: Renderer): readonly (readonly unknown[])[] {
  const values: unknown[][] = [];
  let filled = 0;
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    const cells = sheet.rows[row];
    let right = Math.min(area.right, cells?.length ?? 0);
    while (right > area.left && cells?.[right - 1] === null) right -= 1;
    const line: unknown[] = [];
    for (let column = area.left; column < right; column += 1) line.push(render(cells?.[column] ?? null, row, column));
    values.push(line);
    if (line.length > 0) filled = values.length;
  }
  values.length = filled;
  return values;
}

function readColumns(sheet: Sheet, area: Area, render: Renderer): readonly (readonly unknown[])[] {
  const values: unknown[][] = [];
  let filled = 0;
  for (let column = area.left; column < area.right; column += 1) {
    const line: unknown[] = [];
    let bottom = Math.min(area.bottom, sheet.rows.length);
    while (bottom > area.top && (sheet.rows[bottom - 1]?.[column] ?? null) === null) bottom -= 1;
    for (let row = area.top; row < bottom; row += 1) line.push(render(sheet.rows[row]?.[column] ?? null, row, column));
    values.push(line);
    if (line.length > 0) filled = values.length;
  }
  values.length = filled;
  return values;
}

function renderer({ workbook }: CallContext, sheet: Sheet, { render, dates }: RenderOptions): Renderer {
  const locale = localeOf(workbook);
  const formatAt = (row: number, column: number) => valueAt(sheet.formats[column] ?? NO_RUNS, row);
  if (render === 'FORMATTED_VALUE') return (cell, row, column) => (typeof cell === 'string' ? cell : shownText(cell, formatAt(row, column), locale));
  return (cell, row, column) => {
    if (cell === null) return '';
    if (typeof cell === 'object') return render === 'FORMULA' ? cell.formula : NOT_EVALUATED;
    if (typeof cell !== 'number' || dates === 'SERIAL_NUMBER') return cell;
    const format = formatAt(row, column);
    return isDateFormat(format) ? shownText(cell, format, locale) : cell;
  };
}

const NO_RUNS: Runs<never> = [];
