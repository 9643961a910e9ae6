import type { DurableSheetsEngine } from '../../../host/sheets/engine';
import { createSheetsEngine } from '../../../host/sheets/engine';
import type { SheetsCallCost, SheetsMethod, TypedEdit, TypedEditAnswer } from '../../../host/types';
import { ApiError } from '../../../host/types';
import { validatedEngine } from '../support/discovery';

export const OWNER = 'owner@example.com';
export const EDITOR = 'editor@example.com';
export const VIEWER = 'viewer@example.com';
export const STRANGER = 'stranger@example.com';

/** 5 September 2026, 08:00 UTC. */
export const NOW = Date.UTC(2026, 8, 5, 8);

type Json = Readonly<Record<string, unknown>>;

export interface WorkbookFixture {
  readonly engine: DurableSheetsEngine;
  readonly id: string;
  call(method: string, params?: Json, body?: unknown, user?: string): Json;
  costOf(method: string, params?: Json, body?: unknown): SheetsCallCost;
  batch(requests: readonly Json[], user?: string): readonly Json[];
  get(fields: string, ranges?: readonly string[], user?: string): Json;
  values(range: string, params?: Json): unknown;
  put(range: string, values: readonly (readonly unknown[])[], input?: string): void;
  type(range: string, text: string | readonly (readonly string[])[], more?: Partial<TypedEdit>): TypedEditAnswer;
}

/** A workbook of one tab `Data`, sheetId 0, with an owner, an editor and a viewer. Every exchange is judged by Google's discovery document. */
export function aWorkbook(options: { readonly rows?: number; readonly columns?: number; readonly engine?: DurableSheetsEngine; readonly locale?: string } = {}): WorkbookFixture {
  const engine = validatedEngine(options.engine ?? createSheetsEngine({ now: () => NOW }));
  const id = engine.createWorkbook({ title: 'Book', owner: OWNER, ...(options.locale !== undefined && { locale: options.locale }) });
  engine.share(id, EDITOR, 'editor');
  engine.share(id, VIEWER, 'viewer');
  const execute = (method: string, params: Json, body: unknown, user: string) => engine.execute({
    method: `spreadsheets.${method}` as SheetsMethod, params: method === 'create' ? params : { spreadsheetId: id, ...params }, ...(body !== undefined && { body }), user,
  });
  const fixture: WorkbookFixture = {
    engine, id,
    call: (method, params = {}, body = undefined, user = OWNER) => execute(method, params, body, user).response as Json,
    costOf: (method, params = {}, body = undefined) => execute(method, params, body, OWNER).cost,
    batch: (requests, user = OWNER) => fixture.call('batchUpdate', {}, { requests }, user)['replies'] as readonly Json[],
    get: (fields, ranges = [], user = OWNER) => fixture.call('get', { fields, ranges }, undefined, user),
    values: (range, params = { valueRenderOption: 'UNFORMATTED_VALUE' }) => fixture.call('values.get', { range, ...params })['values'],
    put: (range, values, input = 'RAW') => { fixture.call('values.update', { range, valueInputOption: input }, { values }); },
    type: (range, text, more = {}) => engine.typedEdit({ spreadsheetId: id, user: OWNER, sheet: 'Data', range, values: typeof text === 'string' ? [[text]] : text, ...more }),
  };
  fixture.batch([{ updateSheetProperties: {
    properties: { title: 'Data', gridProperties: { rowCount: options.rows ?? 20, columnCount: options.columns ?? 6 } },
    fields: 'title,gridProperties(rowCount,columnCount)',
  } }]);
  return fixture;
}

/** The error a piece of work throws, as `code message`. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** Cells of the first grid data of the first tab in a `get`. */
export function cellsOf(response: Json): unknown {
  const sheets = response['sheets'] as readonly Json[] | undefined;
  const data = sheets?.[0]?.['data'] as readonly Json[] | undefined;
  return (data?.[0]?.['rowData'] as readonly Json[] | undefined)?.map((row) => row['values'] ?? []);
}

export function range(startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number): Json {
  return { sheetId: 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
}
