import { ApiError } from '../types';
import type { TypedEdit, TypedEditAnswer } from '../types';
import { parseCells, columnName } from './a1';
import type { CallContext } from './context';
import { localeOf, roleIn } from './context';
import { invalidArgument } from './errors';
import type { Resolved } from './ranges';
import { areaOf, findSheetByTitle } from './ranges';
import { satisfiesRule } from './rules/check-rule';
import type { CellPosition } from './rules/formula-template';
import { assertMayEdit, findWarning } from './rules/protections';
import type { Area } from './store/area';
import { cellAt } from './store/cells';
import { valueAt } from './store/runs';
import type { Sheet } from './store/workbook';
import { NOT_EVALUATED, shownText } from './values/number-format';
import { writeValues } from './values/write-values';

/** Google's question before an edit of a range that only warns. */
const WARNING = "Heads up! You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?";

/**
 * A person types into cells, or pastes text with `paste`. A refused edit answers `accepted: false` and must be rolled back by the caller.
 * assumed: pasted text keeps the rules of its cells and is not checked against them; a single value fills the whole range.
 */
export function applyTypedEdit(context: CallContext, edit: TypedEdit): TypedEditAnswer {
  const target = targetOf(context, edit);
  const refusal = refusalOf(context, target, edit);
  if (refusal !== null) return { ...refusal, cells: shownCells(context, target) };
  writeValues(context, target, rowsOf(edit, target.area), 'USER_ENTERED');
  const broken = edit.paste === true ? null : findBrokenRule(context, target);
  if (broken !== null) return { accepted: false, message: broken, cells: [] };
  return { accepted: true, cells: shownCells(context, target) };
}

/** The cells as they stand, for an answer after a refused edit was rolled back. */
export function cellsOfEdit(context: CallContext, edit: TypedEdit): TypedEditAnswer['cells'] {
  return shownCells(context, targetOf(context, edit));
}

/** The range, widened to what is pasted when that is larger. */
function targetOf({ workbook }: CallContext, { sheet: title, range, values }: TypedEdit): Resolved {
  const sheet = findSheetByTitle(workbook, title);
  const sides = parseCells(range);
  if (sheet === undefined || sides === null) throw invalidArgument(`Unable to parse range: ${title}!${range}`);
  const area = areaOf(sheet, sides);
  const height = values.length;
  const width = values.reduce((most, line) => Math.max(most, line.length), 0);
  const wide = { ...area, bottom: Math.max(area.bottom, area.top + height), right: Math.max(area.right, area.left + width) };
  return { sheet, area: areaOf(sheet, { startRowIndex: wide.top, endRowIndex: wide.bottom, startColumnIndex: wide.left, endColumnIndex: wide.right }) };
}

/** One value typed over a selection goes into every cell; a block goes where it stands. */
function rowsOf({ values }: TypedEdit, area: Area): readonly (readonly string[])[] {
  if (values.length !== 1 || values[0]?.length !== 1) return values.slice(0, area.bottom - area.top).map((line) => line.slice(0, area.right - area.left));
  const line = new Array<string>(area.right - area.left).fill(values[0][0] ?? '');
  return Array.from({ length: area.bottom - area.top }, () => line);
}

function refusalOf(context: CallContext, { sheet, area }: Resolved, { confirmed }: TypedEdit): Omit<TypedEditAnswer, 'cells'> | null {
  const role = roleIn(context.workbook, context.user);
  if (role !== 'owner' && role !== 'editor') return { accepted: false, message: 'The caller does not have permission' };
  try {
    assertMayEdit(context, sheet, area);
  } catch (error) {
    if (error instanceof ApiError) return { accepted: false, message: error.message };
    throw error;
  }
  return findWarning(sheet, area) === undefined || confirmed === true ? null : { accepted: false, asks: true, message: WARNING };
}

/** The words of the first strict rule that the written cells break. */
function findBrokenRule(context: CallContext, { sheet, area }: Resolved): string | null {
  for (const at of positions(area)) {
    const rule = valueAt(sheet.rules[at.column] ?? [], at.row);
    if (rule?.strict !== true || satisfiesRule({ workbook: context.workbook, sheet, now: context.now }, rule, at)) continue;
    return rule.inputMessage !== '' ? rule.inputMessage : `The data you entered in cell ${columnName(at.column)}${at.row + 1} violates the data validation rules set on this cell.`;
  }
  return null;
}

function shownCells({ workbook }: CallContext, { sheet, area }: Resolved): TypedEditAnswer['cells'] {
  return positions(area).map(({ row, column }) => ({ row, column, ...shownCell(sheet, { row, column }, localeOf(workbook)) }));
}

function shownCell(sheet: Sheet, { row, column }: CellPosition, locale: string): { readonly value: string | number | boolean | null; readonly shown: string } {
  const cell = cellAt(sheet, row, column);
  return { value: typeof cell === 'object' && cell !== null ? NOT_EVALUATED : cell, shown: shownText(cell, valueAt(sheet.formats[column] ?? [], row), locale) };
}

function positions(area: Area): readonly CellPosition[] {
  const list: CellPosition[] = [];
  for (let row = area.top; row < area.bottom; row += 1) for (let column = area.left; column < area.right; column += 1) list.push({ row, column });
  return list;
}
