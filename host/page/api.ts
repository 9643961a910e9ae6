/** The page's only way to the local host: every route of the workbench. */

import type { CallLog, Changes, ClockMove, EditAnswer, GridCommand, Mail, MenuItem, Person, Shown } from '../wire/doors';
import type { WorkbookSnapshot } from '../wire/workbook';

export interface Api {
  /** The person all calls are made as. */
  readonly user: string;
  workbook(): Promise<WorkbookSnapshot>;
  /** Waits until something changes after `since`, or for about half a minute. */
  changes(since: number, stop: AbortSignal): Promise<Changes>;
  edit(edit: { readonly sheet: string; readonly range: string; readonly values: readonly (readonly string[])[]; readonly confirmed?: boolean }): Promise<EditAnswer>;
  /** `confirmed`: the person was asked by a warning-only protection and said yes. */
  command(command: GridCommand, confirmed: boolean): Promise<EditAnswer>;
  /** Tells scripts where the person's cursor is. */
  select(selection: { readonly sheetId: number; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }): Promise<void>;
  /** Opens the document for scripts, which speak `language` to this person from then on. */
  menu(language: string): Promise<readonly MenuItem[]>;
  clickMenu(functionName: string): Promise<readonly Shown[]>;
  people(): Promise<readonly Person[]>;
  /** UTC ISO instant of the virtual clock. */
  now(): Promise<string>;
  /** Moves the clock and runs what falls due on the way. */
  setNow(now: string): Promise<ClockMove>;
  outbox(): Promise<readonly Mail[]>;
  /** The sums, with the latest calls up to `limit`. */
  calls(limit: number): Promise<CallLog>;
}

/** What the host answered instead of a result, in its own words. */
export class HostError extends Error {}

export function createApi(user: string): Api {
  const as = `?user=${encodeURIComponent(user)}`;
  return {
    user,
    workbook: () => get(`/host/workbook${as}`),
    changes: (since, stop) => get(`/host/changes${as}&since=${since}`, stop),
    edit: (edit) => post('/host/edit', { user, ...edit }),
    command: (command, confirmed) => post('/host/command', { user, ...command, confirmed }),
    select: async (selection) => { await post('/host/select', { user, ...selection }); },
    menu: async (language) => (await post<{ items: readonly MenuItem[] }>('/host/menu', { user, language })).items,
    clickMenu: async (functionName) => (await post<{ shown: readonly Shown[] }>('/host/menu/click', { user, function: functionName })).shown,
    people: () => get('/host/people'),
    now: async () => (await get<{ now: string }>('/host/clock')).now,
    setNow: (now) => post('/host/clock', { now }),
    outbox: () => get('/host/outbox'),
    calls: (limit) => get(`/host/calls?limit=${limit}`),
  };
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await fetch(path, { ...(signal === undefined ? {} : { signal }), headers: { accept: 'application/json' } }));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  return read<T>(await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new HostError(refusalOf(text) ?? `${response.status} ${response.statusText}`);
  return JSON.parse(text) as T;
}

/** The host refuses with `{error: {message}}` or `{error: "…"}`; anything else is shown as it is, shortened. */
function refusalOf(text: string): string | null {
  if (!text.startsWith('{')) return text === '' ? null : text.slice(0, 300);
  const { error } = JSON.parse(text) as { error?: string | { message?: string } };
  return (typeof error === 'string' ? error : error?.message) ?? null;
}
