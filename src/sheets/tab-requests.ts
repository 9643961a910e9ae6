/** Requests that make a tab of the archive: grid, header, column anchors, widths, protections. */
import type { EntityDeclaration } from '../domain/field';
import type { Labels, Language } from '../domain/language';
import { ID, SYSTEM } from './column-layout';
import { text, writeCells } from './requests';
import { rowFormats } from './row-formats';
import type { Request } from './sheets-api';
import { COLUMN_METADATA, TAB_METADATA, type SystemTabDeclaration } from './tabs';

export interface NewColumn {
  /** Field key, `id` or `system`. */
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly color: Color;
  readonly hidden: boolean;
}

interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** White may be edited, grey is calculated, blue belongs to the system. */
const EDITABLE: Color = { red: 1, green: 1, blue: 1 };
const CALCULATED: Color = { red: 0.85, green: 0.85, blue: 0.85 };
const OF_SYSTEM: Color = { red: 0.79, green: 0.87, blue: 0.97 };

const ID_LABELS: Labels = { 'zh-CN': '编号', en: 'Id' };
const SYSTEM_LABELS: Labels = { 'zh-CN': '系统', en: 'System' };

/** Rows a record tab is made with, header included. */
export const RECORD_ROWS = 500;

/** The columns of an entity's tab: id, the enabled fields, the packed system cell. */
export function recordColumns(entity: EntityDeclaration, enabled: readonly string[], language: Language): readonly NewColumn[] {
  return [
    { key: ID, label: ID_LABELS[language], width: 132, color: OF_SYSTEM, hidden: false },
    ...enabled.map((key) => fieldColumn(entity, key, language)),
    { key: SYSTEM, label: SYSTEM_LABELS[language], width: 80, color: OF_SYSTEM, hidden: true },
  ];
}

export function fieldColumn(entity: EntityDeclaration, key: string, language: Language): NewColumn {
  const field = entity.fields[key];
  if (field === undefined) throw new Error(`${entity.name} declares no ${key}`);
  return { key, label: field.labels[language], width: field.width, color: field.derived === true ? CALCULATED : EDITABLE, hidden: false };
}

export function addRecordTab(entity: EntityDeclaration, title: string, sheetId: number, index: number, columns: readonly NewColumn[], language: Language): readonly Request[] {
  return [
    addSheet({ sheetId, title, index, rows: RECORD_ROWS, columns: columns.length, frozenColumns: 2, hidden: false }),
    tabAnchor(sheetId, entity.name),
    ...addedColumns(entity, sheetId, 0, columns),
    ...rowFormats(entity, Object.fromEntries(columns.map(({ key }, column) => [key, column])), language, sheetId, 1, RECORD_ROWS),
    ...columns.flatMap(({ key }, column) => (key === ID || key === SYSTEM ? [warnColumn(sheetId, column)] : [])),
  ];
}

/** Header, anchor, width of columns that stand from `first` on. */
export function addedColumns(entity: EntityDeclaration, sheetId: number, first: number, columns: readonly NewColumn[]): readonly Request[] {
  return [
    writeCells(sheetId, 0, first, [columns.map(({ label }) => text(label))]),
    ...columns.flatMap(({ key, width, color, hidden }, i) => [
      headerFormat(sheetId, first + i, color),
      columnAnchor(sheetId, first + i, `${entity.name}.${key}`),
      columnProperties(sheetId, first + i, width, hidden),
    ]),
  ];
}

export function addSystemTab(tab: SystemTabDeclaration, title: string, sheetId: number, index: number, language: Language): readonly Request[] {
  return [
    addSheet({ sheetId, title, index, rows: tab.rows, columns: tab.columns, frozenColumns: 0, hidden: tab.hidden }),
    tabAnchor(sheetId, tab.key),
    writeCells(sheetId, 0, 0, [tab.headers.map(({ labels }) => text(labels[language]))]),
    ...tab.headers.flatMap(({ width }, column) => [headerFormat(sheetId, column, OF_SYSTEM), columnProperties(sheetId, column, width, false)]),
  ];
}

/** Stops everybody but these people and the file's owner. */
export function protectTab(sheetId: number, description: string, editors: readonly string[]): Request {
  return { addProtectedRange: { protectedRange: { range: { sheetId }, description, warningOnly: false, editors: { users: editors } } } };
}

/** Asks before a hand edit; scripts pass. */
export function warnTab(sheetId: number, description: string): Request {
  return { addProtectedRange: { protectedRange: { range: { sheetId }, description, warningOnly: true } } };
}

function warnColumn(sheetId: number, column: number): Request {
  return {
    addProtectedRange: { protectedRange: { range: { sheetId, startColumnIndex: column, endColumnIndex: column + 1 }, description: 'Guidang: id', warningOnly: true } },
  };
}

function addSheet(options: { sheetId: number; title: string; index: number; rows: number; columns: number; frozenColumns: number; hidden: boolean }): Request {
  const { sheetId, title, index, rows, columns, frozenColumns, hidden } = options;
  return {
    addSheet: { properties: { sheetId, title, index, hidden, gridProperties: { rowCount: rows, columnCount: columns, frozenRowCount: 1, frozenColumnCount: frozenColumns } } },
  };
}

function tabAnchor(sheetId: number, key: string): Request {
  return { createDeveloperMetadata: { developerMetadata: { metadataKey: TAB_METADATA, metadataValue: key, location: { sheetId }, visibility: 'DOCUMENT' } } };
}

function columnAnchor(sheetId: number, column: number, value: string): Request {
  const location = { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } };
  return { createDeveloperMetadata: { developerMetadata: { metadataKey: COLUMN_METADATA, metadataValue: value, location, visibility: 'DOCUMENT' } } };
}

function headerFormat(sheetId: number, column: number, color: Color): Request {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 },
      cell: { userEnteredFormat: { backgroundColor: color, textFormat: { bold: true }, verticalAlignment: 'MIDDLE', numberFormat: { type: 'TEXT', pattern: '@' } } },
      fields: 'userEnteredFormat(backgroundColor,textFormat,verticalAlignment,numberFormat)',
    },
  };
}

function columnProperties(sheetId: number, column: number, width: number, hidden: boolean): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
      properties: { pixelSize: width, hiddenByUser: hidden }, fields: 'pixelSize,hiddenByUser',
    },
  };
}
