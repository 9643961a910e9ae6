import type { CellFormat } from './schema/api';
import type { StoredRule } from './rules/stored-rule';
import { interned } from './store/intern';
import type { Runs } from './store/runs';
import type { Cell, Sheet, Workbook } from './store/workbook';

/** Runs of columns with their values named by position in a pool: `[start, end, index]`. */
interface PooledRuns {
  readonly pool: readonly unknown[];
  readonly columns: readonly (readonly (readonly [start: number, end: number, index: number])[])[];
}

type SavedSheet = Omit<Sheet, 'rows' | 'formats' | 'rules' | 'notes'> & {
  readonly rows: readonly (readonly Cell[] | null)[];
  readonly formats: PooledRuns;
  readonly rules: PooledRuns;
  readonly notes: PooledRuns;
};

type SavedWorkbook = Omit<Workbook, 'sheets'> & { readonly sheets: readonly SavedSheet[] };

/** The state of an engine as plain JSON. Rows are shared with the engine: write it out before the next call. */
export interface SavedEngine {
  readonly version: 1;
  readonly workbooksMade: number;
  readonly workbooks: readonly SavedWorkbook[];
}

export function saveWorkbook(workbook: Workbook): SavedWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet, rows: savedRows(sheet.rows),
      formats: pooled(sheet.formats), rules: pooled(sheet.rules), notes: pooled(sheet.notes),
    })),
  };
}

export function loadWorkbook(saved: SavedWorkbook): Workbook {
  return {
    ...saved,
    sheets: saved.sheets.map((sheet) => ({
      ...sheet, rows: sheet.rows.map((cells) => cells?.slice() ?? undefined),
      formats: unpooled<CellFormat>(sheet.formats, interned), rules: unpooled<StoredRule>(sheet.rules, interned), notes: unpooled<string>(sheet.notes, (note) => note),
    })),
  };
}

/** Blank cells at the end of a row and blank rows at the end of a tab are not worth a byte. */
function savedRows(rows: Sheet['rows']): SavedSheet['rows'] {
  return withoutTrailingNulls(rows.map((cells) => {
    const kept = cells === undefined ? [] : withoutTrailingNulls(cells);
    return kept.length > 0 ? kept : null;
  }));
}

function withoutTrailingNulls<T>(list: readonly T[]): readonly T[] {
  let length = list.length;
  while (length > 0 && list[length - 1] === null) length -= 1;
  return length === list.length ? list : list.slice(0, length);
}

function pooled(columns: readonly Runs<unknown>[]): PooledRuns {
  const indices = new Map<unknown, number>();
  const indexOf = (value: unknown): number => {
    const known = indices.get(value) ?? indices.size;
    indices.set(value, known);
    return known;
  };
  const saved = columns.map((runs) => runs.map((run) => [run.start, run.end, indexOf(run.value)] as const));
  return { pool: [...indices.keys()], columns: saved };
}

function unpooled<T>({ pool, columns }: PooledRuns, restore: (value: T) => T): readonly Runs<T>[] {
  const values = pool.map((value) => restore(value as T));
  return columns.map((runs) => runs.map(([start, end, index]) => ({ start, end, value: values[index] as T })));
}
