import { ApiError } from '../types';
import { KillSignal } from '../door/faults';
import { requirePermission } from './permissions';
import type { ServiceContext } from './service-context';
import { createHandleTable, decodeFromRealm, encodeForRealm, notEmulated, ServiceError, type ServiceObject } from './wire';

/** The host's end of the realm's service calls. */
export interface Bridge {
  /** Calls one member; never throws. See realm-prelude.ts for the answer's form. */
  call(handle: number, member: string, argsText: string): string;
  /** Text of a value for the realm to read. */
  encode(value: unknown): string;
  /** From now on calls are served; before that the script is loading, and every call fails. */
  open(): void;
}

export function createBridge(context: ServiceContext): Bridge {
  const handles = createHandleTable();
  let loading = true;
  const dispatch = (object: ServiceObject, member: string, argsText: string): unknown => {
    context.execution.checkAlive();
    // Google runs the top level in whatever mode the caller has; the strictest of them allows nothing (platform.md §1, §7).
    if (loading) throw new ServiceError(`You do not have permission to call ${object.type}.${member} while the script is loading.`);
    const run = object.members[member];
    if (run === undefined) throw notEmulated(`${object.type}.${member}`);
    const args = object.plain === true ? JSON.parse(argsText) as readonly unknown[] : decodeFromRealm(argsText, handles);
    if (object.service === undefined) return run(...args);
    requirePermission(context.authMode, context.manifest.oauthScopes, object.service, member);
    return context.pass(object.service, member, () => run(...args));
  };
  return {
    call: (handle, member, argsText) => {
      try {
        return encodeForRealm(dispatch(handles.find(handle), member, argsText), handles);
      } catch (error) {
        return errorText(error);
      }
    },
    encode: (value) => encodeForRealm(value, handles),
    open: () => { loading = false; },
  };
}

/** A ServiceError keeps its name and details; everything else is an `Exception` in the script, as on Google. */
function errorText(error: unknown): string {
  if (error instanceof KillSignal) return `k${error.reason}`;
  if (error instanceof ServiceError) return `e${JSON.stringify({ name: error.name, message: error.message, details: error.details })}`;
  const name = error instanceof ApiError || error instanceof Error ? 'Exception' : 'Error';
  return `e${JSON.stringify({ name, message: error instanceof Error ? error.message : String(error) })}`;
}
