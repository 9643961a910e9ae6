/** What a piece of work costs in service calls, by the host's door. */
import type { CostRange } from '../../host/door/latency';
import type { TraceEntry } from '../../host/door/trace';
import type { ArchiveHost, Counted } from '../support/archive-host';

export interface Measured extends Counted {
  /** By the latency model; the trip of google.script.run is in it. */
  readonly modelSeconds: CostRange;
}

export type { Counted };

/** A measurement with the calls behind it, for whoever asks why. */
export interface Traced extends Measured {
  readonly calls: readonly TraceEntry[];
}

export function measure(host: ArchiveHost, work: () => unknown): Traced {
  const { door } = host;
  const before = door.totals();
  const known = door.entries().length;
  work();
  const after = door.totals();
  const seconds = (bound: keyof CostRange): number => Math.round((after.modelSeconds[bound] - before.modelSeconds[bound]) * 1000) / 1000;
  return {
    reads: after.reads - before.reads, writes: after.writes - before.writes,
    otherCalls: after.otherCalls - before.otherCalls, cells: after.cells - before.cells,
    modelSeconds: { lo: seconds('lo'), mid: seconds('mid'), hi: seconds('hi') },
    calls: door.entries().slice(known),
  };
}

/** Cells that the Sheets reads of a measurement brought. */
export function cellsRead({ calls }: Traced): number {
  return calls.filter(({ service, write }) => service === 'Sheets' && !write).reduce((sum, { cells }) => sum + cells, 0);
}

/** One call a line. */
export function traceLines({ calls }: Traced): string {
  return calls.map(({ service, method, cells, outcome }) => `${service}.${method} ${cells} cells ${outcome}`).join('\n');
}
