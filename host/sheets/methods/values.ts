import { formatArea } from '../a1';
import type { CallContext } from '../context';
import { assertMayWrite, chargeFill } from '../context';
import { invalidArgument } from '../errors';
import { project } from '../mask';
import type { Resolved } from '../ranges';
import { resolveA1 } from '../ranges';
import { resolveFilter } from '../reads/data-filters';
import { omitZeros } from '../reads/omit-zeros';
import { assertMayEdit, assertMayRestructure } from '../rules/protections';
import type { DataFilter, ValueRange } from '../schema/api';
import { readPayload } from '../schema/read-payload';
import { cellsIn } from '../store/area';
import { clearCells } from '../store/cells';
import { assertCellBudget } from '../store/limits';
import { applyDimensionEdit } from '../store/structure';
import { ApiError } from '../../types';
import { findTable } from '../values/append-table';
import type { RenderOptions } from '../values/read-values';
import { oneOf, readValues, renderOptions } from '../values/read-values';
import type { ValueInput, Written } from '../values/write-values';
import { readValueInput, rowsOf, writeValues } from '../values/write-values';
import type { Method, Params } from './method';
import { flagParam, listParam, textParam } from './method';

const READ_QUERY = ['valueRenderOption', 'dateTimeRenderOption', 'majorDimension'];
const WRITE_QUERY = ['range', 'valueInputOption', 'includeValuesInResponse', 'responseValueRenderOption', 'responseDateTimeRenderOption'];

export const valuesGet: Method = {
  query: ['range', ...READ_QUERY], responseSchema: 'ValueRange', write: false,
  run: (context, { params, mask }) => {
    const { sheet, area } = resolveA1(context.workbook, textParam(params, 'range'));
    return project(readValues(context, sheet, area, readOptions(params)), mask ?? '*') as object;
  },
};

export const valuesBatchGet: Method = {
  query: ['ranges', ...READ_QUERY], responseSchema: 'BatchGetValuesResponse', write: false,
  run: (context, { params, mask }) => {
    const options = readOptions(params);
    const ranges = listParam(params, 'ranges').map((range) => resolveA1(context.workbook, range));
    const valueRanges = ranges.map(({ sheet, area }) => readValues(context, sheet, area, options));
    return project({ spreadsheetId: context.workbook.id, ...(valueRanges.length > 0 && { valueRanges }) }, mask ?? '*') as object;
  },
};

/** Answers in another order than asked, as Google does (platform.md §4): here the reverse. Filters that hit the same cells share an answer. */
export const valuesBatchGetByDataFilter: Method = {
  query: [], responseSchema: 'BatchGetValuesByDataFilterResponse', write: false,
  run: (context, { body, mask }) => {
    const { dataFilters = [], ...read } = readPayload('BatchGetValuesByDataFilterRequest', body ?? {}, '') as Params & { readonly dataFilters?: readonly DataFilter[] };
    const options = readOptions(read);
    const matched = new Map<string, { readonly resolved: Resolved; readonly dataFilters: DataFilter[] }>();
    for (const filter of dataFilters) {
      for (const resolved of resolveFilter(context, filter)) {
        const key = formatArea(resolved.sheet.title, resolved.area);
        const known = matched.get(key);
        if (known === undefined) matched.set(key, { resolved, dataFilters: [filter] });
        else known.dataFilters.push(filter);
      }
    }
    const valueRanges = [...matched.values()].reverse()
      .map(({ resolved, dataFilters: filters }) => ({ valueRange: readValues(context, resolved.sheet, resolved.area, options), dataFilters: filters }));
    return project({ spreadsheetId: context.workbook.id, ...(valueRanges.length > 0 && { valueRanges }) }, mask ?? '*') as object;
  },
};

export const valuesUpdate: Method = {
  query: WRITE_QUERY, responseSchema: 'UpdateValuesResponse', write: true,
  run: (context, { params, body, mask }) => {
    assertMayWrite(context.workbook, context.user);
    const input = readValueInput(params['valueInputOption']);
    const data = readPayload('ValueRange', body ?? {}, '') as ValueRange;
    const range = textParam(params, 'range');
    // assumed: Google's words.
    if (data.range !== undefined && normalised(context, data.range) !== normalised(context, range)) throw invalidArgument(`Requested writing within range [${range}], but the body says [${data.range}]`);
    return project(update(context, resolveA1(context.workbook, range), data, { input, shown: shownOptions(params) }), mask ?? '*') as object;
  },
};

