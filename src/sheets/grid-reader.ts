/** Looks up cells in an answer of `getByDataFilter`, whatever blocks it came in. Meant for small reads. */
import type { CellData, GridData, Metadata, Primitive, Sheet, Spreadsheet } from './sheets-api';

export interface GridReader {
  /** A cell's value as typed or calculated; null when blank or not read. */
  value(sheetId: number, row: number, column: number): Primitive;
  /** Values of one row from column 0 to the last that was read. */
  row(sheetId: number, row: number): readonly Primitive[];
  columnMetadata(sheetId: number): readonly { readonly column: number; readonly entries: readonly Metadata[] }[];
  sheet(sheetId: number): Sheet | undefined;
}

export function gridReader(answer: Spreadsheet): GridReader {
  const sheets = new Map<number, Sheet>();
  for (const sheet of answer.sheets ?? []) sheets.set(sheet.properties?.sheetId ?? 0, sheet);
  const blocks = (sheetId: number): readonly GridData[] => sheets.get(sheetId)?.data ?? [];
  const cells = (sheetId: number, row: number): Map<number, Primitive> => {
    const found = new Map<number, Primitive>();
    for (const block of blocks(sheetId)) {
      const values = block.rowData?.[row - (block.startRow ?? 0)]?.values ?? [];
      values.forEach((cell, i) => found.set((block.startColumn ?? 0) + i, primitive(cell)));
    }
    return found;
  };
  return {
    value: (sheetId, row, column) => cells(sheetId, row).get(column) ?? null,
    row: (sheetId, row) => {
      const found = cells(sheetId, row);
      const width = Math.max(-1, ...found.keys()) + 1;
      return Array.from({ length: width }, (_, column) => found.get(column) ?? null);
    },
    columnMetadata: (sheetId) => columnMetadataOf(blocks(sheetId)),
    sheet: (sheetId) => sheets.get(sheetId),
  };
}

/** A formula somebody typed counts as what it shows; an error as its text. */
export function primitive(cell: CellData | undefined): Primitive {
  const value = cell?.userEnteredValue?.formulaValue !== undefined ? cell.effectiveValue : cell?.userEnteredValue ?? cell?.effectiveValue;
  if (value === undefined) return null;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? value.errorValue?.message ?? null;
}

/** The same column may have been read in several blocks; each is told once. */
function columnMetadataOf(blocks: readonly GridData[]): { column: number; entries: readonly Metadata[] }[] {
  const columns = new Map<number, readonly Metadata[]>();
  for (const block of blocks) {
    (block.columnMetadata ?? []).forEach((column, i) => {
      columns.set((block.startColumn ?? 0) + i, column.developerMetadata ?? []);
    });
  }
  return [...columns].map(([column, entries]) => ({ column, entries }));
}
