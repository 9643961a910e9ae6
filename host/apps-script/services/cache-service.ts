import type { CacheItem } from '../host-state';
import type { ServiceContext } from '../service-context';
import { ServiceError, serviceObject, type ServiceObject } from '../wire';
import { badArguments, objectArgument, textArgument } from './arguments';

const MAX_KEY_CHARACTERS = 250;
const MAX_VALUE_BYTES = 102_400;
const DEFAULT_TTL_SECONDS = 600;
const MAX_TTL_SECONDS = 21_600;
const MAX_ITEMS = 1000;
const EVICTED_AT_OVERFLOW = 101;

export function createCacheService(context: ServiceContext): ServiceObject {
  const cacheGetter = (name: string) => {
    const cache = cacheObject(context, name);
    return () => cache;
  };
  return serviceObject({
    type: 'CacheService',
    service: 'CacheService',
    members: {
      getDocumentCache: context.spreadsheetId === '' ? () => null : cacheGetter('document'),
      getScriptCache: cacheGetter('script'),
      getUserCache: cacheGetter(`user:${context.effectiveUser}`),
    },
  });
}

function cacheObject(context: ServiceContext, name: string): ServiceObject {
  const items = (): Record<string, CacheItem> => (context.state.cache[name] ??= {});
  const get = (key: string): string | null => {
    const item = Object.hasOwn(items(), key) ? items()[key]! : null;
    return item !== null && item.expiresAt > context.now() ? item.value : null;
  };
  /** assumed: overwriting counts as a new creation for the order of eviction. */
  const put = (key: string, value: string, seconds: number): void => {
    if (key.length > MAX_KEY_CHARACTERS) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(value, 'utf8') > MAX_VALUE_BYTES) throw new ServiceError('Argument too large: value');
    context.state.sequence += 1;
    const item: CacheItem = { value, sequence: context.state.sequence, expiresAt: context.now() + seconds * 1000 };
    Object.defineProperty(items(), key, { value: item, enumerable: true, configurable: true, writable: true }); // `__proto__` is a key like any other
    evict(items(), context.now());
    context.changed('cache');
  };
  const remove = (key: string): void => {
    delete items()[key];
    context.changed('cache');
  };
  const keysArgument = (args: readonly unknown[], method: string): readonly string[] => {
    const keys = args[0];
    if (!Array.isArray(keys)) throw badArguments(args, method);
    return keys.map(String);
  };
  return serviceObject({
    type: 'Cache',
    service: 'CacheService',
    members: {
      get: (...args) => get(textArgument(args, 0, 'CacheService.Cache.get')),
      getAll: (...args) => Object.fromEntries(keysArgument(args, 'CacheService.Cache.getAll').flatMap((key) => {
        const value = get(key);
        return value === null ? [] : [[key, value]];
      })),
      put: (...args) => {
        put(textArgument(args, 0, 'CacheService.Cache.put'), textArgument(args, 1, 'CacheService.Cache.put'), ttlSeconds(args[2]));
      },
      putAll: (...args) => {
        const values = Object.entries(objectArgument(args, 0, 'CacheService.Cache.putAll'));
        for (const [key, value] of values) put(key, String(value), ttlSeconds(args[1]));
      },
      remove: (...args) => { remove(textArgument(args, 0, 'CacheService.Cache.remove')); },
      removeAll: (...args) => { for (const key of keysArgument(args, 'CacheService.Cache.removeAll')) remove(key); },
    },
  });
}

/** assumed: a longer life than six hours is refused rather than shortened. */
function ttlSeconds(value: unknown): number {
  if (value === undefined || value === null) return DEFAULT_TTL_SECONDS;
  if (typeof value !== 'number' || value <= 0 || value > MAX_TTL_SECONDS) throw new ServiceError('Invalid argument: expirationInSeconds');
  return value;
}

/** assumed: expired items are dropped first; after that the oldest by creation go (poehnelt.com 2025-12, performance.md §1). */
function evict(items: Record<string, CacheItem>, now: number): void {
  if (Object.keys(items).length <= MAX_ITEMS) return;
  for (const [key, item] of Object.entries(items)) if (item.expiresAt <= now) delete items[key];
  const left = Object.entries(items);
  if (left.length <= MAX_ITEMS) return;
  left.sort(([, a], [, b]) => a.sequence - b.sequence);
  for (const [key] of left.slice(0, EVICTED_AT_OVERFLOW)) delete items[key];
}
