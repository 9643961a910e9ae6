import { invalidArgument, notEmulated } from '../errors';
import type { BooleanCondition } from '../schema/api';
import { isDateNumber, parseTyped } from '../values/typed-input';

/** Dates typed without a year only need some year here: nobody keeps the value. */
const ANY_INSTANT = 0;

/**
 * Refuses a number or date condition whose values do not read as numbers or dates in the file's language. Formulas pass,
 * as the API takes them. assumed: Google's words.
 */
export function assertConditionValues(condition: BooleanCondition | undefined, locale: string): void {
  const type = condition?.type ?? '';
  if (!/^(NUMBER|DATE)_/.test(type)) return;
  for (const { userEnteredValue: text } of condition?.values ?? []) {
    if (text === undefined || text.startsWith('=')) continue;
    const { value, numberFormat } = parseTyped(text, undefined, { now: ANY_INSTANT, locale });
    if (typeof value !== 'number' || (type.startsWith('DATE_') && !isDateNumber(numberFormat))) throw invalidArgument(`Invalid ConditionValue.userEnteredValue: ${text}`);
  }
}

/** A validation rule that compares with a formula would need it calculated. */
export function assertConstants(type: string, values: readonly string[]): void {
  if (/^(NUMBER|DATE)_/.test(type) && values.some((text) => text.startsWith('='))) throw notEmulated(`${type} with a formula`);
}
