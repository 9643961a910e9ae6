import type { CallContext } from '../context';
import { badRequest, invalidArgument } from '../errors';
import type { Mask } from '../mask';
import { parseMask } from '../mask';

/** Path and query parameters of a call, already known by name. */
export type Params = Readonly<Record<string, unknown>>;

/** One method on one workbook. */
export interface Method {
  /** Query parameters besides those of every Google API. */
  readonly query: readonly string[];
  readonly responseSchema: string;
  readonly write: boolean;
  /** Builds the answer to the mask; null means no mask was sent. */
  run(context: CallContext, call: { readonly params: Params; readonly body: unknown; readonly mask: Mask | null }): object;
}

/** Parameters that every Google API takes. */
const COMMON = new Set(['spreadsheetId', 'fields', 'alt', 'prettyPrint', 'key', 'quotaUser', 'access_token', 'oauth_token', 'callback', 'uploadType', 'upload_protocol', '$.xgafv']);

export function assertKnownParams(method: Pick<Method, 'query'>, params: Params): void {
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || COMMON.has(name) || method.query.includes(name)) continue;
    const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    throw badRequest(description, [{ field: '', description }]);
  }
}

export function readMask(params: Params, schema: string): Mask | null {
  const fields = params['fields'];
  return typeof fields === 'string' && fields.trim() !== '' ? parseMask(fields, schema) : null;
}

/** A parameter that may be given once or repeated. */
export function listParam(params: Params, name: string): readonly string[] {
  const value = params[name];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

export function flagParam(params: Params, name: string): boolean {
  return params[name] === true || params[name] === 'true';
}

export function textParam(params: Params, name: string): string {
  const value = params[name];
  if (typeof value !== 'string') throw invalidArgument(`Missing required parameter: ${name}`);
  return value;
}
