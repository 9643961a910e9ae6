/** The one door for callers: envelope in, envelope out, every error caught exactly here. */
import type { AppContext, Operation } from '../app/app-context';
import { authorise } from '../app/authorise';
import { AppError, validation } from '../app/ports/app-error';
import type { RecordTarget } from '../app/ports/archive';
import type { ErrorCode, ResponseEnvelope, WireError, WireIssue } from '../contract/envelope';
import { ERROR_TEXTS, fillText, ISSUE_TEXTS } from '../contract/issue-texts';
import type { MethodName } from '../contract/methods';
import { makeOperationId } from '../contract/operation-id';
import { findEntity } from '../domain/entities';
import type { Issue } from '../domain/issue';
import type { Language } from '../domain/language';
import type { Permission } from '../domain/role';
import { createContext } from './context';
import { isMethodName, METHODS } from './methods';
import { parseEnvelope, parseParams } from './parse-request';

/** @param json a `RequestEnvelope`; the answer is a `ResponseEnvelope`, both as JSON text. Never throws. */
export function handleRequest(json: string): string {
  let context: AppContext | null = null;
  let language: Language = DEFAULT_LANGUAGE;
  try {
    const request = parseEnvelope(json);
    if (!request.ok) throw validation(request.issues);
    const { method, params, operationId } = request.value;
    if (!isMethodName(method)) throw unknownMethod();
    context = createContext('person', expectedRecord(params), idIn(params));
    const operation = { id: operationId ?? makeOperationId(context.clock.now(), context.entropy.hex()), method };
    return answer({ ok: true, data: serve(context, operation, params, (found) => { language = found; }) });
  } catch (error) {
    return answer({ ok: false, error: wireError(error, language) });
  } finally {
    settle(context);
  }
}

/** A refusal that rests on what an earlier request left in the cache is decided once more, on what stands in the workbook. */
function serve(context: AppContext, operation: NamedOperation, params: unknown, speak: (language: Language) => void): unknown {
  try {
    return serveOnce(context, operation, params, speak);
  } catch (error) {
    if (!mayBeStale(error) || !context.archive.renew()) throw error;
    return serveOnce(context, operation, params, speak);
  }
}

function serveOnce(context: AppContext, operation: NamedOperation, params: unknown, speak: (language: Language) => void): unknown {
  const config = context.archive.config();
  if (config !== null) speak(config.language);
  const { permission, run } = METHODS[operation.method] as unknown as AnyMethod;
  authorise(config, context.actor, permission);
  const parsed = parseParams(operation.method, params);
  if (!parsed.ok) throw validation(parsed.issues);
  return run(context, parsed.value, operation);
}

type NamedOperation = Operation & { readonly method: MethodName };

/** Refusals of ours for want of a role or a column come before anything is written. */
function mayBeStale(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return (error.code === 'FORBIDDEN' && error.detail.technical === undefined) || (error.detail.issues ?? []).some(({ code }) => code === 'field_off');
}

/** Before the workbook says otherwise. */
const DEFAULT_LANGUAGE: Language = 'zh-CN';

/** A line of the registry, when which one is only known at run time. */
interface AnyMethod {
  readonly permission: Permission;
  readonly run: (context: AppContext, params: unknown, operation: Operation) => unknown;
}

function unknownMethod(): AppError {
  return new AppError('NOT_FOUND', { issues: [{ path: 'method', code: 'unknown_value', params: { allowed: Object.keys(METHODS).join(' ') } }] });
}

function idIn(params: unknown): string | null {
  const { id } = (params ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && id.length <= 40 ? id : null;
}

/** The record that a request names, from params that are not checked yet: only a hint for what to fetch along. */
function expectedRecord(params: unknown): RecordTarget | null {
  const { entity, row } = (params ?? {}) as Record<string, unknown>;
  const declared = findEntity(typeof entity === 'string' ? entity : '');
  const id = idIn(params);
  if (declared === null || id === null) return null;
  return { entity: declared, id, row: typeof row === 'number' ? row - 1 : undefined };
}

function wireError(error: unknown, language: Language): WireError {
  const known = error instanceof AppError ? error : null;
  const code: ErrorCode = known?.code ?? 'INTERNAL';
  const { issues, conflicts, current, duplicates, ref } = known?.detail ?? {};
  return {
    code, message: ERROR_TEXTS[code][language],
    ...(issues === undefined ? {} : { issues: issues.map((issue) => wireIssue(issue, language)) }),
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(current === undefined ? {} : { current }),
    ...(duplicates === undefined ? {} : { duplicates }),
    ...(code === 'INTERNAL' ? { ref: reportFault(error, ref) } : {}),
  };
}

function wireIssue({ path, code, params }: Issue, language: Language): WireIssue {
  return { path, code, message: fillText(ISSUE_TEXTS[code], language, params), ...(params === undefined ? {} : { params }) };
}

/** Logs where it happened, never what the data was: a message of Google's may quote a cell. */
export function reportFault(error: unknown, known?: string): string {
  const ref = known ?? Utilities.getUuid().slice(0, 8);
  const { name = 'Error', stack = '' } = error as Error;
  const technical = error instanceof AppError ? error.detail.technical ?? '' : '';
  const places = stack.split('\n').filter((line) => line.trim().startsWith('at ')).slice(0, 8).join('\n');
  console.error(`fault ${ref} ${name} ${technical}\n${places}`);
  return ref;
}

/** Hints are losable: a cache that fails must not fail the request. */
function settle(context: AppContext | null): void {
  try {
    context?.archive.settle();
  } catch (error) {
    reportFault(error);
  }
}

function answer(envelope: ResponseEnvelope): string {
  return JSON.stringify(envelope);
}
