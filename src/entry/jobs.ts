/** What the daily run does, in this order. */
import { drainOutbox } from '../app/drain-outbox';
import { queueReminders } from '../app/queue-reminders';
import type { Job } from '../app/run-daily-jobs';

export const JOBS: readonly Job[] = [
  { name: 'reminders', run: (context) => `${queueReminders(context)} queued` },
  {
    name: 'mail',
    run: (context) => {
      const { sent, failed, waiting } = drainOutbox(context);
      return `${sent} sent, ${failed} failed, ${waiting} waiting`;
    },
  },
];
