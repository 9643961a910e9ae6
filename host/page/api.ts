/** The page's only way to the local host: every route of the workbench, with the shapes that travel. Rows and columns are zero-based. */

/** A cell as the grid shows it: stored value, what Google would show, index into `WorkbookSnapshot.styles`. */
export interface SnapshotCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly shown: string;
  /** What a person typed, when the cell holds a formula. */
  readonly formula?: string;
  readonly style?: number;
  readonly note?: string;
}

/** `pattern` is a number format as in the Sheets API, colours are `#rrggbb`. */
export interface SnapshotStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly pattern?: string;
}

/** End row and column are exclusive; a missing end reaches to the edge of the tab. */
export interface SnapshotRange {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn?: number;
}

export interface SnapshotValidation {
  readonly range: SnapshotRange;
  readonly kind: 'list' | 'checkbox' | 'other';
  /** The choices of a list. */
  readonly options?: readonly string[];
  /** False: a warning only. */
  readonly strict: boolean;
  readonly message?: string;
}

export interface SnapshotProtection {
  readonly range: SnapshotRange;
  readonly description: string;
  /** The person is asked and may go on. */
  readonly warningOnly: boolean;
  /** Whether the person the snapshot was made for may write here without a question. */
  readonly canEdit: boolean;
}

export interface SnapshotTab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly color?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columns: readonly { readonly index: number; readonly width?: number; readonly hidden?: boolean }[];
  readonly rows: readonly { readonly index: number; readonly height?: number; readonly hidden?: boolean }[];
  readonly cells: readonly SnapshotCell[];
  readonly validations: readonly SnapshotValidation[];
  readonly protections: readonly SnapshotProtection[];
}

export interface WorkbookSnapshot {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Position in the changes feed that this snapshot already contains. */
  readonly seq: number;
  readonly styles: readonly SnapshotStyle[];
  readonly tabs: readonly SnapshotTab[];
}

/** Cells written since, by anybody. `structural`: tabs, rows, columns, formats or rules changed, so take a new snapshot. */
export interface Changes {
  readonly seq: number;
  readonly structural: boolean;
  readonly cells: readonly (SnapshotCell & { readonly sheetId: number })[];
  /** What scripts showed to this person meanwhile. */
  readonly shown: readonly Shown[];
}

/** Something a script put on the screen. Frame addresses lie on the second loopback origin. */
export type Shown =
  | { readonly kind: 'toast'; readonly title?: string; readonly message: string; readonly seconds?: number }
  | { readonly kind: 'alert'; readonly title?: string; readonly message: string }
  | { readonly kind: 'sidebar'; readonly title: string; readonly url: string }
  | { readonly kind: 'dialog'; readonly title: string; readonly url: string; readonly width: number; readonly height: number }
  | { readonly kind: 'select'; readonly sheetId: number; readonly row: number; readonly column: number };

export interface EditAnswer {
  readonly accepted: boolean;
  readonly message?: string;
  readonly asks?: boolean;
  readonly cells: readonly SnapshotCell[];
}

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly function: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly fileRole: 'owner' | 'editor' | 'viewer';
}

export interface ServiceCall {
  readonly service: string;
  readonly method: string;
  readonly cells: number;
  readonly user: string;
  readonly at: string;
}

/** Where the clock stands afterwards, and what ran on the way. */
export interface ClockMove {
  readonly now: string;
  readonly runs: readonly { readonly handler: string; readonly user: string; readonly at: string; readonly ok: boolean; readonly error?: string }[];
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly at: string;
}

/** What a person does with whole rows, columns and tabs. `index`, `count` and `to` are of rows, columns or tabs, zero-based. */
export type GridCommand =
  | { readonly command: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; readonly sheetId: number; readonly index: number; readonly count: number }
  | { readonly command: 'moveRows' | 'moveColumns'; readonly sheetId: number; readonly index: number; readonly count: number; readonly to: number }
  | { readonly command: 'sort'; readonly sheetId: number; readonly column: number; readonly ascending: boolean }
  | { readonly command: 'renameTab'; readonly sheetId: number; readonly title: string }
  | { readonly command: 'moveTab'; readonly sheetId: number; readonly to: number }
  | { readonly command: 'addTab'; readonly title: string }
  | { readonly command: 'deleteTab' | 'duplicateTab'; readonly sheetId: number };

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
  calls(): Promise<{ readonly calls: readonly ServiceCall[]; readonly modelSeconds: number }>;
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
    calls: () => get('/host/calls'),
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
