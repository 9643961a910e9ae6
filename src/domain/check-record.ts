/**
 * The rules every value of a record obeys, in the form and at the server alike. Values come in as typed and
 * go out in canonical form; all issues are found at once and nothing is changed when there is one.
 */
import { checkCreditCode } from './credit-code';
import { checkEmail } from './email';
import { holds, isBlankValue, type EntityDeclaration, type Field, type Value, type Values } from './field';
import { checkIdNumber } from './id-number';
import type { Issue, IssueCode } from './issue';
import { currencyDecimals, formatMoney, isCurrency, parseMoney } from './money';
import { currencyOf } from './money-field';
import { normalisePhone } from './phone';
import { compareDates, parsePlainDate, type PlainDate } from './plain-date';
import { isRecordId } from './record-id';
import { cleanText, hasControlCharacter, hasDirectionControl, isBlank } from './text';

export interface CheckContext {
  readonly entity: EntityDeclaration;
  /** Keys of the fields that have a column in this workbook. */
  readonly enabled: ReadonlySet<string>;
  readonly today: PlainDate;
}


export type Checked = { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly issues: readonly Issue[] };

type FieldResult = { readonly value: Value } | { readonly code: IssueCode; readonly params?: Issue['params'] };

/** Checks each given field by itself. Fields that are not given stay out of the result. */
export function checkPatch(context: CheckContext, input: Values): Checked {
  const issues: Issue[] = [];
  const values: Record<string, Value> = {};
  for (const [key, raw] of Object.entries(input)) {
    const field = Object.prototype.hasOwnProperty.call(context.entity.fields, key) ? context.entity.fields[key] : undefined;
    const result = field === undefined ? { code: 'unknown_field' as const } : checkGiven(context, key, field, raw);
    if ('code' in result) issues.push(issueAt(key, result.code, result.params));
    else values[key] = result.value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, values };
}

/**
 * Checks a record as a whole: what is required, and what depends on another field.
 * `values` have passed `checkPatch`; the answer holds every enabled field, null where empty.
 */
export function checkWhole(context: CheckContext, values: Values): Checked {
  const issues: Issue[] = [];
  const badCurrencies = new Set<string>();
  const whole: Record<string, Value> = {};
  for (const [key, field] of enabledFields(context)) {
    const value = isBlankValue(values[key]) ? null : values[key] ?? null;
    whole[key] = value;
    if (isUnseen(value) && isRequired(field, values)) issues.push(issueAt(key, 'required'));
    else if (value !== null && field.kind === 'money') {
      const currency = currencyOf(field, values);
      const checked = isCurrency(currency) ? checkMoney(value as string, currency) : null;
      if (checked === null) badCurrencies.add(field.currencyField);
      else if ('code' in checked) issues.push(issueAt(key, checked.code, checked.params));
      else whole[key] = checked.value;
    }
  }
  issues.push(...[...badCurrencies].map((key) => issueAt(key, 'bad_choice')));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, values: whole };
}

/** A new record: what is not said takes the declaration's default. */
export function withDefaults(context: CheckContext, values: Values): Values {
  const filled: Record<string, Value> = { ...values };
  for (const [key, field] of enabledFields(context)) {
    if (field.kind === 'choice' && field.default !== undefined && !(key in filled)) filled[key] = field.default;
  }
  return filled;
}

/** Everything a new record must pass: each field, then the whole; the issues of both at once. */
export function checkNew(context: CheckContext, input: Values): Checked {
  const patch = checkPatch(context, input);
  const known = patch.ok ? patch.values : knownGood(context, input);
  const whole = checkWhole(context, withDefaults(context, known));
  if (patch.ok) return whole;
  const named = new Set(patch.issues.map((issue) => issue.path));
  return { ok: false, issues: [...patch.issues, ...(whole.ok ? [] : whole.issues.filter((issue) => !named.has(issue.path)))] };
}

export function isRequired(field: Field, values: Values): boolean {
  if (field.derived === true) return false;
  return field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, values));
}

export function issueAt(key: string, code: IssueCode, params?: Issue['params']): Issue {
  return { path: `values.${key}`, code, ...(params === undefined ? {} : { params }) };
}

