/** What the daily run does, in this order. */
import { drainOutbox } from '../app/drain-outbox';
import { queueReminders } from '../app/queue-reminders';
import type { Job } from '../app/run-daily-jobs';

export const JOBS: readonly Job[] = [
  {
    name: 'reminders',
    run: (context) => {
      const { queued, unassigned, undated } = queueReminders(context);
      return `${queued} queued${unassigned > 0 ? `, ${unassigned} customers with nobody to tell` : ''}${undated > 0 ? `, ${undated} customers without a date` : ''}`;
    },
  },
  {
    name: 'mail',
    run: (context) => {
      const { sent, failed, waiting } = drainOutbox(context);
      return `${sent} sent, ${failed} failed, ${waiting} waiting`;
    },
  },
];
