import { parseA1 } from '../ranges';
import { formatRange } from '../a1';
import { invalidArgument, notEmulated } from '../errors';
import type { DataValidationRule, GridRange } from '../schema/api';
import type { Workbook } from '../store/workbook';
import { localeOf } from '../context';
import { assertConditionValues, assertConstants } from './condition-values';
import { parseCustomFormula } from './custom-formula';
import type { CellPosition, FormulaTemplate } from './formula-template';
import { parseTemplate, renderTemplate } from './formula-template';

/** A validation rule as cells carry it: a formula relative to the cell, a list source that follows its tab. */
export interface StoredRule {
  readonly type: string;
  readonly values: readonly string[];
  readonly inputMessage: string;
  readonly strict: boolean;
  readonly showCustomUi: boolean;
  /** ONE_OF_RANGE; null once its cells were deleted. */
  readonly source?: GridRange | null;
  /** CUSTOM_FORMULA. */
  readonly formula?: FormulaTemplate;
}

const MAX_LIST_ITEMS = 500;

/** Number of values by condition type: the types Google lists as usable in data validation. */
const VALUE_COUNTS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  NUMBER_GREATER: [1, 1], NUMBER_GREATER_THAN_EQ: [1, 1], NUMBER_LESS: [1, 1], NUMBER_LESS_THAN_EQ: [1, 1], NUMBER_EQ: [1, 1], NUMBER_NOT_EQ: [1, 1],
  NUMBER_BETWEEN: [2, 2], NUMBER_NOT_BETWEEN: [2, 2],
  TEXT_CONTAINS: [1, 1], TEXT_NOT_CONTAINS: [1, 1], TEXT_EQ: [1, 1], TEXT_IS_EMAIL: [0, 0], TEXT_IS_URL: [0, 0],
  DATE_EQ: [1, 1], DATE_BEFORE: [1, 1], DATE_AFTER: [1, 1], DATE_ON_OR_BEFORE: [1, 1], DATE_ON_OR_AFTER: [1, 1],
  DATE_BETWEEN: [2, 2], DATE_NOT_BETWEEN: [2, 2], DATE_IS_VALID: [0, 0],
  ONE_OF_RANGE: [1, 1], ONE_OF_LIST: [1, MAX_LIST_ITEMS], CUSTOM_FORMULA: [1, 1], BOOLEAN: [0, 2],
};

/** Reads a rule set over a range whose top left cell is `at`. */
export function storeRule(workbook: Workbook, rule: DataValidationRule, at: CellPosition & { readonly sheetTitle: string }): StoredRule {
  const type = rule.condition?.type;
  const counts = type === undefined ? undefined : VALUE_COUNTS[type];
  // assumed: Google's words for a missing or unfit condition type and for a wrong number of values.
  if (type === undefined || counts === undefined) throw invalidArgument(`Condition type ${type ?? 'CONDITION_TYPE_UNSPECIFIED'} is not supported for data validation.`);
  const values = (rule.condition?.values ?? []).map((value) => {
    if (value.relativeDate !== undefined) throw invalidArgument('Relative dates are not supported in data validation.');
    return value.userEnteredValue ?? '';
  });
  if (type === 'ONE_OF_LIST' && values.length > MAX_LIST_ITEMS) {
    throw invalidArgument(`The data validation rule has more items than the limit of ${MAX_LIST_ITEMS}. Use the "List from a range" criteria instead.`);
  }
  if (values.length < counts[0] || values.length > counts[1]) throw invalidArgument(`Condition type ${type} takes ${counts[0]} to ${counts[1]} values, not ${values.length}.`);
  assertConstants(type, values);
  assertConditionValues(rule.condition, localeOf(workbook));
  const stored: StoredRule = { type, values, inputMessage: rule.inputMessage ?? '', strict: rule.strict ?? false, showCustomUi: rule.showCustomUi ?? false };
  if (type === 'ONE_OF_RANGE') return { ...stored, values: [], source: parseSource(workbook, values[0] ?? '', at.sheetTitle) };
  if (type !== 'CUSTOM_FORMULA') return stored;
  const formula = parseTemplate(values[0] ?? '', at);
  if (parseCustomFormula(formula) === null) throw notEmulated(`custom formula ${values[0] ?? ''}`);
  return { ...stored, values: [], formula };
}

/** The rule as a cell at `at` shows it through the API. */
export function renderRule(workbook: Workbook, rule: StoredRule, at: CellPosition): DataValidationRule {
  const values = rule.formula !== undefined ? [renderTemplate(rule.formula, at)] : rule.source !== undefined ? [renderSource(workbook, rule.source)] : rule.values;
  return {
    condition: { type: rule.type, ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }) },
    ...(rule.inputMessage !== '' && { inputMessage: rule.inputMessage }), ...(rule.strict && { strict: true }), ...(rule.showCustomUi && { showCustomUi: true }),
  };
}

/** The rule after the cells it lists from have moved; the same object when it lists from elsewhere. */
export function withMappedSource(rule: StoredRule, sheetId: number, map: (range: GridRange) => GridRange | null): StoredRule {
  if (rule.source == null || (rule.source.sheetId ?? 0) !== sheetId) return rule;
  return { ...rule, source: map(rule.source) };
}

function parseSource(workbook: Workbook, text: string, sheetTitle: string): GridRange {
  const reference = text.replace(/^=/, '');
  const { sheet, range } = parseA1(workbook, reference.includes('!') ? reference : `'${sheetTitle.replace(/'/g, "''")}'!${reference}`);
  return { ...range, sheetId: sheet.sheetId };
}

function renderSource(workbook: Workbook, source: GridRange | null): string {
  const sheet = source === null ? undefined : workbook.sheets.find((candidate) => candidate.sheetId === (source.sheetId ?? 0));
  return source === null || sheet === undefined ? '=#REF!' : `=${formatRange(sheet.title, source)}`;
}
