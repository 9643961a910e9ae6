/** What the System tab keeps besides the pre-image ring: the head of the Journal, the last job, notices. */
import type { Overview } from '../app/ports/archive';
import type { Primitive } from './sheets-api';

/**
 * Where the Journal ends. Under the lock it is held against the Journal's rows, which are the truth; where they differ it
 * is made anew (`journal-end.ts`). Counts are a cache of what the tabs hold.
 */
export interface Head {
  readonly seq: number;
  /** Zero-based row of the Journal's last row: `seq`, unless somebody inserted or deleted rows. */
  readonly row: number;
  /** Hash of the Journal's last row. */
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
}

export function encodeHead(head: Head): string {
  return JSON.stringify(head);
}

/** An empty or damaged cell reads as a head that no Journal has. */
export function decodeHead(cell: Primitive): Head {
  const parsed = parse(cell);
  const seq = Number(parsed['seq'] ?? 0);
  return { seq, row: Number(parsed['row'] ?? seq), hash: String(parsed['hash'] ?? ''), counts: (parsed['counts'] ?? {}) as Head['counts'] };
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
