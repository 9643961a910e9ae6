/** Calculated fields: the rule is the truth, the grey cell a cache that the same commit writes. */
import type { EntityDeclaration, Values } from './field';
import type { PlainDate } from './plain-date';
import { reviewDueOn, type ReviewPolicy } from './review-cycle';

export interface DeriveContext {
  /** The day the record was made, in the workbook's zone; null if its stamp is damaged. */
  readonly createdOn: PlainDate | null;
  readonly reviewPolicy: ReviewPolicy;
}

type Rule = (values: Values, context: DeriveContext) => string | null;

const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  customer: { reviewDueOn: (values, context) => reviewDueOn(values, context.createdOn, context.reviewPolicy) },
};

/** `values` with every derived field of the entity as its rule says now. */
export function derive(entity: EntityDeclaration, values: Values, context: DeriveContext): Values {
  const derived = Object.entries(RULES[entity.name] ?? {}).map(([key, rule]) => [key, rule(values, context)] as const);
  return { ...values, ...Object.fromEntries(derived) };
}

/** Keys of the entity's derived fields that have a rule; a test holds this against the declarations. */
export function derivedKeys(entity: EntityDeclaration): readonly string[] {
  return Object.keys(RULES[entity.name] ?? {});
}
