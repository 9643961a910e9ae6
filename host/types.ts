/**
 * The words that the parts of the host share. The Sheets engine (host/sheets) knows nothing of Apps Script,
 * and the Apps Script services (host/apps-script) reach cells only through `SheetsEngine.execute`.
 */

/** Role of a person on the file itself (as in Google Drive's share dialog). */
export type FileRole = 'owner' | 'editor' | 'viewer';

/** Every method of the Sheets API v4 the host answers, named as in Google's discovery document without the `sheets.` prefix. */
export type SheetsMethod =
  | 'spreadsheets.create' | 'spreadsheets.get' | 'spreadsheets.getByDataFilter' | 'spreadsheets.batchUpdate'
  | 'spreadsheets.values.get' | 'spreadsheets.values.batchGet' | 'spreadsheets.values.batchGetByDataFilter'
  | 'spreadsheets.values.update' | 'spreadsheets.values.batchUpdate' | 'spreadsheets.values.append'
  | 'spreadsheets.values.clear' | 'spreadsheets.values.batchClear'
  | 'spreadsheets.developerMetadata.get' | 'spreadsheets.developerMetadata.search';

/** One call of the API. `params` holds path and query parameters (`spreadsheetId`, `fields`, `ranges` …), `user` is the acting person's mail. */
export interface SheetsCall {
  readonly method: SheetsMethod;
  readonly params: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly user: string;
  /** The OAuth client that calls, which alone sees its PROJECT metadata; absent for the script of the file. */
  readonly client?: string;
}

/** What a call touched; the door turns it into modelled time. `write` marks calls that count against the write quota. */
export interface SheetsCallCost {
  readonly cells: number;
  readonly rows: number;
  readonly write: boolean;
}

/** What the Sheets engine offers to the rest of the host. */
export interface SheetsEngine {
  /** Runs one API call as `call.user`; throws `ApiError`. The answer is a plain JSON value of the discovery document's response schema. */
  execute(call: SheetsCall): { readonly response: unknown; readonly cost: SheetsCallCost };
  /** A person types, or pastes a block: parsed as USER_ENTERED, judged by protections and validation rules. */
  typedEdit(edit: TypedEdit): TypedEditAnswer;
  createWorkbook(options: { readonly title: string; readonly owner: string; readonly id?: string; readonly locale?: string; readonly timeZone?: string }): string;
  share(spreadsheetId: string, email: string, role: FileRole): void;
  roleOf(spreadsheetId: string, email: string): FileRole | null;
  /** Mail of the person who owns the file; null where there is none. */
  ownerOf(spreadsheetId: string): string | null;
}

export interface TypedEdit {
  readonly spreadsheetId: string;
  readonly user: string;
  /** Tab title. */
  readonly sheet: string;
  /** A1 without the tab, e.g. `B3` or `B3:D9`. */
  readonly range: string;
  /** Rows of what was typed, as text. */
  readonly values: readonly (readonly string[])[];
  /** A person who was asked by a warning-only protection and said yes. */
  readonly confirmed?: boolean;
  /** Pasted, not typed: validation rules do not judge it. */
  readonly paste?: boolean;
}

export interface TypedEditAnswer {
  readonly accepted: boolean;
  /** Google's words when refused, or the question of a warning-only protection. */
  readonly message?: string;
  /** True when a warning-only protection asks first: send the edit again with `confirmed`. */
  readonly asks?: boolean;
  /** Cells of the range as they stand afterwards; row and column count from 0. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: string | number | boolean | null; readonly shown: string }[];
}

/** An error of the Sheets API as Google words it. */
export class ApiError extends Error {
  constructor(readonly code: number, readonly status: string, message: string, readonly details: readonly unknown[] = []) {
    super(message);
  }

  /** The body Google sends: `{error: {code, message, status, details}}`. */
  toJSON(): { error: { code: number; message: string; status: string; details?: readonly unknown[] } } {
    const error = { code: this.code, message: this.message, status: this.status };
    return { error: this.details.length > 0 ? { ...error, details: this.details } : error };
  }
}
