/** What every call carries and every answer looks like, as one JSON string each way. */
import type { FieldConflict } from '../domain/reconcile';
import type { WireRecord } from './methods';

export const ERROR_CODES = [
  'VALIDATION', 'NOT_FOUND', 'CONFLICT', 'DUPLICATE', 'FORBIDDEN', 'BUSY', 'QUOTA', 'SCHEMA_DRIFT', 'UNAVAILABLE', 'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface RequestEnvelope {
  readonly method: string;
  readonly params?: unknown;
  /** Same id, same effect once: a retry gets the first answer again. See `operation-id.ts`. */
  readonly operationId?: string;
}

export interface WireIssue {
  readonly path: string;
  readonly code: string;
  /** In the workbook's language; a client may word it itself from `code` and `params`. */
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Records that look like the one being saved. */
export interface DuplicateCandidate {
  readonly id: string;
  readonly title: string;
  /** Fields whose values are equal. */
  readonly fields: readonly string[];
}

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly issues?: readonly WireIssue[];
  /** Names an unexpected fault in the log of the script. */
  readonly ref?: string;
  /** With CONFLICT: field by field what differs, and the record as it stands. */
  readonly conflicts?: readonly FieldConflict[];
  readonly current?: WireRecord;
  /** With DUPLICATE. */
  readonly duplicates?: readonly DuplicateCandidate[];
}

export type ResponseEnvelope<T = unknown> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: WireError };
