import type { FileRole, SheetsCall, SheetsCallCost, SheetsEngine, SheetsMethod, TypedEdit, TypedEditAnswer } from '../types';
import type { CallContext, CostMeter } from './context';
import { roleIn } from './context';
import { invalidArgument, notEmulated, notFound, permissionDenied } from './errors';
import { addFirstSheets, readNewSpreadsheet } from './methods/create';
import { metadataGet, metadataSearch } from './methods/developer-metadata';
import type { Method } from './methods/method';
import { assertKnownParams, readMask } from './methods/method';
import { batchUpdateMethod, getByDataFilterMethod, getMethod } from './methods/spreadsheets';
import { valuesAppend, valuesBatchClear, valuesBatchGet, valuesBatchGetByDataFilter, valuesBatchUpdate, valuesClear, valuesGet, valuesUpdate } from './methods/values';
import type { SavedEngine } from './persistence';
import { loadWorkbook, saveWorkbook } from './persistence';
import { sheetById } from './ranges';
import { DEFAULT_FORMAT } from './reads/effective-format';
import { buildSpreadsheet } from './reads/spreadsheet-resource';
import { loadRows } from './store/cells';
import { Transaction } from './store/transaction';
import type { Cell, Workbook } from './store/workbook';
import { applyTypedEdit, cellsOfEdit } from './typed-edit';

const METHODS: Readonly<Record<Exclude<SheetsMethod, 'spreadsheets.create'>, Method>> = {
  'spreadsheets.get': getMethod, 'spreadsheets.getByDataFilter': getByDataFilterMethod, 'spreadsheets.batchUpdate': batchUpdateMethod,
  'spreadsheets.values.get': valuesGet, 'spreadsheets.values.batchGet': valuesBatchGet, 'spreadsheets.values.batchGetByDataFilter': valuesBatchGetByDataFilter,
  'spreadsheets.values.update': valuesUpdate, 'spreadsheets.values.batchUpdate': valuesBatchUpdate, 'spreadsheets.values.append': valuesAppend,
  'spreadsheets.values.clear': valuesClear, 'spreadsheets.values.batchClear': valuesBatchClear,
  'spreadsheets.developerMetadata.get': metadataGet, 'spreadsheets.developerMetadata.search': metadataSearch,
};

type CreateOptions = Parameters<SheetsEngine['createWorkbook']>[0];
type PlainValue = string | number | boolean | null;

interface BulkLoad {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly startRow: number;
  readonly rows: readonly (readonly PlainValue[])[];
}

/** One change that took effect, as plain JSON; `at` is the epoch millisecond it happened. Replayed in order on the same state, it makes the same state. */
export type Mutation = { readonly at: number } & (
  | { readonly kind: 'call'; readonly input: SheetsCall }
  | { readonly kind: 'typedEdit'; readonly input: TypedEdit }
  | { readonly kind: 'create'; readonly input: CreateOptions & { readonly id: string } }
  | { readonly kind: 'share'; readonly input: { readonly spreadsheetId: string; readonly email: string; readonly role: FileRole } }
  | { readonly kind: 'bulkLoad'; readonly input: BulkLoad });

/** An engine whose state can be kept: snapshot with `exportState`, then the mutations since. */
export interface DurableSheetsEngine extends SheetsEngine {
  /** Called after each change that took effect. The record shares objects with the caller: write it out at once. */
  onMutation(listener: (mutation: Mutation) => void): void;
  /** Applies a recorded change again; listeners are not told. */
  replay(mutation: Mutation): void;
  /** Plain JSON that shares rows with the engine: write it out before the next call. */
  exportState(): SavedEngine;
  /** Replaces everything by a state that `exportState` gave. */
  importState(saved: unknown): void;
  /** Lays plain rows into a tab, without checks beyond the grid's size: for tests and demo data at size. */
  bulkLoad(spreadsheetId: string, sheetId: number, startRow: number, rows: readonly (readonly PlainValue[])[]): void;
}

export interface SheetsEngineOptions {
  /** Epoch milliseconds; gives the year to dates typed without one. */
  readonly now: () => number;
  readonly onMutation?: (mutation: Mutation) => void;
}

