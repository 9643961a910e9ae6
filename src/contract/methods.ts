/** Every method of the one door: what goes in, what comes out. Schemas are in `params.ts`. */
import type { Values } from '../domain/field';
import type { Language } from '../domain/language';
import type { PresetName } from '../domain/preset';
import type { ReviewPolicy } from '../domain/review-cycle';
import type { Role } from '../domain/role';
import type { Params } from './params';

/** A record on the wire. Dates are `YYYY-MM-DD`, money decimal strings, choices option keys, tags lists, empty is null. */
export interface WireRecord {
  readonly entity: string;
  readonly id: string;
  readonly revision: number;
  /** Every enabled field of the entity. */
  readonly values: Values;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly archivedAt: string | null;
  /** One-based row of the grid when read: give it back as `row` to save a look-up. */
  readonly row: number;
}

export interface TeamMember {
  readonly email: string;
  readonly role: Role;
}

/**
 * One customer of the search index:
 * id, row, archived (0 or 1), name, company, phone, further text (mail, tags, industry, region …, joined by line feeds).
 */
export type IndexEntry = readonly [id: string, row: number, archived: 0 | 1, name: string, company: string, phone: string, text: string];

export interface BootstrapData {
  readonly user: { readonly email: string; readonly role: Role | null; readonly canWrite: boolean; readonly canSetUp: boolean };
  /** False in a workbook that has not been set up; everything below `now` is empty then. */
  readonly ready: boolean;
  /** The server's clock, epoch milliseconds: operation ids are made by it. */
  readonly now: number;
  readonly today: string;
  readonly language: Language;
  readonly preset: PresetName;
  /** Entity → keys of the fields that have a column. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly team: readonly TeamMember[];
  readonly reviewMonths: ReviewPolicy;
  /** Journal sequence number the index starts from. */
  readonly seq: number;
  /** Entity → records, the archived included. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface IndexPageData {
  readonly entries: readonly IndexEntry[];
  /** Give it to the next `index.page`; null at the end. */
  readonly next: string | null;
}

export interface IndexDeltaData {
  readonly entries: readonly IndexEntry[];
  readonly seq: number;
  /** True when too much has changed: load the index again, from `seq` on. */
  readonly reload: boolean;
}

export interface RecordListData {
  readonly records: readonly WireRecord[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export interface RecordImportData {
  /** Of the new records, in the order they were given. */
  readonly ids: readonly string[];
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** The method, or the name of the job, that made the change. */
  readonly method: string;
  readonly operationId: string;
  readonly revision: number;
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

export interface CustomerCardData {
  readonly customer: WireRecord;
  /** Newest first, at most `TRANSACTIONS_ON_CARD`. */
  readonly transactions: readonly WireRecord[];
  readonly transactionCount: number;
}

export const TRANSACTIONS_ON_CARD = 50;

export interface WorkbookStatusData {
  readonly ready: boolean;
  readonly version: string;
  readonly language: Language | null;
  readonly preset: PresetName | null;
  readonly tabs: readonly { readonly key: string; readonly title: string; readonly records: number }[];
  readonly cells: { readonly used: number; readonly limit: number };
  readonly seq: number;
  readonly lastJob: { readonly at: string; readonly outcome: string } | null;
  readonly mails: { readonly pending: number; readonly unknown: number };
  /** Plain words for a person: a fault noticed, mail quota used up … */
  readonly notices: readonly { readonly at: string; readonly code: string; readonly ref: string }[];
}

export interface WorkbookSetupData {
  readonly created: readonly string[];
  readonly status: WorkbookStatusData;
}

/** Method → the data of its answer. */
export interface MethodData {
  'workbook.setup': WorkbookSetupData;
  'workbook.status': WorkbookStatusData;
  'bootstrap': BootstrapData;
  'index.page': IndexPageData;
  'index.delta': IndexDeltaData;
  'record.save': { readonly record: WireRecord };
  'record.get': { readonly record: WireRecord };
  'record.import': RecordImportData;
  'record.list': RecordListData;
  'record.archive': { readonly record: WireRecord };
  'record.restore': { readonly record: WireRecord };
  'record.history': { readonly entries: readonly HistoryEntry[] };
  'customer.card': CustomerCardData;
}

export type MethodName = keyof MethodData;
export type MethodParams<M extends MethodName> = Params[M];
