/** The workbook as the use cases see it: records with ids, never cells, rows or columns. */
import type { Changes } from '../../domain/changes';
import type { EntityDeclaration, Values } from '../../domain/field';
import type { Language } from '../../domain/language';
import type { PresetName } from '../../domain/preset';
import type { StoredRecord } from '../../domain/record';
import type { ReviewPolicy } from '../../domain/review-cycle';
import type { Role } from '../../domain/role';

/** What the Settings tab says. */
export interface WorkbookConfig {
  readonly language: Language;
  readonly preset: PresetName;
  readonly team: readonly { readonly email: string; readonly role: Role }[];
  readonly reviewPolicy: ReviewPolicy;
  /** Entity → enabled field keys, in column order of the declaration. */
  readonly enabled: Readonly<Record<string, readonly string[]>>;
}

/** An operation, or a part of a long one, as the Journal remembers it. */
export interface JournalEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly method: string;
  readonly operationId: string;
  readonly records: readonly JournaledRecord[];
}

export interface JournaledRecord {
  readonly entity: string;
  readonly id: string;
  readonly revision: number;
  readonly changes: Changes;
}

/** Where the caller believes a record to be: a zero-based row, verified on read. */
export interface RecordTarget {
  readonly entity: EntityDeclaration;
  readonly id: string;
  readonly row?: number | undefined;
}

/** Whole columns of a tab, row by row; blank and foreign rows included as empty ids. */
export interface ColumnTable {
  readonly rows: readonly ColumnRow[];
  /** Last Journal sequence number when this was read. */
  readonly seq: number;
  /** Zero-based row below the last one that holds an id. */
  readonly nextRow: number;
}

export interface ColumnRow {
  readonly row: number;
  readonly id: string;
  readonly archived: boolean;
  /** UTC instant; null for a row that no save of ours made. */
  readonly createdAt: string | null;
  readonly values: Values;
}

/** What the Journal says an operation did, by the first record it wrote. */
export interface AppliedOperation {
  readonly method: string;
  readonly entity: string;
  readonly id: string;
  readonly revision: number;
}

/** What one read under the lock found; `commit` writes against exactly this. */
export interface Opened {
  readonly config: WorkbookConfig;
  /** Null when the record is new or gone. */
  readonly current: StoredRecord | null;
  /** The operation was applied before: answer again instead of writing. */
  readonly appliedBefore: AppliedOperation | null;
  /** Zero-based row that was opened. */
  readonly row: number;
  /** Last Journal sequence number. */
  readonly seq: number;
}

/** A record to write. */
export interface RecordWrite {
  readonly entity: EntityDeclaration;
  readonly id: string;
  /** Null for a new record. */
  readonly before: StoredRecord | null;
  /** Every enabled field, derived ones included. */
  readonly values: Values;
  readonly archivedAt: string | null;
  /** Zero-based row that a new record takes. */
  readonly row: number;
}

export interface CommitRequest {
  readonly operationId: string;
  readonly method: string;
  readonly by: string;
  readonly at: string;
  readonly writes: readonly RecordWrite[];
}

export interface Archive {
  /** Null before set-up. One read when nothing is cached. */
  config(): WorkbookConfig | null;
  /** Forgets what earlier requests left behind; false when nothing of it was used. */
  renew(): boolean;
  /** The record, or null. One read with a valid hint, at most three without. */
  find(target: RecordTarget): StoredRecord | null;
  /** Records in these rows, in that order; rows that hold no record are left out. One read. */
  findAt(entity: EntityDeclaration, rows: readonly number[]): readonly StoredRecord[];
  /** Whole columns of one tab. One read. */
  columns(entity: EntityDeclaration, keys: readonly string[]): ColumnTable;
  /** Rows `from` (inclusive) to `to` (exclusive) of some columns, and how many records the tab counts. One read. */
  columnSlice(entity: EntityDeclaration, keys: readonly string[], from: number, to: number): { readonly rows: readonly ColumnRow[]; readonly count: number };
  /** What a new record must be compared with: keys of its own tab, ids of the tabs it refers to. One read. */
  keyTables(entity: EntityDeclaration, keys: readonly string[], referred: readonly EntityDeclaration[]): KeyTables;
  /** A record with its children, found by their reference to it. Two reads with valid hints, three after a sort. */
  withChildren(target: RecordTarget, child: EntityDeclaration, reference: string): { readonly record: StoredRecord; readonly children: readonly StoredRecord[] } | null;
  /** Only under the lock. One read when hints hold. */
  open(target: RecordTarget, operationId: string): Opened;
  /** Only under the lock: the first of `count` blank rows at or below `nextRow`. */
  openNew(entity: EntityDeclaration, operationId: string, nextRow: number, count: number): Opened;
  /**
   * Only under the lock: one atomic write with its Journal rows. All writes are of the opened entity: one changed
   * record, or new records for the rows from the opened one on.
   * @throws AppError INTERNAL when the answer shows that another row was hit
   */
  commit(opened: Opened, request: CommitRequest): readonly StoredRecord[];
  /** Ids of all records that an operation wrote, in its order. One read. */
  operation(operationId: string): readonly string[];
  /** All that the Journal says of a record, newest first. Two reads. */
  history(id: string): readonly JournalEntry[];
  /** Records touched after `seq`, as they are now, null when that cannot be told; and the Journal's end. Two reads. */
  changedSince(entity: EntityDeclaration, seq: number): { readonly records: readonly StoredRecord[] | null; readonly seq: number };
  /** For the first screen; null before set-up. One read. */
  overview(): Overview | null;
  /** Cells of all tabs of the file, empty ones included. One read. */
  cellCount(): number;
  /** Writes the line of the last job. Only under the lock. */
  noteJob(job: { readonly at: string; readonly outcome: string }): void;
  /** Opens the workbook at a record's row. */
  linkTo(entity: EntityDeclaration, row: number): string;
  /** Ends the request: what was learned is kept for the next one. Losing it is harmless. */
  settle(): void;
}

export interface KeyTables {
  readonly own: ColumnTable;
  /** Entity → ids that exist. */
  readonly ids: Readonly<Record<string, ReadonlySet<string>>>;
}

export interface Overview {
  readonly config: WorkbookConfig;
  readonly seq: number;
  readonly tabs: readonly { readonly key: string; readonly title: string; readonly records: number }[];
  readonly lastJob: { readonly at: string; readonly outcome: string } | null;
  /** Faults noticed by writes, newest last. */
  readonly notices: readonly { readonly at: string; readonly code: string; readonly ref: string }[];
}
