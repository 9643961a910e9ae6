/** Where the fields of an entity stand in its tab, found by column metadata, so that people may move and rename columns. */
import { AppError } from '../app/ports/app-error';
import type { EntityDeclaration } from '../domain/field';
import { LANGUAGES } from '../domain/language';
import type { GridReader } from './grid-reader';
import type { Primitive } from './sheets-api';
import { COLUMN_METADATA } from './tabs';

export const ID = 'id';
export const SYSTEM = 'system';

export interface ColumnLayout {
  /** Field key, `id` or `system` → zero-based column. Fields without a column are missing. */
  readonly columns: Readonly<Record<string, number>>;
  /** Header texts by column, to notice moved columns in reads that carry no metadata. */
  readonly headers: readonly string[];
}

/** Reads the header row and its metadata; throws SCHEMA_DRIFT when the tab cannot be written safely. */
export function columnLayout(entity: EntityDeclaration, reader: GridReader, sheetId: number): ColumnLayout {
  const headers = reader.row(sheetId, 0).map((cell) => String(cell ?? ''));
  const columns: Record<string, number> = {};
  const twice: string[] = [];
  for (const { column, entries } of reader.columnMetadata(sheetId)) {
    for (const entry of entries) {
      const key = keyOf(entity, entry.metadataKey, entry.metadataValue);
      if (key === null) continue;
      if (key in columns) twice.push(key);
      columns[key] = column;
    }
  }
  const problem = driftOf(entity, columns, headers, twice);
  if (problem !== null) throw new AppError('SCHEMA_DRIFT', { technical: problem });
  return { columns, headers };
}

/** The columns of a tab, or null when it has drifted: what concerns the other tabs goes on. */
export function soundLayout(entity: EntityDeclaration, reader: GridReader, sheetId: number): ColumnLayout | null {
  try {
    return columnLayout(entity, reader, sheetId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'SCHEMA_DRIFT') return null;
    throw error;
  }
}

/** Whether a header row read without metadata still shows the same columns. */
export function headersMatch(layout: ColumnLayout, row: readonly Primitive[] | undefined): boolean {
  return row !== undefined && Object.values(layout.columns).every((column) => String(row[column] ?? '') === layout.headers[column]);
}

/** Columns that a tab cannot do without. */
export function vitalKeys(entity: EntityDeclaration): readonly string[] {
  const required = Object.entries(entity.fields).filter(([, field]) => field.required === true).map(([key]) => key);
  return [ID, SYSTEM, ...required];
}

function keyOf(entity: EntityDeclaration, metadataKey = '', metadataValue = ''): string | null {
  if (metadataKey !== COLUMN_METADATA || !metadataValue.startsWith(`${entity.name}.`)) return null;
  const key = metadataValue.slice(entity.name.length + 1);
  return key === ID || key === SYSTEM || Object.prototype.hasOwnProperty.call(entity.fields, key) ? key : null;
}

function driftOf(entity: EntityDeclaration, columns: Readonly<Record<string, number>>, headers: readonly string[], twice: readonly string[]): string | null {
  const lost = vitalKeys(entity).filter((key) => !(key in columns));
  if (lost.length > 0) return `${entity.name}: lost columns ${lost.join(', ')}`;
  if (twice.length > 0) return `${entity.name}: columns found twice ${twice.join(', ')}`;
  const swapped = Object.entries(columns).filter(([key, column]) => belongsToAnother(entity, key, headers[column] ?? ''));
  return swapped.length > 0 ? `${entity.name}: columns pasted over ${swapped.map(([key]) => key).join(', ')}` : null;
}

/** A header that is another field's label means columns were cut and pasted over each other. */
function belongsToAnother(entity: EntityDeclaration, key: string, header: string): boolean {
  const own = entity.fields[key];
  if (own === undefined || header === '' || LANGUAGES.some((language) => own.labels[language] === header)) return false;
  return Object.entries(entity.fields).some(([other, field]) => other !== key && LANGUAGES.some((language) => field.labels[language] === header));
}
