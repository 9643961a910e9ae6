import type { CallContext } from '../context';
import { chargeFill } from '../context';
import { invalidArgument } from '../errors';
import { overlapOf, resolveGridRange } from '../ranges';
import { assertMayEdit } from '../rules/protections';
import type { Border, CellFormat, GridRange } from '../schema/api';
import type { Area } from '../store/area';
import { cellsIn, intersection, sameArea } from '../store/area';
import { cellAt, clearCells, setCell } from '../store/cells';
import { interned } from '../store/intern';
import { mapOverlay } from '../store/overlay';
import type { Cell, Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'mergeCells' | 'unmergeCells' | 'updateBorders';

export const mergeAndBorderRequests: RequestFamily<Kind> = {
  mergeCells: (context, { range, mergeType = 'MERGE_ALL' }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    assertMayEdit(context, sheet, area);
    assertNoPartialMerge(sheet, area);
    const kept = sheet.merges.filter((merge) => intersection(overlapOf(sheet, merge), area) === null);
    const blocks = split(area, mergeType).filter((block) => cellsIn(block) > 1);
    context.tx.set(sheet, 'merges', [...kept, ...blocks.map((block) => rangeOf(sheet, block))]);
    for (const block of blocks) keepFirstValue(context, sheet, block);
    return {};
  },
  unmergeCells: (context, { range }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    assertMayEdit(context, sheet, area);
    assertNoPartialMerge(sheet, area);
    context.tx.set(sheet, 'merges', sheet.merges.filter((merge) => intersection(overlapOf(sheet, merge), area) === null));
    return {};
  },
  updateBorders: (context, { range, top, bottom, left, right, innerHorizontal, innerVertical }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    assertMayEdit(context, sheet, area);
    chargeFill(context.cost, cellsIn(area));
    const draw = (part: Area, side: Side, border: Border | undefined): void => drawBorder(context, sheet, part, { side, border });
    draw({ ...area, bottom: area.bottom - 1 }, 'bottom', innerHorizontal);
    draw({ ...area, top: area.top + 1 }, 'top', innerHorizontal);
    draw({ ...area, right: area.right - 1 }, 'right', innerVertical);
    draw({ ...area, left: area.left + 1 }, 'left', innerVertical);
    draw({ ...area, bottom: area.top + 1 }, 'top', top);
    draw({ ...area, top: area.bottom - 1 }, 'bottom', bottom);
    draw({ ...area, right: area.left + 1 }, 'left', left);
    draw({ ...area, left: area.right - 1 }, 'right', right);
    return {};
  },
};

type Side = 'top' | 'bottom' | 'left' | 'right';

function drawBorder({ tx }: CallContext, sheet: Sheet, area: Area, { side, border }: { readonly side: Side; readonly border: Border | undefined }): void {
  if (border === undefined || cellsIn(area) <= 0) return;
  mapOverlay(tx, sheet, 'formats', area, (present): CellFormat | undefined => {
    const borders = { ...present?.borders };
    if (border.style === 'NONE') delete borders[side];
    else borders[side] = border;
    const { borders: _before, ...rest } = present ?? {};
    const next = Object.keys(borders).length > 0 ? { ...rest, borders } : rest;
    return Object.keys(next).length > 0 ? interned(next) : undefined;
  });
}

function assertNoPartialMerge(sheet: Sheet, area: Area): void {
  const partial = sheet.merges.some((merge) => {
    const present = overlapOf(sheet, merge);
    const inside = intersection(present, area);
    return inside !== null && !sameArea(inside, present);
  });
  if (partial) throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
}

function split(area: Area, mergeType: string): readonly Area[] {
  if (mergeType === 'MERGE_ROWS') return Array.from({ length: area.bottom - area.top }, (_, offset) => ({ ...area, top: area.top + offset, bottom: area.top + offset + 1 }));
  if (mergeType === 'MERGE_COLUMNS') return Array.from({ length: area.right - area.left }, (_, offset) => ({ ...area, left: area.left + offset, right: area.left + offset + 1 }));
  return [area];
}

/** The first value of the block, read row by row, becomes the value of its corner; all others are lost. */
function keepFirstValue({ tx }: CallContext, sheet: Sheet, block: Area): void {
  let first: Cell = null;
  for (let row = block.top; row < block.bottom && first === null; row += 1) {
    for (let column = block.left; column < block.right && first === null; column += 1) first = cellAt(sheet, row, column);
  }
  clearCells(tx, sheet, block);
  setCell(tx, sheet, { row: block.top, column: block.left }, first);
}

function rangeOf(sheet: Sheet, area: Area): GridRange {
  return { sheetId: sheet.sheetId, startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right };
}
