import type { CallContext } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { addSheet, freeTitle } from '../requests/sheets';
import { applyRequest } from '../requests/registry';
import type { SheetProperties, SpreadsheetProperties } from '../schema/api';
import { readPayload } from '../schema/read-payload';

interface NewSpreadsheet {
  readonly properties?: SpreadsheetProperties;
  readonly sheets?: readonly (Readonly<Record<string, unknown>> & {
    readonly properties?: SheetProperties;
    readonly data?: readonly { readonly startRow?: number; readonly startColumn?: number; readonly rowData?: readonly unknown[] }[];
  })[];
}

const TAKEN = new Set(['properties', 'sheets']);

/** Reads the body of `spreadsheets.create`: properties, and tabs with their properties and rows. */
export function readNewSpreadsheet(body: unknown): NewSpreadsheet {
  const wanted = readPayload('Spreadsheet', body ?? {}, '') as NewSpreadsheet;
  for (const field of Object.keys(wanted)) if (!TAKEN.has(field)) throw notEmulated(`spreadsheets.create with ${field}`);
  for (const sheet of wanted.sheets ?? []) {
    const field = Object.keys(sheet).find((name) => name !== 'properties' && name !== 'data');
    if (field !== undefined) throw notEmulated(`spreadsheets.create with sheets.${field}`);
    if (sheet.data?.some((data) => 'rowMetadata' in data || 'columnMetadata' in data) === true) throw notEmulated('spreadsheets.create with row or column metadata');
  }
  return wanted;
}

/** Gives a workbook without tabs its first ones. The very first has sheetId 0 unless it asks for another. */
export function addFirstSheets(context: CallContext, { sheets = [] }: NewSpreadsheet): void {
  const { workbook } = context;
  if (sheets.length === 0) addSheet(context, { sheetId: 0, title: freeTitle(workbook) });
  sheets.forEach(({ properties = {}, data = [] }, index) => {
    const { index: _order, ...rest } = properties;
    const sheet = addSheet(context, { ...(index === 0 && { sheetId: 0 }), ...rest });
    data.forEach(({ startRow = 0, startColumn = 0, rowData = [] }) => {
      const start = { sheetId: sheet.sheetId, rowIndex: startRow, columnIndex: startColumn };
      applyRequest(context, { updateCells: { start, rows: rowData, fields: '*' } }, index);
    });
  });
  if (workbook.sheets.every((sheet) => sheet.extras.hidden === true)) throw invalidArgument("You can't remove all the visible sheets in a document.");
}
