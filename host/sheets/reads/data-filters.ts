import type { MetadataReader } from '../metadata';
import { assertOneFilter, findMetadata } from '../metadata';
import type { Resolved } from '../ranges';
import { resolveA1, resolveGridRange, wholeSheet } from '../ranges';
import type { DataFilter } from '../schema/api';
import type { MetadataLocation, Workbook } from '../store/workbook';

/** The cells a data filter selects: its range, or whatever the matching metadata hang on. */
export function resolveFilter(reader: MetadataReader, filter: DataFilter): readonly Resolved[] {
  const { workbook } = reader;
  assertOneFilter(filter);
  if (filter.developerMetadataLookup !== undefined) return findMetadata(reader, filter).flatMap(({ location }) => areasOf(workbook, location));
  if (filter.a1Range !== undefined) return [resolveA1(workbook, filter.a1Range)];
  return [resolveGridRange(workbook, filter.gridRange)];
}

/** assumed: metadata of the spreadsheet itself select every tab. */
function areasOf(workbook: Workbook, location: MetadataLocation): readonly Resolved[] {
  return workbook.sheets.filter((sheet) => location.type === 'SPREADSHEET' || sheet.sheetId === location.sheetId).map((sheet) => {
    const whole = wholeSheet(sheet);
    switch (location.type) {
      case 'ROW': return { sheet, area: { ...whole, top: location.index, bottom: location.index + 1 } };
      case 'COLUMN': return { sheet, area: { ...whole, left: location.index, right: location.index + 1 } };
      default: return { sheet, area: whole };
    }
  });
}
