/** Text kept beyond the sidebar's life where the browser allows it, and for as long as it is open where not. */
export interface KeyValueStore {
  get(key: string): string | null;
  set(key: string, text: string): void;
  remove(key: string): void;
  keys(): readonly string[];
  /** False once the browser has refused: what is kept then is gone when the sidebar closes. */
  readonly isLasting: boolean;
}

/** The part of `localStorage` that is used. */
export interface BrowserStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** @param open gives the browser's storage; it may throw, as browsers do where a page in a frame may store nothing */
export function createKeyValueStore(open: () => BrowserStorage): KeyValueStore {
  const memory = new Map<string, string>();
  const storage = attempt<BrowserStorage | null>(open, null);
  let isLasting = storage !== null;

  return {
    get isLasting() { return isLasting; },
    get: (key) => memory.get(key) ?? attempt(() => storage?.getItem(key) ?? null, null),
    set(key, text) {
      const stored = attempt(() => { storage?.setItem(key, text); return storage !== null; }, false);
      if (stored) memory.delete(key);
      else memory.set(key, text);
      isLasting = stored;
    },
    remove(key) {
      memory.delete(key);
      attempt(() => storage?.removeItem(key), undefined);
    },
    keys() {
      const lasting = attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? ''), []);
      return [...new Set([...memory.keys(), ...lasting])];
    },
  };
}

/** Refusal to store is an expected answer of browsers, told to people by `isLasting`. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
