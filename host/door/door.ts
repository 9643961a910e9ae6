import { ApiError } from '../types';
import type { VirtualClock } from './clock';
import { createFaultPlan, KillSignal, localisedError, outageError, quotaError, type FaultPlan, type FaultRule } from './faults';
import { COLD_START, costOf, drawCost, RARE_STALL, SCRIPT_RUN_COST } from './latency';
import { createQuotaMeter, GOOGLE_SHEETS_QUOTA, type SheetsQuota } from './quota-meter';
import { createSeededRandom, type SeededRandomState } from './seeded-random';
import { createTrace, type CallTotals, type Trace, type TraceEntry } from './trace';

/** A call of a service, before it happens. Cells and rows may also be told by its outcome. */
export interface ServiceCall {
  readonly service: string;
  readonly method: string;
  readonly user: string;
  readonly cells?: number;
  readonly rows?: number;
  /** Counts against the write quota of the Sheets API. */
  readonly write?: boolean;
}

/** What applying a call gave, and what it touched. */
export interface Applied<T> {
  readonly result: T;
  readonly cells?: number;
  readonly rows?: number;
}

/** The call about to happen, as a simulator sees it. */
export interface UpcomingCall extends ServiceCall {
  readonly execution: number;
  readonly call: number;
  readonly functionName: string | null;
}

/** One run of the script. Runs may nest: a simulator starts another person's run from `beforeCall`. */
export interface Execution {
  readonly number: number;
  readonly user: string;
  startedAt(): number;
  /** Passes one service call; throws what Google would, or `KillSignal` once the execution is dead. */
  call<T>(call: ServiceCall, apply: () => Applied<T>): T;
  /** Charges the trip of google.script.run with its cold starts and stalls; the script itself starts after it. */
  chargeScriptRun(): void;
  /** Lets virtual time pass (sleep, waiting for a lock); dies when the time limit is reached. */
  wait(ms: number): void;
  /** Throws `KillSignal` when the execution is dead: for work that is no service call. */
  checkAlive(): void;
  /** Why it died, or null. */
  killed(): string | null;
  entries(): readonly TraceEntry[];
  totals(): CallTotals;
}

/** The one door through which every service call of the host passes. */
export interface Door {
  readonly clock: VirtualClock;
  startExecution(options: { readonly user: string; readonly functionName: string; readonly limitMs: number }): Execution;
  /** A call from outside any execution, e.g. a REST client's. A planned kill reads as an outage there: there is nothing to kill. */
  call<T>(call: ServiceCall, apply: () => Applied<T>): T;
  /** Replaces the plan; ordinals count from the next call. */
  planFaults(rules: readonly FaultRule[]): void;
  /** Called before every call takes effect, so that a simulator can slip in other people's edits or runs. Null removes it. */
  onBeforeCall(hook: ((call: UpcomingCall) => void) | null): void;
  entries(): readonly TraceEntry[];
  totals(): CallTotals;
  clearTrace(): void;
  state(): DoorState;
  /** Takes a saved state up again; a clock that is already further on stays there. */
  restore(state: DoorState): void;
}

/** Plain JSON. */
export interface DoorState {
  readonly now: number;
  readonly executions: number;
  readonly random: SeededRandomState;
}

export interface DoorOptions {
  readonly clock: VirtualClock;
  readonly seed: string | number;
  /** Google's limits unless told otherwise; `off` for bulk tests. */
  readonly sheetsQuota?: SheetsQuota | 'off';
  /** Entries of the trace to keep; all by default. */
  readonly traceLimit?: number;
}

/** Google's limit for one request of the Sheets API. */
const SHEETS_CALL_LIMIT_MS = 180_000;

