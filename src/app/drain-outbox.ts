/**
 * Sends what waits in the outbox. At most one mail per key: a mail is claimed before it leaves, so a kill in between
 * leaves it `sending` for the status page, and it is never sent twice. What the quota does not allow stays pending.
 */
import { instantOf } from '../domain/instant';
import type { OutboxMail } from './ports/outbox';
import type { AppContext } from './app-context';

/** Mails claimed at once: few enough to be sent within seconds. */
const BATCH_SIZE = 20;

export interface DrainResult {
  readonly sent: number;
  readonly failed: number;
  /** Left for the next run because the quota or the time was used up. */
  readonly waiting: number;
}

export function drainOutbox(context: AppContext): DrainResult {
  const total = { sent: 0, failed: 0, waiting: 0 };
  for (;;) {
    const room = context.clock.softStopReached() ? 0 : Math.min(BATCH_SIZE, context.mailer.remainingQuota());
    const { claimed, waiting } = claim(context, room);
    if (claimed.length === 0) return { ...total, waiting };
    const outcomes = claimed.map((mail) => deliver(context, mail));
    settle(context, outcomes);
    for (const { status } of outcomes) total[status === 'sent' ? 'sent' : 'failed'] += 1;
    if (waiting === 0) return total;
  }
}

function claim(context: AppContext, room: number): { claimed: readonly OutboxMail[]; waiting: number } {
  return context.lock.run(() => {
    const loaded = context.outbox.load();
    const pending = loaded.mails.filter(({ status }) => status === 'pending');
    const updatedAt = instantOf(context.clock.now());
    const claimed = pending.slice(0, room).map((mail): OutboxMail => ({ ...mail, status: 'sending', updatedAt }));
    context.outbox.save(loaded, claimed);
    return { claimed, waiting: pending.length - claimed.length };
  });
}

/** One bad address must not stop the rest: this is the per-item catch. */
function deliver(context: AppContext, mail: OutboxMail): OutboxMail {
  try {
    context.mailer.send(context.digests.write(mail.recipient, mail.content));
    return { ...mail, status: 'sent' };
  } catch (error) {
    return { ...mail, status: 'failed', reason: error instanceof Error ? error.name : 'unknown' };
  }
}

function settle(context: AppContext, outcomes: readonly OutboxMail[]): void {
  const updatedAt = instantOf(context.clock.now());
  context.lock.run(() => context.outbox.save(context.outbox.load(), outcomes.map((mail) => ({ ...mail, updatedAt }))));
}
