/** Bulk reads of values: which ranges to ask for, and finding each in an answer that comes in any order. */
import { COLUMN_METADATA } from './tabs';
import type { DataFilter, GridRange, MatchedValueRange, Primitive, SheetsApi } from './sheets-api';

/** A read of some ranges and columns in one call. */
export interface ValuesRead {
  /** Rows of the range, trailing blanks trimmed. */
  range(range: GridRange): readonly (readonly Primitive[])[];
  /** Cells of the whole column by row, header included, trailing blanks trimmed; null when the tab has no such column. */
  column(entity: string, key: string): readonly Primitive[] | null;
}

/** The column that carries our metadata in this very tab: a duplicated tab must not answer too. */
export function columnFilter(sheetId: number, entity: string, key: string): DataFilter {
  return {
    developerMetadataLookup: {
      metadataKey: COLUMN_METADATA, metadataValue: `${entity}.${key}`, metadataLocation: { sheetId }, locationMatchingStrategy: 'INTERSECTING_LOCATION',
    },
  };
}

export function readValues(api: SheetsApi, filters: readonly DataFilter[]): ValuesRead {
  const found = new Map<string, MatchedValueRange>();
  for (const match of api.batchGetByDataFilter(filters, 'ROWS')) {
    for (const filter of match.dataFilters ?? []) found.set(keyOf(filter), match);
  }
  return {
    range: (range) => found.get(keyOf({ gridRange: range }))?.valueRange?.values ?? [],
    column: (entity, key) => {
      const match = found.get(`column ${entity}.${key}`);
      return match === undefined ? null : (match.valueRange?.values ?? []).map((row) => row[0] ?? null);
    },
  };
}

/** Google may leave zeros out of the filters it echoes. */
function keyOf(filter: DataFilter): string {
  if ('gridRange' in filter) {
    const { sheetId = 0, startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = filter.gridRange;
    return `range ${[sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].join(':')}`;
  }
  return `column ${filter.developerMetadataLookup.metadataValue ?? ''}`;
}
