import { execFileSync } from 'node:child_process';
import { dailyQuota } from '../host-state';
import type { ServiceContext } from '../service-context';
import { isServiceObject, notEmulated, ServiceError, serviceObject, type ServiceObject } from '../wire';
import { textArgument } from './arguments';
import { blobContent, blobObject } from './blob';
import { signedBytes } from './bytes';

const FETCHES_PER_DAY = { consumer: 20_000, workspace: 100_000 };
const MAX_URL_BYTES = 2048;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_BODY_BYTES = 50 * 1024 * 1024;
const FETCH_LIMIT_MS = 60_000;

/** Reaches servers on loopback only: the host never goes out to the network. */
export function createUrlFetchApp(context: ServiceContext): ServiceObject {
  const user = context.effectiveUser;
  const quota = dailyQuota(context.state, `urlfetch:${user}`, FETCHES_PER_DAY[context.account(user).kind ?? 'consumer'], context.now);
  const fetchOne = (url: string, options: FetchOptions): ServiceObject => {
    if (quota.remaining() === 0) throw new ServiceError('Service invoked too many times for one day: urlfetch.');
    quota.spend(1);
    context.changed('quotas');
    return responseObject(url, fetchOnLoopback(url, options), options.muteHttpExceptions === true);
  };
  return serviceObject({
    type: 'UrlFetchApp',
    service: 'UrlFetchApp',
    members: {
      fetch: (...args) => fetchOne(textArgument(args, 0, 'UrlFetchApp.fetch'), (args[1] ?? {}) as FetchOptions),
      fetchAll: (...args) => (args[0] as readonly (string | (FetchOptions & { readonly url: string }))[])
        .map((request) => (typeof request === 'string' ? fetchOne(request, {}) : fetchOne(request.url, request))),
    },
  });
}

interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly payload?: unknown;
  readonly muteHttpExceptions?: boolean;
  readonly followRedirects?: boolean;
}

interface FetchedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The child that fetches: a script blocks while it waits, and so must the host. Bodies travel as base64. */
const CHILD = `
  const { url, init } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  fetch(url, { ...init, body: init.body === null ? undefined : Buffer.from(init.body, 'base64') }).then(async (response) => {
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    process.stdout.write(JSON.stringify({ status: response.status, headers: Object.fromEntries(response.headers), body }));
  }, () => process.exit(7));
`;

function fetchOnLoopback(url: string, options: FetchOptions): FetchedResponse {
  if (Buffer.byteLength(url) > MAX_URL_BYTES) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  assertHeadersFit(options.headers ?? {});
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || !/^https?:$/.test(target.protocol)) throw new ServiceError(`Invalid argument: ${url}`);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(target.hostname)) throw notEmulated(`UrlFetchApp.fetch of ${target.hostname}`);
  const { body, type } = payloadOf(options);
  if (body !== null && Buffer.byteLength(body, 'base64') > MAX_BODY_BYTES) throw new ServiceError('Limit Exceeded: URLFetch POST Size.');
  const init = {
    method: (options.method ?? 'get').toUpperCase(),
    headers: { ...(type === null ? {} : { 'content-type': type }), ...options.headers },
    redirect: options.followRedirects === false ? 'manual' : 'follow',
    body,
  };
  try {
    return JSON.parse(execFileSync(process.execPath, ['-e', CHILD], { input: JSON.stringify({ url, init }), encoding: 'utf8', timeout: FETCH_LIMIT_MS, maxBuffer: 1 << 27 })) as FetchedResponse;
  } catch {
    throw new ServiceError(`Address unavailable: ${url}`);
  }
}

/** assumed: Google's words; the limits are documented. */
function assertHeadersFit(headers: Readonly<Record<string, string>>): void {
  const sizes = Object.entries(headers).map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(String(value)));
  if (sizes.length > MAX_HEADERS || sizes.some((bytes) => bytes > MAX_HEADER_BYTES)) throw new ServiceError('Limit Exceeded: URLFetch Header Size.');
}

/** A string goes as it is; a plain object as a form; a blob as its bytes. */
function payloadOf({ payload, contentType }: FetchOptions): { readonly body: string | null; readonly type: string | null } {
  if (payload === undefined || payload === null) return { body: null, type: contentType ?? null };
  const form = 'application/x-www-form-urlencoded';
  if (isServiceObject(payload)) {
    const { data, type } = blobContent(payload);
    return { body: data.toString('base64'), type: contentType ?? type };
  }
  const text = typeof payload === 'object' ? formEncoded(payload) : String(payload);
  return { body: Buffer.from(text, 'utf8').toString('base64'), type: contentType ?? form };
}

function formEncoded(fields: object): string {
  return new URLSearchParams(Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)]))).toString();
}

function responseObject(url: string, { status, headers, body }: FetchedResponse, mute: boolean): ServiceObject {
  const content = Buffer.from(body, 'base64');
  if (status >= 400 && !mute) {
    const server = new URL(url).origin;
    throw new ServiceError(`Request failed for ${server} returned code ${status}. Truncated server response: ${content.toString('utf8').slice(0, 100)} (use muteHttpExceptions option to examine full response)`);
  }
  return serviceObject({
    type: 'HTTPResponse',
    members: {
      getResponseCode: () => status,
      getContentText: () => content.toString('utf8'),
      getContent: () => signedBytes(content),
      getHeaders: () => headers,
      getAllHeaders: () => headers,
      getBlob: () => blobObject(content, headers['content-type'] ?? null, null),
    },
  });
}
