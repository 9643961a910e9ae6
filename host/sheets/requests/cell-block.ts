import type { CallContext } from '../context';
import { notEmulated } from '../errors';
import { parseTemplate, renderTemplate } from '../rules/formula-template';
import type { CellPosition } from '../rules/formula-template';
import type { StoredRule } from '../rules/stored-rule';
import type { CellFormat } from '../schema/api';
import type { Area } from '../store/area';
import { cellAt, clearCells, setCell } from '../store/cells';
import { interned } from '../store/intern';
import { fillOverlay, overlayWriter } from '../store/overlay';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';

export interface Block { readonly sheet: Sheet; readonly area: Area }

/** What of its cells a block takes along. */
export interface PasteParts {
  readonly values: 'all' | 'constants' | 'none';
  readonly formats: 'all' | 'borderless' | 'none';
  readonly rules: boolean;
  readonly notes: boolean;
}

export const EVERYTHING: PasteParts = { values: 'all', formats: 'all', rules: true, notes: true };

export interface BlockSnapshot {
  readonly area: Area;
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly (CellFormat | undefined)[])[];
  readonly rules: readonly (readonly (StoredRule | undefined)[])[];
  readonly notes: readonly (readonly (string | undefined)[])[];
}

/** Source and destination may overlap, so the source is read in full first. */
export function snapshotOf({ sheet, area }: Block): BlockSnapshot {
  const read = <T>(at: (row: number, column: number) => T): readonly (readonly T[])[] => Array.from({ length: area.bottom - area.top },
    (_, row) => Array.from({ length: area.right - area.left }, (_unused, column) => at(area.top + row, area.left + column)));
  return {
    area, cells: read((row, column) => cellAt(sheet, row, column)),
    formats: read((row, column) => valueAt(sheet.formats[column] ?? [], row)),
    rules: read((row, column) => valueAt(sheet.rules[column] ?? [], row)),
    notes: read((row, column) => valueAt(sheet.notes[column] ?? [], row)),
  };
}

/** Lays a block over an area as often as it fits. References of formulas move along, unless the block was cut. */
export function pasteBlock({ tx }: CallContext, source: BlockSnapshot, { sheet, area }: Block, options: { readonly parts: PasteParts; readonly keepFormulas?: boolean }): void {
  const { parts } = options;
  const formats = overlayWriter(sheet, 'formats');
  const rules = overlayWriter(sheet, 'rules');
  const notes = overlayWriter(sheet, 'notes');
  const height = source.cells.length;
  const width = source.area.right - source.area.left;
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const at = { row, column };
      const y = (row - area.top) % height;
      const x = (column - area.left) % width;
      const cell = source.cells[y]?.[x] ?? null;
      if (parts.values !== 'none') setCell(tx, sheet, at, pastedCell(cell, { row: source.area.top + y, column: source.area.left + x }, at));
      if (parts.formats !== 'none') formats.put(at, pastedFormat(source.formats[y]?.[x], valueAt(sheet.formats[column] ?? [], row)));
      if (parts.rules) rules.put(at, source.rules[y]?.[x]);
      if (parts.notes) notes.put(at, source.notes[y]?.[x]);
    }
  }
  formats.flush(tx);
  rules.flush(tx);
  notes.flush(tx);

  function pastedCell(cell: Cell, from: CellPosition, to: CellPosition): Cell {
    if (typeof cell !== 'object' || cell === null || options.keepFormulas === true) return cell;
    if (parts.values === 'constants') throw notEmulated('pasting the value of a formula');
    return { formula: renderTemplate(parseTemplate(cell.formula, from), to) };
  }

  function pastedFormat(format: CellFormat | undefined, present: CellFormat | undefined): CellFormat | undefined {
    if (parts.formats !== 'borderless') return format;
    const { borders: _left, ...rest } = format ?? {};
    const next = present?.borders === undefined ? rest : { ...rest, borders: present.borders };
    return Object.keys(next).length > 0 ? interned(next) : undefined;
  }
}

export function clearBlock({ tx }: CallContext, { sheet, area }: Block, parts: PasteParts): void {
  if (parts.values !== 'none') clearCells(tx, sheet, area);
  if (parts.formats !== 'none') fillOverlay(tx, sheet, 'formats', area, undefined);
  if (parts.rules) fillOverlay(tx, sheet, 'rules', area, undefined);
  if (parts.notes) fillOverlay(tx, sheet, 'notes', area, undefined);
}
