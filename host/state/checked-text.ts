import { createHash } from 'node:crypto';
import { PlainError } from './plain-error';

const FORMAT = 'guidang-workbook';
const VERSION = 1;
const SUM_LENGTH = 32;

/** What a snapshot file holds: everything up to the log of the same generation. */
export interface Snapshot {
  readonly generation: number;
  readonly state: unknown;
}

/** The log as far as it can be trusted. */
export interface Log {
  /** Null when there is no log, or a host was killed before its first line was whole. */
  readonly generation: number | null;
  readonly entries: readonly unknown[];
  /** Bytes up to the end of the last whole line; what follows was never acknowledged. */
  readonly wholeBytes: number;
}

export function snapshotText({ generation, state }: Snapshot): string {
  const payload = JSON.stringify(state);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, generation, sum: sumOf(payload) })}\n${payload}\n`;
}

/** Throws `PlainError` for a file of something else, of a newer version, or a damaged one. `name` is how the sentence calls it. */
export function readSnapshot(text: string, name: string): Snapshot {
  const end = text.indexOf('\n');
  const head = end === -1 ? null : parsedOrNull(text.slice(0, end));
  if (!isHead(head)) throw new PlainError(`${name} is not a workbook of this host, or its beginning is damaged.`);
  if (head.version !== VERSION) throw new PlainError(`${name} was written by another version of this host (format ${head.version}, this one reads ${VERSION}).`);
  const payload = text.slice(end + 1, -1);
  if (sumOf(payload) !== head.sum || !text.endsWith('\n')) throw new PlainError(`${name} is damaged: its contents do not match their checksum. Restore a copy of it.`);
  return { generation: head.generation, state: JSON.parse(payload) };
}

/** First line of the log that belongs to a snapshot. */
export function logHead(generation: number): string {
  return logLine(generation, 0, [JSON.stringify(FORMAT), String(generation)]);
}

/**
 * One line holds the entries, each as JSON text, that were written to disk at once. `position` counts lines, the head
 * being 0, so that none can go missing.
 */
export function logLine(generation: number, position: number, entries: readonly string[]): string {
  const json = `[${entries.join(',')}]`;
  return `{"line":${position},"sum":"${sumOf(`${generation}/${position}/${json}`)}","entries":${json}}\n`;
}

/** A last line that is not whole is left out. A wrong line before others, or one out of place, is damage: throws `PlainError`. */
export function readLog(text: string, name: string): Log {
  const lines = text.split('\n');
  const unfinished = lines.pop()!;
  const generation = generationOf(lines[0]);
  if (generation === null) {
    if (lines.length > 1) throw damagedLine(name, 1);
    return { generation: null, entries: [], wholeBytes: 0 };
  }
  const entries: unknown[] = [];
  let tornBytes = Buffer.byteLength(unfinished);
  lines.forEach((line, position) => {
    const read = wholeLine(line, generation);
    const isTorn = read === null && position === lines.length - 1;
    if (!isTorn && read?.position !== position) throw damagedLine(name, position + 1);
    if (read === null) tornBytes += Buffer.byteLength(line) + 1;
    else if (position > 0) for (const entry of read.entries) entries.push(entry);
  });
  return { generation, entries, wholeBytes: Buffer.byteLength(text) - tornBytes };
}

const LINE = new RegExp(`^\\{"line":(\\d+),"sum":"([0-9a-f]{${SUM_LENGTH}})","entries":(\\[.*\\])\\}$`);

interface WholeLine {
  readonly position: number;
  readonly entries: readonly unknown[];
}

function generationOf(head: string | undefined): number | null {
  const json = head === undefined ? undefined : LINE.exec(head)?.[3];
  const entries = json === undefined ? null : parsedOrNull(json);
  if (!Array.isArray(entries) || entries[0] !== FORMAT || typeof entries[1] !== 'number') return null;
  return wholeLine(head!, entries[1]) === null ? null : entries[1];
}

function wholeLine(line: string, generation: number): WholeLine | null {
  const [, position, sum, json] = LINE.exec(line) ?? [];
  if (json === undefined || sumOf(`${generation}/${position!}/${json}`) !== sum) return null;
  return { position: Number(position), entries: JSON.parse(json) as readonly unknown[] };
}

function damagedLine(name: string, line: number): PlainError {
  return new PlainError(`${name} is damaged: line ${line} does not match its checksum or its place. Restore a copy of the workbook with its log.`);
}

function isHead(value: unknown): value is { readonly version: number; readonly generation: number; readonly sum: string } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT
    && 'version' in value && typeof value.version === 'number'
    && 'generation' in value && typeof value.generation === 'number' && 'sum' in value && typeof value.sum === 'string';
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, SUM_LENGTH);
}
