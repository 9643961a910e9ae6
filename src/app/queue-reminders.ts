/** Finds the customers past their review date and puts one digest per owner into the outbox. */
import { CUSTOMER } from '../domain/entities/customer';
import { epochOf, instantOf } from '../domain/instant';
import { digestKey, planReminders, type ReminderDigest, type ReminderSubject } from '../domain/reminder';
import { reviewDueOn } from '../domain/review-cycle';
import type { ColumnRow, WorkbookConfig } from './ports/archive';
import type { OutboxMail } from './ports/outbox';
import type { AppContext } from './app-context';
import { needConfig } from './authorise';

const KIND = 'review';
/** Customers named in one mail; the rest are counted. */
const MAX_ITEMS = 50;
const KEYS = ['name', 'tier', 'ownerEmail', 'lastReviewedOn'];

/** Three reads with a cold cache, and one write. Answers how many digests are new. */
export function queueReminders(context: AppContext): number {
  const config = needConfig(context.archive.config());
  const today = context.clock.dayOf(context.clock.now());
  const subjects = context.archive.columns(CUSTOMER, KEYS).rows.flatMap((row) => subjectOf(context, config, row) ?? []);
  const people = config.team.filter(({ role }) => role !== 'viewer').map(({ email }) => email);
  const fallback = config.team.find(({ role }) => role === 'owner')?.email;
  if (fallback === undefined) return 0;
  const digests = planReminders(subjects, people, fallback, today);
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
    return news.length;
  });
}

/** Null for archived customers and for rows that are no records yet. The rule decides, not the grey cell. */
function subjectOf(context: AppContext, config: WorkbookConfig, row: ColumnRow): ReminderSubject | null {
  if (row.archived || row.createdAt === null || row.id === '') return null;
  const { name, tier, ownerEmail } = row.values;
  return {
    id: row.id, row: row.row, title: String(name ?? ''), tier: String(tier ?? ''), ownerEmail: typeof ownerEmail === 'string' ? ownerEmail : null,
    dueOn: reviewDueOn(row.values, context.clock.dayOf(epochOf(row.createdAt)), config.reviewPolicy),
  };
}

function mailOf(context: AppContext, config: WorkbookConfig, { recipient, subjects }: ReminderDigest, date: string, updatedAt: string): OutboxMail {
  const items = subjects.slice(0, MAX_ITEMS).map(({ id, title, tier, dueOn, row }) => ({ id, title, tier, dueOn, link: context.archive.linkTo(CUSTOMER, row) }));
  return {
    key: digestKey(recipient, date, KIND), status: 'pending', recipient, updatedAt, reason: '',
    content: { language: config.language, date, total: subjects.length, items },
  };
}
