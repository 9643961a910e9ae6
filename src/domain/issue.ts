/** What can be wrong with an input. Texts for people are in src/contract/issue-texts.ts. */
export const ISSUE_CODES = [
  'required', 'unknown_field', 'field_off', 'read_only', 'wrong_type', 'too_long', 'too_many', 'control_character',
  'bad_choice', 'bad_phone', 'bad_email', 'bad_id_number', 'bad_credit_code', 'bad_date', 'future_date',
  'bad_money', 'negative_money', 'unknown_record', 'unknown_entity', 'unknown_role', 'unknown_value', 'missing', 'out_of_range', 'bad_id', 'fixed', 'not_set_up', 'no_owner', 'reused',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

export interface Issue {
  /** Where in the params: `values.phone`, `team.2.role`. */
  readonly path: string;
  readonly code: IssueCode;
  /** Numbers and option keys a text may name; never what was typed. */
  readonly params?: Readonly<Record<string, string | number>>;
}
