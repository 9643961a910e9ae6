/** Keeps the search index current: pages after the first paint, then what has changed, while somebody is looking. */
import type { MethodData } from '../src/contract/methods';
import type { Rpc } from './rpc';
import { SearchIndex } from './search-index';

export type IndexState = 'loading' | 'ready' | 'failed';

export interface IndexSync {
  readonly index: SearchIndex;
  readonly state: IndexState;
  /** Loads from the beginning, unless a load is under way. */
  load(seq: number): Promise<void>;
  /** Fetches what has changed since the last time. */
  refresh(): Promise<void>;
  /** Called whenever results may differ. Gives the way to unsubscribe. */
  onChange(listener: () => void): () => void;
}

/** Runs the work when the browser has nothing better to do; `isTimeUp` says when to give way again. */
export type WhenIdle = (work: (isTimeUp: () => boolean) => void) => void;

export function createIndexSync(rpc: Rpc, whenIdle: WhenIdle): IndexSync {
  let index = new SearchIndex();
  let state: IndexState = 'loading';
  let loadedFrom: number | null = null;
  let seq = 0;
  let isLoading = false;
  let refreshing: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  async function load(fromSeq: number): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    const fresh = new SearchIndex();
    // The first load is searchable as it grows; a reload takes over when it is whole.
    if (index.size === 0) index = fresh;
    enter('loading');
    const isWhole = await loadPages(fresh);
    isLoading = false;
    if (!isWhole) return enter('failed');
    index = fresh;
    seq = fromSeq;
    loadedFrom = fromSeq;
    enter('ready');
    await refresh();
  }

  async function loadPages(fresh: SearchIndex): Promise<boolean> {
    let next: string | null | undefined;
    while (next !== null) {
      const page = await rpc.call('index.page', next === undefined ? {} : { next });
      if (!page.ok) return false;
      fresh.addPage(page.data.entries);
      prepareWhenIdle(fresh);
      next = page.data.next;
      tell();
    }
    return true;
  }

  function prepareWhenIdle(fresh: SearchIndex): void {
    whenIdle((isTimeUp) => {
      fresh.prepare(isTimeUp);
      if (fresh.isPrepared) tell();
      else prepareWhenIdle(fresh);
    });
  }

  /** One at a time: a second wish waits for the first and asks again, because it may know of a newer save. */
  async function refresh(): Promise<void> {
    while (refreshing !== null) await refreshing;
    if (state !== 'ready') return;
    refreshing = fetchDelta().finally(() => { refreshing = null; });
    await refreshing;
  }

  async function fetchDelta(): Promise<void> {
    const delta = await rpc.call('index.delta', { sinceSeq: seq });
    if (delta.ok) await take(delta.data);
  }

  async function take(delta: MethodData['index.delta']): Promise<void> {
    if (delta.reload) {
      // An archive that asks to reload what was just loaded has nothing newer to give.
      if (delta.seq !== loadedFrom) void load(delta.seq);
      return;
    }
    seq = delta.seq;
    if (delta.entries.length === 0) return;
    index.applyDelta(delta.entries);
    tell();
  }

  function enter(next: IndexState): void {
    state = next;
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  return {
    get index() { return index; },
    get state() { return state; },
    load,
    refresh,
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
