import type { CallContext } from '../context';
import { chargeFill } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { exceedsGrid, resolveGridRange, sheetById } from '../ranges';
import { parseTemplate, renderTemplate } from '../rules/formula-template';
import { assertMayEdit } from '../rules/protections';
import type { CellFormat } from '../schema/api';
import type { StoredRule } from '../rules/stored-rule';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import { cellAt, clearCells, setCell } from '../store/cells';
import { interned } from '../store/intern';
import { fillOverlay, overlayWriter } from '../store/overlay';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

interface Block { readonly sheet: Sheet; readonly area: Area }

/** What is taken along. assumed: PASTE_NORMAL takes notes too, PASTE_VALUES turns a formula into nothing (nothing is calculated here). */
interface PasteParts { readonly values: 'all' | 'constants' | 'none'; readonly formats: 'all' | 'borderless' | 'none'; readonly rules: boolean; readonly notes: boolean }

const PASTE_PARTS: Readonly<Record<string, PasteParts>> = {
  PASTE_NORMAL: { values: 'all', formats: 'all', rules: true, notes: true },
  PASTE_VALUES: { values: 'constants', formats: 'none', rules: false, notes: false },
  PASTE_FORMAT: { values: 'none', formats: 'all', rules: true, notes: false },
  PASTE_NO_BORDERS: { values: 'all', formats: 'borderless', rules: true, notes: true },
  PASTE_FORMULA: { values: 'all', formats: 'none', rules: false, notes: false },
  PASTE_DATA_VALIDATION: { values: 'none', formats: 'none', rules: true, notes: false },
};

export const copyRequests: RequestFamily<'copyPaste' | 'cutPaste'> = {
  copyPaste: (context, body) => {
    if (body.pasteOrientation === 'TRANSPOSE') throw notEmulated('copyPaste with TRANSPOSE');
    const parts = partsOf('copyPaste', body.pasteType);
    const source = resolveGridRange(context.workbook, body.source);
    const target = targetOf(source, resolveGridRange(context.workbook, body.destination));
    assertMayEdit(context, target.sheet, target.area);
    chargeFill(context.cost, cellsIn(target.area));
    paste(context, snapshot(source), target, parts);
    return {};
  },
  cutPaste: (context, body) => {
    const parts = partsOf('cutPaste', body.pasteType);
    const source = resolveGridRange(context.workbook, body.source);
    const { rowIndex = 0, columnIndex = 0 } = body.destination ?? {};
    const sheet = sheetById(context.workbook, body.destination?.sheetId);
    const target = { sheet, area: extended({ top: rowIndex, bottom: rowIndex + 1, left: columnIndex, right: columnIndex + 1 }, source.area) };
    assertFits(target);
    assertMayEdit(context, source.sheet, source.area);
    assertMayEdit(context, target.sheet, target.area);
    chargeFill(context.cost, cellsIn(target.area));
    const block = snapshot(source);
    clearParts(context, source, parts);
    paste(context, block, target, parts, { keepFormulas: true });
    return {};
  },
};

function partsOf(kind: string, pasteType = 'PASTE_NORMAL'): PasteParts {
  const parts = PASTE_PARTS[pasteType];
  if (parts === undefined) throw notEmulated(`${kind} with ${pasteType}`);
  return parts;
}

/** A destination that is a multiple of the source is filled; a smaller one is overrun by the whole source. */
function targetOf(source: Block, destination: Block): Block {
  const height = source.area.bottom - source.area.top;
  const width = source.area.right - source.area.left;
  const { top, bottom, left, right } = destination.area;
  const target = {
    sheet: destination.sheet,
    area: {
      top, left, bottom: (bottom - top) % height === 0 ? bottom : top + Math.max(1, Math.floor((bottom - top) / height)) * height,
      right: (right - left) % width === 0 ? right : left + Math.max(1, Math.floor((right - left) / width)) * width,
    },
  };
  assertFits(target);
  return target;
}

function extended(area: Area, source: Area): Area {
  return { ...area, bottom: area.top + source.bottom - source.top, right: area.left + source.right - source.left };
}

/** assumed: a paste past the grid is refused like a range past it. */
function assertFits({ sheet, area }: Block): void {
  if (area.top < 0 || area.left < 0) throw invalidArgument('GridCoordinate indices cannot be negative.');
  if (area.bottom > sheet.rowCount || area.right > sheet.columnCount) {
    throw exceedsGrid(sheet, { startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right });
  }
}

interface Snapshot {
  readonly area: Area;
  readonly cells: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly (CellFormat | undefined)[])[];
  readonly rules: readonly (readonly (StoredRule | undefined)[])[];
  readonly notes: readonly (readonly (string | undefined)[])[];
}

/** Source and destination may overlap, so the source is read in full first. */
function snapshot({ sheet, area }: Block): Snapshot {
  const read = <T>(at: (row: number, column: number) => T): readonly (readonly T[])[] => Array.from({ length: area.bottom - area.top },
    (_, row) => Array.from({ length: area.right - area.left }, (_unused, column) => at(area.top + row, area.left + column)));
  return {
    area, cells: read((row, column) => cellAt(sheet, row, column)),
    formats: read((row, column) => valueAt(sheet.formats[column] ?? [], row)),
    rules: read((row, column) => valueAt(sheet.rules[column] ?? [], row)),
    notes: read((row, column) => valueAt(sheet.notes[column] ?? [], row)),
  };
}

function paste({ tx }: CallContext, source: Snapshot, { sheet, area }: Block, parts: PasteParts, options: { readonly keepFormulas?: boolean } = {}): void {
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

  function pastedCell(cell: Cell, from: { readonly row: number; readonly column: number }, to: { readonly row: number; readonly column: number }): Cell {
    if (typeof cell !== 'object' || cell === null || options.keepFormulas === true) return cell;
    return parts.values === 'constants' ? null : { formula: renderTemplate(parseTemplate(cell.formula, from), to) };
  }

  function pastedFormat(format: CellFormat | undefined, present: CellFormat | undefined): CellFormat | undefined {
    if (parts.formats !== 'borderless') return format;
    const { borders: _left, ...rest } = format ?? {};
    const next = present?.borders === undefined ? rest : { ...rest, borders: present.borders };
    return Object.keys(next).length > 0 ? interned(next) : undefined;
  }
}

function clearParts({ tx }: CallContext, { sheet, area }: Block, parts: PasteParts): void {
  if (parts.values !== 'none') clearCells(tx, sheet, area);
  if (parts.formats !== 'none') fillOverlay(tx, sheet, 'formats', area, undefined);
  if (parts.rules) fillOverlay(tx, sheet, 'rules', area, undefined);
  if (parts.notes) fillOverlay(tx, sheet, 'notes', area, undefined);
}
