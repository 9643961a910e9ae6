import { ApiError } from '../types';

/**
 * What can go wrong at the door. `error-after` and `kill-after` happen when the call has taken effect:
 * the reply is lost, or the execution dies with the work done. With `localise` a refusal of the Sheets API comes in another language.
 */
export type FaultKind = 'error-before' | 'error-after' | 'kill-before' | 'kill-after' | 'quota' | 'delay' | 'localise';

/** One planned fault. All given conditions must hold; the call is addressed by ordinal, or as the n-th match. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** Ordinal of the call within its execution, from 1. */
  readonly call?: number;
  readonly service?: string;
  readonly method?: string;
  /** The n-th call of an execution that matches service and method, from 1. Default 1 (ignored when `call` is given). */
  readonly nth?: number;
  /** Only in executions of this function. */
  readonly functionName?: string;
  /** How often the rule fires in all; default 1. */
  readonly times?: number;
  /** For `delay`: virtual milliseconds. */
  readonly delayMs?: number;
}

/** The call as the plan sees it. */
export interface FaultTarget {
  readonly functionName: string | null;
  readonly ordinal: number;
  readonly service: string;
  readonly method: string;
}

/** Follows one plan through executions; `seen` counts per execution are kept by the caller's `execution` key. */
export interface FaultPlan {
  next(execution: number, target: FaultTarget): FaultRule | null;
}

/**
 * Thrown through the script when its execution is terminated. It is no Error, and every later door call of the
 * execution throws it again, so that a script which catches it can compute but can reach no service.
 */
export class KillSignal {
  constructor(readonly reason: string) {}
}

export function createFaultPlan(rules: readonly FaultRule[]): FaultPlan {
  const fired = rules.map(() => 0);
  const matches = rules.map(() => ({ execution: -1, count: 0 }));
  return {
    next: (execution, target) => {
      let chosen: FaultRule | null = null;
      rules.forEach((rule, index) => {
        if (!addresses(rule, target)) return;
        const match = matches[index]!;
        match.count = match.execution === execution ? match.count + 1 : 1;
        match.execution = execution;
        const due = rule.call === undefined ? match.count === (rule.nth ?? 1) : rule.call === target.ordinal;
        if (!due || chosen !== null || fired[index]! >= (rule.times ?? 1)) return;
        fired[index]! += 1;
        chosen = rule;
      });
      return chosen;
    },
  };
}

/** Google's words for an outage: the Sheets API answers 503, other services time out. */
export function outageError(service: string): Error {
  return service === 'Sheets'
    ? new ApiError(503, 'UNAVAILABLE', 'The service is currently unavailable.')
    : new Error(`Service ${SERVICE_LABELS[service] ?? service} timed out.`);
}

/**
 * The refusal as an account of another language reads it: code, status and details stay (one report in Portuguese).
 * assumed: the request that failed is still named in English, in front.
 */
export function localisedError(error: ApiError): ApiError {
  const place = /^Invalid requests\[\d+\]\.\w+: /.exec(error.message)?.[0] ?? '';
  return new ApiError(error.code, error.status, `${place}A solicitação não pode ser atendida.`, error.details);
}

/** Google's words for a used-up quota (platform.md §4, §12). */
export function quotaError(service: string): Error {
  if (service !== 'Sheets') return new Error(`Service invoked too many times for one day: ${QUOTA_LABELS[service] ?? service}.`);
  return sheetsQuotaError('WriteRequestsPerMinutePerUser', 60);
}

/** The 429 body of the Sheets API, which tells no time to wait. `limit` is Google's name of the quota, e.g. `ReadRequestsPerMinutePerUser`. */
export function sheetsQuotaError(limit: string, calls: number): ApiError {
  const [kind, scope] = limit.startsWith('Write') ? ['Write', 'write'] : ['Read', 'read'];
  const per = limit.endsWith('PerUser') ? 'per minute per user' : 'per minute';
  const message = `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests ${per}' of service 'sheets.googleapis.com' for consumer 'project_number:1'.`;
  return new ApiError(429, 'RESOURCE_EXHAUSTED', message, [{
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: 'RATE_LIMIT_EXCEEDED',
    domain: 'googleapis.com',
    metadata: {
      service: 'sheets.googleapis.com', quota_metric: `sheets.googleapis.com/${scope}_requests`, quota_limit: limit, quota_limit_value: String(calls),
      quota_unit: limit.endsWith('PerUser') ? '1/min/{project}/{user}' : '1/min/{project}', quota_location: 'global', consumer: 'projects/1',
    },
  }]);
}

const SERVICE_LABELS: Readonly<Record<string, string>> = { SpreadsheetApp: 'Spreadsheets', MailApp: 'Mail', PropertiesService: 'Properties', UrlFetchApp: 'URL Fetch' };
const QUOTA_LABELS: Readonly<Record<string, string>> = { MailApp: 'email', UrlFetchApp: 'urlfetch', PropertiesService: 'properties' };

function addresses(rule: FaultRule, target: FaultTarget): boolean {
  return (rule.functionName === undefined || rule.functionName === target.functionName)
    && (rule.service === undefined || rule.service === target.service)
    && (rule.method === undefined || rule.method === target.method);
}
