import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { PlainError, systemCode } from './plain-error';

export interface LockFile {
  release(): void;
}

/**
 * Makes sure that one host at a time has the workbook open. A lock whose process is gone is taken over. Throws
 * `PlainError` when another host (or this one) holds it.
 */
export function acquireLock(path: string, workbookPath: string): LockFile {
  const own = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) });
  try {
    writeFileSync(path, own, { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    const holder = livingHolder(path);
    if (holder !== null) throw new PlainError(`${workbookPath} is open in another host (process ${holder}). Stop that one first.`);
    unlinkSync(path);
    writeFileSync(path, own, { flag: 'wx' });
  }
  return {
    release: () => {
      if (readIfThere(path) === own) unlinkSync(path);
    },
  };
}

/** A process id may have been given to another program since: on Linux its starting time tells. */
function livingHolder(path: string): number | null {
  const holder = holderIn(readIfThere(path) ?? '');
  if (holder === null || !isAlive(holder.pid)) return null;
  return holder.startedAt === null || holder.startedAt === startOf(holder.pid) ? holder.pid : null;
}

/** Null for a lock that was cut off while being written: its writer died. */
function holderIn(text: string): { readonly pid: number; readonly startedAt: string | null } | null {
  const matched = /^\{"pid":(\d+),"startedAt":(?:null|"(\d+)")\}$/.exec(text);
  return matched === null ? null : { pid: Number(matched[1]), startedAt: matched[2] ?? null };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
    if (systemCode(error) === 'EPERM') return true;
    throw error;
  }
}

/** Clock ticks between boot and start of a process, from Linux's process table; null where there is none. */
function startOf(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
