/** The words in which an entity is declared (src/domain/entities). Everything else about a field is derived from these. */
import type { Labels } from './language';
import type { PresetName } from './preset';

/**
 * How far a value may travel. `sensitive` values stay out of mails and shared caches, `sealed` ones are off
 * in every preset until somebody switches them on knowing who can read the cells.
 */
export type Sensitivity = 'internal' | 'personal' | 'sensitive' | 'sealed';

/** What a merge of two records does with the field: the survivor's filled value, both lists, or both texts. */
export type MergeRule = 'keepFilled' | 'union' | 'append';

/** The field matters only while another (choice) field has one of these keys. */
export interface Condition {
  readonly field: string;
  readonly is: readonly string[];
}

interface FieldBase {
  readonly labels: Labels;
  /** Shown under the input and as the cell's input message. */
  readonly hint?: Labels;
  readonly required?: true;
  readonly requiredWhen?: Condition;
  /** The form shows the field only then; a value that is already there is kept. */
  readonly shownWhen?: Condition;
  readonly sensitivity: Sensitivity;
  /** Why a team keeps this value: goes into the field docs and the privacy register. */
  readonly purpose: Labels;
  /** Presets that give the field a column from the start; elsewhere it waits until it is switched on. */
  readonly presets: readonly PresetName[];
  /** Key of one of the entity's form sections. */
  readonly section: string;
  /** Pixels of the column in the grid. */
  readonly width: number;
  /** How the search index uses it. */
  readonly search?: 'name' | 'phone' | 'text';
  /** Two records with the same value here are probably one. */
  readonly duplicateKey?: true;
  readonly merge: MergeRule;
  /** Further headers under which imports know this field, lower case. */
  readonly synonyms: readonly string[];
  /** Calculated by rules and written with the record: people see it grey and cannot save it. */
  readonly derived?: true;
}

export interface TextField extends FieldBase {
  readonly kind: 'text' | 'longText';
  /** UTF-16 units, at most 10,000. */
  readonly maxLength: number;
  /** Offered while typing; anything else is welcome too. */
  readonly suggestions?: Readonly<Record<string, Labels>>;
}

/** Kinds whose form is checked by a rule of their own in src/domain. All are text cells. */
export interface FormattedField extends FieldBase {
  readonly kind: 'phone' | 'email' | 'idNumber' | 'creditCode';
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  /** Option key → label. Cells hold the label in the workbook's language, the wire holds the key. */
  readonly options: Readonly<Record<string, Labels>>;
  /** What a new record gets when nothing is said. */
  readonly default?: string;
}

export interface TagsField extends FieldBase {
  readonly kind: 'tags';
  readonly maxItems: number;
}

export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** A day after today is refused. */
  readonly notInFuture?: true;
}

export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  /** Key of the choice field that holds the ISO 4217 code. */
  readonly currencyField: string;
}

export interface ReferenceField extends FieldBase {
  readonly kind: 'reference';
  readonly entity: string;
}

export type Field = TextField | FormattedField | ChoiceField | TagsField | DateField | MoneyField | ReferenceField;
export type FieldKind = Field['kind'];
export type Fields = Readonly<Record<string, Field>>;

/** Keeps the literal types of a declaration, so that `EntityOf` can read them. */
export function defineFields<const F extends Fields>(fields: F): F {
  return fields;
}

/** A value as it travels: text, option key, `YYYY-MM-DD`, decimal string or record id; a list only for tags; null when empty. */
export type Value = string | readonly string[] | null;
export type Values = Readonly<Record<string, Value>>;

type ValueOf<F extends Field> =
  F extends { kind: 'choice'; options: infer O } ? keyof O & string
  : F extends { kind: 'tags' } ? readonly string[]
  : string;

/** The values of a record whose fields are declared as `F`; a field that may be empty is null then. */
export type EntityOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { required: true } ? ValueOf<F[K]> : ValueOf<F[K]> | null;
};

export interface Section {
  readonly key: string;
  readonly labels: Labels;
}

/** One kind of record: a tab, a form, a history. */
export interface EntityDeclaration<F extends Fields = Fields> {
  readonly name: string;
  /** Ids look like `<idPrefix>-` and ten Crockford base-32 characters. */
  readonly idPrefix: string;
  /** One record, for forms and messages. */
  readonly labels: Labels;
  /** The tab's title. */
  readonly tabLabels: Labels;
  readonly sections: readonly Section[];
  /** In the order of the columns. */
  readonly fields: F;
  /** The field that names a record to a person. */
  readonly titleField: string;
}

export function defineEntity<const F extends Fields>(
  entity: EntityDeclaration<F> & { readonly titleField: keyof F & string },
): EntityDeclaration<F> {
  return entity;
}

export function isBlankValue(value: Value | undefined): boolean {
  return value == null || value.length === 0;
}

/** Whether a condition holds for these values; no condition always holds. */
export function holds(condition: Condition | undefined, values: Values): boolean {
  if (condition === undefined) return true;
  const value = values[condition.field];
  return typeof value === 'string' && condition.is.includes(value);
}
