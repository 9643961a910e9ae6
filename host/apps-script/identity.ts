import type { Account, AuthMode, Deployment, RunMode } from './service-context';

/** Simple triggers run without the person's authorisation; in an add-on not yet used in this file even more is missing. */
export function authModeOf(mode: RunMode, functionName: string, deployment: Deployment): AuthMode {
  if (mode !== 'simple') return 'FULL';
  return functionName === 'onOpen' && deployment === 'add-on-not-in-use' ? 'NONE' : 'LIMITED';
}

/**
 * Whom Session.getActiveUser() names (platform.md §7): the person at the keyboard; nobody in a simple trigger; in an installed
 * trigger the person who caused it only if that is its creator or both are of one Workspace domain.
 */
export function activeUserOf(run: { readonly mode: RunMode; readonly user: string; readonly causedBy?: string }, account: (email: string) => Account): string {
  const { mode, user, causedBy } = run;
  if (mode === 'simple') return '';
  if (mode !== 'trigger' || causedBy === undefined || causedBy === user) return user;
  const domainOf = (email: string): string | null => (account(email).kind === 'workspace' ? email.slice(email.indexOf('@')) : null);
  return domainOf(user) !== null && domainOf(user) === domainOf(causedBy) ? causedBy : '';
}
