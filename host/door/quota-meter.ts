import { sheetsQuotaError } from './faults';

/** Calls a minute, as Google grants them to one user and to one project (platform.md §4). */
export interface SheetsQuota {
  readonly perUser: number;
  readonly perProject: number;
}

export const GOOGLE_SHEETS_QUOTA: SheetsQuota = { perUser: 60, perProject: 300 };

export interface QuotaMeter {
  /** Counts one Sheets API call or throws the 429 of the first limit that is used up. */
  spend(call: { readonly user: string; readonly write: boolean; readonly now: number }): void;
}

/** assumed: the minute is a fixed window that opens with the first call after the last one closed. */
export function createQuotaMeter(quota: SheetsQuota | 'off'): QuotaMeter {
  if (quota === 'off') return { spend: () => undefined };
  const windows = new Map<string, { since: number; used: number }>();
  const windowOf = (key: string, now: number): { since: number; used: number } => {
    const known = windows.get(key);
    if (known !== undefined && now - known.since < 60_000) return known;
    const fresh = { since: now, used: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    spend: ({ user, write, now }) => {
      const kind = write ? 'Write' : 'Read';
      const ofUser = windowOf(`${kind}/${user}`, now);
      const ofProject = windowOf(kind, now);
      if (ofUser.used >= quota.perUser) throw sheetsQuotaError(`${kind}RequestsPerMinutePerUser`, quota.perUser);
      if (ofProject.used >= quota.perProject) throw sheetsQuotaError(`${kind}RequestsPerMinutePerProject`, quota.perProject);
      ofUser.used += 1;
      ofProject.used += 1;
    },
  };
}