export const valuesBatchUpdate: Method = {
  query: [], responseSchema: 'BatchUpdateValuesResponse', write: true,
  run: (context, { body, mask }) => {
    assertMayWrite(context.workbook, context.user);
    const { data = [], ...options } = readPayload('BatchUpdateValuesRequest', body ?? {}, '') as Params & { readonly data?: readonly ValueRange[] };
    const input = readValueInput(options['valueInputOption']);
    const shown = shownOptions(options);
    const responses = data.map((part, index) => inPart(index, () => update(context, resolveA1(context.workbook, part.range ?? ''), part, { input, shown })));
    const total = (count: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number => responses.reduce((sum, response) => sum + (response[count] ?? 0), 0);
    const sheets = new Set(data.map((part) => resolveA1(context.workbook, part.range ?? '').sheet));
    return project({
      spreadsheetId: context.workbook.id,
      ...omitZeros({ totalUpdatedRows: total('updatedRows'), totalUpdatedColumns: total('updatedColumns'), totalUpdatedCells: total('updatedCells'), totalUpdatedSheets: sheets.size }),
      ...(responses.length > 0 && { responses }),
    }, mask ?? '*') as object;
  },
};

export const valuesAppend: Method = {
  query: [...WRITE_QUERY, 'insertDataOption'], responseSchema: 'AppendValuesResponse', write: true,
  run: (context, { params, body, mask }) => {
    const { workbook } = context;
    assertMayWrite(workbook, context.user);
    const input = readValueInput(params['valueInputOption']);
    const insert = oneOf('insert_data_option', params['insertDataOption'], ['OVERWRITE', 'INSERT_ROWS']);
    const data = readPayload('ValueRange', body ?? {}, '') as ValueRange;
    const searched = resolveA1(workbook, textParam(params, 'range'));
    const table = findTable(searched);
    const rows = rowsOf(data);
    const top = table?.bottom ?? searched.area.top;
    const left = table?.left ?? searched.area.left;
    makeRoom(context, searched.sheet, { top, count: rows.length, insert: insert === 'INSERT_ROWS' });
    const anchor = { top, bottom: top + 1, left, right: left + 1 };
    return project({
      spreadsheetId: workbook.id,
      ...(table !== null && { tableRange: formatArea(searched.sheet.title, table) }),
      updates: update(context, { sheet: searched.sheet, area: anchor }, data, { input, shown: shownOptions(params) }),
    }, mask ?? '*') as object;
  },
};

export const valuesClear: Method = {
  query: ['range'], responseSchema: 'ClearValuesResponse', write: true,
  run: (context, { params, body, mask }) => {
    readPayload('ClearValuesRequest', body ?? {}, '');
    return project({ spreadsheetId: context.workbook.id, clearedRange: clear(context, textParam(params, 'range')) }, mask ?? '*') as object;
  },
};

export const valuesBatchClear: Method = {
  query: [], responseSchema: 'BatchClearValuesResponse', write: true,
  run: (context, { body, mask }) => {
    const { ranges = [] } = readPayload('BatchClearValuesRequest', body ?? {}, '') as { readonly ranges?: readonly string[] };
    const clearedRanges = ranges.map((range) => clear(context, range));
    return project({ spreadsheetId: context.workbook.id, ...(clearedRanges.length > 0 && { clearedRanges }) }, mask ?? '*') as object;
  },
};

interface UpdateResponse { readonly spreadsheetId: string; readonly updatedRange: string; readonly updatedRows?: number; readonly updatedColumns?: number; readonly updatedCells?: number; readonly updatedData?: ValueRange }

function update(context: CallContext, target: Resolved, data: ValueRange, { input, shown }: { readonly input: ValueInput; readonly shown: RenderOptions | null }): UpdateResponse {
  const written: Written = writeValues(context, target, rowsOf(data), input);
  const counts: Pick<UpdateResponse, 'updatedRows' | 'updatedColumns' | 'updatedCells'> = omitZeros({ updatedRows: written.rows, updatedColumns: written.columns, updatedCells: written.cells });
  return {
    spreadsheetId: context.workbook.id, updatedRange: formatArea(written.sheet.title, written.area), ...counts,
    ...(shown !== null && { updatedData: readValues(context, written.sheet, cellsIn(target.area) > 1 ? target.area : written.area, { ...shown, majorDimension: data.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS' }) }),
  };
}

function clear(context: CallContext, range: string): string {
  assertMayWrite(context.workbook, context.user);
  const { sheet, area } = resolveA1(context.workbook, range);
  assertMayEdit(context, sheet, area);
  chargeFill(context.cost, cellsIn(area));
  clearCells(context.tx, sheet, area);
  return formatArea(sheet.title, area);
}

/** Grows the tab at its end, or inserts rows below the table. */
function makeRoom(context: CallContext, sheet: Resolved['sheet'], { top, count, insert }: { readonly top: number; readonly count: number; readonly insert: boolean }): void {
  const added = insert && top < sheet.rowCount ? count : Math.max(0, top + count - sheet.rowCount);
  if (added === 0) return;
  assertCellBudget(context.workbook, added * sheet.columnCount);
  const edit = { dimension: 'ROWS', kind: 'insert', at: insert && top < sheet.rowCount ? top : sheet.rowCount, count: added } as const;
  assertMayRestructure(context, sheet, edit);
  applyDimensionEdit(context.tx, context.workbook, sheet, edit, insert ? 'before' : 'none');
}

function readOptions(options: Params): RenderOptions {
  return renderOptions({ render: options['valueRenderOption'], dates: options['dateTimeRenderOption'], majorDimension: options['majorDimension'] });
}

/** Null when the answer shall not carry the values. */
function shownOptions(options: Params): RenderOptions | null {
  if (!flagParam(options, 'includeValuesInResponse')) return null;
  return renderOptions({ render: options['responseValueRenderOption'], dates: options['responseDateTimeRenderOption'] });
}

function normalised({ workbook }: CallContext, range: string): string {
  const { sheet, area } = resolveA1(workbook, range);
  return formatArea(sheet.title, area);
}

function inPart<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError && error.code === 400) throw new ApiError(error.code, error.status, `Invalid data[${index}]: ${error.message}`, error.details);
    throw error;
  }
}
