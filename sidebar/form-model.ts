/**
 * What a form knows, apart from how it looks: inputs as typed, the record they started from, and what follows
 * from both. The rules are the domain's, so the form refuses exactly what the server would.
 */
import type { MethodParams, WireRecord } from '../src/contract/methods';
import { sameValue } from '../src/domain/changes';
import { checkNew, checkPatch, checkWhole, isRequired, type CheckContext } from '../src/domain/check-record';
import { holds, isBlankValue, type Field, type Value, type Values } from '../src/domain/field';
import type { Issue } from '../src/domain/issue';
import { canonicalMoney } from '../src/domain/money-field';

/** Field key → what stands in its input. */
export type Inputs = Readonly<Record<string, string | readonly string[]>>;

export interface FormState {
  /** Null while the record does not exist yet. */
  readonly id: string | null;
  readonly revision: number | null;
  /** Row of the grid as last heard of. */
  readonly row: number | null;
  /** Values the typing started from; empty for a new record. */
  readonly base: Values;
  readonly inputs: Inputs;
}

/** A form over a record that exists. */
export function formOf(context: CheckContext, record: WireRecord): FormState {
  return { id: record.id, revision: record.revision, row: record.row, base: record.values, inputs: toInputs(context, record.values) };
}

/** A form for a new record: defaults of the declaration, today where a date is required, and what the caller knows. */
export function newForm(context: CheckContext, known: Values): FormState {
  const defaults: Record<string, Value> = {};
  for (const [key, field] of Object.entries(context.entity.fields)) {
    if (field.kind === 'choice' && field.default !== undefined) defaults[key] = field.default;
    if (field.kind === 'date' && field.required === true) defaults[key] = context.today;
  }
  return { id: null, revision: null, row: null, base: {}, inputs: toInputs(context, { ...defaults, ...known }) };
}

/** Fields the form shows now, in the order of the declaration. */
export function shownFields(context: CheckContext, inputs: Inputs): readonly (readonly [key: string, field: Field])[] {
  const values = toValues(inputs);
  return Object.entries(context.entity.fields)
    .filter(([key, field]) => context.enabled.has(key) && field.derived !== true && holds(field.shownWhen, values));
}

export function isRequiredNow(field: Field, inputs: Inputs): boolean {
  return isRequired(field, toValues(inputs));
}

/** Everything that is wrong with the form as it stands. */
export function issuesOf(context: CheckContext, form: FormState): readonly Issue[] {
  if (form.id === null) {
    const checked = checkNew(context, givenValues(context, form));
    return checked.ok ? [] : checked.issues;
  }
  const changed = changedValues(context, form);
  const patch = checkPatch(context, changed);
  const whole = checkWhole(context, { ...form.base, ...(patch.ok ? patch.values : changed) });
  const badFields = new Set(patch.ok ? [] : patch.issues.map((issue) => issue.path));
  return [...(patch.ok ? [] : patch.issues), ...(whole.ok ? [] : whole.issues.filter((issue) => !badFields.has(issue.path)))];
}

export function fieldOfIssue(issue: { readonly path: string }): string | null {
  return issue.path.startsWith('values.') ? issue.path.slice('values.'.length) : null;
}

/**
 * What differs from the record the typing started from. Fields that a condition hides are left as they are in
 * the record, whatever was typed before they were hidden.
 */
export function changedValues(context: CheckContext, form: FormState): Values {
  const typed = toValues(form.inputs);
  const changed = shownFields(context, form.inputs)
    .map(([key]) => [key, canonical(context, key, typed)] as const)
    .filter(([key, value]) => !sameValue(value, form.base[key]));
  return Object.fromEntries(changed);
}

export function isChanged(context: CheckContext, form: FormState): boolean {
  return Object.keys(changedValues(context, form)).length > 0;
}

/** What is sent to save the form: everything given for a new record, only what changed for another. */
export function saveParams(context: CheckContext, form: FormState, confirmDuplicate: boolean): MethodParams<'record.save'> {
  const entity = context.entity.name;
  const confirmed = confirmDuplicate ? { confirmDuplicate } : {};
  if (form.id === null || form.revision === null) return { entity, values: givenValues(context, form), ...confirmed };
  const row = form.row === null ? {} : { row: form.row };
  return { entity, id: form.id, revision: form.revision, ...row, values: wireValues(changedValues(context, form)), ...confirmed };
}

/** Whose value a person keeps, per field in conflict. */
export type ConflictChoices = Readonly<Record<string, 'mine' | 'theirs'>>;

/**
 * The form carried over to the record as it stands now: what was typed stays, except where the other's value is kept;
 * what was not touched follows the record.
 */
export function rebase(context: CheckContext, form: FormState, current: WireRecord, choices: ConflictChoices): FormState {
  const mine = changedValues(context, form);
  const kept = Object.keys(mine).filter((key) => choices[key] !== 'theirs');
  const inputs = { ...toInputs(context, current.values), ...Object.fromEntries(kept.map((key) => [key, form.inputs[key] ?? ''])) };
  return { id: current.id, revision: current.revision, row: current.row, base: current.values, inputs };
}

/** The input in the form it is stored in, so that `13812345678` and its normalised form are no change; as typed while it is wrong. */
function canonical(context: CheckContext, key: string, typed: Values): Value {
  const value = typed[key] ?? null;
  const checked = checkPatch(context, { [key]: value });
  if (!checked.ok) return value;
  const clean = checked.values[key] ?? null;
  return isBlankValue(clean) ? null : canonicalMoney(context, { [key]: clean }, typed)[key] ?? null;
}

function givenValues(context: CheckContext, form: FormState): Record<string, null | string | string[]> {
  const given = Object.entries(changedValues(context, { ...form, base: {} }));
  return wireValues(Object.fromEntries(given.filter(([, value]) => !isBlankValue(value))));
}

function wireValues(values: Values): Record<string, null | string | string[]> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' || value === null ? value : [...value]]));
}

function toValues(inputs: Inputs): Values {
  return Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.length === 0 ? null : input]));
}

function toInputs(context: CheckContext, values: Values): Inputs {
  const inputs = Object.entries(context.entity.fields)
    .filter(([key]) => context.enabled.has(key))
    .map(([key, field]) => [key, values[key] ?? (field.kind === 'tags' ? [] : '')] as const);
  return Object.fromEntries(inputs);
}
