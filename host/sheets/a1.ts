import type { GridRange } from './schema/api';
import type { Area } from './store/area';

/** Sides of a range in A1 notation; a missing side is open. */
export interface A1Sides {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + (rest - 1) % 26) + name;
  return name;
}

/** Null past ZZZ, the last column that Google can address. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Splits `'It''s'!A1` into title and cells; without `!` there is no title. `quoted` tells a forced tab name from a bare word. */
export function splitSheetName(text: string): { readonly title: string | null; readonly cells: string | null; readonly quoted: boolean } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted !== null) return { title: (quoted[1] ?? '').replace(/''/g, "'"), cells: quoted[2] ?? null, quoted: true };
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { title: null, cells: text, quoted: false };
  return { title: text.slice(0, bang), cells: text.slice(bang + 1), quoted: false };
}

/** Parses the part behind the tab: `A1`, `A1:B2`, `A:B`, `2:3`, `A2:B`; corners may come in any order. Null when it is none of these. */
export function parseCells(text: string): A1Sides | null {
  const corners = text.split(':').map(parseCorner);
  const [first, second = first] = corners;
  if (corners.length > 2 || first == null || second == null) return null;
  if (corners.length === 1 && (first.row === undefined || first.column === undefined)) return null;
  const rows = sides(first.row, second.row);
  const columns = sides(first.column, second.column);
  if (rows.start === undefined && columns.start === undefined) return null;
  return {
    ...(rows.start !== undefined && { startRowIndex: rows.start }), ...(rows.end !== undefined && { endRowIndex: rows.end }),
    ...(columns.start !== undefined && { startColumnIndex: columns.start }), ...(columns.end !== undefined && { endColumnIndex: columns.end }),
  };
}

/** `'My tab'!A1:B2`, quoted as Google does it; one cell is `A1`. */
export function formatArea(title: string, area: Area): string {
  const first = `${columnName(area.left)}${area.top + 1}`;
  const last = `${columnName(area.right - 1)}${area.bottom}`;
  return `${quoteTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}

/** The same for a range with open sides, as in error texts: `T!A1001:B`. */
export function formatRange(title: string, range: GridRange): string {
  const corner = (column: number | undefined, row: number | undefined): string => `${column === undefined ? '' : columnName(column)}${row ?? ''}`;
  const startRow = range.startRowIndex === undefined ? undefined : range.startRowIndex + 1;
  const endColumn = range.endColumnIndex === undefined ? undefined : range.endColumnIndex - 1;
  const first = corner(range.startColumnIndex ?? (endColumn === undefined ? undefined : 0), startRow ?? (range.endRowIndex === undefined ? undefined : 1));
  const last = corner(endColumn, range.endRowIndex);
  if (first === '' && last === '') return quoteTitle(title);
  return `${quoteTitle(title)}!${first === last && /\d/.test(first) && /[A-Z]/.test(first) ? first : `${first}:${last}`}`;
}

/** Titles that look like a cell, a number or R1C1, or hold anything but ASCII letters, digits, `_` and `.`, are quoted. */
export function quoteTitle(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) && !/^R\d*C\d*$/i.test(title);
  return plain ? title : `'${title.replace(/'/g, "''")}'`;
}

function parseCorner(text: string): { readonly row?: number; readonly column?: number } | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,8})?$/.exec(text.trim());
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  const column = match[1] === undefined ? null : columnIndex(match[1]);
  return { ...(column !== null && { column }), ...(match[2] !== undefined && { row: Number(match[2]) - 1 }) };
}

/** `A2:B` opens downwards, `A5:A` and `A:A5` mean the same. */
function sides(first: number | undefined, second: number | undefined): { readonly start?: number; readonly end?: number } {
  if (first === undefined && second === undefined) return {};
  if (first === undefined || second === undefined) return { start: first ?? second ?? 0 };
  return { start: Math.min(first, second), end: Math.max(first, second) + 1 };
}
