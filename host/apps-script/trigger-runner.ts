import type { VirtualClock } from '../door/clock';
import { nextRun } from './clock-schedule';
import type { TriggerEvent } from './events';
import { dailyQuota, type HostState, type StatePart, type TriggerRecord } from './host-state';
import type { RunOutcome } from './run-script';
import type { Account } from './service-context';

/** A run that a trigger brought about. `outcome` is null when the owner's daily trigger time was used up: Google then stays silent. */
export interface TriggerRun {
  readonly trigger: TriggerRecord;
  /** Instant at which it started. */
  readonly at: number;
  readonly outcome: RunOutcome | null;
}

/** Runs installed triggers as their creators. */
export interface TriggerRunner {
  /** Fires the clock triggers that fall due up to an instant, in order of time; the clock moves along, at least to each of them. */
  fireDue(until: number): TriggerRun[];
  /** Fires everybody's triggers of one spreadsheet event. */
  fireInstalled(wanted: TriggerRecord['event'], event: TriggerEvent, causedBy: string): TriggerRun[];
}

interface TriggerRunnerOptions {
  readonly clock: VirtualClock;
  state(): HostState;
  account(email: string): Account;
  changed(part: StatePart): void;
  run(trigger: TriggerRecord, event: TriggerEvent, causedBy: string | null): RunOutcome;
}

const TRIGGER_MS_PER_DAY = { consumer: 90 * 60_000, workspace: 6 * 3_600_000 };

export function createTriggerRunner({ clock, state, account, changed, run }: TriggerRunnerOptions): TriggerRunner {
  const runTrigger = (trigger: TriggerRecord, event: TriggerEvent, causedBy: string | null): TriggerRun => {
    const at = clock.now();
    const quota = dailyQuota(state(), `trigger time:${trigger.owner}`, TRIGGER_MS_PER_DAY[account(trigger.owner).kind ?? 'consumer'], clock.now);
    if (quota.remaining() === 0) return { trigger, at, outcome: null };
    const outcome = run(trigger, event, causedBy);
    quota.spend(outcome.durationMs);
    changed('quotas');
    return { trigger, at, outcome };
  };
  return {
    fireDue: (until) => {
      const runs: TriggerRun[] = [];
      for (;;) {
        const due = state().triggers.filter(({ nextRunAt }) => nextRunAt !== null && nextRunAt <= until).sort((a, b) => a.nextRunAt! - b.nextRunAt!)[0];
        if (due === undefined) return runs;
        const at = Math.max(due.nextRunAt!, clock.now());
        clock.advanceTo(at);
        // Rescheduled before it runs: a run that was missed or dies is not made up for, as on Google.
        state().triggers = state().triggers.map((trigger) => (trigger.id === due.id ? { ...due, nextRunAt: nextRun(due.schedule!, due.createdAt, at) } : trigger));
        changed('triggers');
        runs.push(runTrigger(due, { kind: 'clock', triggerId: due.id }, null));
      }
    },
    fireInstalled: (wanted, event, causedBy) => state().triggers.filter((trigger) => trigger.event === wanted)
      .map((trigger) => runTrigger(trigger, { ...event, triggerId: trigger.id }, causedBy)),
  };
}
