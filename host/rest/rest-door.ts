import { ApiError, type SheetsCall } from '../types';
import { queryParams } from './query';
import { badCredentials, invalidArgument, noCredentials, noSuchPage } from './refusals';
import { routeOf } from './routes';
import type { SheetsCaller } from './sheets-door';

/** All REST clients are one OAuth client, another than the file's script. */
const REST_CLIENT = 'rest';

/** An HTTP request as far as the REST door looks at it. */
export interface RestRequest {
  readonly method: string;
  /** Path and query as sent, still encoded. */
  readonly url: string;
  readonly authorization: string | undefined;
  /** The body's text, empty when there is none. */
  readonly body: string;
}

export interface RestAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** One call as it went over REST; `error` is the body of a refusal. */
export interface RestExchange {
  readonly call: SheetsCall;
  readonly response?: unknown;
  readonly error?: unknown;
}

export interface RestDoorOptions {
  readonly call: SheetsCaller;
  /** Sees every exchange that reached a method, before it is answered. */
  readonly onExchange?: (exchange: RestExchange) => void;
  /** Told of a fault of the host's own, which the client only sees as INTERNAL. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * The Sheets API under its official paths. The bearer token is the acting person's mail address. Never throws: a
 * refusal is Google's error body with its code. What is not emulated is refused with 400, because clients would try
 * a 501 again.
 */
export function createRestDoor(options: RestDoorOptions): (request: RestRequest) => RestAnswer {
  return (request) => {
    try {
      const call = callOf(request);
      return answer(call, options);
    } catch (error) {
      if (error instanceof ApiError) return { status: error.code, json: error.toJSON() };
      options.onFault(error);
      return { status: 500, json: new ApiError(500, 'INTERNAL', 'Internal error encountered.').toJSON() };
    }
  };
}

function answer(call: SheetsCall, { call: run, onExchange }: RestDoorOptions): RestAnswer {
  try {
    const response = run(call);
    onExchange?.({ call, response });
    return { status: 200, json: response };
  } catch (error) {
    const refusal = error instanceof Error && error.message.startsWith('Not emulated') ? invalidArgument(error.message) : error;
    if (refusal instanceof ApiError) onExchange?.({ call, error: refusal.toJSON() });
    throw refusal;
  }
}

function callOf({ method: httpMethod, url, authorization, body }: RestRequest): SheetsCall {
  const [path = '', search = ''] = url.split(/\?(.*)/s);
  if (!path.startsWith('/v4/')) throw noSuchPage(path);
  const user = userOf(authorization);
  const { method, params } = routeOf(httpMethod, path);
  const call = { method, user, client: REST_CLIENT, params: { ...queryParams(method, new URLSearchParams(search)), ...params } };
  if (httpMethod !== 'GET') return { ...call, body: parsed(body) };
  if (body !== '') throw invalidArgument('Invalid JSON payload received. A GET request takes no body.');
  return call;
}

function userOf(authorization: string | undefined): string {
  if (authorization === undefined || authorization.trim() === '') throw noCredentials();
  const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined || !/^[^@\s]+@[^@\s]+$/.test(token)) throw badCredentials();
  return token.toLowerCase();
}

function parsed(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidArgument(`Invalid JSON payload received. ${error.message}`);
  }
  throw invalidArgument('Invalid JSON payload received. Unknown name "": Root element must be a message.');
}
