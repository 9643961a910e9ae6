import type { sheets_v4 } from '@googleapis/sheets';
import type { Plain } from '../sheets/schema/api';
import type { SheetsEngine } from '../types';
import { styleOf } from './snapshot-style';
import { validationsOf } from './snapshot-validation';
import type { SnapshotCell, SnapshotProtection, SnapshotStyle, SnapshotTab, WorkbookSnapshot } from '../wire/workbook';

export type CellPayload = Plain<sheets_v4.Schema$CellData>;
type SheetPayload = Plain<sheets_v4.Schema$Sheet>;
type DataPayload = Plain<sheets_v4.Schema$GridData>;
type DimensionPayload = Plain<sheets_v4.Schema$DimensionProperties>;
type DataFilter = Plain<sheets_v4.Schema$DataFilter>;
type SpreadsheetPayload = Plain<sheets_v4.Schema$Spreadsheet>;

/** What a grid needs of a cell; the mask decides what the engine has to gather. */
const CELL_FIELDS = 'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note';
const DIMENSION_FIELDS = 'hiddenByUser,hiddenByFilter,pixelSize';
const SNAPSHOT_FIELDS = 'spreadsheetId,properties(title,locale,timeZone),sheets(properties,protectedRanges,'
  + `data(rowMetadata(${DIMENSION_FIELDS}),columnMetadata(${DIMENSION_FIELDS}),rowData(values(${CELL_FIELDS},dataValidation))))`;
const BLOCK_FIELDS = `sheets(properties(sheetId),data(startRow,startColumn,rowMetadata(${DIMENSION_FIELDS}),columnMetadata(${DIMENSION_FIELDS}),rowData(values(${CELL_FIELDS}))))`;

export interface SnapshotRequest {
  readonly spreadsheetId: string;
  /** Protections are shown as this person meets them. */
  readonly user: string;
  readonly seq: number;
}

/** Looks at the workbook for the grid. It is no call of the script's, so it does not pass the call door. */
export interface SnapshotReader {
  /** The whole workbook as one person sees it. */
  workbook(request: SnapshotRequest): WorkbookSnapshot;
  /** The tabs as one person meets them, without rows, columns and cells. */
  tabs(request: Omit<SnapshotRequest, 'seq'>): readonly SnapshotTab[];
  /** Some blocks as they stand, blanks included. Null when a cell has a look that no snapshot has told of yet. */
  cells(request: { readonly spreadsheetId: string; readonly user: string; readonly blocks: readonly DataFilter[] }): readonly ChangedCell[] | null;
}

type ChangedCell = SnapshotCell & { readonly sheetId: number };

/** Styles keep their numbers from one snapshot to the next. */
export function createSnapshotReader(engine: Pick<SheetsEngine, 'execute'>): SnapshotReader {
  const styles = createStyleTable();
  return {
    workbook: ({ spreadsheetId, user, seq }) => {
      const { response } = engine.execute({ method: 'spreadsheets.get', params: { spreadsheetId, fields: SNAPSHOT_FIELDS }, user });
      const { properties, sheets = [] } = response as SpreadsheetPayload;
      return {
        spreadsheetId, seq,
        title: properties?.title ?? '', locale: properties?.locale ?? 'en_US', timeZone: properties?.timeZone ?? 'Etc/GMT',
        tabs: sheets.filter(({ properties: tab }) => tab?.gridProperties !== undefined).map((sheet) => tabOf(sheet, styles)),
        styles: styles.list(),
      };
    },
    tabs: ({ spreadsheetId, user }) => {
      const { response } = engine.execute({ method: 'spreadsheets.get', params: { spreadsheetId, fields: 'sheets(properties,protectedRanges)' }, user });
      return ((response as SpreadsheetPayload).sheets ?? []).map((sheet) => tabOf(sheet, styles));
    },
    cells: ({ spreadsheetId, user, blocks }) => {
      if (blocks.length === 0) return [];
      const told = styles.list().length;
      const body = { dataFilters: blocks };
      const { response } = engine.execute({ method: 'spreadsheets.getByDataFilter', params: { spreadsheetId, fields: BLOCK_FIELDS }, body, user });
      const cells = ((response as SpreadsheetPayload).sheets ?? []).flatMap(({ properties, data = [] }) =>
        data.flatMap((part) => blockCells(part, styles)).map((cell) => ({ ...cell, sheetId: properties?.sheetId ?? 0 })));
      return styles.list().length > told ? null : cells;
    },
  };
}

/** The metadata has one item for each row and column of the block, blank or not. */
function blockCells({ startRow = 0, startColumn = 0, rowData = [], rowMetadata = [], columnMetadata = [] }: DataPayload, styles: StyleTable): SnapshotCell[] {
  return rowMetadata.flatMap((_, row) => columnMetadata.map((__, column) => cellOf(rowData[row]?.values?.[column] ?? {}, startRow + row, startColumn + column, styles)));
}

