import type { CallContext } from '../context';
import { chargeFill, localeOf } from '../context';
import { invalidArgument } from '../errors';
import { resolveGridRange, sheetById, wholeSheet } from '../ranges';
import { omitZeros } from '../reads/omit-zeros';
import { assertMayEdit } from '../rules/protections';
import type { RequestBody } from '../schema/api';
import type { Area } from '../store/area';
import { cellsIn } from '../store/area';
import { cellAt, setCell } from '../store/cells';
import { valueAt } from '../store/runs';
import type { Cell, Sheet } from '../store/workbook';
import { shownText } from '../values/number-format';
import { parseTyped } from '../values/typed-input';
import type { RequestFamily } from './handler';

export const findReplaceRequests: RequestFamily<'findReplace'> = {
  findReplace: (context, body) => {
    const scopes = scopesOf(context, body);
    const search = searchFor(body);
    const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
    for (const { sheet, area } of scopes) {
      chargeFill(context.cost, cellsIn(area));
      const before = counts.rowsChanged;
      replaceIn(context, { sheet, area, search, body }, counts);
      if (counts.rowsChanged > before) counts.sheetsChanged += 1;
    }
    return { findReplace: omitZeros(counts) };
  },
};

interface Counts { valuesChanged: number; formulasChanged: number; rowsChanged: number; sheetsChanged: number; occurrencesChanged: number }

type Body = RequestBody<'findReplace'>;

function scopesOf({ workbook }: CallContext, body: Body): readonly { readonly sheet: Sheet; readonly area: Area }[] {
  // assumed: Google's words.
  if ([body.range, body.sheetId, body.allSheets].filter((scope) => scope !== undefined).length !== 1) throw invalidArgument('Exactly one of range, sheetId or allSheets must be specified.');
  if (body.range !== undefined) return [resolveGridRange(workbook, body.range)];
  const sheets = body.allSheets === true ? workbook.sheets : [sheetById(workbook, body.sheetId)];
  return sheets.map((sheet) => ({ sheet, area: wholeSheet(sheet) }));
}

/** Google takes Java's regular expressions; JavaScript's are close enough for what people write. */
function searchFor({ find = '', searchByRegex, matchCase, matchEntireCell }: Body): RegExp {
  if (find === '') throw invalidArgument('find must not be empty.');
  const source = searchByRegex === true ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(matchEntireCell === true ? `^(?:${source})$` : source, matchCase === true ? 'gu' : 'giu');
  } catch (cause) {
    throw Object.assign(invalidArgument(`Invalid regular expression: ${find}`), { cause });
  }
}

function replaceIn(context: CallContext, scope: { readonly sheet: Sheet; readonly area: Area; readonly search: RegExp; readonly body: Body }, counts: Counts): void {
  const { sheet, area, search, body } = scope;
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    let changed = false;
    for (let column = area.left; column < area.right; column += 1) {
      const cell = cellAt(sheet, row, column);
      if (cell === null || (typeof cell === 'object' && body.includeFormulas !== true)) continue;
      const format = valueAt(sheet.formats[column] ?? [], row);
      const before = typeof cell === 'object' ? cell.formula : shownText(cell, format, localeOf(context.workbook));
      const occurrences = before.match(search)?.length ?? 0;
      if (occurrences === 0) continue;
      const replacement = body.replacement ?? '';
      const after = before.replace(search, body.searchByRegex === true ? replacement : replacement.replace(/\$/g, '$$$$'));
      assertMayEdit(context, sheet, { top: row, bottom: row + 1, left: column, right: column + 1 });
      setCell(context.tx, sheet, { row, column }, replacedCell(cell, after, (text) => parseTyped(text, format, { now: context.now, locale: localeOf(context.workbook) }).value));
      counts.occurrencesChanged += occurrences;
      if (typeof cell === 'object') counts.formulasChanged += 1;
      else counts.valuesChanged += 1;
      changed = true;
    }
    if (changed) counts.rowsChanged += 1;
  }
}

/** assumed: the result is read as if typed, so that a text may become a number or a formula. */
function replacedCell(cell: Cell, text: string, typed: (text: string) => Cell): Cell {
  return typeof cell === 'object' && cell !== null ? { formula: text } : typed(text);
}
