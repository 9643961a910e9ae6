/** The host's snapshot as Univer's workbook data. */
import {
  BooleanNumber, CellValueType, DataValidationErrorStyle, DataValidationRenderMode, DataValidationType, HorizontalAlign,
  VerticalAlign, WrapStrategy, type ICellData, type IRange, type ISheetDataValidationRule, type IStyleData, type IWorkbookData,
  type IWorksheetData, type LocaleType,
} from '@univerjs/core';
import { EditStateEnum, ViewStateEnum } from '@univerjs/preset-sheets-core';
import type { SnapshotCell, SnapshotProtection, SnapshotRange, SnapshotStyle, SnapshotTab, SnapshotValidation, WorkbookSnapshot } from '../../wire/workbook';

/** UnitObject.SelectRange of @univerjs/protocol, whose enum lives in a package of its own. */
const SELECT_RANGE = 3;
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
const ALIGNS = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;

export function toUniverWorkbook(snapshot: WorkbookSnapshot, unitId: string, locale: LocaleType): IWorkbookData {
  const tabs = snapshot.tabs;
  return {
    id: unitId, name: snapshot.title, appVersion: '0.25.1', locale,
    styles: Object.fromEntries(snapshot.styles.map((style, index) => [String(index), toUniverStyle(style)])),
    defaultStyle: { ff: 'Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif', fs: 10, vt: VerticalAlign.MIDDLE },
    sheetOrder: tabs.map((tab) => String(tab.sheetId)),
    sheets: Object.fromEntries(tabs.map((tab) => [String(tab.sheetId), toUniverSheet(tab)])),
    resources: [
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: perTab(tabs, (tab) => tab.validations.flatMap((rule, index) => toUniverRule(tab, rule, index))) },
      { name: 'SHEET_RANGE_PROTECTION_PLUGIN', data: perTab(tabs, (tab) => tab.protections.map((one, index) => toUniverProtection(unitId, tab, one, index))) },
      { name: 'SHEET_NOTE_PLUGIN', data: perTab(tabs, notesOf) },
    ],
  };
}

export function toUniverCell(cell: SnapshotCell): ICellData {
  const style = cell.style === undefined ? {} : { s: String(cell.style) };
  if (cell.formula !== undefined) return { v: cell.shown, t: CellValueType.STRING, ...style };
  if (typeof cell.value === 'number') return { v: cell.value, t: CellValueType.NUMBER, ...style };
  if (typeof cell.value === 'boolean') return { v: cell.value ? 1 : 0, t: CellValueType.BOOLEAN, ...style };
  if (cell.value === null) return { v: null, t: null, ...style };
  return { v: cell.value, t: CellValueType.STRING, ...style };
}

function toUniverSheet(tab: SnapshotTab): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const cell of tab.cells) (cellData[cell.row] ??= {})[cell.column] = toUniverCell(cell);
  const frozen = tab.frozenRows > 0 || tab.frozenColumns > 0;
  return {
    id: String(tab.sheetId), name: tab.title, tabColor: tab.color ?? '', hidden: flag(tab.hidden),
    rowCount: tab.rowCount, columnCount: tab.columnCount, defaultRowHeight: ROW_HEIGHT, defaultColumnWidth: COLUMN_WIDTH,
    freeze: {
      xSplit: tab.frozenColumns, ySplit: tab.frozenRows,
      startRow: frozen ? tab.frozenRows : -1, startColumn: frozen ? tab.frozenColumns : -1,
    },
    columnData: Object.fromEntries(tab.columns.map(({ index, width, hidden }) => [index, { w: width ?? COLUMN_WIDTH, hd: flag(hidden === true) }])),
    rowData: Object.fromEntries(tab.rows.map(({ index, height, hidden }) => [index, { h: height ?? ROW_HEIGHT, hd: flag(hidden === true) }])),
    cellData,
  };
}

function toUniverStyle(style: SnapshotStyle): IStyleData {
  return {
    vt: VerticalAlign.MIDDLE,
    ...(style.background === undefined ? {} : { bg: { rgb: style.background } }),
    ...(style.color === undefined ? {} : { cl: { rgb: style.color } }),
    ...(style.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(style.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(style.align === undefined ? {} : { ht: ALIGNS[style.align] }),
    ...(style.wrap === true ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.pattern === undefined ? {} : { n: { pattern: style.pattern } }),
  };
}

/** The host judges what is typed, so Univer's rules only show: a dropdown, a checkbox, a red corner. */
function toUniverRule(tab: SnapshotTab, rule: SnapshotValidation, index: number): ISheetDataValidationRule[] {
  const base = { uid: `rule-${tab.sheetId}-${index}`, ranges: [toUniverRange(tab, rule.range)], errorStyle: DataValidationErrorStyle.WARNING, allowBlank: true };
  if (rule.kind === 'checkbox') return [{ ...base, type: DataValidationType.CHECKBOX, formula1: 'TRUE', formula2: 'FALSE' }];
  if (rule.kind !== 'list') return [];
  return [{
    ...base, type: DataValidationType.LIST, formula1: JSON.stringify(rule.options ?? []), showDropDown: true,
    renderMode: DataValidationRenderMode.ARROW, ...(rule.message === undefined ? {} : { error: rule.message, showErrorMessage: true }),
  }];
}

function toUniverProtection(unitId: string, tab: SnapshotTab, protection: SnapshotProtection, index: number): object {
  return {
    id: `protection-${tab.sheetId}-${index}`, permissionId: `permission-${tab.sheetId}-${index}`,
    unitId, subUnitId: String(tab.sheetId), unitType: SELECT_RANGE, ranges: [toUniverRange(tab, protection.range)],
    description: protection.description, viewState: ViewStateEnum.OthersCanView, editState: EditStateEnum.DesignedUserCanEdit,
  };
}

function notesOf(tab: SnapshotTab): object {
  const notes: Record<number, Record<number, object>> = {};
  for (const { row, column, note } of tab.cells) {
    if (note !== undefined) (notes[row] ??= {})[column] = { id: `note-${row}-${column}`, row, col: column, width: 220, height: 90, note };
  }
  return notes;
}

function perTab(tabs: readonly SnapshotTab[], make: (tab: SnapshotTab) => object): string {
  return JSON.stringify(Object.fromEntries(tabs.map((tab) => [String(tab.sheetId), make(tab)])));
}

function toUniverRange(tab: SnapshotTab, range: SnapshotRange): IRange {
  return {
    startRow: range.startRow, endRow: (range.endRow ?? tab.rowCount) - 1,
    startColumn: range.startColumn, endColumn: (range.endColumn ?? tab.columnCount) - 1,
  };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
