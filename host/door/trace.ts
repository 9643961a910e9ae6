import { addCosts, NO_COST, type CostRange } from './latency';

/** One line of the service-call log. */
export interface TraceEntry {
  readonly service: string;
  readonly method: string;
  readonly cells: number;
  readonly user: string;
  /** UTC ISO instant at which the call began. */
  readonly at: string;
  readonly rows: number;
  readonly write: boolean;
  /** Number of the execution, 0 for a call from outside (a REST client). */
  readonly execution: number;
  /** Ordinal of the call within its execution, from 1. */
  readonly call: number;
  /** Virtual milliseconds it took. */
  readonly ms: number;
  /** `ok`, a fault's name, or `error: <Google's message>`. */
  readonly outcome: string;
}

/** Sums over the trace since it was last cleared. */
export interface CallTotals {
  readonly calls: number;
  /** Sheets API reads. */
  readonly reads: number;
  /** Sheets API writes. */
  readonly writes: number;
  readonly otherCalls: number;
  readonly cells: number;
  /** Modelled seconds: the three bounds, and what was drawn and put on the clock. */
  readonly modelSeconds: CostRange & { readonly drawn: number };
}

export interface Trace {
  add(entry: TraceEntry, cost: CostRange): void;
  /** Time that belongs to no service call: the trip of google.script.run itself. */
  addOverhead(cost: CostRange, drawnMs: number): void;
  entries(): readonly TraceEntry[];
  totals(): CallTotals;
  clear(): void;
}

/** `limit` bounds the entries kept (the oldest go first); the totals always cover all of them. */
export function createTrace(limit = Number.POSITIVE_INFINITY): Trace {
  let entries: TraceEntry[] = [];
  let counts = { reads: 0, writes: 0, otherCalls: 0, cells: 0 };
  let cost: CostRange = NO_COST;
  let drawnMs = 0;
  const addOverhead = (extra: CostRange, extraMs: number): void => {
    cost = addCosts(cost, extra);
    drawnMs += extraMs;
  };
  return {
    add: (entry, entryCost) => {
      entries.push(entry);
      if (entries.length > limit) entries = entries.slice(-Math.ceil(limit * 0.9));
      const kind = entry.service !== 'Sheets' ? 'otherCalls' : entry.write ? 'writes' : 'reads';
      counts = { ...counts, [kind]: counts[kind] + 1, cells: counts.cells + entry.cells };
      addOverhead(entryCost, entry.ms);
    },
    addOverhead,
    entries: () => entries,
    totals: () => ({
      ...counts,
      calls: counts.reads + counts.writes + counts.otherCalls,
      modelSeconds: { lo: inSeconds(cost.lo), mid: inSeconds(cost.mid), hi: inSeconds(cost.hi), drawn: inSeconds(drawnMs) },
    }),
    clear: () => {
      entries = [];
      counts = { reads: 0, writes: 0, otherCalls: 0, cells: 0 };
      cost = NO_COST;
      drawnMs = 0;
    },
  };
}

/** A trace as text, one JSON line a call: equal for equal seeds, byte for byte. */
export function traceText(entries: readonly TraceEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

function inSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}
