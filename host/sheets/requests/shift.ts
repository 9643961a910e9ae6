import type { CallContext } from '../context';
import { chargeFill } from '../context';
import { invalidArgument } from '../errors';
import { resolveGridRange } from '../ranges';
import { assertMayEdit } from '../rules/protections';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import { assertCellBudget, assertColumnLimit } from '../store/limits';
import type { Runs } from '../store/runs';
import { applyDimensionEdit } from '../store/structure';
import type { Sheet } from '../store/workbook';
import { clearBlock, EVERYTHING, pasteBlock, snapshotOf } from './cell-block';
import type { RequestFamily } from './handler';

/**
 * Cells shift, rows and columns stay. assumed: protections, metadata, merges and filters stay where they are,
 * and a tab grows when an insert would push cells over its edge.
 */
export const shiftRequests: RequestFamily<'insertRange' | 'deleteRange'> = {
  insertRange: (context, { range, shiftDimension }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    const rows = shiftsRows(shiftDimension);
    const shifted = shiftedArea(sheet, area, rows);
    assertMayEdit(context, sheet, shifted);
    chargeFill(context.cost, cellsIn(shifted));
    const moved = usedPart(sheet, shifted);
    const by = rows ? area.bottom - area.top : area.right - area.left;
    makeRoom(context, sheet, { rows, missing: rows ? moved.bottom + by - sheet.rowCount : moved.right + by - sheet.columnCount });
    move(context, sheet, moved, rows ? { ...moved, top: moved.top + by, bottom: moved.bottom + by } : { ...moved, left: moved.left + by, right: moved.right + by });
    return {};
  },
  deleteRange: (context, { range, shiftDimension }) => {
    const { sheet, area } = resolveGridRange(context.workbook, range);
    const rows = shiftsRows(shiftDimension);
    const shifted = shiftedArea(sheet, area, rows);
    assertMayEdit(context, sheet, shifted);
    chargeFill(context.cost, cellsIn(shifted));
    const used = usedPart(sheet, shifted);
    const moved = rows ? { ...used, top: area.bottom } : { ...used, left: area.right };
    clearBlock(context, { sheet, area }, EVERYTHING);
    move(context, sheet, moved, rows ? { ...moved, top: area.top, bottom: moved.bottom - (area.bottom - area.top) } : { ...moved, left: area.left, right: moved.right - (area.right - area.left) });
    return {};
  },
};

function shiftsRows(dimension: string | undefined): boolean {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension === 'ROWS';
  // assumed: Google's words.
  throw invalidArgument('shiftDimension must be specified.');
}

/** The range and everything below it, or to its right. */
function shiftedArea(sheet: Sheet, area: Area, rows: boolean): Area {
  return rows ? { ...area, bottom: sheet.rowCount } : { ...area, right: sheet.columnCount };
}

/** Up to the last row and column that hold anything. */
function usedPart(sheet: Sheet, area: Area): Area {
  const overlays: readonly (readonly Runs<unknown>[])[] = [sheet.formats, sheet.rules, sheet.notes];
  const columns = overlays.flatMap((table) => table.slice(area.left, area.right).flatMap((runs, offset) => runs.slice(-1).map(({ end }) => ({ bottom: end, right: area.left + offset + 1 }))));
  const widest = sheet.rows.slice(area.top, area.bottom).reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const bottom = columns.reduce((last, each) => Math.max(last, each.bottom), sheet.rows.length);
  const right = columns.reduce((last, each) => Math.max(last, each.right), widest);
  return { ...area, bottom: Math.min(area.bottom, Math.max(area.top, bottom)), right: Math.min(area.right, Math.max(area.left, right)) };
}

function makeRoom({ tx, workbook }: CallContext, sheet: Sheet, { rows, missing }: { readonly rows: boolean; readonly missing: number }): void {
  if (missing <= 0) return;
  if (!rows) assertColumnLimit(sheet.columnCount + missing);
  assertCellBudget(workbook, missing * (rows ? sheet.columnCount : sheet.rowCount));
  applyDimensionEdit(tx, workbook, sheet, { dimension: rows ? 'ROWS' : 'COLUMNS', kind: 'insert', at: rows ? sheet.rowCount : sheet.columnCount, count: missing });
}

function move(context: CallContext, sheet: Sheet, from: Area, to: Area): void {
  if (from.top >= from.bottom || from.left >= from.right) return;
  const block = snapshotOf({ sheet, area: from });
  clearBlock(context, { sheet, area: from }, EVERYTHING);
  pasteBlock(context, block, { sheet, area: to }, { parts: EVERYTHING, keepFormulas: true });
}
