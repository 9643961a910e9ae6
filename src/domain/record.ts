/** A record as every layer above the cells knows it. */
import type { Values } from './field';

/** What the packed `system` cell knows of a record. Instants are UTC ISO. */
export interface RecordStamp {
  readonly revision: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly operationId: string;
  /** First 16 hexadecimal digits of SHA-256 over the row as written; a difference means a hand edit. */
  readonly digest: string;
  readonly archivedAt: string | null;
}

export interface StoredRecord {
  readonly id: string;
  /** Every enabled field; null where empty. */
  readonly values: Values;
  readonly stamp: RecordStamp;
  /** Zero-based row of the grid as of the read: a hint, never an identity. */
  readonly row: number;
}
