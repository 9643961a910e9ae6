import type { SheetProperties } from '../schema/api';
import type { Sheet, Workbook } from '../store/workbook';
import { omitZeros } from './omit-zeros';

/** All properties of a tab, zeros included. */
export function fullSheetProperties(workbook: Workbook, sheet: Sheet): SheetProperties {
  return {
    sheetId: sheet.sheetId, title: sheet.title, index: workbook.sheets.indexOf(sheet), sheetType: 'GRID', ...sheet.extras,
    gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount, ...sheet.extras.gridProperties },
  };
}

/** As answers carry them. */
export function shownSheetProperties(workbook: Workbook, sheet: Sheet): SheetProperties {
  const properties = fullSheetProperties(workbook, sheet);
  // assumed: the first tab's index 0 is written out: clients that put tabs in order rely on it.
  return { ...omitZeros(properties), index: properties.index ?? 0 };
}
