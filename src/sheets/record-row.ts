/** A row of the grid as a record. */
import type { WorkbookConfig } from '../app/ports/archive';
import type { EntityDeclaration } from '../domain/field';
import type { StoredRecord } from '../domain/record';
import { ID, SYSTEM, type ColumnLayout } from './column-layout';
import { decodeRow, decodeStamp } from './row-codec';
import type { Primitive } from './sheets-api';

/** Null when the row is no record of ours: blank, or typed by hand and not yet adopted. */
export function recordAt(entity: EntityDeclaration, layout: ColumnLayout, config: WorkbookConfig, row: number, cells: readonly Primitive[]): StoredRecord | null {
  const stamp = decodeStamp(cells[layout.columns[SYSTEM] ?? -1] ?? null);
  const id = cells[layout.columns[ID] ?? -1];
  if (stamp === null || typeof id !== 'string' || id === '') return null;
  const decoded = decodeRow(entity, layout, cells);
  const keys = (config.enabled[entity.name] ?? []).filter((key) => key in layout.columns);
  return { id, stamp, row, values: Object.fromEntries(keys.map((key) => [key, decoded[key] ?? null])) };
}
