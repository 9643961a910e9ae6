import { chargeFill } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { exceedsGrid, resolveGridRange, sheetById } from '../ranges';
import { assertMayEdit } from '../rules/protections';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import type { Block, PasteParts } from './cell-block';
import { clearBlock, EVERYTHING, pasteBlock, snapshotOf } from './cell-block';
import type { RequestFamily } from './handler';

/** What is taken along. assumed: PASTE_NORMAL takes notes too, PASTE_FORMAT takes rules along. */
const PASTE_PARTS: Readonly<Record<string, PasteParts>> = {
  PASTE_NORMAL: EVERYTHING,
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
    pasteBlock(context, snapshotOf(source), target, { parts });
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
    const block = snapshotOf(source);
    clearBlock(context, source, parts);
    pasteBlock(context, block, target, { parts, keepFormulas: true });
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
