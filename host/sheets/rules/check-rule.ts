import { localeOf } from '../context';
import { overlapOf } from '../ranges';
import { cellAt } from '../store/cells';
import { valueAt } from '../store/runs';
import type { Cell, Sheet, Workbook } from '../store/workbook';
import { isDateFormat, shownText } from '../values/number-format';
import type { Reading } from '../values/typed-input';
import { parseTyped } from '../values/typed-input';
import type { CustomCheck } from './custom-formula';
import { parseCustomFormula } from './custom-formula';
import type { CellPosition } from './formula-template';
import type { StoredRule } from './stored-rule';

export interface RuleCheckContext { readonly workbook: Workbook; readonly sheet: Sheet; readonly now: number }

type NumberTest = (value: number, limits: readonly number[]) => boolean;

const NUMBER_TESTS: Readonly<Record<string, NumberTest>> = {
  GREATER: (value, [limit = NaN]) => value > limit, AFTER: (value, [limit = NaN]) => Math.floor(value) > limit,
  GREATER_THAN_EQ: (value, [limit = NaN]) => value >= limit, ON_OR_AFTER: (value, [limit = NaN]) => value >= limit,
  LESS: (value, [limit = NaN]) => value < limit, BEFORE: (value, [limit = NaN]) => value < limit,
  LESS_THAN_EQ: (value, [limit = NaN]) => value <= limit, ON_OR_BEFORE: (value, [limit = NaN]) => Math.floor(value) <= limit,
  EQ: (value, [limit = NaN]) => value === limit, NOT_EQ: (value, [limit = NaN]) => value !== limit,
  BETWEEN: (value, [low = NaN, high = NaN]) => value >= low && value <= high,
  NOT_BETWEEN: (value, [low = NaN, high = NaN]) => value < low || value > high,
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const URL_TEXT = /^(?:(?:https?|ftp):\/\/)?[^\s/?#.]+(?:\.[^\s/?#.]+)+(?:[/?#]\S*)?$/i;

const customChecks = new WeakMap<StoredRule, CustomCheck>();

/** Whether the value now standing in a cell satisfies its rule. assumed: blank passes. */
export function satisfiesRule(context: RuleCheckContext, rule: StoredRule, at: CellPosition): boolean {
  const { sheet } = context;
  const value = cellAt(sheet, at.row, at.column);
  if (value === null) return true;
  const shown = shownAt(context, sheet, at);
  if (rule.type.startsWith('NUMBER_')) return typeof value === 'number' && (NUMBER_TESTS[rule.type.slice(7)]?.(value, numbersOf(context, rule)) ?? false);
  if (rule.type.startsWith('DATE_')) return isDateCell(context, at) && (rule.type === 'DATE_IS_VALID' || (NUMBER_TESTS[rule.type.slice(5)]?.(value as number, numbersOf(context, rule)) ?? false));
  const wanted = (rule.values[0] ?? '').toLowerCase();
  switch (rule.type) {
    case 'ONE_OF_LIST': return rule.values.some((option) => sameValue(value, parseTyped(option, undefined, readingOf(context)).value));
    case 'ONE_OF_RANGE': return listedTexts(context, rule).has(shown);
    case 'BOOLEAN': return isCheckboxValue(context, rule, value);
    case 'TEXT_CONTAINS': return shown.toLowerCase().includes(wanted);
    case 'TEXT_NOT_CONTAINS': return !shown.toLowerCase().includes(wanted);
    case 'TEXT_EQ': return shown.toLowerCase() === wanted;
    case 'TEXT_IS_EMAIL': return EMAIL.test(shown);
    case 'TEXT_IS_URL': return URL_TEXT.test(shown);
    default: return customCheckOf(rule)({
      rowCount: sheet.rows.length, value: (row, column) => cellAt(sheet, row, column), shown: (row, column) => shownAt(context, sheet, { row, column }),
    }, at);
  }
}

/** assumed: a plain number counts as a date only where the cell shows dates. */
function isDateCell({ sheet }: RuleCheckContext, { row, column }: CellPosition): boolean {
  return typeof cellAt(sheet, row, column) === 'number' && isDateFormat(valueAt(sheet.formats[column] ?? [], row));
}

function numbersOf(context: RuleCheckContext, rule: StoredRule): readonly number[] {
  return rule.values.map((text) => {
    const { value } = parseTyped(text, undefined, readingOf(context));
    return typeof value === 'number' ? value : NaN;
  });
}

function isCheckboxValue(context: RuleCheckContext, rule: StoredRule, value: Cell): boolean {
  if (rule.values.length === 0) return typeof value === 'boolean';
  return rule.values.some((text) => sameValue(value, parseTyped(text, undefined, readingOf(context)).value));
}

/** assumed: list options compare letter by letter; an option that reads as a number also matches a text cell showing it. */
function sameValue(value: Cell, option: Cell): boolean {
  return value === option || (typeof value === 'string' && option !== null && typeof option !== 'object' && value === String(option));
}

function listedTexts(context: RuleCheckContext, rule: StoredRule): ReadonlySet<string> {
  const texts = new Set<string>();
  const source = context.workbook.sheets.find((sheet) => rule.source != null && sheet.sheetId === (rule.source.sheetId ?? 0));
  if (source === undefined || rule.source == null) return texts;
  const area = overlapOf(source, rule.source);
  for (let row = area.top; row < Math.min(area.bottom, source.rows.length); row += 1) {
    for (let column = area.left; column < area.right; column += 1) texts.add(shownAt(context, source, { row, column }));
  }
  return texts;
}

function readingOf({ workbook, now }: RuleCheckContext): Reading {
  return { now, locale: localeOf(workbook) };
}

function shownAt({ workbook }: RuleCheckContext, sheet: Sheet, { row, column }: CellPosition): string {
  return shownText(cellAt(sheet, row, column), valueAt(sheet.formats[column] ?? [], row), localeOf(workbook));
}

function customCheckOf(rule: StoredRule): CustomCheck {
  const known = customChecks.get(rule);
  if (known !== undefined) return known;
  const check = parseCustomFormula(rule.formula ?? []);
  if (check === null) throw new Error(`A stored rule of type ${rule.type} has no formula that can be checked.`);
  customChecks.set(rule, check);
  return check;
}
