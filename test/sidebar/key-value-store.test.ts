import { createKeyValueStore, type BrowserStorage } from '../../sidebar/key-value-store';

function aStorage({ refusesWriting = false } = {}): BrowserStorage {
  const texts = new Map<string, string>();
  return {
    get length() { return texts.size; },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, text) {
      if (refusesWriting) throw new Error('QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key) => { texts.delete(key); },
  };
}

const stores = [
  ['a browser that stores', () => aStorage(), true],
  ['a browser that throws on access', () => { throw new Error('SecurityError'); }, false],
  ['a browser whose storage is full', () => aStorage({ refusesWriting: true }), false],
] as const;

test.each(stores)('in %s a text is kept, listed and removed', (_name, open, isLasting) => {
  const store = createKeyValueStore(open);

  store.set('a', 'one');

  expect(store.get('a')).toBe('one');
  expect(store.keys()).toEqual(['a']);
  expect(store.isLasting).toBe(isLasting);
  store.remove('a');
  expect(store.get('a')).toBeNull();
  expect(store.keys()).toEqual([]);
});

test('a later store over the same browser finds the text again', () => {
  const storage = aStorage();
  createKeyValueStore(() => storage).set('a', 'one');

  expect(createKeyValueStore(() => storage).get('a')).toBe('one');
});
