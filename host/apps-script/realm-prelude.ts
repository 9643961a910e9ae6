/** What the realm gets from the host: four functions over primitives, kept in closures that no script can reach. */
export interface RealmPorts {
  /** Calls a member of a service object; takes and returns text (wire.ts). Never throws. */
  readonly bridge: (handle: number, member: string, argsText: string) => string;
  readonly log: (source: string, text: string) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** What the host may ask of the realm. `fn` is a function of the script. */
export interface RealmControls {
  /** Defines a global from tagged text. */
  readonly define: (name: string, text: string) => void;
  /** Defines a service of which nothing is emulated: calling anything in it throws by name. */
  readonly defineUnknown: (name: string) => void;
  /** Calls `fn` and returns its result as google.script.run copies it (rpc.ts): `v<JSON>`, `n` for null, `e<JSON>` for an error. */
  readonly invoke: (fn: unknown, argsText: string) => string;
  /** Describes what loading threw, in the same form as `invoke`. */
  readonly describe: (error: unknown) => string;
}

/**
 * Runs inside the realm: its source text is evaluated there, so it may use nothing from outside its own body.
 * It replaces the clock and chance, and makes every service object, array, Date and error in the realm itself.
 */
export function realmPrelude(hostPorts: RealmPorts, tag: string): RealmControls {
  const ports: RealmPorts = { bridge: shielded(hostPorts.bridge), log: shielded(hostPorts.log), now: shielded(hostPorts.now), random: shielded(hostPorts.random) };
  const realm = globalThis as Record<string, unknown>;
  const { parse, stringify } = JSON;
  const handleOf = new WeakMap<object, { tag: string; handle?: number; set?: string; name?: string }>();
  const objects = new Map<number, object>();
  const enums = new Map<string, object>();
  const NativeDate = Date;
  replaceClockAndChance();
  defineLogs();

  /** The one thing that can escape a port is a stack overflow inside it, and that error would be the host's own. */
  function shielded<A extends unknown[], R>(port: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      try {
        return port(...args);
      } catch {
        throw new RangeError('Maximum call stack size exceeded');
      }
    };
  }

  function replaceClockAndChance(): void {
    const RealmDate = function (this: unknown, ...args: unknown[]): unknown {
      if (new.target === undefined) return new NativeDate(ports.now()).toString();
      return Reflect.construct(NativeDate, args.length === 0 ? [ports.now()] : args, new.target);
    };
    Object.defineProperty(RealmDate, 'name', { value: 'Date' });
    Object.defineProperty(RealmDate, 'length', { value: 7 });
    RealmDate.prototype = NativeDate.prototype;
    Object.defineProperty(NativeDate.prototype, 'constructor', { value: RealmDate, writable: true, configurable: true });
    const statics = { now: () => ports.now(), parse: NativeDate.parse, UTC: NativeDate.UTC };
    for (const [key, value] of Object.entries(statics)) Object.defineProperty(RealmDate, key, { value, writable: true, configurable: true });
    Object.defineProperty(realm, 'Date', { value: RealmDate, writable: true, configurable: true });
    Math.random = () => ports.random();
    const formats = Intl.DateTimeFormat.prototype;
    const nativeFormat = Object.getOwnPropertyDescriptor(formats, 'format')!.get!;
    const nativeParts = formats.formatToParts;
    Object.defineProperty(formats, 'format', {
      configurable: true,
      get(this: Intl.DateTimeFormat) {
        const format = nativeFormat.call(this) as (at: unknown) => string;
        return (at?: unknown) => format(at === undefined ? ports.now() : at);
      },
    });
    formats.formatToParts = function (at) { return nativeParts.call(this, at === undefined ? ports.now() : at); };
  }

  function defineLogs(): void {
    const shown = (value: unknown): string => {
      if (typeof value === 'string') return value;
      if (value instanceof Error) return value.stack ?? String(value);
      try {
        return typeof value === 'object' && value !== null ? stringify(value) : String(value);
      } catch {
        return Object.prototype.toString.call(value);
      }
    };
    const line = (args: unknown[]): string => args.map(shown).join(' ');
    const levels = ['log', 'info', 'warn', 'error', 'debug', 'time', 'timeEnd'];
    realm['console'] = Object.fromEntries(levels.map((level) => [level, (...args: unknown[]) => { ports.log(`console.${level}`, line(args)); }]));
    const logged: string[] = [];
    const logger = {
      log: (format: unknown, ...args: unknown[]) => {
        const text = typeof format === 'string' && args.length > 0
          ? format.replace(/%[sdifoj]/g, (mark) => (args.length > 0 ? shown(args.shift()) : mark)) : shown(format);
        logged.push(text);
        ports.log('Logger.log', text);
        return logger;
      },
      getLog: () => logged.join('\n'),
      clear: () => { logged.length = 0; },
    };
    realm['Logger'] = logger;
  }

  /** Something a script may hold and pass about, but not call: the call names what is missing. */
  function unknownMember(path: string): unknown {
    return new Proxy(function () { /* called through the trap */ }, {
      get: (_target, key) => (typeof key === 'symbol' || key === 'then' || key === 'toJSON' ? undefined : key === 'prototype' ? _target.prototype as unknown : unknownMember(`${path}.${key}`)),
      apply: () => { throw named('NotEmulated', `Not emulated: ${path}`); },
      construct: () => { throw named('NotEmulated', `Not emulated: ${path}`); },
    });
  }

