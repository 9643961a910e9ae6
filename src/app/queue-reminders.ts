/** Finds the customers past their review date and puts one digest per owner into the outbox. */
import { CUSTOMER } from '../domain/entities/customer';
import { epochOf, instantOf } from '../domain/instant';
import { digestKey, planReminders, type ReminderDigest, type ReminderSubject } from '../domain/reminder';
import { reviewDueOn } from '../domain/review-cycle';
import { oneLine } from '../domain/text';
import type { ColumnRow, WorkbookConfig } from './ports/archive';
import type { OutboxMail } from './ports/outbox';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';

const KIND = 'review';
/** Customers named in one mail; the rest are counted. With texts cut to `MAX_TEXT`, a digest fits a cell of 50,000 characters. */
const MAX_ITEMS = 50;
const MAX_TEXT = 100;
const KEYS = ['name', 'tier', 'ownerEmail', 'lastReviewedOn'];

export interface QueuedReminders {
  /** Digests that are new. */
  readonly queued: number;
  /** Customers who are due and have nobody in the team to tell. */
  readonly unassigned: number;
  /** Customers whose due date cannot be told: no review, and a damaged stamp. */
  readonly undated: number;
}

/** Three reads with a cold cache, and one write. */
export function queueReminders(context: AppContext): QueuedReminders {
  const config = needConfig(context.archive.config());
  const today = context.clock.dayOf(context.clock.now());
  const rows = context.archive.columns(CUSTOMER, KEYS).rows.filter((row) => row.id !== '' && !row.archived);
  const subjects = rows.flatMap((row) => subjectOf(context, config, row) ?? []);
  const people = config.team.filter(({ role }) => role !== 'viewer').map(({ email }) => email);
  const fallback = config.team.find(({ role }) => role === 'owner')?.email ?? null;
  const { digests, unassigned } = planReminders(subjects, people, fallback, today);
  return context.lock.run(() => {
    const loaded = context.outbox.load();
    const known = new Set(loaded.mails.map(({ key }) => key));
    const at = instantOf(context.clock.now());
    const news = digests.map((digest) => mailOf(context, config, digest, today, at)).filter(({ key }) => !known.has(key));
    const recipients = new Set(news.map(({ recipient }) => recipient));
    const replaced = loaded.mails
      .filter((mail) => mail.status === 'pending' && mail.content.date < today && recipients.has(mail.recipient))
      .map((mail): OutboxMail => ({ ...mail, status: 'replaced', updatedAt: at, reason: digestKey(mail.recipient, today, KIND) }));
    context.outbox.save(loaded, [...replaced, ...news]);
    return { queued: news.length, unassigned, undated: rows.length - subjects.length };
  });
}

/** Null if the due date cannot be told. The rule decides, not the grey cell. */
function subjectOf(context: AppContext, config: WorkbookConfig, row: ColumnRow): ReminderSubject | null {
  const { name, tier, ownerEmail } = row.values;
  const createdAt = epochOf(row.createdAt ?? '');
  const dueOn = reviewDueOn(row.values, Number.isNaN(createdAt) ? null : context.clock.dayOf(createdAt), config.reviewPolicy);
  if (dueOn === null) return null;
  return { id: row.id, row: row.row, title: String(name ?? ''), tier: String(tier ?? ''), ownerEmail: typeof ownerEmail === 'string' ? ownerEmail : null, dueOn };
}

function mailOf(context: AppContext, config: WorkbookConfig, { recipient, subjects }: ReminderDigest, date: string, updatedAt: string): OutboxMail {
  const items = subjects.slice(0, MAX_ITEMS).map(({ id, title, tier, dueOn, row }) => ({
    id: oneLine(id, MAX_TEXT), title: oneLine(title, MAX_TEXT), tier: oneLine(tier, MAX_TEXT), dueOn, link: context.archive.linkTo(CUSTOMER, row),
  }));
  return {
    key: digestKey(recipient, date, KIND), status: 'pending', recipient, updatedAt, reason: '',
    content: { language: config.language, date, total: subjects.length, items },
  };
}
