/**
 * The Journal's rows: `seq | when, who, how | operation id | records | changes | hash`.
 * An operation takes as many rows as its changes need. Each row's hash covers a salted digest of the changes and the
 * hash of the row above, so that an erased person's values can be redacted later and the chain still verifies.
 */
import type { JournalEntry, JournaledRecord } from '../app/ports/archive';
import type { Changes } from '../domain/changes';
import { sha256Hex } from '../domain/sha256';
import type { ExtendedValue, Primitive } from './sheets-api';

/** Characters of changes in one cell; Google's limit is 50,000. */
const MAX_CHANGES = 32_000;
/** Characters of record ids in one cell. */
const MAX_IDS = 30_000;

export const JOURNAL_COLUMNS = { seq: 0, head: 1, operationId: 2, records: 3, changes: 4, hash: 5 } as const;

/** The hash that the first row builds on. */
export const GENESIS = '0'.repeat(64);

export interface OperationRecord {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly method: string;
  readonly operationId: string;
  readonly previousHash: string;
  /** Random text, new for every operation. */
  readonly salt: string;
  readonly records: readonly JournaledRecord[];
}

export type JournalCells = readonly [seq: number, head: string, operationId: string, records: string, changes: string, hash: string];

/** The rows of one operation, in order; the last one's hash is the chain's new head. */
export function encodeOperation(operation: OperationRecord): readonly JournalCells[] {
  const parts = partsOf(operation.records);
  let previous = operation.previousHash;
  return parts.map((part, i) => {
    const seq = operation.seq + i;
    const head = JSON.stringify([operation.at, operation.by, operation.method, i + 1, parts.length]);
    const changes = `${operation.salt}${i} ${part.text}`;
    const hash = rowHash({ seq, head, operationId: operation.operationId, records: part.ids, digest: sha256Hex(changes), previous });
    previous = hash;
    return [seq, head, operation.operationId, part.ids, changes, hash] as const;
  });
}

/** The hash of a row from what stands in it; `digest` is SHA-256 of its changes cell. */
export function rowHash(row: { seq: number; head: string; operationId: string; records: string; digest: string; previous: string }): string {
  return sha256Hex([row.seq, row.head, row.operationId, row.records, row.digest, row.previous].join('\n'));
}

export function encodeJournalCells(cells: JournalCells): readonly ExtendedValue[] {
  return cells.map((cell) => (typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell }));
}

/** `customer:C-7G… @3` pairs of the records cell. */
export function decodeRecordIds(cell: Primitive): readonly { entity: string; id: string; revision: number }[] {
  return String(cell ?? '').split(' ').filter((text) => text !== '').map((text) => {
    const [entity = '', id = '', revision = ''] = text.split(/[:@]/);
    return { entity, id, revision: Number(revision) };
  });
}

export interface JournalHead {
  readonly at: string;
  readonly by: string;
  readonly method: string;
  readonly part: number;
  readonly parts: number;
}

/** Null for a cell that somebody damaged, or a row that is none of ours. */
export function decodeHead(cell: Primitive): JournalHead | null {
  if (typeof cell !== 'string' || !cell.startsWith('[')) return null;
  try {
    const [at, by, method, part, parts] = JSON.parse(cell) as [string, string, string, number, number];
    return typeof at === 'string' && typeof method === 'string' ? { at, by, method, part, parts } : null;
  } catch {
    return null;
  }
}

/**
 * What consecutive rows tell, in their order: an entry for each row of whole records, one for all the pieces of a
 * record too long for a row. What was damaged, and a record whose last piece is missing, is left out.
 */
export function decodeJournal(rows: readonly (readonly Primitive[])[]): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  let text = '';
  for (const row of rows) {
    const head = decodeHead(row[JOURNAL_COLUMNS.head] ?? null);
    text = (row[JOURNAL_COLUMNS.records] === '' ? text : '') + changesText(row);
    if (!text.endsWith(END)) continue;
    const records = decodeChanges(text);
    text = '';
    if (head === null || records === null) continue;
    const { at, by, method } = head;
    entries.push({ seq: Number(row[JOURNAL_COLUMNS.seq]), at, by, method, operationId: String(row[JOURNAL_COLUMNS.operationId] ?? ''), records });
  }
  return entries;
}

/** Whether the row's record goes on in the next row. */
export function goesOn(row: readonly Primitive[]): boolean {
  return !changesText(row).endsWith(END);
}

/** Ends the line of a record; JSON itself never holds a line feed. */
const END = '\n';

/** The changes cell without its salt. */
function changesText(row: readonly Primitive[]): string {
  const changes = String(row[JOURNAL_COLUMNS.changes] ?? '');
  return changes.slice(changes.indexOf(' ') + 1);
}

function decodeChanges(text: string): readonly JournaledRecord[] | null {
  try {
    return text.split(END).filter((line) => line !== '').map((line) => {
      const [entity, id, revision, changes] = JSON.parse(line) as [string, string, number, Changes];
      return { entity, id, revision, changes };
    });
  } catch {
    return null;
  }
}

interface Part {
  readonly ids: string;
  readonly text: string;
}

/** Groups whole records while they fit. A record too long for a row is cut into rows of its own; its id stands in the first. */
function partsOf(records: readonly JournaledRecord[]): readonly Part[] {
  const parts: Part[] = [];
  let ids: string[] = [];
  let text = '';
  const close = (): void => {
    parts.push({ ids: ids.join(' '), text });
    ids = [];
    text = '';
  };
  for (const record of records) {
    const id = `${record.entity}:${record.id}@${record.revision}`;
    const line = JSON.stringify([record.entity, record.id, record.revision, record.changes]) + END;
    if (text !== '' && (text.length + line.length > MAX_CHANGES || ids.join(' ').length + id.length > MAX_IDS)) close();
    ids.push(id);
    text += line;
    if (text.length <= MAX_CHANGES) continue;
    while (text.length > MAX_CHANGES) {
      const cut = cutBefore(text, MAX_CHANGES);
      const rest = text.slice(cut);
      text = text.slice(0, cut);
      close();
      text = rest;
    }
    close();
  }
  if (text !== '') close();
  return parts;
}

/** Never between the halves of a surrogate pair. */
function cutBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
