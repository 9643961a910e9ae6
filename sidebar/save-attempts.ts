/**
 * Saves of one form whose answers may be lost. The same content sent again carries the same operation id; before other
 * content is sent, the lost attempt is repeated to learn what became of it. So nothing is ever saved twice.
 */
import type { MethodData, MethodParams } from '../src/contract/methods';
import type { CallError, CallResult, Rpc } from './rpc';

type SaveParams = MethodParams<'record.save'>;
export type SaveResult = CallResult<MethodData['record.save']>;

export interface SaveAttempts {
  send(params: SaveParams): Promise<SaveResult>;
  /** Repeats an attempt of other content whose outcome is unknown; null when there is none. */
  settleEarlier(next: SaveParams): Promise<SaveResult | null>;
}

/** Whether the save may have happened all the same. */
export function isUnknown(error: CallError): boolean {
  return error.code === 'UNAVAILABLE' || error.code === 'BUSY';
}

export function createAttempts(rpc: Rpc): SaveAttempts {
  let open: { readonly params: SaveParams; readonly operationId: string } | null = null;

  async function attempt(params: SaveParams, operationId: string): Promise<SaveResult> {
    open = { params, operationId };
    const result = await rpc.call('record.save', params, { operationId });
    if (result.ok || !isUnknown(result.error)) open = null;
    return result;
  }

  return {
    send: (params) => attempt(params, open !== null && isSame(open.params, params) ? open.operationId : rpc.newOperationId()),
    settleEarlier: (next) => (open === null || isSame(open.params, next) ? Promise.resolve(null) : attempt(open.params, open.operationId)),
  };
}

function isSame(a: SaveParams, b: SaveParams): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
