/** Mails on their way: written before they leave, so that none goes out twice. */
import type { Language } from '../../domain/language';

export type MailStatus = 'pending' | 'sending' | 'sent' | 'failed' | 'replaced';

/** What a reminder mail tells; rendered when it is sent. */
export interface DigestContent {
  readonly language: Language;
  /** Civil day the digest is of. */
  readonly date: string;
  /** Customers due, in all; `items` holds the most urgent ones. */
  readonly total: number;
  readonly items: readonly DigestItem[];
}

export interface DigestItem {
  readonly id: string;
  readonly title: string;
  readonly tier: string;
  readonly dueOn: string;
  readonly link: string;
}

export interface OutboxMail {
  /** `digest|recipient|date|kind`: unique for ever. */
  readonly key: string;
  readonly status: MailStatus;
  readonly recipient: string;
  readonly content: DigestContent;
  readonly updatedAt: string;
  readonly reason: string;
}

export interface Outbox {
  /** Every mail that is kept, oldest first. One read. */
  load(): LoadedOutbox;
  /** Adds and updates by key, in one write. Only under the lock, against what was loaded under the same lock. */
  save(loaded: LoadedOutbox, mails: readonly OutboxMail[]): void;
}

export interface LoadedOutbox {
  readonly mails: readonly OutboxMail[];
}
