import { resolve } from 'node:path';
import { createScriptHost, type ScriptHost } from '../../host/apps-script/script-host';
import { createVirtualClock, type VirtualClock } from '../../host/door/clock';
import { createDoor, type Door } from '../../host/door/door';
import { createSheetsEngine, type DurableSheetsEngine } from '../../host/sheets/engine';
import type { ResponseEnvelope } from '../../src/contract/envelope';
import type { MethodData, MethodName } from '../../src/contract/methods';

export const OWNER = 'owner@example.com';
export const MANAGER = 'manager@example.com';
export const SALES = 'sales@example.com';
export const SERVICE = 'service@example.com';
export const VIEWER = 'viewer@example.com';
export const TEAM = [
  { email: OWNER, role: 'owner' }, { email: MANAGER, role: 'manager' }, { email: SALES, role: 'sales' },
  { email: SERVICE, role: 'service' }, { email: VIEWER, role: 'viewer' },
];

/** Monday morning in Shanghai. */
export const START = Date.UTC(2026, 10, 23, 1);

/** Sheets calls of one request, as the budgets count them. */
export interface Counted {
  readonly reads: number;
  readonly writes: number;
  readonly otherCalls: number;
  readonly cells: number;
}

export interface ArchiveHost {
  readonly engine: DurableSheetsEngine;
  readonly door: Door;
  readonly clock: VirtualClock;
  readonly script: ScriptHost;
  readonly spreadsheetId: string;
  /** One request through the built bundle as that person. */
  call<M extends MethodName>(user: string, method: M, params: unknown, operationId?: string): ResponseEnvelope<MethodData[M]>;
  /** The same, but a refusal fails the test. */
  ok<M extends MethodName>(user: string, method: M, params: unknown, operationId?: string): MethodData[M];
  /** What the work cost in service calls. */
  count(work: () => unknown): Counted;
  /** The grid as people see it: values of one A1 range. */
  cells(range: string): unknown[][];
  titles(): string[];
  sheetId(title: string): number;
  /** Changes to the grid as its owner makes them by hand: rows, columns, sorting. */
  batch(requests: readonly object[]): void;
}

export interface HostOptions {
  readonly seed?: string;
  /** With Google's quota per minute; without by default, as tests are faster than people. */
  readonly quota?: boolean;
  /** The bundle; the built one by default. */
  readonly distFolder?: string;
}

/** A workbook on the local host with the built bundle bound to it; nothing is set up yet. */
export function archiveHost(options: HostOptions = {}): ArchiveHost {
  const clock = createVirtualClock(START);
  const door = createDoor({ clock, seed: options.seed ?? 'test', ...(options.quota === true ? {} : { sheetsQuota: 'off' as const }) });
  const engine = createSheetsEngine({ now: () => clock.now() });
  const spreadsheetId = engine.createWorkbook({ title: '客户归档', owner: OWNER, timeZone: 'Asia/Shanghai', locale: 'zh_CN' });
  for (const { email } of TEAM) if (email !== OWNER) engine.share(spreadsheetId, email, email === VIEWER ? 'viewer' : 'editor');
  const script = createScriptHost({ engine, door, seed: options.seed ?? 'test', distFolder: options.distFolder ?? resolve(__dirname, '../../dist'), spreadsheetId });
  const read = (method: 'spreadsheets.get' | 'spreadsheets.values.get', params: object): unknown =>
    engine.execute({ method, params: { spreadsheetId, ...params }, user: OWNER }).response;
  const call: ArchiveHost['call'] = (user, method, params, operationId) => {
    const request = { method, params, ...(operationId === undefined ? {} : { operationId }) };
    const outcome = script.rpc(user, 'handleRequest', [JSON.stringify(request)]);
    if (!outcome.ok) throw new Error(`the script failed: ${String(outcome.error)}`);
    return JSON.parse(String(outcome.result)) as never;
  };
  return {
    engine, door, clock, script, spreadsheetId, call,
    ok: (user, method, params, operationId) => {
      const response = call(user, method, params, operationId);
      if (!response.ok) throw new Error(`${method} was refused: ${JSON.stringify(response.error)}`);
      return response.data;
    },
    count: (work) => {
      const before = door.totals();
      work();
      const after = door.totals();
      return { reads: after.reads - before.reads, writes: after.writes - before.writes, otherCalls: after.otherCalls - before.otherCalls, cells: after.cells - before.cells };
    },
    cells: (range) => (read('spreadsheets.values.get', { range, valueRenderOption: 'UNFORMATTED_VALUE' }) as { values?: unknown[][] }).values ?? [],
    sheetId: (title) => (read('spreadsheets.get', { fields: 'sheets.properties(sheetId,title)' }) as { sheets: { properties: { sheetId?: number; title: string } }[] })
      .sheets.find(({ properties }) => properties.title === title)?.properties.sheetId ?? 0,
    batch: (requests) => {
      engine.execute({ method: 'spreadsheets.batchUpdate', params: { spreadsheetId }, body: { requests }, user: OWNER });
    },
    titles: () => (read('spreadsheets.get', { fields: 'sheets.properties.title' }) as { sheets: { properties: { title: string } }[] }).sheets.map(({ properties }) => properties.title),
  };
}

/** A host whose workbook is set up for a team of all roles. */
export function setUpArchive(options: HostOptions & { language?: 'zh-CN' | 'en'; preset?: string; fields?: Record<string, boolean> } = {}): ArchiveHost {
  const host = archiveHost(options);
  host.ok(OWNER, 'workbook.setup', { preset: options.preset ?? 'sales', language: options.language ?? 'zh-CN', team: TEAM, ...(options.fields === undefined ? {} : { fields: options.fields }) });
  return host;
}
