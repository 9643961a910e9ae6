/** A trigger as Google keeps it for its creator. `schedule` is null for spreadsheet events. */
export interface TriggerRecord {
  readonly id: string;
  readonly owner: string;
  readonly handler: string;
  readonly event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  readonly schedule: ClockSchedule | null;
  readonly createdAt: number;
  /** Next run of a clock trigger; null once a one-off has fired. */
  readonly nextRunAt: number | null;
}

/** What a clock trigger was asked for; `minute` is drawn once at its creation and then stays. */
export type ClockSchedule =
  | { readonly every: 'once'; readonly at: number }
  | { readonly every: 'minutes' | 'hours'; readonly count: number }
  | { readonly every: 'days' | 'weeks' | 'months'; readonly count: number; readonly hour: number; readonly minute: number; readonly day: number | null; readonly timeZone: string };

/** A mail that left the script, as GET /host/outbox shows it. `to` holds every recipient, comma-separated as given. */
export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** UTC ISO instant. */
  readonly at: string;
  readonly from: string;
  readonly name?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
}

export interface CacheItem {
  readonly value: string;
  /** Order of creation: eviction takes the lowest. */
  readonly sequence: number;
  readonly expiresAt: number;
}

/** Everything that outlives an execution, as plain JSON. Stores are named `script`, `document` or `user:<mail>`. */
export interface HostState {
  properties: Record<string, Record<string, string>>;
  cache: Record<string, Record<string, CacheItem>>;
  triggers: TriggerRecord[];
  outbox: SentMail[];
  /** Daily quotas by `<what>:<mail>`; each resets 24 h after its first use. */
  quotas: Record<string, { readonly since: number; readonly used: number }>;
  /** Only grows: numbers for triggers and cache items. */
  sequence: number;
}

export type StatePart = keyof HostState;

export function emptyHostState(): HostState {
  return { properties: {}, cache: {}, triggers: [], outbox: [], quotas: {}, sequence: 0 };
}

/** A daily quota that starts with its first use and is forgotten 24 hours later (platform.md §12). */
export interface DailyQuota {
  remaining(): number;
  spend(amount: number): void;
}

const DAY_MS = 86_400_000;

export function dailyQuota(state: HostState, key: string, limit: number, now: () => number): DailyQuota {
  const current = (): { since: number; used: number } => {
    const known = state.quotas[key];
    return known !== undefined && now() - known.since < DAY_MS ? known : { since: now(), used: 0 };
  };
  return {
    remaining: () => Math.max(0, limit - current().used),
    spend: (amount) => {
      const { since, used } = current();
      state.quotas[key] = { since, used: used + amount };
    },
  };
}
