import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScriptHost, type ScriptHost, type ScriptHostOptions } from '../../../host/apps-script/script-host';
import { createVirtualClock } from '../../../host/door/clock';
import { createDoor, type Door, type DoorOptions } from '../../../host/door/door';
import { ApiError, type FileRole, type SheetsCall, type SheetsEngine } from '../../../host/types';

export const START = Date.UTC(2026, 0, 15, 2, 30);
export const OWNER = 'owner@example.com';
export const EDITOR = 'sales@example.com';
export const VIEWER = 'viewer@example.com';

const ROLES: Readonly<Record<string, FileRole>> = { [OWNER]: 'owner', [EDITOR]: 'editor', [VIEWER]: 'viewer' };
const folders: string[] = [];

export interface FakeEngine extends SheetsEngine {
  readonly calls: SheetsCall[];
}

/** Answers every call with `answer`; knows three people's roles on one file with two tabs. */
export function aFakeEngine(answer: (call: SheetsCall) => unknown = () => ({})): FakeEngine {
  const calls: SheetsCall[] = [];
  return {
    calls,
    execute: (call) => {
      if (call.params['fields'] === 'properties(title,locale,timeZone),sheets.properties(sheetId,title,index)') return { response: WORKBOOK, cost: { cells: 0, rows: 0, write: false } };
      calls.push(call);
      return { response: answer(call), cost: { cells: 7, rows: 2, write: false } };
    },
    typedEdit: () => { throw new ApiError(501, 'UNIMPLEMENTED', 'not in this fake'); },
    createWorkbook: () => 'workbook',
    share: () => undefined,
    roleOf: (_id, email) => ROLES[email] ?? null,
    ownerOf: () => Object.keys(ROLES).find((email) => ROLES[email] === 'owner') ?? null,
  };
}

const WORKBOOK = {
  properties: { title: '客户归档', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
  sheets: [{ properties: { title: 'First' } }, { properties: { sheetId: 42, title: 'Second', index: 1 } }],
};

const ALL_SCOPES = ['spreadsheets', 'script.container.ui', 'script.scriptapp', 'script.send_mail', 'script.external_request', 'userinfo.email'];

export interface FixtureOptions extends Partial<Omit<ScriptHostOptions, 'door' | 'distFolder'>> {
  readonly manifest?: object;
  readonly files?: Readonly<Record<string, string>>;
  readonly doorOptions?: Partial<DoorOptions>;
}

export interface Fixture {
  readonly host: ScriptHost;
  readonly door: Door;
  readonly folder: string;
  /** Runs `body` as a function's body by RPC as the owner and returns its result; throws what the script threw. */
  evaluate(body: string, user?: string): unknown;
}

/** A host over a bundle made of `source`. `evaluate` needs no source: the bundle always has `evaluateText`. */
export function aScriptHost(source = '', options: FixtureOptions = {}): Fixture {
  const { manifest, files, doorOptions, ...hostOptions } = options;
  const folder = bundleFolder({
    'Code.js': `${source}\nfunction evaluateText(body) { return new Function(body)(); }\n`,
    'appsscript.json': JSON.stringify({
      timeZone: 'Asia/Shanghai', oauthScopes: ALL_SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] }, ...manifest,
    }),
    ...files,
  });
  const door = createDoor({ clock: createVirtualClock(START), seed: 'test', ...doorOptions });
  const host = createScriptHost({ engine: aFakeEngine(), door, seed: 'test', distFolder: folder, spreadsheetId: 'workbook', ...hostOptions });
  const evaluate = (body: string, user = OWNER): unknown => {
    const outcome = host.rpc(user, 'evaluateText', [body]);
    if (!outcome.ok) throw Object.assign(new Error(outcome.error!.message), { name: outcome.error!.name });
    return outcome.result;
  };
  return { host, door, folder, evaluate };
}

export function bundleFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-script-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
