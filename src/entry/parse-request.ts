/** The envelope and the params of a request, or every issue they have. */
import type * as z from 'zod/mini';
import type { MethodName } from '../contract/methods';
import { PARAMS, REQUEST } from '../contract/params';
import type { Issue, IssueCode } from '../domain/issue';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** A text that is not JSON counts as a request without a method. */
export function parseEnvelope(json: unknown): Parsed<z.infer<typeof REQUEST>> {
  let request: unknown;
  try {
    request = typeof json === 'string' ? JSON.parse(json) : json;
  } catch {
    return { ok: false, issues: [{ path: '', code: 'wrong_type' }] };
  }
  return parsed(REQUEST.safeParse(request), request);
}

export function parseParams(method: MethodName, params: unknown): Parsed<unknown> {
  const given = params ?? {};
  return parsed<unknown>(PARAMS[method].safeParse(given), given);
}

type SafeParsed<T> = { readonly success: true; readonly data: T } | { readonly success: false; readonly error: { readonly issues: readonly RawIssue[] } };

/** The parts of a zod issue that we read. */
interface RawIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly maximum?: number | bigint;
  readonly origin?: string;
}

function parsed<T>(result: unknown, input: unknown): Parsed<T> {
  const safe = result as SafeParsed<T>;
  if (safe.success) return { ok: true, value: safe.data };
  return { ok: false, issues: safe.error.issues.flatMap((issue) => issuesOf(issue, input)) };
}

function issuesOf(raw: RawIssue, input: unknown): readonly Issue[] {
  const path = raw.path.map(String).join('.');
  if (raw.code === 'unrecognized_keys') {
    return (raw.keys ?? []).map((key) => ({ path: path === '' ? key : `${path}.${key}`, code: 'unknown_field' as const }));
  }
  if (raw.code === 'invalid_value') {
    const code: IssueCode = path.endsWith('role') ? 'unknown_role' : 'unknown_value';
    return [missing(input, raw.path) ? { path, code: 'missing' } : { path, code, params: { allowed: (raw.values ?? []).join(' ') } }];
  }
  if (raw.code === 'too_big' && raw.origin === 'string') return [{ path, code: 'too_long', params: { max: Number(raw.maximum) } }];
  if (raw.code === 'too_big' && raw.origin === 'array') return [{ path, code: 'too_many', params: { max: Number(raw.maximum) } }];
  if (raw.code === 'too_big' || raw.code === 'too_small') return [{ path, code: 'out_of_range' }];
  if (raw.code === 'invalid_format') return [{ path, code: 'bad_id' }];
  return [{ path, code: missing(input, raw.path) ? 'missing' : 'wrong_type' }];
}

function missing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === undefined;
}
