/** What a person can understand and act on. Programs print its message alone, without a stack, and end with exit code 1. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The system's reason (`ENOENT` …) of a failed file or network call, or null. */
export function systemCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
