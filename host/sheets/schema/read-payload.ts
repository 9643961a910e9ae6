import { badRequest } from '../errors';
import { DISCOVERY_FIELDS } from './discovery-fields';

interface Violation { readonly field: string; readonly description: string }

/**
 * Copies a request body while checking it against Google's schema: unknown names and wrong types are refused as Google words it,
 * nulls are dropped (absent), numbers in strings become numbers. The copy shares nothing with the caller's object.
 */
export function readPayload(schema: string, value: unknown, path: string): unknown {
  const violations: Violation[] = [];
  const copy = read(schema, value, path, violations);
  if (violations.length > 0) throw badRequest(violations.map((violation) => violation.description).join('\n'), violations);
  return copy;
}

function read(type: string, value: unknown, path: string, violations: Violation[]): unknown {
  switch (type) {
    case 'string': return typeof value === 'string' ? value : wrong('TYPE_STRING');
    case 'boolean': return typeof value === 'boolean' ? value : wrong('TYPE_BOOL');
    case 'integer': return readNumber(value, (number) => Number.isInteger(number) && Math.abs(number) <= 2 ** 31) ?? wrong('TYPE_INT32');
    case 'number': return readNumber(value, Number.isFinite) ?? wrong('TYPE_DOUBLE');
    case 'any': return value;
  }
  if (type.startsWith('enum:')) return typeof value === 'string' && type.slice(5).split('|').includes(value) ? value : wrong('enum');
  if (type.startsWith('[]')) return Array.isArray(value) ? value.map((item, index) => readItem(item, index)) : wrong('list');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(type);
  const copy: Record<string, unknown> = {};
  if (type.startsWith('{}')) {
    for (const [name, item] of Object.entries(value)) copy[name] = read(type.slice(2), item, `${path}.${name}`, violations);
    return copy;
  }
  readFields(DISCOVERY_FIELDS[type] ?? {}, value, copy);
  return copy;

  function readItem(item: unknown, index: number): unknown {
    if (type === '[]any') return item;
    if (type === '[]array' || type === '[][]any') return Array.isArray(item) ? [...(item as unknown[])] : wrong('list');
    return read(type.slice(2), item, `${path}[${index}]`, violations);
  }

  function readFields(fields: Readonly<Record<string, string>>, source: object, target: Record<string, unknown>): void {
    for (const [name, item] of Object.entries(source) as [string, unknown][]) {
      if (item === null || item === undefined) continue;
      const field = fields[name];
      if (field === undefined) violations.push({ field: path, description: `Invalid JSON payload received. Unknown name "${name}"${path === '' ? '' : ` at '${path}'`}: Cannot find field.` });
      else target[name] = read(field, item, path === '' ? snake(name) : `${path}.${snake(name)}`, violations);
    }
  }

  function wrong(expected: string): undefined {
    violations.push({ field: path, description: `Invalid value at '${path}' (${expected}), ${JSON.stringify(value) ?? String(value)}` });
    return undefined;
  }
}

function readNumber(value: unknown, accepts: (number: number) => boolean): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && accepts(number) ? number : undefined;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
