import type { Area } from './area';
import type { RunUpdate, Runs } from './runs';
import { mappedRuns, permutedRuns, withUpdates } from './runs';
import type { Transaction } from './transaction';
import type { Sheet } from './workbook';

/** The tables of a tab that are kept as runs per column. */
export type OverlayName = 'formats' | 'rules' | 'notes';

type ValueOf<Name extends OverlayName> = Sheet[Name] extends readonly Runs<infer T>[] ? T : never;

/** Gives every cell of an area the same format, rule or note; `undefined` clears. */
export function fillOverlay<Name extends OverlayName>(tx: Transaction, sheet: Sheet, name: Name, area: Area, value: ValueOf<Name> | undefined): void {
  changeColumns(tx, sheet, name, area, (runs) => withUpdates(runs, [{ start: area.top, end: area.bottom, value }]));
}

/** Replaces every value of an area by `change(value)`. */
export function mapOverlay<Name extends OverlayName>(tx: Transaction, sheet: Sheet, name: Name, area: Area, change: (value: ValueOf<Name> | undefined) => ValueOf<Name> | undefined): void {
  changeColumns(tx, sheet, name, area, (runs) => mappedRuns(runs, { start: area.top, end: area.bottom }, change));
}

export function permuteOverlay(tx: Transaction, sheet: Sheet, name: OverlayName, area: Area, order: readonly number[]): void {
  changeColumns(tx, sheet, name, area, (runs) => permutedRuns(runs, area.top, order));
}

/** Collects cell by cell and writes each column once, so that many single cells do not cost a pass each. */
export function overlayWriter<Name extends OverlayName>(sheet: Sheet, name: Name): {
  put(position: { readonly row: number; readonly column: number }, value: ValueOf<Name> | undefined): void;
  flush(tx: Transaction): void;
} {
  const columns = new Map<number, RunUpdate<ValueOf<Name>>[]>();
  return {
    put: ({ row, column }, value) => {
      const updates = columns.get(column) ?? [];
      if (updates.length === 0) columns.set(column, updates);
      updates.push({ start: row, end: row + 1, value });
    },
    flush: (tx) => {
      if (columns.size === 0) return;
      const list = [...sheet[name]] as Runs<ValueOf<Name>>[];
      for (const [column, updates] of columns) {
        while (list.length <= column) list.push([]);
        updates.sort((a, b) => a.start - b.start);
        list[column] = withUpdates(list[column] ?? [], updates);
      }
      tx.set(sheet, name, list as unknown as Sheet[Name]);
    },
  };
}

function changeColumns<Name extends OverlayName>(tx: Transaction, sheet: Sheet, name: Name, area: Area, change: (runs: Runs<ValueOf<Name>>) => Runs<ValueOf<Name>>): void {
  const list = [...sheet[name]] as Runs<ValueOf<Name>>[];
  for (let column = area.left; column < area.right; column += 1) {
    const before = list[column] ?? [];
    const after = change(before);
    if (after === before || (after.length === 0 && column >= list.length)) continue;
    while (list.length < column) list.push([]);
    list[column] = after;
  }
  tx.set(sheet, name, list as unknown as Sheet[Name]);
}
