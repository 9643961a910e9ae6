import type { Actor } from '../rules/protections';
import { mayEditProtection } from '../rules/protections';
import type { ProtectedRange } from '../schema/api';
import { omitZeros } from './omit-zeros';

/** As one user sees it: the list of editors only if they are one of them. */
export function shownProtection(actor: Actor, protection: ProtectedRange): ProtectedRange {
  const { editors, ...rest } = protection;
  const requestingUserCanEdit = mayEditProtection(actor, protection);
  return omitZeros({ ...rest, requestingUserCanEdit, ...(requestingUserCanEdit && editors !== undefined && { editors }) });
}
