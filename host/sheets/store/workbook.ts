import type { FileRole } from '../../types';
import type {
  BandedRange, BasicFilter, CellFormat, ConditionalFormatRule, DimensionProperties, FilterView, GridRange, NamedRange, ProtectedRange,
  SheetProperties, SpreadsheetProperties,
} from '../schema/api';
import type { StoredRule } from '../rules/stored-rule';
import type { Runs } from './runs';

/** A formula a person typed. It is kept as text: nothing is calculated here. */
export interface FormulaCell { readonly formula: string }

/** What one cell holds; the common kinds cost no object. Blank is null. */
export type Cell = number | string | boolean | null | FormulaCell;

export type MetadataLocation =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheetId: number }
  | { readonly type: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };

export interface MetadataEntry {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue: string;
  readonly visibility: string;
  readonly location: MetadataLocation;
  /** The client that made a PROJECT entry, the only one to see it; absent for the file's own script. */
  readonly client?: string;
}

/** One tab. Fields change only through `Transaction.set`, rows only through store/cells.ts. */
export interface Sheet {
  readonly sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  /** Everything of SheetProperties except id, index, title, and the counts of gridProperties. */
  extras: SheetProperties;
  /** Rows that never held anything are `undefined` or beyond the end; a row ends at its last written cell. */
  readonly rows: (Cell[] | undefined)[];
  /** By column; a missing entry means no runs. */
  formats: readonly Runs<CellFormat>[];
  rules: readonly Runs<StoredRule>[];
  notes: readonly Runs<string>[];
  rowProperties: Runs<DimensionProperties>;
  columnProperties: Runs<DimensionProperties>;
  protections: readonly ProtectedRange[];
  conditionalFormats: readonly ConditionalFormatRule[];
  bandings: readonly BandedRange[];
  basicFilter: BasicFilter | null;
  filterViews: readonly FilterView[];
  merges: readonly GridRange[];
}

export interface Workbook {
  readonly id: string;
  properties: SpreadsheetProperties;
  people: Readonly<Record<string, FileRole>>;
  sheets: readonly Sheet[];
  namedRanges: readonly NamedRange[];
  metadata: readonly MetadataEntry[];
  /** State of the generator that makes ids, so that a replayed log makes the same ones. */
  idSeed: number;
}

export function emptySheet(options: { readonly sheetId: number; readonly title: string; readonly rowCount?: number; readonly columnCount?: number; readonly extras?: SheetProperties }): Sheet {
  return {
    sheetId: options.sheetId, title: options.title, rowCount: options.rowCount ?? 1000, columnCount: options.columnCount ?? 26, extras: options.extras ?? {},
    rows: [], formats: [], rules: [], notes: [], rowProperties: [], columnProperties: [],
    protections: [], conditionalFormats: [], bandings: [], basicFilter: null, filterViews: [], merges: [],
  };
}
