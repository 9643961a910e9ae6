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

/**
 * Everybody who is due on `today` or earlier, by owner. Customers of nobody, or of somebody outside the team
 * (an edited cell must not send names out of the house), go to `fallback`.
 */
export function planReminders(subjects: readonly ReminderSubject[], team: readonly string[], fallback: string, today: PlainDate): readonly ReminderDigest[] {
  const byRecipient = new Map<string, ReminderSubject[]>();
  for (const subject of subjects) {
    if (compareDates(subject.dueOn, today) > 0) continue;
    const owner = subject.ownerEmail?.toLowerCase() ?? '';
    const recipient = team.includes(owner) ? owner : fallback;
    const due = byRecipient.get(recipient);
    if (due === undefined) byRecipient.set(recipient, [subject]);
    else due.push(subject);
  }
  return [...byRecipient].map(([recipient, due]) => ({ recipient, subjects: due.sort(byUrgency) }));
}

/** Unique for ever: at most one digest per person, day and kind. */
export function digestKey(recipient: string, date: PlainDate, kind: string): string {
  return `digest|${recipient}|${date}|${kind}`;
}

function byUrgency(a: ReminderSubject, b: ReminderSubject): number {
  return compareDates(a.dueOn, b.dueOn) || TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier) || (a.id < b.id ? -1 : 1);
}
