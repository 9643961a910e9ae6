/** What the System tab keeps besides the pre-image ring: the head of the Journal, the last job, notices. */
import type { Overview } from '../app/ports/archive';
import type { Primitive } from './sheets-api';

/** Counts are a cache of what the tabs hold; the Journal's own rows are the truth for `seq`. */
export interface Head {
  readonly seq: number;
  /** Hash of the Journal's last row. */
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
}

export function encodeHead(head: Head): string {
  return JSON.stringify(head);
}

/** An empty or damaged cell reads as an archive without a Journal; the tail then corrects it. */
export function decodeHead(cell: Primitive): Head {
  const parsed = parse(cell);
  return { seq: Number(parsed['seq'] ?? 0), hash: String(parsed['hash'] ?? ''), counts: (parsed['counts'] ?? {}) as Head['counts'] };
}

export type LastJob = NonNullable<Overview['lastJob']>;
export type Notice = Overview['notices'][number];

export function decodeLastJob(cell: Primitive): LastJob | null {
  const parsed = parse(cell);
  return 'at' in parsed ? { at: String(parsed['at']), outcome: String(parsed['outcome']) } : null;
}

export function decodeNotice(cell: Primitive): Notice | null {
  const parsed = parse(cell);
  return 'at' in parsed ? { at: String(parsed['at']), code: String(parsed['code']), ref: String(parsed['ref']) } : null;
}

function parse(cell: Primitive): Record<string, unknown> {
  if (typeof cell !== 'string' || !cell.startsWith('{')) return {};
  try {
    return JSON.parse(cell) as Record<string, unknown>;
  } catch {
    return {};
  }
}
