import type { CallContext } from '../context';
import { charge, localeOf } from '../context';
import type { Mask } from '../mask';
import { below, project } from '../mask';
import { shownMetadata, visibleMetadata } from '../metadata';
import { renderRule } from '../rules/stored-rule';
import type { DeveloperMetadata, DimensionProperties } from '../schema/api';
import type { Area } from '../store/area';
import { cellAt } from '../store/cells';
import type { Runs } from '../store/runs';
import { valueAt } from '../store/runs';
import type { Sheet } from '../store/workbook';
import { effectiveOfCell, enteredOfCell } from '../values/cell-values';
import { shownText } from '../values/number-format';
import { effectiveFormat } from './effective-format';
import { omitZeros } from './omit-zeros';

const DEFAULT_PIXELS = { ROWS: 21, COLUMNS: 100 } as const;

/** One GridData of an area, built to the mask: nothing that is not wanted is made. Trailing empty rows and cells are left out. */
export function buildGridData(context: CallContext, sheet: Sheet, area: Area, mask: Mask): object {
  const rowData = below(mask, 'rowData');
  const rowMetadata = below(mask, 'rowMetadata');
  const columnMetadata = below(mask, 'columnMetadata');
  return {
    ...(area.top > 0 && below(mask, 'startRow') !== null && { startRow: area.top }),
    ...(area.left > 0 && below(mask, 'startColumn') !== null && { startColumn: area.left }),
    ...(rowData !== null && buildRows(context, sheet, area, below(rowData, 'values'))),
    ...(rowMetadata !== null && { rowMetadata: buildDimension(context, sheet, { dimension: 'ROWS', start: area.top, end: area.bottom, mask: rowMetadata }) }),
    ...(columnMetadata !== null && { columnMetadata: buildDimension(context, sheet, { dimension: 'COLUMNS', start: area.left, end: area.right, mask: columnMetadata }) }),
  };
}

function buildRows(context: CallContext, sheet: Sheet, area: Area, mask: Mask | null): object {
  if (mask === null) return {};
  const builder = cellBuilder(context, sheet, mask);
  const bottom = Math.min(area.bottom, builder.lastRow(area));
  const rows: object[] = [];
  let rowsUntilLast = 0;
  for (let row = area.top; row < bottom; row += 1) {
    const values: object[] = [];
    let valuesUntilLast = 0;
    for (let column = area.left; column < area.right; column += 1) {
      const cell = builder.build(row, column);
      values.push(cell ?? {});
      if (cell !== null) valuesUntilLast = values.length;
    }
    values.length = valuesUntilLast;
    rows.push(valuesUntilLast > 0 ? { values } : {});
    if (valuesUntilLast > 0) rowsUntilLast = rows.length;
    charge(context.cost, valuesUntilLast, 0);
  }
  rows.length = rowsUntilLast;
  charge(context.cost, 0, rowsUntilLast);
  return rowsUntilLast > 0 ? { rowData: rows } : {};
}

interface CellBuilder {
  /** Null for a cell that has nothing to show under the mask. */
  build(row: number, column: number): object | null;
  /** No row from here on has anything to show. */
  lastRow(area: Area): number;
}

function cellBuilder({ workbook }: CallContext, sheet: Sheet, mask: Mask): CellBuilder {
  const locale = localeOf(workbook);
  const wants = (field: string): boolean => below(mask, field) !== null;
  const [entered, effective, formatted, note, rule] = ['userEnteredValue', 'effectiveValue', 'formattedValue', 'note', 'dataValidation'].map(wants);
  const ruleMask = below(mask, 'dataValidation');
  const enteredFormat = below(mask, 'userEnteredFormat');
  const shownFormat = below(mask, 'effectiveFormat');
  const anyFormat = enteredFormat !== null || shownFormat !== null;
  return {
    lastRow: (area) => {
      const ends = (columns: readonly Runs<unknown>[]): number => columns.slice(area.left, area.right).reduce((last, runs) => Math.max(last, runs[runs.length - 1]?.end ?? 0), 0);
      return Math.max(sheet.rows.length, anyFormat ? ends(sheet.formats) : 0, rule === true ? ends(sheet.rules) : 0, note === true ? ends(sheet.notes) : 0);
    },
    build: (row, column) => {
      const value = cellAt(sheet, row, column);
      const format = formatted === true || anyFormat ? valueAt(sheet.formats[column] ?? [], row) : undefined;
      const cell: Record<string, unknown> = {};
      if (value !== null) {
        if (entered === true) cell['userEnteredValue'] = enteredOfCell(value);
        if (effective === true) cell['effectiveValue'] = effectiveOfCell(value);
        if (formatted === true) cell['formattedValue'] = shownText(value, format, locale);
      }
      if (enteredFormat !== null && format !== undefined) assignProjected(cell, 'userEnteredFormat', format, enteredFormat);
      if (shownFormat !== null && (format !== undefined || value !== null)) assignProjected(cell, 'effectiveFormat', effectiveFormat(format), shownFormat);
      const cellNote = note === true ? valueAt(sheet.notes[column] ?? [], row) : undefined;
      if (cellNote !== undefined) cell['note'] = cellNote;
      const cellRule = rule === true ? valueAt(sheet.rules[column] ?? [], row) : undefined;
      if (cellRule !== undefined && ruleMask !== null) assignProjected(cell, 'dataValidation', renderRule(workbook, cellRule, { row, column }), ruleMask);
      return isEmpty(cell) ? null : cell;
    },
  };
}

function assignProjected(cell: Record<string, unknown>, name: string, value: object, mask: Mask): void {
  const part = project(value, mask) as object;
  if (!isEmpty(part)) cell[name] = part;
}

function isEmpty(value: object): boolean {
  for (const _key in value) return false;
  return true;
}

function buildDimension(context: CallContext, sheet: Sheet, span: { readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number; readonly mask: Mask }): readonly object[] {
  const { dimension, start, end, mask } = span;
  const runs = dimension === 'ROWS' ? sheet.rowProperties : sheet.columnProperties;
  const metadata = below(mask, 'developerMetadata') === null ? null : metadataByIndex(context, sheet, dimension);
  charge(context.cost, end - start, 0);
  return Array.from({ length: end - start }, (_, offset) => {
    const index = start + offset;
    const properties: DimensionProperties & { developerMetadata?: readonly DeveloperMetadata[] } = { pixelSize: DEFAULT_PIXELS[dimension], ...valueAt(runs, index) };
    const entries = metadata?.get(index);
    return project(omitZeros(entries === undefined ? properties : { ...properties, developerMetadata: entries }), mask) as object;
  });
}

function metadataByIndex(context: CallContext, sheet: Sheet, dimension: 'ROWS' | 'COLUMNS'): ReadonlyMap<number, readonly DeveloperMetadata[]> {
  const byIndex = new Map<number, DeveloperMetadata[]>();
  for (const entry of visibleMetadata(context)) {
    const { location } = entry;
    if (location.type !== (dimension === 'ROWS' ? 'ROW' : 'COLUMN') || location.sheetId !== sheet.sheetId) continue;
    byIndex.set(location.index, [...byIndex.get(location.index) ?? [], shownMetadata(entry)]);
  }
  return byIndex;
}