export function createDoor(options: DoorOptions): Door {
  const { clock } = options;
  const random = createSeededRandom(options.seed);
  const trace = createTrace(options.traceLimit);
  const meter = createQuotaMeter(options.sheetsQuota ?? GOOGLE_SHEETS_QUOTA);
  let plan: FaultPlan = createFaultPlan([]);
  let beforeCall: ((call: UpcomingCall) => void) | null = null;
  let executions = 0;

  /** One call through all stages; `run` knows whose it is and how it dies. */
  const pass = <T>(run: Run, call: ServiceCall, apply: () => Applied<T>): T => {
    run.checkAlive();
    run.calls += 1;
    const ordinal = run.calls;
    const at = clock.now();
    const u = random.next();
    beforeCall?.({ ...call, execution: run.number, call: ordinal, functionName: run.functionName });
    const fault = plan.next(run.number, { functionName: run.functionName, ordinal, service: call.service, method: call.method });
    /** Puts the call on the clock and into the trace; true when it took longer than Google lets it. */
    const record = (wanted: string, cells: number, rows: number): boolean => {
      const cost = costOf({ service: call.service, method: call.method, cells, rows });
      const needed = Math.round(drawCost(cost, u)) + (fault?.kind === 'delay' ? fault.delayMs ?? 0 : 0);
      const timedOut = call.service === 'Sheets' && needed > SHEETS_CALL_LIMIT_MS;
      const ms = timedOut ? SHEETS_CALL_LIMIT_MS : needed;
      const outcome = timedOut ? 'timeout' : wanted;
      clock.advance(ms);
      const entry: TraceEntry = {
        service: call.service, method: call.method, cells, user: call.user, at: new Date(at).toISOString(),
        rows, write: call.write === true, execution: run.number, call: ordinal, ms, outcome,
      };
      trace.add(entry, cost);
      run.trace?.add(entry, cost);
      return timedOut;
    };
    const fail = (outcome: string, error: unknown): never => {
      record(outcome, 0, 0);
      run.checkAlive();
      throw error;
    };

    if (fault?.kind === 'kill-before') return fail('kill-before', run.kill(call.service));
    if (fault?.kind === 'error-before') return fail('error-before', outageError(call.service));
    if (fault?.kind === 'quota') return fail('quota', quotaError(call.service));
    let applied: Applied<T>;
    try {
      if (call.service === 'Sheets') meter.spend({ user: call.user, write: call.write === true, now: clock.now() });
      applied = apply();
    } catch (error) {
      const told = fault?.kind === 'localise' && error instanceof ApiError ? localisedError(error) : error;
      return fail(`error: ${messageOf(told)}`, told);
    }
    const outcome = fault === null || fault.kind === 'delay' || fault.kind === 'localise' ? 'ok' : fault.kind;
    const timedOut = record(outcome, applied.cells ?? call.cells ?? 0, applied.rows ?? call.rows ?? 0);
    if (fault?.kind === 'kill-after') throw run.kill(call.service);
    // assumed: a request that is cut off has taken effect, and reads like any outage.
    if (fault?.kind === 'error-after' || timedOut) throw outageError(call.service);
    run.checkAlive();
    return applied.result;
  };

  const outside: Run = {
    number: 0, functionName: null, calls: 0, trace: null,
    checkAlive: () => undefined,
    kill: (service) => outageError(service),
  };

  const startExecution = ({ user, functionName, limitMs }: { user: string; functionName: string; limitMs: number }): Execution => {
    executions += 1;
    let startedAt = clock.now();
    const ownTrace = createTrace();
    let signal: KillSignal | null = null;
    const checkAlive = (): void => {
      if (signal === null && clock.now() - startedAt > limitMs) signal = new KillSignal('Exceeded maximum execution time');
      if (signal !== null) throw signal;
    };
    const run: Run = {
      number: executions, functionName, calls: 0, trace: ownTrace, checkAlive,
      kill: () => (signal ??= new KillSignal('The execution was terminated.')),
    };
    return {
      number: run.number, user, checkAlive,
      startedAt: () => startedAt,
      call: (call, apply) => pass(run, call, apply),
      chargeScriptRun: () => {
        const stall = random.next() < RARE_STALL.probability ? RARE_STALL.from + random.next() * (RARE_STALL.to - RARE_STALL.from) : 0;
        const cold = random.next() < COLD_START.probability ? drawCost(COLD_START.cost, random.next()) : 0;
        const ms = Math.round(drawCost(SCRIPT_RUN_COST, random.next()) + stall + cold);
        clock.advance(ms);
        trace.addOverhead(SCRIPT_RUN_COST, ms);
        ownTrace.addOverhead(SCRIPT_RUN_COST, ms);
        startedAt = clock.now();
      },
      wait: (ms) => {
        checkAlive();
        const waited = Math.round(Math.min(Math.max(0, ms), startedAt + limitMs + 1 - clock.now()));
        clock.advance(waited);
        for (const sums of [trace, ownTrace]) sums.addOverhead({ lo: waited, mid: waited, hi: waited }, waited);
        checkAlive();
      },
      killed: () => signal?.reason ?? null,
      entries: ownTrace.entries,
      totals: ownTrace.totals,
    };
  };

  return {
    clock,
    startExecution,
    call: (call, apply) => pass(outside, call, apply),
    planFaults: (rules) => { plan = createFaultPlan(rules); outside.calls = 0; },
    onBeforeCall: (hook) => { beforeCall = hook; },
    entries: trace.entries,
    totals: trace.totals,
    clearTrace: trace.clear,
    state: () => ({ now: clock.now(), executions, random: random.state() }),
    restore: (state) => {
      clock.advanceTo(Math.max(state.now, clock.now()));
      executions = state.executions;
      random.restore(state.random);
    },
  };
}

/** The side of an execution that the door keeps to itself. */
interface Run {
  readonly number: number;
  readonly functionName: string | null;
  calls: number;
  readonly trace: Trace | null;
  checkAlive(): void;
  /** Marks the execution dead and returns what to throw. */
  kill(service: string): unknown;
}

function messageOf(error: unknown): string {
  if (error instanceof KillSignal) return error.reason;
  if (error instanceof ApiError) return `${error.code} ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