interface StyleTable {
  /** Undefined for a cell that looks like any other. */
  indexOf(cell: CellPayload): number | undefined;
  list(): readonly SnapshotStyle[];
}

function createStyleTable(): StyleTable {
  const numbers = new Map<string, number>();
  const styles: SnapshotStyle[] = [];
  const known = new WeakMap<object, number | undefined>();
  const numberOf = (format: NonNullable<CellPayload['userEnteredFormat']>): number | undefined => {
    const style = styleOf(format);
    const text = JSON.stringify(style);
    if (text === '{}') return undefined;
    const found = numbers.get(text);
    if (found !== undefined) return found;
    numbers.set(text, styles.push(style) - 1);
    return styles.length - 1;
  };
  return {
    indexOf: ({ userEnteredFormat: format }) => {
      if (format === undefined) return undefined;
      if (!known.has(format)) known.set(format, numberOf(format));
      return known.get(format);
    },
    list: () => styles,
  };
}

function tabOf({ properties = {}, protectedRanges = [], data = [] }: SheetPayload, styles: StyleTable): SnapshotTab {
  const { gridProperties = {}, tabColorStyle, tabColor } = properties;
  const color = styleOf({ backgroundColorStyle: tabColorStyle ?? (tabColor === undefined ? {} : { rgbColor: tabColor }) }).background;
  const [grid = {}] = data;
  return {
    sheetId: properties.sheetId ?? 0, title: properties.title ?? '', hidden: properties.hidden ?? false,
    ...(color === undefined ? {} : { color }),
    rowCount: gridProperties.rowCount ?? 0, columnCount: gridProperties.columnCount ?? 0,
    frozenRows: gridProperties.frozenRowCount ?? 0, frozenColumns: gridProperties.frozenColumnCount ?? 0,
    columns: unusual(grid.columnMetadata, 100).map(({ size, ...line }) => ({ ...line, ...(size === undefined ? {} : { width: size }) })),
    rows: unusual(grid.rowMetadata, 21).map(({ size, ...line }) => ({ ...line, ...(size === undefined ? {} : { height: size }) })),
    cells: cellsOf(grid, styles),
    validations: validationsOf((grid.rowData ?? []).map((row) => row.values ?? [])),
    protections: protectedRanges.map(protectionOf),
  };
}

/** Blank cells are left out unless they look different; a number format alone is nothing to see. */
function cellsOf({ rowData = [] }: DataPayload, styles: StyleTable): SnapshotCell[] {
  const list = styles.list();
  return rowData.flatMap(({ values = [] }, row) => values.flatMap((payload, column) => {
    const style = styles.indexOf(payload);
    const hasContent = payload.userEnteredValue !== undefined || payload.note !== undefined;
    const isColoured = style !== undefined && Object.keys(list[style]!).some((key) => key !== 'pattern');
    if (!hasContent && !isColoured) return [];
    return [cellOf(payload, row, column, styles)];
  }));
}

function cellOf(payload: CellPayload, row: number, column: number, styles: StyleTable): SnapshotCell {
  const { userEnteredValue: entered = {}, effectiveValue: effective, formattedValue, note } = payload;
  const style = styles.indexOf(payload);
  const stored = entered.formulaValue === undefined ? entered : effective ?? {};
  return {
    row, column,
    value: stored.stringValue ?? stored.numberValue ?? stored.boolValue ?? null,
    shown: formattedValue ?? '',
    ...(entered.formulaValue === undefined ? {} : { formula: entered.formulaValue }),
    ...(style === undefined ? {} : { style }),
    ...(note === undefined ? {} : { note }),
  };
}

interface UnusualLine {
  readonly index: number;
  readonly size?: number;
  readonly hidden?: boolean;
}

/** Rows or columns that are hidden, or not of the usual size in pixels. */
function unusual(lines: readonly DimensionPayload[] = [], usual: number): UnusualLine[] {
  return lines.flatMap(({ pixelSize, hiddenByUser, hiddenByFilter }, index) => {
    const size = pixelSize === undefined || pixelSize === usual ? {} : { size: pixelSize };
    const hidden = hiddenByUser === true || hiddenByFilter === true ? { hidden: true } : {};
    return Object.keys(size).length + Object.keys(hidden).length === 0 ? [] : [{ index, ...size, ...hidden }];
  });
}

function protectionOf({ range = {}, description = '', warningOnly = false, requestingUserCanEdit = false }: Plain<sheets_v4.Schema$ProtectedRange>): SnapshotProtection {
  return {
    range: {
      startRow: range.startRowIndex ?? 0, startColumn: range.startColumnIndex ?? 0,
      ...(range.endRowIndex === undefined ? {} : { endRow: range.endRowIndex }),
      ...(range.endColumnIndex === undefined ? {} : { endColumn: range.endColumnIndex }),
    },
    description, warningOnly, canEdit: requestingUserCanEdit && !warningOnly,
  };
}
