/** The one timed run. Jobs are idempotent: a missed or doubled run does no harm, and one failure never stops the others. */
import { instantOf } from '../domain/instant';
import type { AppContext } from './app-context';

export interface Job {
  readonly name: string;
  /** Answers in a few words what was done. */
  readonly run: (context: AppContext) => string;
}

/** Runs the jobs in order and leaves a health line; the failures, for the log. */
export function runDailyJobs(context: AppContext, jobs: readonly Job[]): readonly { job: string; error: unknown }[] {
  context.archive.renew();
  if (context.archive.config() === null) return [];
  const failures: { job: string; error: unknown }[] = [];
  const lines = jobs.map(({ name, run }) => {
    try {
      return `${name}: ${run(context)}`;
    } catch (error) {
      failures.push({ job: name, error });
      return `${name}: failed`;
    }
  });
  context.lock.run(() => context.archive.noteJob({ at: instantOf(context.clock.now()), outcome: lines.join('; ') }));
  return failures;
}
