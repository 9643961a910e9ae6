/** The one way in which a use case or adapter says that something expected stands in the way. */
import type { DuplicateCandidate, ErrorCode } from '../../contract/envelope';
import type { WireRecord } from '../../contract/methods';
import type { Issue } from '../../domain/issue';
import type { FieldConflict } from '../../domain/reconcile';

export interface ErrorDetail {
  readonly issues?: readonly Issue[];
  readonly conflicts?: readonly FieldConflict[];
  readonly current?: WireRecord;
  readonly duplicates?: readonly DuplicateCandidate[];
  /** Reference under which the fault was already recorded. */
  readonly ref?: string;
  /** For the log of the script: structure only, never a value of a record. */
  readonly technical?: string;
}

/** Caught once, in src/entry, and turned into the error of the envelope. */
export class AppError extends Error {
  constructor(readonly code: ErrorCode, readonly detail: ErrorDetail = {}) {
    super(detail.technical === undefined ? code : `${code}: ${detail.technical}`);
    this.name = 'AppError';
  }
}

export function validation(issues: readonly Issue[]): AppError {
  return new AppError('VALIDATION', { issues });
}
