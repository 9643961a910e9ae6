/** The customers this person opened last, newest first. */
import type { Hit } from './search-index';
import type { KeyValueStore } from './key-value-store';

export type RecentCustomer = Pick<Hit, 'id' | 'row' | 'name' | 'company'>;

export interface RecentStore {
  list(): readonly RecentCustomer[];
  add(customer: RecentCustomer): void;
}

const KEPT = 8;

export function createRecentStore(store: KeyValueStore, person: string): RecentStore {
  const key = `guidang:recent:${person}`;
  const list = (): readonly RecentCustomer[] => readList(store.get(key));
  return {
    list,
    add({ id, row, name, company }) {
      const others = list().filter((one) => one.id !== id);
      store.set(key, JSON.stringify([{ id, row, name, company }, ...others].slice(0, KEPT)));
    },
  };
}

function readList(text: string | null): readonly RecentCustomer[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? (list as RecentCustomer[]).filter((one) => typeof one?.id === 'string' && typeof one.name === 'string') : [];
  } catch {
    return [];
  }
}
