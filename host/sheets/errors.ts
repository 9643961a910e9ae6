import { ApiError } from '../types';

/** Google's words when a hard protection stands in the way (platform.md §4). */
export const PROTECTED_MESSAGE = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

export function invalidArgument(message: string, details: readonly unknown[] = []): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', message, details);
}

/** A request that Google answers with a bare sentence and the cause in `details[].fieldViolations[]`. */
export function badRequest(message: string, violations: readonly { readonly field: string; readonly description: string }[]): ApiError {
  return invalidArgument(message, [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }]);
}

export function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');
}

export function permissionDenied(): ApiError {
  return new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');
}

/** Something real Google does and this host does not: said aloud, never answered with a silent `{}`. */
export function notEmulated(what: string): ApiError {
  return invalidArgument(`Not emulated: ${what}`);
}

/** The same error with Google's `Invalid requests[i].kind: ` in front. */
export function inRequest(error: ApiError, index: number, kind: string): ApiError {
  if (error.code !== 400 || error.message.startsWith('Not emulated: ') || error.message.startsWith('Invalid JSON payload')) return error;
  return new ApiError(error.code, error.status, `Invalid requests[${index}].${kind}: ${error.message}`, error.details);
}
