import type { Touched } from './touched-cells';
import type { Shown } from '../wire/doors';

/** What happened after some position. `touched` is null when only a new snapshot tells. */
export interface FeedNews {
  readonly seq: number;
  readonly touched: Touched;
  readonly shown: readonly Shown[];
}

/** Numbers everything that a page must hear of. */
export interface ChangeFeed {
  seq(): number;
  changed(touched: Touched): void;
  /** Something to put on one person's screen. */
  show(user: string, shown: readonly Shown[]): void;
  /** News for one person, empty when there is none. */
  since(seq: number, user: string): FeedNews;
  /** Resolves when something new is noted, the time is over, or the signal is aborted. */
  wait(signal: AbortSignal, timeoutMs: number): Promise<void>;
}

interface FeedEvent {
  readonly seq: number;
  readonly touched: Touched;
  /** For one person only; null for a change of the workbook. */
  readonly shown: { readonly user: string; readonly things: readonly Shown[] } | null;
}

const KEPT_EVENTS = 500;

/** `start` must be greater than any position that pages still hold from an earlier start of the host. */
export function createChangeFeed(start: number): ChangeFeed {
  const events: FeedEvent[] = [];
  let last = start;
  let forgotten = start;
  let wake: (() => void)[] = [];
  const add = (event: Omit<FeedEvent, 'seq'>): void => {
    last += 1;
    events.push({ ...event, seq: last });
    if (events.length > KEPT_EVENTS) forgotten = events.shift()!.seq;
    wake.forEach((resolve) => resolve());
    wake = [];
  };
  return {
    seq: () => last,
    changed: (touched) => add({ touched, shown: null }),
    show: (user, things) => {
      if (things.length > 0) add({ touched: [], shown: { user, things } });
    },
    since: (seq, user) => {
      const news = events.filter((event) => event.seq > seq);
      const shown = news.flatMap((event) => (event.shown?.user === user ? event.shown.things : []));
      const isTold = seq >= forgotten && seq <= last && news.every((event) => event.touched !== null);
      return { seq: last, shown, touched: isTold ? news.flatMap((event) => event.touched ?? []) : null };
    },
    wait: (signal, timeoutMs) => new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(done, timeoutMs);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        wake = wake.filter((waiting) => waiting !== done);
        resolve();
      }
      signal.addEventListener('abort', done);
      wake.push(done);
    }),
  };
}
