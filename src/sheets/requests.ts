/** Builders of the batchUpdate requests we use, in Google's own words. */
import type { ExtendedValue, GridRange, Request } from './sheets-api';

/** Writes values only: formats, notes and validation of the cells stay. An empty value clears its cell. */
export function writeCells(sheetId: number, row: number, column: number, rows: readonly (readonly ExtendedValue[])[]): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map((values) => ({ values: values.map((value) => (Object.keys(value).length === 0 ? {} : { userEnteredValue: value })) })),
      fields: 'userEnteredValue',
    },
  };
}

/** Adds rows below the last one that holds anything; the grid grows when it is full. */
export function appendRowsOfCells(sheetId: number, rows: readonly (readonly ExtendedValue[])[]): Request {
  return { appendCells: { sheetId, rows: rows.map((values) => ({ values: values.map((userEnteredValue) => ({ userEnteredValue })) })), fields: 'userEnteredValue' } };
}

/** Copies cells with everything on them. */
export function copyCells(source: GridRange, destination: GridRange): Request {
  return { copyPaste: { source, destination, pasteType: 'PASTE_NORMAL', pasteOrientation: 'NORMAL' } };
}

export function appendRows(sheetId: number, length: number): Request {
  return { appendDimension: { sheetId, dimension: 'ROWS', length } };
}

export const text = (value: string): ExtendedValue => ({ stringValue: value });
