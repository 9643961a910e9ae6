/**
 * How values cross between host and realm: as text only, so that nothing of Node's can be reached from a script and
 * everything a script holds was made in its own realm. A tagged object carries what JSON lacks.
 */
export const TAG = '\u0000';

/** A value of one of Google's enums; inside the realm an object whose toString is its name. */
export class EnumValue {
  constructor(readonly set: string, readonly name: string) {}
}

/** JSON text that the realm parses as it stands: the quick way for big answers of the Sheets API. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** A method of a service object. Arguments and result are host values; undefined results stay undefined. */
export type Member = (...args: readonly unknown[]) => unknown;

/** A service, or an object that a service hands out. Unknown members throw `Not emulated: <type>.<member>` when called. */
export interface ServiceObject {
  /** Google's name of the class, used in messages. */
  readonly type: string;
  /** Set when calls of its members pass the door, under this service name; otherwise it lives in the script's memory. */
  readonly service?: string;
  /** Arguments are plain JSON (the Sheets API): no tags are looked for, which is what makes large bodies quick. */
  readonly plain?: boolean;
  readonly members: Readonly<Record<string, Member>>;
  /** Plain properties: nested services, enums' tables, constants. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What a service throws on purpose, with Google's words; `name` is what the script sees as the error's name. */
export class ServiceError extends Error {
  constructor(message: string, override readonly name: string = 'Exception', readonly details?: unknown) {
    super(message);
  }
}

export function notEmulated(what: string): ServiceError {
  return new ServiceError(`Not emulated: ${what}`, 'NotEmulated');
}

const SERVICE_OBJECTS = new WeakSet<object>();

export function serviceObject(definition: ServiceObject): ServiceObject {
  SERVICE_OBJECTS.add(definition);
  return definition;
}

export function isServiceObject(value: unknown): value is ServiceObject {
  return typeof value === 'object' && value !== null && SERVICE_OBJECTS.has(value);
}

/** Numbers for the service objects of one execution, so that a script's object can name its host side. */
export interface HandleTable {
  numberOf(object: ServiceObject): number;
  find(handle: number): ServiceObject;
}

export function createHandleTable(): HandleTable {
  const objects: ServiceObject[] = [];
  const numbers = new Map<ServiceObject, number>();
  return {
    numberOf: (object) => {
      const known = numbers.get(object);
      if (known !== undefined) return known;
      numbers.set(object, objects.length);
      objects.push(object);
      return objects.length - 1;
    },
    find: (handle) => {
      const object = objects[handle];
      if (object === undefined) throw new RangeError(`No service object ${handle}.`);
      return object;
    },
  };
}

/** Host value → text. The first character tells the realm how to read it: `u` undefined, `j` plain JSON, `t` tagged JSON. */
export function encodeForRealm(value: unknown, handles: HandleTable): string {
  if (value === undefined) return 'u';
  if (value instanceof RawJson) return `j${value.text}`;
  return `t${JSON.stringify(tagged(value, handles))}`;
}

/** Text from the realm → host value. */
export function decodeFromRealm(text: string, handles: HandleTable): readonly unknown[] {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(TAG in value)) return value;
    const tag = value as Readonly<Record<string, unknown>>;
    switch (tag[TAG]) {
      case 'date': return new Date(tag['at'] === null ? Number.NaN : Number(tag['at']));
      case 'object': return handles.find(Number(tag['handle']));
      case 'enum': return new EnumValue(String(tag['set']), String(tag['name']));
      case 'undefined': return undefined;
      default: throw new TypeError(`Unknown tag ${String(tag[TAG])}.`);
    }
  }) as readonly unknown[];
}

function tagged(value: unknown, handles: HandleTable): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { [TAG]: 'date', at: value.getTime() };
  if (value instanceof EnumValue) return { [TAG]: 'enum', set: value.set, name: value.name };
  if (isServiceObject(value)) {
    return {
      [TAG]: 'object', handle: handles.numberOf(value), type: value.type, plain: value.plain === true, members: Object.keys(value.members),
      values: tagged(value.values ?? {}, handles),
    };
  }
  if (Array.isArray(value)) return value.map((item) => tagged(item, handles));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tagged(item, handles)]));
}
