import { formatRange, parseCells, splitSheetName } from './a1';
import { invalidArgument } from './errors';
import type { GridRange } from './schema/api';
import type { Area } from './store/area';
import type { Sheet, Workbook } from './store/workbook';

/** A range found in the grid: the tab and the cells that exist. */
export interface Resolved {
  readonly sheet: Sheet;
  readonly area: Area;
}

export function sheetById(workbook: Workbook, sheetId: number | undefined): Sheet {
  const sheet = workbook.sheets.find((candidate) => candidate.sheetId === (sheetId ?? 0));
  if (sheet === undefined) throw invalidArgument(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** Titles match case-insensitively. */
export function findSheetByTitle(workbook: Workbook, title: string): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase());
}

export function wholeSheet(sheet: Sheet): Area {
  return { top: 0, bottom: sheet.rowCount, left: 0, right: sheet.columnCount };
}

/** A GridRange in the grid: open sides end at the grid, one that starts past it is refused, one that ends past it is clipped. */
export function resolveGridRange(workbook: Workbook, range: GridRange | undefined): Resolved {
  const sheet = sheetById(workbook, range?.sheetId);
  return { sheet, area: areaOf(sheet, range ?? {}) };
}

export function areaOf(sheet: Sheet, range: GridRange): Area {
  const top = range.startRowIndex ?? 0;
  const left = range.startColumnIndex ?? 0;
  const bottom = Math.min(range.endRowIndex ?? sheet.rowCount, sheet.rowCount);
  const right = Math.min(range.endColumnIndex ?? sheet.columnCount, sheet.columnCount);
  if (top < 0 || left < 0) throw invalidArgument(`GridRange indices cannot be negative: ${JSON.stringify(range)}`);
  // assumed: Google's words for an empty range.
  if ((range.endRowIndex ?? Infinity) <= top || (range.endColumnIndex ?? Infinity) <= left) throw invalidArgument('The end index of a GridRange must be greater than its start index.');
  if (top >= sheet.rowCount || left >= sheet.columnCount) throw exceedsGrid(sheet, range);
  return { top, bottom, left, right };
}

/** The stored form of a range on a tab, clipped to nothing: protections and filters keep their open sides. */
export function overlapOf(sheet: Sheet, range: GridRange | undefined): Area {
  return {
    top: range?.startRowIndex ?? 0, bottom: Math.min(range?.endRowIndex ?? sheet.rowCount, sheet.rowCount),
    left: range?.startColumnIndex ?? 0, right: Math.min(range?.endColumnIndex ?? sheet.columnCount, sheet.columnCount),
  };
}

/**
 * A1 notation to a tab and its sides. A bare word is a named range first, then a cell of the first visible tab, then a title;
 * with quotes or `!` the left side is always a tab.
 */
export function parseA1(workbook: Workbook, text: string): { readonly sheet: Sheet; readonly range: GridRange } {
  const { title, cells, quoted } = splitSheetName(text);
  if (title !== null) {
    const sheet = findSheetByTitle(workbook, title);
    const sides = cells === null ? {} : parseCells(cells);
    if (sheet === undefined || sides === null || (cells === null && !quoted)) throw unparsable(text);
    return { sheet, range: { sheetId: sheet.sheetId, ...sides } };
  }
  const named = workbook.namedRanges.find((candidate) => candidate.name?.toLowerCase() === text.toLowerCase());
  if (named !== undefined) return { sheet: sheetById(workbook, named.range?.sheetId), range: named.range ?? {} };
  const sides = parseCells(cells ?? '');
  const sheet = sides === null ? findSheetByTitle(workbook, text) : workbook.sheets.find((candidate) => candidate.extras.hidden !== true);
  if (sheet === undefined) throw unparsable(text);
  return { sheet, range: { sheetId: sheet.sheetId, ...sides } };
}

export function resolveA1(workbook: Workbook, text: string): Resolved {
  const { sheet, range } = parseA1(workbook, text);
  return { sheet, area: areaOf(sheet, range) };
}

function unparsable(text: string): Error {
  return invalidArgument(`Unable to parse range: ${text}`);
}

export function exceedsGrid(sheet: Sheet, range: GridRange): Error {
  return invalidArgument(`Range (${formatRange(sheet.title, range)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`);
}
