/** When a customer's record should be looked at again. */
import type { Customer } from './entities/customer';
import type { Value, Values } from './field';
import { addMonths, isPlainDate, type PlainDate } from './plain-date';

/** Months between two reviews, by tier. */
export type ReviewPolicy = Readonly<Record<Customer['tier'], number>>;

/** Quarterly is the rule; VIP customers are looked at more often. */
export const DEFAULT_REVIEW_POLICY: ReviewPolicy = { vip: 1, regular: 3, prospect: 6 };

/**
 * The due date is derived; the grey cell that shows it is a cache of this rule, so promoting a customer
 * to VIP moves the date without a migration. Months clamp to their end from the original day.
 * @param createdOn the day the record was made, for customers nobody has reviewed yet; null if that is not known
 * @returns null where neither day can be read; a last review that is no date (上周) counts as none
 */
export function reviewDueOn(values: Values, createdOn: PlainDate | null, policy: ReviewPolicy): PlainDate | null {
  const since = [values['lastReviewedOn'], createdOn].find((day): day is PlainDate => typeof day === 'string' && isPlainDate(day));
  return since === undefined ? null : addMonths(since, policy[tierOf(values['tier'])]);
}

/** A customer whose tier cell is blank counts as a prospect. */
function tierOf(tier: Value | undefined): Customer['tier'] {
  return tier === 'vip' || tier === 'regular' ? tier : 'prospect';
}
