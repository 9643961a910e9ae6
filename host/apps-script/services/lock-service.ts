import type { ServiceContext } from '../service-context';
import { ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { numberArgument } from './arguments';

/** Who holds which lock, by execution number. Locks live only as long as the execution that took them. */
export interface LockTable {
  holder(name: string): number | null;
  take(name: string, execution: number): void;
  release(name: string, execution: number): void;
  /** At the end of an execution, and when a dialog suspends it. */
  releaseAll(execution: number): void;
}

export function createLockTable(): LockTable {
  const holders = new Map<string, number>();
  return {
    holder: (name) => holders.get(name) ?? null,
    take: (name, execution) => { holders.set(name, execution); },
    release: (name, execution) => { if (holders.get(name) === execution) holders.delete(name); },
    releaseAll: (execution) => {
      for (const [name, holder] of holders) if (holder === execution) holders.delete(name);
    },
  };
}

/**
 * Locks exclude executions of this script only. An execution runs to its end before another one gets a turn, unless a
 * simulator starts one in between: a lock found taken is therefore still taken when the wait is over.
 */
export function createLockService(context: ServiceContext): ServiceObject {
  const lockGetter = (name: string): Member => {
    const lock = lockObject(context, name);
    return () => lock;
  };
  return serviceObject({
    type: 'LockService',
    service: 'LockService',
    members: {
      getDocumentLock: context.spreadsheetId === '' ? () => null : lockGetter(`document:${context.spreadsheetId}`),
      getScriptLock: lockGetter('script'),
      getUserLock: lockGetter(`user:${context.effectiveUser}`),
    },
  });
}

function lockObject(context: ServiceContext, name: string): ServiceObject {
  const { locks, execution } = context;
  const tryLock = (ms: number): boolean => {
    const holder = locks.holder(name);
    if (holder === execution.number) return true;
    if (ms < 0) return false;
    if (holder !== null) {
      execution.wait(ms);
      return false;
    }
    locks.take(name, execution.number);
    return true;
  };
  return serviceObject({
    type: 'Lock',
    service: 'LockService',
    members: {
      tryLock: (...args) => tryLock(numberArgument(args, 0, 'LockService.Lock.tryLock')),
      waitLock: (...args) => {
        if (!tryLock(numberArgument(args, 0, 'LockService.Lock.waitLock'))) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
      },
      hasLock: () => locks.holder(name) === execution.number,
      releaseLock: () => { locks.release(name, execution.number); },
    },
  });
}
