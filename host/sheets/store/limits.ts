import { invalidArgument } from '../errors';
import type { Workbook } from './workbook';

const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
const MAX_TABS = 200;
const MAX_TITLE = 100;

/** Empty cells count too. */
export function assertCellBudget(workbook: Workbook, added: number): void {
  const present = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (present + added <= MAX_CELLS) return;
  throw invalidArgument(`This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`);
}

/** assumed: Google's words. */
export function assertColumnLimit(columnCount: number): void {
  if (columnCount > MAX_COLUMNS) throw invalidArgument(`This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS} columns.`);
}

/** assumed: Google's words; the number is a community report. */
export function assertTabLimit(workbook: Workbook): void {
  if (workbook.sheets.length >= MAX_TABS) throw invalidArgument(`This action would increase the number of sheets in the workbook above the limit of ${MAX_TABS} sheets.`);
}

export function assertTitle(workbook: Workbook, title: string, except: number | null): void {
  // assumed: Google's words for an empty title.
  if (title === '') throw invalidArgument('The sheet name cannot be empty.');
  if (title.length > MAX_TITLE) throw invalidArgument(`The sheet name cannot be greater than ${MAX_TITLE} characters.`);
  if (workbook.sheets.some((sheet) => sheet.sheetId !== except && sheet.title.toLowerCase() === title.toLowerCase())) {
    throw invalidArgument(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}
