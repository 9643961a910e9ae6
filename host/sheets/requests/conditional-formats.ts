import type { CallContext } from '../context';
import { localeOf } from '../context';
import { invalidArgument } from '../errors';
import { areaOf, sheetById } from '../ranges';
import { omitZeros } from '../reads/omit-zeros';
import { assertConditionValues } from '../rules/condition-values';
import type { ConditionalFormatRule } from '../schema/api';
import type { Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'addConditionalFormatRule' | 'updateConditionalFormatRule' | 'deleteConditionalFormatRule';

/** Rules are stored and given back; colours are not computed here. */
export const conditionalFormatRequests: RequestFamily<Kind> = {
  addConditionalFormatRule: (context, { rule = {}, index = 0 }) => {
    const { sheet, rule: checkedRule } = checked(context, rule);
    if (index < 0 || index > sheet.conditionalFormats.length) throw noRule(sheet, index);
    replace(context, sheet, [...sheet.conditionalFormats.slice(0, index), checkedRule, ...sheet.conditionalFormats.slice(index)]);
    return {};
  },
  updateConditionalFormatRule: (context, body) => {
    const sheet = sheetById(context.workbook, body.sheetId ?? body.rule?.ranges?.[0]?.sheetId);
    const { index = 0 } = body;
    const present = sheet.conditionalFormats[index];
    if (present === undefined) throw noRule(sheet, index);
    if (body.rule !== undefined) {
      const next = checked(context, body.rule).rule;
      replace(context, sheet, sheet.conditionalFormats.map((rule) => (rule === present ? next : rule)));
      return { updateConditionalFormatRule: omitZeros({ oldRule: present, newRule: next, newIndex: index }) };
    }
    const newIndex = body.newIndex ?? 0;
    if (newIndex < 0 || newIndex >= sheet.conditionalFormats.length) throw noRule(sheet, newIndex);
    const others = sheet.conditionalFormats.filter((rule) => rule !== present);
    replace(context, sheet, [...others.slice(0, newIndex), present, ...others.slice(newIndex)]);
    return { updateConditionalFormatRule: omitZeros({ newRule: present, oldIndex: index, newIndex }) };
  },
  deleteConditionalFormatRule: (context, { sheetId, index = 0 }) => {
    const sheet = sheetById(context.workbook, sheetId);
    const present = sheet.conditionalFormats[index];
    if (present === undefined) throw noRule(sheet, index);
    replace(context, sheet, sheet.conditionalFormats.filter((rule) => rule !== present));
    return { deleteConditionalFormatRule: { rule: omitZeros(present) } };
  },
};

function replace({ tx }: CallContext, sheet: Sheet, rules: readonly ConditionalFormatRule[]): void {
  tx.set(sheet, 'conditionalFormats', rules);
}

/** assumed: Google's words for every refusal of this file. */
function noRule(sheet: Sheet, index: number): Error {
  return invalidArgument(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
}

function checked({ workbook }: CallContext, rule: ConditionalFormatRule): { readonly sheet: Sheet; readonly rule: ConditionalFormatRule } {
  const ranges = rule.ranges ?? [];
  if (ranges.length === 0) throw invalidArgument('A conditional format rule must specify at least one range.');
  const sheet = sheetById(workbook, ranges[0]?.sheetId);
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheet.sheetId)) throw invalidArgument('All ranges of a conditional format rule must be on the same sheet.');
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined)) throw invalidArgument('A conditional format rule must specify either a booleanRule or a gradientRule.');
  assertConditionValues(rule.booleanRule?.condition, localeOf(workbook));
  ranges.forEach((range) => areaOf(sheet, range));
  return { sheet, rule: { ...rule, ranges: ranges.map((range) => ({ ...range, sheetId: sheet.sheetId })) } };
}