/** Empty, or a text that somebody typed into the cell and nobody can see. */
function isUnseen(value: Value): boolean {
  return value === null || (typeof value === 'string' && isBlank(value));
}

function enabledFields(context: CheckContext): [string, Field][] {
  return Object.entries(context.entity.fields).filter(([key]) => context.enabled.has(key));
}

/** The given fields that pass alone, so that a missing required field is told together with a bad one. */
function knownGood(context: CheckContext, input: Values): Values {
  const good: Record<string, Value> = {};
  for (const [key, raw] of Object.entries(input)) {
    const one = checkPatch(context, { [key]: raw });
    if (one.ok) Object.assign(good, one.values);
  }
  return good;
}

function checkGiven(context: CheckContext, key: string, field: Field, raw: unknown): FieldResult {
  if (field.derived === true) return { code: 'read_only' };
  if (!context.enabled.has(key)) return isBlankValue(raw as Value) ? { value: null } : { code: 'field_off' };
  if (raw === null) return { value: null };
  if (field.kind === 'tags') return checkTags(raw, field.maxItems);
  if (typeof raw !== 'string') return { code: 'wrong_type' };
  if (hasControlCharacter(raw) || (field.kind !== 'phone' && hasDirectionControl(raw))) return { code: 'control_character' };
  const text = cleanText(raw);
  return isBlank(text) ? { value: null } : checkText(context, field, text);
}

function checkText(context: CheckContext, field: Field, text: string): FieldResult {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return text.length > field.maxLength ? { code: 'too_long', params: { max: field.maxLength } } : { value: text };
    case 'choice':
      return Object.prototype.hasOwnProperty.call(field.options, text) ? { value: text } : { code: 'bad_choice' };
    case 'phone': {
      const phone = normalisePhone(text);
      return phone === null ? { code: 'bad_phone' } : { value: phone };
    }
    case 'email': {
      const mail = checkEmail(text);
      return mail.ok ? { value: mail.normalised } : { code: 'bad_email' };
    }
    case 'idNumber': {
      const id = checkIdNumber(text);
      return id.ok ? { value: id.normalised } : { code: 'bad_id_number' };
    }
    case 'creditCode': {
      const code = checkCreditCode(text);
      return code.ok ? { value: code.normalised } : { code: 'bad_credit_code' };
    }
    case 'date': {
      const date = parsePlainDate(text);
      if (date === null) return { code: 'bad_date' };
      return field.notInFuture === true && compareDates(date, context.today) > 0 ? { code: 'future_date' } : { value: date };
    }
    case 'money':
      return text.length > 40 ? { code: 'bad_money' } : { value: text };
    case 'reference':
      return isRecordId(text) ? { value: text } : { code: 'bad_id' };
    case 'tags':
      return { code: 'wrong_type' };
  }
}

function checkTags(raw: unknown, maxItems: number): FieldResult {
  if (!Array.isArray(raw)) return { code: 'wrong_type' };
  const items: string[] = [];
  for (const item of raw as unknown[]) {
    if (typeof item !== 'string') return { code: 'wrong_type' };
    if (hasControlCharacter(item) || hasDirectionControl(item)) return { code: 'control_character' };
    for (const tag of item.split(TAG_SEPARATORS).map(cleanText)) {
      if (tag.length > MAX_TAG_LENGTH) return { code: 'too_long', params: { max: MAX_TAG_LENGTH } };
      if (!isBlank(tag) && !items.includes(tag)) items.push(tag);
    }
  }
  if (items.length > maxItems) return { code: 'too_many', params: { max: maxItems } };
  return { value: items.length === 0 ? null : items };
}

const MAX_TAG_LENGTH = 50;

/** A cell holds all tags of a record joined by commas, so no tag can contain one. */
export const TAG_SEPARATORS = /[,，;；、\n]/;

function checkMoney(text: string, currency: string): FieldResult {
  const parsed = parseMoney(text, currency);
  if (!parsed.ok) return { code: 'bad_money', params: { decimals: currencyDecimals(currency) } };
  return parsed.minor < 0 ? { code: 'negative_money' } : { value: formatMoney(parsed.minor, currency) };
}
