/** Calls of the one door: typed, retried with the same operation id, and answered with a value instead of an exception. */
import { ERROR_CODES, type ErrorCode, type ResponseEnvelope, type WireError } from '../src/contract/envelope';
import type { MethodData, MethodName, MethodParams } from '../src/contract/methods';
import { makeOperationId } from '../src/contract/operation-id';

/** Carries one request as JSON and brings back whatever the script returned; rejects when no answer came. */
export type Transport = (json: string) => Promise<unknown>;

/** What the outside world gives the client; tests bring their own. */
export interface RpcPorts {
  readonly transport: Transport;
  /** Epoch milliseconds of this browser's clock. */
  readonly now: () => number;
  /** At least eight letters or digits that nobody can guess. */
  readonly random: () => string;
  /** Between 0 and 1. */
  readonly jitter: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface CallError extends WireError {
  /** The browser is signed in to several Google accounts, and the script runs as another one than the page. */
  readonly otherAccount?: true;
}

export type CallResult<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: CallError };

export interface Rpc {
  /** Writing methods without an operation id get a new one; pass it to repeat an attempt whose outcome is unknown. */
  call<M extends MethodName>(method: M, params: MethodParams<M>, options?: { readonly operationId?: string }): Promise<CallResult<MethodData[M]>>;
  newOperationId(): string;
  /** From then on operation ids carry the server's time, whatever this browser's clock says. */
  setServerTime(epochMs: number): void;
}

const WRITING: ReadonlySet<MethodName> = new Set<MethodName>(['workbook.setup', 'record.save', 'record.archive', 'record.restore']);
const RETRIED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['BUSY', 'UNAVAILABLE']);
const RETRIES = 3;
const FIRST_PAUSE_MS = 400;

export function createRpc(ports: RpcPorts): Rpc {
  let clockOffset = 0;
  const newOperationId = (): string => makeOperationId(ports.now() + clockOffset, ports.random());

  async function call<M extends MethodName>(method: M, params: MethodParams<M>, options: { readonly operationId?: string } = {}): Promise<CallResult<MethodData[M]>> {
    const operationId = options.operationId ?? (WRITING.has(method) ? newOperationId() : undefined);
    const json = JSON.stringify({ method, params, ...(operationId === undefined ? {} : { operationId }) });
    for (let attempt = 0; ; attempt += 1) {
      const result = await ask<MethodData[M]>(ports.transport, json);
      if (result.ok || !RETRIED.has(result.error.code) || attempt === RETRIES) return result;
      await ports.wait(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + ports.jitter()));
    }
  }

  return { call, newOperationId, setServerTime: (epochMs) => { clockOffset = epochMs - ports.now(); } };
}

/** A reply that is lost or cannot be read leaves the outcome unknown, which is what UNAVAILABLE says. */
async function ask<T>(transport: Transport, json: string): Promise<CallResult<T>> {
  try {
    return readEnvelope<T>(await transport(json)) ?? { ok: false, error: { code: 'UNAVAILABLE', message: '' } };
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return OTHER_ACCOUNT.test(message)
      ? { ok: false, error: { code: 'FORBIDDEN', message, otherAccount: true } }
      : { ok: false, error: { code: 'UNAVAILABLE', message } };
  }
}

/** What Google answers when the browser's first account is not the one that opened the sidebar. */
const OTHER_ACCOUNT = /authorization is required|PERMISSION_DENIED/i;

/** Null for anything that is not an answer; Google turns a result it cannot carry into null. */
function readEnvelope<T>(reply: unknown): ResponseEnvelope<T> | null {
  if (typeof reply !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(reply);
  } catch {
    return null;
  }
  return isEnvelope<T>(parsed) ? parsed : null;
}

function isEnvelope<T>(parsed: unknown): parsed is ResponseEnvelope<T> {
  if (typeof parsed !== 'object' || parsed === null || !('ok' in parsed)) return false;
  if (parsed.ok === true) return 'data' in parsed;
  const error = 'error' in parsed ? parsed.error : null;
  return typeof error === 'object' && error !== null && 'code' in error && (ERROR_CODES as readonly unknown[]).includes(error.code);
}
