import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { logHead, logLine, readLog, readSnapshot, snapshotText, type Snapshot } from './checked-text';
import { acquireLock } from './lock-file';
import { PlainError, systemCode } from './plain-error';

/** What a workbook file held when it was opened. */
export interface StoredWorkbook {
  /** Null for a file that is new. */
  readonly state: unknown;
  /** What happened since, in order. */
  readonly entries: readonly unknown[];
  /** Begins to record. Call it once, when state and entries have been taken over. */
  record(options: RecordOptions): WorkbookFile;
  /** Lets go of the file without recording. */
  abandon(): void;
}

export interface RecordOptions {
  /** The whole present state as plain JSON; called while nothing else runs. */
  readonly capture: () => unknown;
  /** A new snapshot is due when the log is longer than this and than the last snapshot. Default 4 MB. */
  readonly compactAboveBytes?: number;
}

/** A workbook on disk: a snapshot and, beside it, `<file>.log` with all that happened since. */
export interface WorkbookFile {
  /** Notes what happened; plain JSON, written out at once, so that the entry may change afterwards. Keeps the order. */
  append(entry: unknown): void;
  /** Resolves when all that was appended so far survives a power cut. Rejects with `PlainError` once the disk has refused. */
  durable(): Promise<void>;
  /** Writes a last snapshot and frees the file. */
  close(): Promise<void>;
}

/** Throws `PlainError` when the file is damaged, foreign, or open in another host. */
export function openWorkbookFile(file: string): StoredWorkbook {
  const path = resolve(file);
  const lock = inPlainWords(path, () => acquireLock(`${path}.lock`, path));
  try {
    const { generation, state, entries } = inPlainWords(path, () => readStored(path));
    return {
      state,
      entries,
      abandon: lock.release,
      record: (options) => startRecording(path, generation, options, lock.release),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Deletes a workbook that no host has open. */
export function removeWorkbookFile(file: string): void {
  for (const path of [file, `${file}.log`]) rmSync(path, { force: true });
}

const DEFAULT_COMPACT_ABOVE = 4 * 1024 * 1024;

interface Stored extends Snapshot {
  readonly entries: readonly unknown[];
}

function readStored(path: string): Stored {
  const logPath = `${path}.log`;
  if (!existsSync(path)) {
    if (existsSync(logPath)) throw new PlainError(`${path} is missing, but its log is there. Restore a copy of it, or move ${logPath} away.`);
    return { generation: 0, state: null, entries: [] };
  }
  const snapshot = readSnapshot(readFileSync(path, 'utf8'), path);
  const log = existsSync(logPath) ? readLog(readFileSync(logPath, 'utf8'), logPath) : null;
  // A host killed between writing a snapshot and starting its log leaves the older log behind, all of which the snapshot holds.
  if (log === null || log.generation === null || log.generation < snapshot.generation) return { ...snapshot, entries: [] };
  if (log.generation > snapshot.generation) throw new PlainError(`${path} is older than its log. Restore the copy that belongs to ${logPath}, or move the log away.`);
  truncateSync(logPath, log.wholeBytes);
  return { ...snapshot, entries: log.entries };
}

/** Starts with a fresh snapshot, so that a long log is read once only. */
function startRecording(path: string, opened: number, { capture, compactAboveBytes = DEFAULT_COMPACT_ABOVE }: RecordOptions, release: () => void): WorkbookFile {
  let generation = opened;
  let position = 0;
  let snapshotBytes = 0;
  let logBytes = 0;
  let pending: string[] = [];
  let appended = 0;
  let stored = 0;
  let waiters: Waiter[] = [];
  let writing = false;
  let failure: PlainError | null = null;

  const compact = (): void => {
    const text = snapshotText({ generation: generation + 1, state: capture() });
    pending = [];
    stored = appended;
    generation += 1;
    position = 0;
    snapshotBytes = replaceFile(path, text);
    logBytes = replaceFile(`${path}.log`, logHead(generation));
  };

  const writeLine = async (): Promise<void> => {
    const upTo = appended;
    position += 1;
    const line = logLine(generation, position, pending);
    pending = [];
    const log = await open(`${path}.log`, 'a');
    try {
      await log.appendFile(line);
      await log.datasync();
    } finally {
      await log.close();
    }
    logBytes += Buffer.byteLength(line);
    stored = upTo;
  };

  const write = async (): Promise<void> => {
    writing = true;
    try {
      while (stored < appended) {
        if (logBytes > Math.max(compactAboveBytes, snapshotBytes)) compact();
        else await writeLine();
        waiters.filter((waiter) => waiter.upTo <= stored).forEach((waiter) => waiter.resolve());
        waiters = waiters.filter((waiter) => waiter.upTo > stored);
      }
    } catch (error) {
      failure = asPlainError(path, error);
      waiters.forEach((waiter) => waiter.reject(failure));
      waiters = [];
    } finally {
      writing = false;
    }
  };

  const durable = async (): Promise<void> => {
    if (failure !== null) throw failure;
    if (stored >= appended) return;
    const done = new Promise<void>((resolve, reject) => waiters.push({ upTo: appended, resolve, reject }));
    if (!writing) void write();
    await done;
  };

  inPlainWords(path, compact);
  return {
    append: (entry) => {
      pending.push(JSON.stringify(entry));
      appended += 1;
    },
    durable,
    close: async () => {
      try {
        await durable();
        inPlainWords(path, compact);
      } finally {
        release();
      }
    },
  };
}

interface Waiter {
  readonly upTo: number;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Writes beside the file, flushes, renames over it, flushes the folder: after a crash there is the old file or the new one. Returns the bytes. */
function replaceFile(path: string, text: string): number {
  const beside = `${path}.new`;
  const descriptor = openSync(beside, 'w');
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return statSync(path).size;
}

function inPlainWords<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asPlainError(path, error);
  }
}

function asPlainError(path: string, error: unknown): PlainError {
  if (error instanceof PlainError) return error;
  const code = systemCode(error);
  return new PlainError(`${path} cannot be used as a workbook: ${code === null ? String(error) : REASONS[code] ?? code}.`, { cause: error });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist', ENOTDIR: 'its folder does not exist', EISDIR: 'it is a folder',
  EACCES: 'access is denied', EPERM: 'access is denied', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full', EDQUOT: 'the disk is full',
};
