import type { Resolved } from '../ranges';
import type { Area } from '../store/area';
import { cellAt } from '../store/cells';
import type { Sheet } from '../store/workbook';

/** The table that `values.append` adds to: the block of cells around the last data inside the range. Null when the range holds none. */
export function findTable({ sheet, area }: Resolved): Area | null {
  for (let row = Math.min(area.bottom, sheet.rows.length) - 1; row >= area.top; row -= 1) {
    for (let column = area.left; column < area.right; column += 1) {
      if (cellAt(sheet, row, column) !== null) return grown(sheet, { top: row, bottom: row + 1, left: column, right: column + 1 });
    }
  }
  return null;
}

/** Widens a block as long as data touches it, corners included. */
function grown(sheet: Sheet, start: Area): Area {
  let { top, bottom, left, right } = start;
  const holdsData = (area: Area): boolean => {
    for (let row = Math.max(0, area.top); row < area.bottom; row += 1) {
      for (let column = Math.max(0, area.left); column < area.right; column += 1) if (cellAt(sheet, row, column) !== null) return true;
    }
    return false;
  };
  for (let size = -1; size !== bottom - top + right - left;) {
    size = bottom - top + right - left;
    while (top > 0 && holdsData({ top: top - 1, bottom: top, left: left - 1, right: right + 1 })) top -= 1;
    while (bottom < sheet.rows.length && holdsData({ top: bottom, bottom: bottom + 1, left: left - 1, right: right + 1 })) bottom += 1;
    while (left > 0 && holdsData({ top: top - 1, bottom: bottom + 1, left: left - 1, right: left })) left -= 1;
    while (right < sheet.columnCount && holdsData({ top: top - 1, bottom: bottom + 1, left: right, right: right + 1 })) right += 1;
  }
  return { top, bottom, left, right };
}
