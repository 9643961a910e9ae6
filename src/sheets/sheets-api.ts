/** The one data door: the Sheets API v4 as JSON. Types follow Google's discovery document, as far as we use it. */

export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface MetadataLookup {
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly metadataLocation?: { readonly sheetId?: number };
  readonly locationMatchingStrategy?: 'EXACT_LOCATION' | 'INTERSECTING_LOCATION';
  readonly locationType?: 'SHEET' | 'COLUMN';
}

export type DataFilter = { readonly gridRange: GridRange } | { readonly developerMetadataLookup: MetadataLookup };

export interface ExtendedValue {
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
}

export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly effectiveValue?: ExtendedValue;
}

/** Zero and empty members are left out by Google: `startRow` undefined means 0. */
export interface GridData {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly { readonly values?: readonly CellData[] }[];
  readonly columnMetadata?: readonly { readonly developerMetadata?: readonly Metadata[] }[];
}

export interface Metadata {
  readonly metadataKey?: string;
  readonly metadataValue?: string;
}

export interface Sheet {
  readonly properties?: {
    readonly sheetId?: number;
    readonly title?: string;
    readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
  };
  readonly data?: readonly GridData[];
  readonly developerMetadata?: readonly Metadata[];
  readonly protectedRanges?: readonly ProtectedRange[];
}

export interface ProtectedRange {
  readonly protectedRangeId?: number;
  readonly range?: Partial<GridRange>;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[] };
}

export interface Spreadsheet {
  readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
  readonly sheets?: readonly Sheet[];
}

/** A cell as the values reads give it: dates and money are numbers, blanks inside a row are ''. */
export type Primitive = string | number | boolean | null;

export interface MatchedValueRange {
  readonly valueRange?: { readonly range?: string; readonly values?: readonly (readonly Primitive[])[] };
  readonly dataFilters?: readonly DataFilter[];
}

/** Requests are plain JSON in Google's own words; see the builders in this folder. */
export type Request = Readonly<Record<string, unknown>>;

export interface BatchUpdateBody {
  readonly requests: readonly Request[];
  readonly includeSpreadsheetInResponse?: boolean;
  readonly responseIncludeGridData?: boolean;
  /** A1, so with tab titles. */
  readonly responseRanges?: readonly string[];
}

/**
 * Throws `AppError`: FORBIDDEN, NOT_FOUND, QUOTA, UNAVAILABLE (the outcome of a write is unknown then),
 * and `StaleLayout` when tabs or the grid are not as the caller believed.
 */
export interface SheetsApi {
  getByDataFilter(body: { readonly dataFilters: readonly DataFilter[] }, fields: string): Spreadsheet;
  /** UNFORMATTED_VALUE, SERIAL_NUMBER. Answers come in any order and name their filter. */
  batchGetByDataFilter(dataFilters: readonly DataFilter[], majorDimension: 'ROWS' | 'COLUMNS'): readonly MatchedValueRange[];
  get(fields: string): Spreadsheet;
  batchUpdate(body: BatchUpdateBody, fields: string): { readonly updatedSpreadsheet?: Spreadsheet };
}

/** The grid was not as expected (tab gone, range outside): read the layout again, never replay the same indices. */
export class StaleLayout extends Error {}
