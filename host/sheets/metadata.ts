import type { CallContext } from './context';
import { parseA1, sheetById } from './ranges';
import { invalidArgument } from './errors';
import { omitZeros } from './reads/omit-zeros';
import type { DataFilter, DeveloperMetadata, DeveloperMetadataLocation, DeveloperMetadataLookup, GridRange } from './schema/api';
import type { MetadataEntry, MetadataLocation, Sheet, Workbook } from './store/workbook';

export function shownMetadata(entry: MetadataEntry): DeveloperMetadata {
  const { metadataId, metadataKey, metadataValue, visibility } = entry;
  return omitZeros({ metadataId, metadataKey, metadataValue, visibility, location: shownLocation(entry.location) });
}

function shownLocation(location: MetadataLocation): DeveloperMetadataLocation {
  switch (location.type) {
    case 'SPREADSHEET': return { locationType: 'SPREADSHEET', spreadsheet: true };
    case 'SHEET': return { locationType: 'SHEET', sheetId: location.sheetId };
    default: {
      const dimension = location.type === 'ROW' ? 'ROWS' : 'COLUMNS';
      return { locationType: location.type, dimensionRange: { dimension, sheetId: location.sheetId, startIndex: location.index, endIndex: location.index + 1 } };
    }
  }
}

export function readLocation(workbook: Workbook, location: DeveloperMetadataLocation | undefined): MetadataLocation {
  const range = location?.dimensionRange;
  if (range !== undefined) {
    const sheet = sheetById(workbook, range.sheetId);
    // A start of 0 may be missing: zeros go missing on the wire.
    if (range.endIndex === undefined) throw invalidArgument('DimensionRange must specify both a startIndex and an endIndex.');
    const index = range.startIndex ?? 0;
    if (range.endIndex - index !== 1 || (range.dimension !== 'ROWS' && range.dimension !== 'COLUMNS')) throw invalidArgument('DimensionRange must represent a single row or column.');
    // assumed: a row or column beyond the grid is refused, in these words.
    if (index < 0 || index >= (range.dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount)) throw invalidArgument(`DimensionRange.startIndex[${index}] is after the last ${range.dimension === 'ROWS' ? 'row' : 'column'} in grid.`);
    return { type: range.dimension === 'ROWS' ? 'ROW' : 'COLUMN', sheetId: sheet.sheetId, index };
  }
  if (location?.spreadsheet === true) return { type: 'SPREADSHEET' };
  // assumed: Google's words. A location that only says sheetId 0 may arrive as {}.
  if (location === undefined) throw invalidArgument('Developer metadata must always have a location specified.');
  return { type: 'SHEET', sheetId: sheetById(workbook, location.sheetId).sheetId };
}

/** What a client may see: DOCUMENT entries, and the PROJECT entries that it made itself. */
export type MetadataReader = Pick<CallContext, 'workbook' | 'client'>;

export function visibleMetadata({ workbook, client }: MetadataReader): readonly MetadataEntry[] {
  return workbook.metadata.filter((entry) => entry.visibility !== 'PROJECT' || entry.client === client);
}

/** Entries that a filter selects: by lookup, or everything associated with cells the range intersects. */
export function findMetadata(reader: MetadataReader, filter: DataFilter): readonly MetadataEntry[] {
  const { workbook } = reader;
  assertOneFilter(filter);
  if (filter.developerMetadataLookup !== undefined) return lookUp(reader, filter.developerMetadataLookup);
  const range = filter.a1Range !== undefined ? parseA1(workbook, filter.a1Range).range : filter.gridRange ?? {};
  const sheet = sheetById(workbook, range.sheetId);
  return visibleMetadata(reader).filter(({ location }) => touchesRange(location, sheet, range));
}

/** assumed: Google's words for a filter without any kind. */
export function assertOneFilter(filter: DataFilter): void {
  const kinds = Object.keys(filter);
  if (kinds.length === 0) throw invalidArgument('A DataFilter must specify one of developerMetadataLookup, a1Range, gridRange.');
  if (kinds.length > 1) throw invalidArgument(`oneof field 'filter' is already set. Cannot set '${kinds[1] ?? ''}'`);
}

function lookUp(reader: MetadataReader, lookup: DeveloperMetadataLookup): readonly MetadataEntry[] {
  const { metadataLocation, locationMatchingStrategy: strategy } = lookup;
  const location = metadataLocation === undefined ? null : readLocation(reader.workbook, metadataLocation);
  // assumed: Google's words for these refusals; that they are refusals is in its reference.
  if (strategy !== undefined && location === null) throw invalidArgument('If locationMatchingStrategy is specified, metadataLocation must also be specified.');
  if (location?.type === 'SPREADSHEET' && strategy === 'INTERSECTING_LOCATION') throw invalidArgument('Spreadsheet metadata cannot intersect any other developer metadata location.');
  if (lookup.locationType === 'SPREADSHEET' && (strategy === 'INTERSECTING_LOCATION' || (location !== null && location.type !== 'SPREADSHEET'))) throw invalidArgument('locationType cannot be SPREADSHEET for this location.');
  if (lookup.locationType !== undefined && strategy === 'EXACT_LOCATION') throw invalidArgument('locationType must be left unspecified when locationMatchingStrategy is EXACT_LOCATION.');
  return visibleMetadata(reader).filter((entry) => (lookup.metadataId === undefined || entry.metadataId === lookup.metadataId)
    && (lookup.metadataKey === undefined || entry.metadataKey === lookup.metadataKey)
    && (lookup.metadataValue === undefined || entry.metadataValue === lookup.metadataValue)
    && (lookup.visibility === undefined || entry.visibility === lookup.visibility)
    && (lookup.locationType === undefined || entry.location.type === lookup.locationType)
    && (location === null || matches(entry.location, location, strategy === 'EXACT_LOCATION' ? 'exact' : 'intersecting')));
}

function matches(location: MetadataLocation, wanted: MetadataLocation, strategy: 'exact' | 'intersecting'): boolean {
  if (location.type === 'SPREADSHEET' || wanted.type === 'SPREADSHEET') return location.type === wanted.type;
  if (location.sheetId !== wanted.sheetId) return false;
  const same = location.type === wanted.type && (location.type === 'SHEET' || (wanted.type !== 'SHEET' && location.index === wanted.index));
  return same || (strategy === 'intersecting' && location.type !== wanted.type);
}

function touchesRange(location: MetadataLocation, sheet: Sheet, range: GridRange): boolean {
  if (location.type === 'SPREADSHEET' || location.sheetId !== sheet.sheetId) return false;
  if (location.type === 'SHEET') return true;
  return location.type === 'ROW'
    ? location.index >= (range.startRowIndex ?? 0) && location.index < (range.endRowIndex ?? Infinity)
    : location.index >= (range.startColumnIndex ?? 0) && location.index < (range.endColumnIndex ?? Infinity);
}