export function createSheetsEngine(options: SheetsEngineOptions): DurableSheetsEngine {
  const workbooks = new Map<string, Workbook>();
  const listeners = options.onMutation === undefined ? [] : [options.onMutation];
  let workbooksMade = 0;
  let replayedAt: number | null = null;
  const now = (): number => replayedAt ?? options.now();

  const engine: DurableSheetsEngine = {
    execute: (call) => {
      if (call.method === 'spreadsheets.create') return createByCall(call);
      const method = METHODS[call.method] as Method | undefined;
      if (method === undefined) throw notEmulated(call.method);
      assertKnownParams(method, call.params);
      const workbook = openWorkbook(String(call.params['spreadsheetId'] ?? ''), call.user);
      const mask = readMask(call.params, method.responseSchema);
      const { context, cost } = contextOf(workbook, call.user, call.client);
      const response = attempt(context.tx, () => method.run(context, { params: call.params, body: call.body, mask }));
      if (context.tx.dirty) tell({ kind: 'call', input: call, at: context.now });
      return { response, cost: { ...cost, write: method.write } };
    },
    typedEdit: (edit) => {
      const { context } = contextOf(openWorkbook(edit.spreadsheetId, edit.user), edit.user);
      const answer: TypedEditAnswer = attempt(context.tx, () => applyTypedEdit(context, edit));
      if (!answer.accepted) {
        context.tx.rollback();
        return { ...answer, cells: cellsOfEdit(context, edit) };
      }
      if (context.tx.dirty) tell({ kind: 'typedEdit', input: edit, at: context.now });
      return answer;
    },
    createWorkbook: (wanted) => {
      const id = wanted.id ?? freshId();
      if (workbooks.has(id)) throw invalidArgument(`Spreadsheet ${id} already exists.`);
      const workbook = emptyWorkbook(id, wanted.owner, { title: wanted.title, ...(wanted.locale !== undefined && { locale: wanted.locale }), ...(wanted.timeZone !== undefined && { timeZone: wanted.timeZone }) });
      addFirstSheets(contextOf(workbook, wanted.owner).context, {});
      workbooks.set(id, workbook);
      workbooksMade += 1;
      tell({ kind: 'create', input: { ...wanted, id }, at: now() });
      return id;
    },
    share: (spreadsheetId, email, role) => {
      const workbook = findWorkbook(spreadsheetId);
      workbook.people = { ...workbook.people, [email.toLowerCase()]: role };
      tell({ kind: 'share', input: { spreadsheetId, email, role }, at: now() });
    },
    roleOf: (spreadsheetId, email) => {
      const workbook = workbooks.get(spreadsheetId);
      return workbook === undefined ? null : roleIn(workbook, email);
    },
    ownerOf: (spreadsheetId) => Object.entries(workbooks.get(spreadsheetId)?.people ?? {}).find(([, role]) => role === 'owner')?.[0] ?? null,
    onMutation: (listener) => { listeners.push(listener); },
    replay: (mutation) => {
      replayedAt = mutation.at;
      try {
        replay(engine, mutation);
      } finally {
        replayedAt = null;
      }
    },
    exportState: () => ({ version: 1, workbooksMade, workbooks: [...workbooks.values()].map(saveWorkbook) }),
    importState: (saved) => {
      const state = saved as SavedEngine;
      if (state.version !== 1) throw new Error(`Cannot read a workbook state of version ${String(state.version)}.`);
      workbooks.clear();
      for (const workbook of state.workbooks) workbooks.set(workbook.id, loadWorkbook(workbook));
      workbooksMade = state.workbooksMade;
    },
    bulkLoad: (spreadsheetId, sheetId, startRow, rows) => {
      const sheet = sheetById(findWorkbook(spreadsheetId), sheetId);
      const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
      if (startRow + rows.length > sheet.rowCount || width > sheet.columnCount) throw invalidArgument(`${rows.length} rows of ${width} from row ${startRow} do not fit into ${sheet.rowCount} × ${sheet.columnCount} cells.`);
      loadRows(sheet, startRow, rows as readonly (readonly Cell[])[]);
      tell({ kind: 'bulkLoad', input: { spreadsheetId, sheetId, startRow, rows }, at: now() });
    },
  };
  return engine;

  function createByCall(call: SheetsCall): { readonly response: unknown; readonly cost: SheetsCallCost } {
    const method = { query: [], responseSchema: 'Spreadsheet' };
    assertKnownParams(method, call.params);
    const wanted = readNewSpreadsheet(call.body);
    const mask = readMask(call.params, method.responseSchema);
    const { title = 'Untitled spreadsheet', ...properties } = wanted.properties ?? {};
    const workbook = emptyWorkbook(freshId(), call.user, { ...properties, title });
    const { context, cost } = contextOf(workbook, call.user, call.client);
    addFirstSheets(context, wanted);
    const response = buildSpreadsheet(context, { mask, includeGridData: false, ranges: null });
    workbooks.set(workbook.id, workbook);
    workbooksMade += 1;
    tell({ kind: 'call', input: call, at: context.now });
    return { response, cost: { ...cost, write: true } };
  }

  function freshId(): string {
    for (let number = workbooksMade + 1; ; number += 1) {
      const id = `local-workbook-${number}`;
      if (!workbooks.has(id)) return id;
    }
  }

  function findWorkbook(id: string): Workbook {
    const workbook = workbooks.get(id);
    if (workbook === undefined) throw notFound();
    return workbook;
  }

  function openWorkbook(id: string, user: string): Workbook {
    const workbook = findWorkbook(id);
    if (roleIn(workbook, user) === null) throw permissionDenied();
    return workbook;
  }

  function contextOf(workbook: Workbook, user: string, client?: string): { readonly context: CallContext; readonly cost: CostMeter } {
    const cost = { cells: 0, rows: 0 };
    return { context: { workbook, tx: new Transaction(), user, client, now: now(), cost }, cost };
  }

  function tell(mutation: Mutation): void {
    if (replayedAt === null) for (const listener of listeners) listener(mutation);
  }
}

/** Everything a failed call changed is taken back, whatever went wrong. */
function attempt<T>(tx: Transaction, work: () => T): T {
  try {
    return work();
  } catch (error) {
    tx.rollback();
    throw error;
  }
}

function replay(engine: DurableSheetsEngine, mutation: Mutation): void {
  switch (mutation.kind) {
    case 'call': engine.execute(mutation.input); return;
    case 'typedEdit': engine.typedEdit(mutation.input); return;
    case 'create': engine.createWorkbook(mutation.input); return;
    case 'share': engine.share(mutation.input.spreadsheetId, mutation.input.email, mutation.input.role); return;
    case 'bulkLoad': engine.bulkLoad(mutation.input.spreadsheetId, mutation.input.sheetId, mutation.input.startRow, mutation.input.rows); return;
  }
}

function emptyWorkbook(id: string, owner: string, properties: Workbook['properties']): Workbook {
  return {
    id, properties: { locale: 'en_US', autoRecalc: 'ON_CHANGE', timeZone: 'Etc/GMT', defaultFormat: DEFAULT_FORMAT, ...properties },
    people: { [owner.toLowerCase()]: 'owner' }, sheets: [], namedRanges: [], metadata: [], idSeed: hashOf(id),
  };
}

/** Two workbooks draw different ids. */
function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811C9DC5 | 0);
}
