/** Who is reminded of what: one digest per owner and day, the most urgent first. */
import { compareDates, type PlainDate } from './plain-date';

export interface ReminderSubject {
  readonly id: string;
  readonly row: number;
  readonly title: string;
  readonly tier: string;
  readonly ownerEmail: string | null;
  readonly dueOn: PlainDate;
}

export interface ReminderDigest {
  readonly recipient: string;
  /** Most urgent first: VIP before the others of the same day. */
  readonly subjects: readonly ReminderSubject[];
}

const TIER_ORDER = ['vip', 'regular', 'prospect'];

export interface ReminderPlan {
  readonly digests: readonly ReminderDigest[];
  /** Due, but there is nobody to tell. */
  readonly unassigned: number;
}

/**
 * Everybody who is due on `today` or earlier, by owner. Customers of nobody, or of somebody outside the team
 * (an edited cell must not send names out of the house), go to `fallback`.
 */
export function planReminders(subjects: readonly ReminderSubject[], team: readonly string[], fallback: string | null, today: PlainDate): ReminderPlan {
  const byRecipient = new Map<string, ReminderSubject[]>();
  let unassigned = 0;
  for (const subject of subjects) {
    if (compareDates(subject.dueOn, today) > 0) continue;
    const owner = subject.ownerEmail?.toLowerCase() ?? '';
    const recipient = team.includes(owner) ? owner : fallback;
    const due = recipient === null ? undefined : byRecipient.get(recipient);
    if (recipient === null) unassigned += 1;
    else if (due === undefined) byRecipient.set(recipient, [subject]);
    else due.push(subject);
  }
  return { digests: [...byRecipient].map(([recipient, due]) => ({ recipient, subjects: due.sort(byUrgency) })), unassigned };
}

/** Unique for ever: at most one digest per person, day and kind. */
export function digestKey(recipient: string, date: PlainDate, kind: string): string {
  return `digest|${recipient}|${date}|${kind}`;
}

function byUrgency(a: ReminderSubject, b: ReminderSubject): number {
  return compareDates(a.dueOn, b.dueOn) || TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier) || (a.id < b.id ? -1 : 1);
}
