import type { LoopbackRequest } from './loopback';

/** A request that says too little or the wrong thing; answered with 400 and its message. */
export class BadInput extends Error {}

/** Somebody without access to the file; answered with 403. */
export class NoAccess extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** The JSON object of a POST, or the query of a GET. */
export function fieldsOf({ method, body, query }: LoopbackRequest): Fields {
  if (method === 'GET') return Object.fromEntries(query);
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(`The body is no JSON: ${error.message}`);
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadInput('The body must be a JSON object.');
  return value as Fields;
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw new BadInput(`"${name}" must be text.`);
  return value;
}

/** A whole number that is not negative. */
export function countIn(fields: Fields, name: string): number {
  const value = typeof fields[name] === 'string' && /^\d{1,16}$/.test(fields[name]) ? Number(fields[name]) : fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new BadInput(`"${name}" must be a whole number from 0.`);
  return value;
}

export function flagIn(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'boolean') throw new BadInput(`"${name}" must be true or false.`);
  return value === true;
}

/** Rows of what was typed; numbers and booleans are taken as their text. Every row has at least one cell. */
export function typedRowsIn(fields: Fields, name: string): readonly (readonly string[])[] {
  const rows = fields[name];
  const isCell = (cell: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof cell);
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length > 0 && row.every(isCell))) {
    throw new BadInput(`"${name}" must be rows of typed text, as in [["a","b"],["c","d"]].`);
  }
  return (rows as readonly (readonly unknown[])[]).map((row) => row.map(String));
}

/** An instant as ISO text with a zone, as a date (midnight UTC), or as epoch milliseconds. */
export function instantIn(fields: Fields, name: string): number {
  const value = fields[name];
  const isIso = typeof value === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value);
  const instant = isIso ? Date.parse(value) : value;
  if (typeof instant !== 'number' || !Number.isFinite(instant)) throw new BadInput(`"${name}" must be an instant such as 2026-03-01T09:00:00Z, or epoch milliseconds.`);
  return instant;
}
