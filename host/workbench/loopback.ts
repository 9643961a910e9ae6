import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlainError, systemCode } from '../state/plain-error';

export interface LoopbackRequest {
  readonly method: string;
  /** Path and query as sent, still encoded. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** The ETag of what the client still has. */
  readonly ifNoneMatch: string | undefined;
  /** Name under which the client reached this machine, without the port. */
  readonly hostname: string;
  readonly body: string;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

export interface LoopbackAnswer {
  readonly status: number;
  /** Sent as JSON, unless `content` is given. */
  readonly json?: unknown;
  readonly content?: { readonly type: string; readonly bytes: string | Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LoopbackOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly handle: (request: LoopbackRequest) => Promise<LoopbackAnswer>;
  /** Told of an exception of `handle`; the client sees a 500. */
  readonly onFault: (fault: unknown) => void;
  /** Default 16 MB. */
  readonly bodyLimitBytes?: number;
}

export interface LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Names under which a browser reaches this machine. */
const HOSTNAMES = ['127.0.0.1', 'localhost'];
const ADDRESS = '127.0.0.1';
const DEFAULT_BODY_LIMIT = 16 * 1024 * 1024;
/** An answer without a body. */
const NOT_MODIFIED = 304;

/**
 * Listens on the loopback interface only, and answers 403 to requests that a web page of another origin could have
 * caused: a foreign `Host` (DNS rebinding), a foreign or null `Origin`, or what the browser itself calls cross-site.
 * Programs send no Origin and pass. Rejects with `PlainError` when the port is taken.
 */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    void serve(request, response, options, portOf(server));
  });
  await listen(server, options.port);
  return {
    port: portOf(server),
    origin: `http://${ADDRESS}:${portOf(server)}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** A refusal in the shape of Google's error bodies, which the page and the Sheets clients both read. */
export function refusal(status: number, reason: string, message: string): LoopbackAnswer {
  return { status, json: { error: { code: status, message, status: reason } } };
}

async function serve(incoming: IncomingMessage, response: ServerResponse, options: LoopbackOptions, port: number): Promise<void> {
  try {
    send(response, foreignness(incoming, port) ?? await answer(incoming, response, options));
  } catch (fault) {
    options.onFault(fault);
    send(response, refusal(500, 'INTERNAL', 'Internal error encountered.'));
  }
}

async function answer(incoming: IncomingMessage, response: ServerResponse, { handle, bodyLimitBytes = DEFAULT_BODY_LIMIT }: LoopbackOptions): Promise<LoopbackAnswer> {
  const body = await readBody(incoming, bodyLimitBytes);
  if (body === null) return refusal(413, 'INVALID_ARGUMENT', `The body is larger than ${bodyLimitBytes} bytes.`);
  if (body !== '' && !isJson(incoming.headers['content-type'])) return refusal(415, 'INVALID_ARGUMENT', 'Send the body as application/json.');
  const url = incoming.url ?? '/';
  const [path = '/', search = ''] = url.split(/\?(.*)/s);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return handle({
    method: incoming.method ?? 'GET', url, path, query: new URLSearchParams(search),
    authorization: incoming.headers.authorization, ifNoneMatch: incoming.headers['if-none-match'],
    hostname: (incoming.headers.host ?? ADDRESS).replace(/:\d+$/, ''),
    body, gone: gone.signal,
  });
}

function foreignness({ headers }: IncomingMessage, port: number): LoopbackAnswer | null {
  const hosts = HOSTNAMES.map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? '')) return refusal(403, 'PERMISSION_DENIED', 'This Host is not served here.');
  if (headers.origin !== undefined && !hosts.includes(headers.origin.replace(/^http:\/\//, ''))) return refusal(403, 'PERMISSION_DENIED', 'Pages of other origins may not call this host.');
  const isNavigation = headers['sec-fetch-mode'] === 'navigate';
  if (headers['sec-fetch-site'] === 'cross-site' && !isNavigation) return refusal(403, 'PERMISSION_DENIED', 'Pages of other origins may not call this host.');
  return null;
}

/** Null when the body is too long. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? null : Buffer.concat(chunks).toString('utf8');
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

function send(response: ServerResponse, { status, json, content, headers }: LoopbackAnswer): void {
  const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', ...headers };
  if (status === NOT_MODIFIED) {
    response.writeHead(status, common).end();
    return;
  }
  const { type, bytes } = content ?? { type: 'application/json; charset=utf-8', bytes: JSON.stringify(json ?? {}) };
  response.writeHead(status, { 'content-type': type, ...common }).end(bytes);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(PORT_REASONS[systemCode(error) ?? ''] === undefined ? error : new PlainError(PORT_REASONS[systemCode(error)!]!(port), { cause: error }));
    });
    server.listen(port, ADDRESS, resolve);
  });
}

const PORT_REASONS: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is already in use. Choose another one with --port.`,
  EACCES: (port) => `Port ${port} may not be used by this account. Choose one above 1023 with --port.`,
};

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
