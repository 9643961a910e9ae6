import type { Area } from './area';
import type { Transaction } from './transaction';
import type { Cell, Sheet } from './workbook';

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? null;
}

export function setCell(tx: Transaction, sheet: Sheet, position: { readonly row: number; readonly column: number }, value: Cell): void {
  if (value === null && cellAt(sheet, position.row, position.column) === null) return;
  const cells = rowForWrite(tx, sheet, position.row);
  while (cells.length < position.column) cells.push(null);
  cells[position.column] = value;
}

export function clearCells(tx: Transaction, sheet: Sheet, area: Area): void {
  const bottom = Math.min(area.bottom, sheet.rows.length);
  for (let row = area.top; row < bottom; row += 1) {
    const right = Math.min(area.right, sheet.rows[row]?.length ?? 0);
    if (area.left < right) rowForWrite(tx, sheet, row).fill(null, area.left, right);
  }
}

/** Number of the first row after all rows that hold a value; formats and rules alone do not count. */
export function rowAfterData(sheet: Sheet): number {
  for (let row = sheet.rows.length - 1; row >= 0; row -= 1) {
    if (sheet.rows[row]?.some((cell) => cell !== null) === true) return row + 1;
  }
  return 0;
}

/** Lays plain rows into a tab that nobody watches: no transaction, no checks. The arrays are copied; empty text is a blank cell. */
export function loadRows(sheet: Sheet, startRow: number, rows: readonly (readonly Cell[])[]): void {
  padRows(sheet, startRow);
  for (let offset = 0; offset < rows.length; offset += 1) sheet.rows[startRow + offset] = (rows[offset] as readonly Cell[]).map((cell) => (cell === '' ? null : cell));
}

export function insertRows(tx: Transaction, sheet: Sheet, at: number, count: number): void {
  if (at >= sheet.rows.length) return;
  openGap(sheet.rows, at, count);
  tx.onRollback(() => { sheet.rows.splice(at, count); });
}

export function removeRows(tx: Transaction, sheet: Sheet, start: number, end: number): void {
  const removed = sheet.rows.splice(start, end - start);
  tx.onRollback(() => {
    padRows(sheet, start);
    openGap(sheet.rows, start, removed.length);
    removed.forEach((cells, offset) => { sheet.rows[start + offset] = cells; });
  });
}

/** Moves rows `start`…`end` so that they begin at `landing` (counted without them). */
export function moveRows(tx: Transaction, sheet: Sheet, span: { readonly start: number; readonly end: number }, landing: number): void {
  padRows(sheet, Math.max(span.end, landing + span.end - span.start));
  relocate(sheet.rows, span, landing);
  const back = { start: landing, end: landing + span.end - span.start };
  tx.onRollback(() => { relocate(sheet.rows, back, span.start); });
}

export function insertColumns(tx: Transaction, sheet: Sheet, at: number, count: number): void {
  for (const cells of sheet.rows) if (cells !== undefined && cells.length > at) cells.splice(at, 0, ...new Array<null>(count).fill(null));
  tx.onRollback(() => { for (const cells of sheet.rows) cells?.splice(at, count); });
}

export function removeColumns(tx: Transaction, sheet: Sheet, start: number, end: number): void {
  const removed = sheet.rows.map((cells) => (cells === undefined || cells.length <= start ? undefined : cells.splice(start, end - start)));
  tx.onRollback(() => {
    removed.forEach((cells, row) => { if (cells !== undefined) sheet.rows[row]?.splice(start, 0, ...cells); });
  });
}

export function moveColumns(tx: Transaction, sheet: Sheet, span: { readonly start: number; readonly end: number }, landing: number): void {
  const width = Math.max(span.end, landing + span.end - span.start);
  const back = { start: landing, end: landing + span.end - span.start };
  const move = (from: { readonly start: number; readonly end: number }, to: number): void => {
    for (const cells of sheet.rows) {
      if (cells === undefined || cells.length <= Math.min(from.start, to)) continue;
      while (cells.length < width) cells.push(null);
      relocate(cells, from, to);
    }
  };
  move(span, landing);
  tx.onRollback(() => { move(back, span.start); });
}

/** Row `area.top + i` takes the cells that stood in row `order[i]`, inside the area only. */
export function permuteRows(tx: Transaction, sheet: Sheet, area: Area, order: readonly number[]): void {
  const before = order.map((row) => sheet.rows[row]?.slice(area.left, area.right) ?? []);
  before.forEach((source, offset) => {
    const row = area.top + offset;
    if (order[offset] === row) return;
    if (source.length === 0 && sheet.rows[row] === undefined) return;
    const cells = rowForWrite(tx, sheet, row);
    while (cells.length < area.left + source.length) cells.push(null);
    const right = Math.min(area.right, cells.length);
    for (let column = area.left; column < right; column += 1) cells[column] = source[column - area.left] ?? null;
  });
}

function rowForWrite(tx: Transaction, sheet: Sheet, row: number): Cell[] {
  const before = sheet.rows[row];
  if (before !== undefined && tx.ownRows.has(before)) return before;
  const copy = before?.slice() ?? [];
  padRows(sheet, row + 1);
  tx.onRollback(() => { sheet.rows[row] = before; });
  tx.ownRows.add(copy);
  sheet.rows[row] = copy;
  return copy;
}

/** Keeps the array dense: a jump far past its end would turn it into a slow hash table. */
function padRows(sheet: Sheet, length: number): void {
  while (sheet.rows.length < length) sheet.rows.push(undefined);
}

function openGap<T>(list: (T | undefined)[], at: number, count: number): void {
  const length = list.length;
  for (let index = 0; index < count; index += 1) list.push(undefined);
  list.copyWithin(at + count, at, length);
  list.fill(undefined, at, at + count);
}

function relocate<T>(list: T[], span: { readonly start: number; readonly end: number }, landing: number): void {
  const low = Math.min(span.start, landing);
  const high = Math.max(span.end, landing + span.end - span.start);
  const block = list.slice(span.start, span.end);
  const others = [...list.slice(low, span.start), ...list.slice(span.end, high)];
  const reordered = landing < span.start ? [...block, ...others] : [...others, ...block];
  reordered.forEach((item, offset) => { list[low + offset] = item; });
}
