import type { sheets_v4 } from '@googleapis/sheets';
import type { Plain, RequestBody } from '../sheets/schema/api';
import type { SheetsCall, TypedEdit } from '../types';

type DataFilter = Plain<sheets_v4.Schema$DataFilter>;
type Request = Plain<sheets_v4.Schema$Request>;

/** Blocks of cells whose values or looks a write may have changed; null when more than that may have changed. */
export type Touched = readonly DataFilter[] | null;

/** A page that shows more changed cells than this takes a new snapshot instead. */
export const MANY_CELLS = 5_000;

/** Where a call that was carried out has written. */
export function touchedBy({ method, body }: Pick<SheetsCall, 'method' | 'body'>, response: unknown): Touched {
  switch (method) {
    case 'spreadsheets.values.update': return inA1([(response as Plain<sheets_v4.Schema$UpdateValuesResponse>).updatedRange]);
    case 'spreadsheets.values.append': return inA1([(response as Plain<sheets_v4.Schema$AppendValuesResponse>).updates?.updatedRange]);
    case 'spreadsheets.values.clear': return inA1([(response as Plain<sheets_v4.Schema$ClearValuesResponse>).clearedRange]);
    case 'spreadsheets.values.batchClear': return inA1((response as Plain<sheets_v4.Schema$BatchClearValuesResponse>).clearedRanges ?? []);
    case 'spreadsheets.values.batchUpdate': return inA1(((response as Plain<sheets_v4.Schema$BatchUpdateValuesResponse>).responses ?? []).map(({ updatedRange }) => updatedRange));
    case 'spreadsheets.batchUpdate': return touchedByRequests((body as Plain<sheets_v4.Schema$BatchUpdateSpreadsheetRequest>).requests ?? []);
    default: return null;
  }
}

export function touchedByTyping({ sheet, range }: Pick<TypedEdit, 'sheet' | 'range'>): Touched {
  return [{ a1Range: `'${sheet.replace(/'/g, "''")}'!${range}` }];
}

function inA1(ranges: readonly (string | undefined)[]): Touched {
  return ranges.filter((range) => range !== undefined).map((a1Range) => ({ a1Range }));
}

function touchedByRequests(requests: readonly Request[]): Touched {
  const touched = requests.map(touchedByRequest);
  return touched.some((part) => part === null) ? null : touched.flatMap((part) => part ?? []);
}

/** Only requests that write cells in places they name; the rest is left to a new snapshot. */
function touchedByRequest({ updateCells, repeatCell, copyPaste, ...others }: Request): Touched {
  if (Object.keys(others).length > 0) return null;
  if (updateCells !== undefined) return showsOnlyCells(updateCells.fields) ? block(updateCellsRange(updateCells)) : null;
  if (repeatCell !== undefined) return showsOnlyCells(repeatCell.fields) ? block(repeatCell.range) : null;
  return copyPaste === undefined ? null : block(copyPaste.destination);
}

/** Validation rules are no part of a cell as the feed carries it. */
function showsOnlyCells(fields: string | undefined): boolean {
  return fields !== undefined && fields.split(',').every((field) => /^\s*(userEnteredValue|userEnteredFormat|note)\b/.test(field));
}

type Block = RequestBody<'repeatCell'>['range'];

function updateCellsRange({ range, start, rows = [] }: RequestBody<'updateCells'>): Block {
  if (start === undefined) return range;
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = start;
  const width = rows.reduce((widest, { values = [] }) => Math.max(widest, values.length), 0);
  return { sheetId, startRowIndex: rowIndex, endRowIndex: rowIndex + rows.length, startColumnIndex: columnIndex, endColumnIndex: columnIndex + width };
}

/** A block without ends may be the whole tab. */
function block(range: Block): Touched {
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range ?? {};
  if (range === undefined || endRowIndex === undefined || endColumnIndex === undefined) return null;
  const size = (endRowIndex - startRowIndex) * (endColumnIndex - startColumnIndex);
  if (size === 0) return [];
  return size > MANY_CELLS ? null : [{ gridRange: range }];
}
