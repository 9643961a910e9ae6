import type { sheets_v4 } from '@googleapis/sheets';

/** A schema type of the official client without its nulls: a payload is stripped of them when it is read. */
export type Plain<T> = T extends readonly (infer Item)[] ? readonly Plain<NonNullable<Item>>[]
  : T extends object ? { readonly [K in keyof T]?: Plain<NonNullable<T[K]>> } : T;

export type CellData = Pick<Plain<sheets_v4.Schema$CellData>, 'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation'>;
export type CellFormat = Plain<sheets_v4.Schema$CellFormat>;
export type ExtendedValue = Plain<sheets_v4.Schema$ExtendedValue>;
export type RowData = { readonly values?: readonly CellData[] };
export type GridRange = Plain<sheets_v4.Schema$GridRange>;
export type GridCoordinate = Plain<sheets_v4.Schema$GridCoordinate>;
export type DimensionRange = Plain<sheets_v4.Schema$DimensionRange>;
export type DimensionProperties = Pick<Plain<sheets_v4.Schema$DimensionProperties>, 'hiddenByUser' | 'hiddenByFilter' | 'pixelSize'>;
export type SheetProperties = Plain<sheets_v4.Schema$SheetProperties>;
export type SpreadsheetProperties = Plain<sheets_v4.Schema$SpreadsheetProperties>;
export type ProtectedRange = Plain<sheets_v4.Schema$ProtectedRange>;
export type DataValidationRule = Plain<sheets_v4.Schema$DataValidationRule>;
export type BooleanCondition = Plain<sheets_v4.Schema$BooleanCondition>;
export type ConditionalFormatRule = Plain<sheets_v4.Schema$ConditionalFormatRule>;
export type BandedRange = Plain<sheets_v4.Schema$BandedRange>;
export type BasicFilter = Plain<sheets_v4.Schema$BasicFilter>;
export type FilterView = Plain<sheets_v4.Schema$FilterView>;
export type NamedRange = Plain<sheets_v4.Schema$NamedRange>;
export type SortSpec = Plain<sheets_v4.Schema$SortSpec>;
export type DeveloperMetadata = Plain<sheets_v4.Schema$DeveloperMetadata>;
export type DeveloperMetadataLocation = Plain<sheets_v4.Schema$DeveloperMetadataLocation>;
export type DeveloperMetadataLookup = Plain<sheets_v4.Schema$DeveloperMetadataLookup>;
export type DataFilter = Plain<sheets_v4.Schema$DataFilter>;
export type Border = Plain<sheets_v4.Schema$Border>;
export type ValueRange = { readonly range?: string; readonly majorDimension?: string; readonly values?: readonly (readonly unknown[])[] };

/** Bodies of the request kinds of `batchUpdate`, by kind. */
export type RequestBody<Kind extends keyof sheets_v4.Schema$Request> = Plain<NonNullable<sheets_v4.Schema$Request[Kind]>>;
export type RequestKind = keyof sheets_v4.Schema$Request;