  function named(name: string, message: string, details?: unknown): Error {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
    if (details !== undefined) (error as Error & { details?: unknown }).details = details;
    return error;
  }

  function revive(_key: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !(tag in value)) return value;
    const item = value as Record<string, unknown>;
    if (item[tag] === 'date') return new NativeDate(item['at'] as number);
    if (item[tag] === 'enum') return enumValue(item['set'] as string, item['name'] as string);
    return serviceObject(item as unknown as ServiceDescription);
  }

  function enumValue(set: string, name: string): object {
    const known = enums.get(`${set}.${name}`);
    if (known !== undefined) return known;
    const value = { toString: () => name, name: () => name, toJSON: () => name, compareTo: (other: unknown) => (String(other) === name ? 0 : 1) };
    Object.freeze(value);
    enums.set(`${set}.${name}`, value);
    handleOf.set(value, { tag: 'enum', set, name });
    return value;
  }

  interface ServiceDescription { handle: number; type: string; plain: boolean; members: string[]; values: Record<string, unknown> }

  function serviceObject(item: ServiceDescription): object {
    const known = objects.get(item.handle);
    if (known !== undefined) return known;
    const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const member of item.members) members[member] = (...args: unknown[]) => receive(ports.bridge(item.handle, member, item.plain ? stringify(args) : encode(args)));
    Object.assign(members, item.values);
    members['toString'] ??= () => item.type;
    const proxy = new Proxy(members, {
      get: (_target, key) => {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key === 'constructor') return undefined;
        return key in members ? members[key] : unknownMember(`${item.type}.${key}`);
      },
      ownKeys: () => [],
      set: () => false,
      defineProperty: () => false,
      getOwnPropertyDescriptor: () => undefined,
    });
    objects.set(item.handle, proxy);
    handleOf.set(proxy, { tag: 'object', handle: item.handle });
    return proxy;
  }

  function encode(args: unknown[]): string {
    const replace = function (this: Record<string, unknown>, key: string, value: unknown): unknown {
      const original = this[key];
      if (original instanceof NativeDate) return { [tag]: 'date', at: original.getTime() };
      if (value === undefined) return { [tag]: 'undefined' };
      if (typeof original === 'function') throw named('Exception', 'Cannot convert a function to a service argument.');
      const handle = typeof original === 'object' && original !== null ? handleOf.get(original) : undefined;
      return handle === undefined ? value : { ...handle, [tag]: handle.tag };
    };
    const unset = new Set<unknown>(args.filter((item) => item === undefined));
    return unset.size === 0 && args.every((item) => typeof item !== 'object' && typeof item !== 'function') ? stringify(args) : stringify(args, replace);
  }

  function receive(text: string): unknown {
    switch (text[0]) {
      case 'u': return undefined;
      case 'j': return parse(text.slice(1));
      case 't': return parse(text.slice(1), revive);
      case 'k': throw Object.freeze({ toString: () => text.slice(1) });
      default: {
        const { name, message, details } = parse(text.slice(1)) as { name: string; message: string; details?: unknown };
        throw named(name, message, details);
      }
    }
  }

  /** The contract of google.script.run for results: see rpc.ts. */
  function copyOut(value: unknown): string {
    if (typeof value === 'string') return `v${stringify(value)}`;
    const path = new Set<object>();
    let holdsDate = false;
    const walk = (item: unknown): void => {
      if (typeof item === 'function' || typeof item === 'symbol' || typeof item === 'bigint') throw named('ScriptError', `The script returned a value of type ${typeof item}, which cannot be sent to the page.`);
      if (typeof item !== 'object' || item === null) return;
      if (item instanceof NativeDate) holdsDate = true;
      else {
        if (path.has(item)) throw named('ScriptError', 'The script returned a circular structure, which cannot be sent to the page.');
        path.add(item);
        for (const key of Object.keys(item)) walk((item as Record<string, unknown>)[key]);
        path.delete(item);
      }
    };
    walk(value);
    if (holdsDate || value === undefined) return 'n';
    return `v${stringify(value)}`;
  }

  function describe(error: unknown): string {
    if (error instanceof Error) {
      const details = (error as Error & { details?: unknown }).details;
      return `e${stringify({ name: error.name, message: error.message, stack: String(error.stack), details })}`;
    }
    return `e${stringify({ name: 'Error', message: String(error) })}`;
  }

  return {
    define: (name, text) => { Object.defineProperty(realm, name, { value: receive(text), writable: true, configurable: true, enumerable: false }); },
    defineUnknown: (name) => { Object.defineProperty(realm, name, { value: unknownMember(name), writable: true, configurable: true, enumerable: false }); },
    invoke: (fn, argsText) => {
      try {
        return copyOut((fn as (...args: unknown[]) => unknown)(...(parse(argsText, revive) as unknown[])));
      } catch (error) {
        return describe(error);
      }
    },
    describe,
  };
}
