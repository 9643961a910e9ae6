import type { Selection, ServiceContext } from '../service-context';
import { notEmulated, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { numberArgument, serviceArgument, textArgument } from './arguments';
import { createUi } from './ui';

/**
 * What the product leaves to SpreadsheetApp: menus, sidebar, toast, the active cell, jumping to a row. Every member that
 * reads or writes cells throws `Not emulated`.
 */
export function createSpreadsheetApp(context: ServiceContext): ServiceObject {
  const ui = createUi(context);
  const spreadsheet = spreadsheetObject(context);
  const active: Member = () => spreadsheet;
  const ofSpreadsheet = (member: string): Member => (...args) => spreadsheet.members[member]!(...args);
  return serviceObject({
    type: 'SpreadsheetApp',
    service: 'SpreadsheetApp',
    members: {
      getUi: () => {
        if (context.mode === 'trigger') throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
        return ui;
      },
      getActive: active,
      getActiveSpreadsheet: active,
      getActiveSheet: ofSpreadsheet('getActiveSheet'),
      getActiveRange: ofSpreadsheet('getActiveRange'),
      getCurrentCell: ofSpreadsheet('getCurrentCell'),
      setActiveRange: ofSpreadsheet('setActiveRange'),
      setActiveSheet: ofSpreadsheet('setActiveSheet'),
      setCurrentCell: ofSpreadsheet('setCurrentCell'),
      flush: () => undefined,
    },
  });
}

interface SheetInfo {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
}

interface WorkbookInfo {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly SheetInfo[];
}

const ranges = new WeakMap<ServiceObject, Selection>();
const sheets = new WeakMap<ServiceObject, number>();

function spreadsheetObject(context: ServiceContext): ServiceObject {
  let selection = context.selection;
  const select = (next: Selection): void => {
    selection = next;
    context.ui.select(next);
  };
  const activeSheet = (): SheetInfo => {
    const info = workbookInfo(context);
    return info.sheets.find(({ sheetId }) => sheetId === selection.sheetId) ?? info.sheets[0]!;
  };
  const activePlace = (): Selection => ({ ...selection, sheetId: activeSheet().sheetId });
  const activeCell: Member = () => rangeObject(context, { ...activePlace(), rows: 1, columns: 1 }, select);
  const sheetOrNull = (found: SheetInfo | undefined): ServiceObject | null => (found === undefined ? null : sheetObject(context, found, select, activePlace));
  const setActiveRange: Member = (...args) => {
    const range = serviceArgument(args, 0, ['Range'], 'Spreadsheet.setActiveRange');
    select(ranges.get(range)!);
    return range;
  };
  return serviceObject({
    type: 'Spreadsheet',
    service: 'SpreadsheetApp',
    members: {
      getId: () => context.spreadsheetId,
      getUrl: () => `https://docs.google.com/spreadsheets/d/${context.spreadsheetId}/edit`,
      getName: () => workbookInfo(context).title,
      getOwner: () => {
        const owner = context.engine.ownerOf(context.spreadsheetId);
        return owner === null ? null : serviceObject({ type: 'User', members: { getEmail: () => owner, toString: () => owner } });
      },
      getSpreadsheetLocale: () => workbookInfo(context).locale,
      getSpreadsheetTimeZone: () => workbookInfo(context).timeZone,
      getSheets: () => workbookInfo(context).sheets.map((sheet) => sheetOrNull(sheet)),
      getSheetById: (...args) => {
        const id = numberArgument(args, 0, 'Spreadsheet.getSheetById');
        return sheetOrNull(workbookInfo(context).sheets.find(({ sheetId }) => sheetId === id));
      },
      getSheetByName: (...args) => {
        const name = textArgument(args, 0, 'Spreadsheet.getSheetByName').toLowerCase();
        return sheetOrNull(workbookInfo(context).sheets.find(({ title }) => title.toLowerCase() === name));
      },
      getActiveSheet: () => sheetOrNull(activeSheet()),
      getActiveCell: activeCell,
      getCurrentCell: activeCell,
      getActiveRange: () => rangeObject(context, activePlace(), select),
      setActiveRange,
      setCurrentCell: setActiveRange,
      setActiveSheet: (...args) => {
        const sheet = serviceArgument(args, 0, ['Sheet'], 'Spreadsheet.setActiveSheet');
        select({ sheetId: sheets.get(sheet)!, row: 1, column: 1, rows: 1, columns: 1 });
        return sheet;
      },
      toast: (...args) => {
        const seconds = args[2] === undefined || args[2] === null ? null : numberArgument(args, 2, 'Spreadsheet.toast');
        context.ui.toast({ message: textArgument(args, 0, 'Spreadsheet.toast'), title: String(args[1] ?? ''), seconds });
      },
    },
  });
}

function sheetObject(context: ServiceContext, info: SheetInfo, select: (next: Selection) => void, current: () => Selection): ServiceObject {
  const sheet: ServiceObject = serviceObject({
    type: 'Sheet',
    service: 'SpreadsheetApp',
    members: {
      getSheetId: () => info.sheetId,
      getName: () => info.title,
      getSheetName: () => info.title,
      getIndex: () => info.index + 1,
      getActiveCell: () => rangeObject(context, { ...current(), sheetId: info.sheetId, rows: 1, columns: 1 }, select),
      getRange: (...args) => rangeObject(context, { sheetId: info.sheetId, ...rangeArguments(args) }, select),
      activate: () => {
        select({ sheetId: info.sheetId, row: 1, column: 1, rows: 1, columns: 1 });
        return sheet;
      },
    },
  });
  sheets.set(sheet, info.sheetId);
  return sheet;
}

/** A handle on a place, for jumping; its cells stay out of reach. */
export function rangeObject(context: ServiceContext, place: Selection, select: (next: Selection) => void): ServiceObject {
  const range: ServiceObject = serviceObject({
    type: 'Range',
    service: 'SpreadsheetApp',
    members: {
      getRow: () => place.row,
      getColumn: () => place.column,
      getLastRow: () => place.row + place.rows - 1,
      getLastColumn: () => place.column + place.columns - 1,
      getNumRows: () => place.rows,
      getNumColumns: () => place.columns,
      getA1Notation: () => a1Of(place),
      getGridId: () => place.sheetId,
      getSheet: () => {
        const info = workbookInfo(context).sheets.find(({ sheetId }) => sheetId === place.sheetId);
        if (info === undefined) throw new ServiceError('The sheet of this range is gone.');
        return sheetObject(context, info, select, () => place);
      },
      activate: () => {
        select(place);
        return range;
      },
      activateAsCurrentCell: () => {
        select({ ...place, rows: 1, columns: 1 });
        return range;
      },
    },
  });
  ranges.set(range, place);
  return range;
}

/** Title, locale, zone and tabs, read as the person. It costs what the SpreadsheetApp call costs, not a call of the API. */
function workbookInfo(context: ServiceContext): WorkbookInfo {
  const { response } = context.engine.execute({
    method: 'spreadsheets.get',
    params: { spreadsheetId: context.spreadsheetId, fields: 'properties(title,locale,timeZone),sheets.properties(sheetId,title,index)' },
    user: context.effectiveUser,
  });
  const { properties, sheets: tabs } = response as {
    readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
    readonly sheets?: readonly { readonly properties?: { readonly sheetId?: number; readonly title?: string; readonly index?: number } }[];
  };
  return {
    title: properties?.title ?? '', locale: properties?.locale ?? 'en_US', timeZone: properties?.timeZone ?? 'Etc/GMT',
    sheets: (tabs ?? []).map(({ properties: tab }) => ({ sheetId: tab?.sheetId ?? 0, title: tab?.title ?? '', index: tab?.index ?? 0 })),
  };
}

type Place = Omit<Selection, 'sheetId'>;

/** (row, column), (row, column, rows), (row, column, rows, columns) or A1 without a tab. */
function rangeArguments(args: readonly unknown[]): Place {
  if (args.length === 1) return placeOf(textArgument(args, 0, 'Sheet.getRange'));
  const number = (index: number): number => numberArgument(args, index, 'Sheet.getRange');
  const place = { row: number(0), column: number(1), rows: args.length > 2 ? number(2) : 1, columns: args.length > 3 ? number(3) : 1 };
  if (place.row < 1 || place.column < 1 || place.rows < 1 || place.columns < 1) throw new ServiceError('The starting row of the range is too small.');
  return place;
}

function placeOf(a1: string): Place {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(a1);
  if (match === null) throw notEmulated(`Sheet.getRange('${a1}')`);
  const [row, column] = [Number(match[2]), columnNumber(match[1]!)];
  const [lastRow, lastColumn] = match[3] === undefined ? [row, column] : [Number(match[4]), columnNumber(match[3])];
  return { row: Math.min(row, lastRow), column: Math.min(column, lastColumn), rows: Math.abs(lastRow - row) + 1, columns: Math.abs(lastColumn - column) + 1 };
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(column: number): string {
  return column < 1 ? '' : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

function a1Of({ row, column, rows, columns }: Place): string {
  const first = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}
