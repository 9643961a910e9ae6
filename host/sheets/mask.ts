import { badRequest, invalidArgument } from './errors';
import { DISCOVERY_FIELDS } from './schema/discovery-fields';

/** A compiled field mask: everything, or some fields, each with a mask of its own. */
export type Mask = '*' | ReadonlyMap<string, Mask>;

/** Compiles `a,b(c,d/e),f.g` and checks every name against a schema. */
export function parseMask(text: string, schema: string): Mask {
  const tokens = text.match(/[A-Za-z0-9_*]+|[(),./]|\S/g) ?? [];
  let position = 0;
  const mask = parseList();
  if (position < tokens.length) throw badMask(text);
  const stranger = findStranger(mask, schema, '');
  if (stranger !== null) throw badMask(stranger);
  return mask;

  function parseList(): Mask {
    const fields = new Map<string, Mask>();
    do {
      const name = tokens[position];
      if (name === undefined || !/^\w+$|^\*$/.test(name)) throw badMask(text);
      position += 1;
      fields.set(name, merged(fields.get(name), parseRest()));
    } while (tokens[position] === ',' && (position += 1) > 0);
    return fields.has('*') ? '*' : fields;
  }

  function parseRest(): Mask {
    const token = tokens[position];
    if (token === '.' || token === '/') {
      position += 1;
      const name = tokens[position];
      if (name === undefined || !/^\w+$|^\*$/.test(name)) throw badMask(text);
      position += 1;
      const rest = parseRest();
      return name === '*' ? '*' : new Map([[name, rest]]);
    }
    if (token !== '(') return '*';
    position += 1;
    const list = parseList();
    if (tokens[position] !== ')') throw badMask(text);
    position += 1;
    return list;
  }
}

/** The mask of an update request's `fields`, which is mandatory there. */
export function parseUpdateMask(text: string | undefined, schema: string): Mask {
  if (text === undefined || text.trim() === '') throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return parseMask(text, schema);
}

/** The mask below one field, or null where the field is not wanted. */
export function below(mask: Mask | null, field: string): Mask | null {
  if (mask === null || mask === '*') return mask;
  return mask.get(field) ?? null;
}

/** The part of a small JSON value that a mask wants. Large grids never come here: they are built to the mask. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === '*' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const picked: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const wanted = below(mask, name);
    if (wanted !== null) picked[name] = project(item, wanted);
  }
  return picked;
}

/** `current` with the masked fields taken from `patch`; a field that is masked but absent is reset. `*` replaces everything. */
export function patched<T extends object>(current: T, patch: T, mask: Mask): T {
  return patchedValue(current, patch, mask) as T;
}

function patchedValue(current: unknown, patch: unknown, mask: Mask): unknown {
  if (mask === '*') return patch;
  const result: Record<string, unknown> = { ...asRecord(current) };
  for (const [name, inner] of mask) {
    const value = patchedValue(result[name], asRecord(patch)[name], inner);
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return Object.keys(result).length === 0 && current === undefined ? undefined : result;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
}

function merged(left: Mask | undefined, right: Mask): Mask {
  if (left === undefined) return right;
  if (left === '*' || right === '*') return '*';
  const both = new Map(left);
  for (const [name, mask] of right) both.set(name, merged(both.get(name), mask));
  return both;
}

function findStranger(mask: Mask, type: string, path: string): string | null {
  if (mask === '*' || type.startsWith('{}')) return null;
  const fields = DISCOVERY_FIELDS[type.replace(/^(\[\])+/, '')];
  for (const [name, inner] of mask) {
    const field = fields?.[name];
    const here = path === '' ? name : `${path}.${name}`;
    if (field === undefined) return here;
    const stranger = findStranger(inner, field, here);
    if (stranger !== null) return stranger;
  }
  return null;
}

function badMask(path: string): Error {
  return badRequest('Request contains an invalid argument.', [
    { field: path, description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.` },
  ]);
}
