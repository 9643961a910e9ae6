import type { CallContext } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import type { Mask } from '../mask';
import { below, parseUpdateMask, patched } from '../mask';
import { storeRule } from '../rules/stored-rule';
import type { StoredRule } from '../rules/stored-rule';
import type { CellPosition } from '../rules/formula-template';
import type { CellData, CellFormat } from '../schema/api';
import type { Area } from '../store/area';
import { clearCells, setCell } from '../store/cells';
import { interned } from '../store/intern';
import { fillOverlay, mapOverlay, overlayWriter } from '../store/overlay';
import { valueAt } from '../store/runs';
import type { Sheet } from '../store/workbook';
import { cellOfEntered } from '../values/cell-values';

/** Which parts of a cell a request writes. */
export interface CellMask {
  readonly value: boolean;
  readonly format: Mask | null;
  readonly note: boolean;
  readonly rule: boolean;
}

const WRITABLE = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'] as const;
const READ_ONLY = ['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink'];

export function parseCellMask(fields: string | undefined): CellMask {
  const mask = parseUpdateMask(fields, 'CellData');
  if (mask !== '*') {
    for (const name of mask.keys()) {
      // assumed: Google's words.
      if (READ_ONLY.includes(name)) throw invalidArgument(`The field ${name} is read-only.`);
      if (!(WRITABLE as readonly string[]).includes(name)) throw notEmulated(`cell field ${name}`);
    }
  }
  return { value: below(mask, 'userEnteredValue') !== null, format: below(mask, 'userEnteredFormat'), note: below(mask, 'note') !== null, rule: below(mask, 'dataValidation') !== null };
}

/** Writes cells one by one; overlays are gathered and written once per column by `flush`. */
export function cellWriter(context: CallContext, sheet: Sheet, mask: CellMask): { put(at: CellPosition, cell: CellData): void; flush(): void } {
  const { tx, workbook } = context;
  const formats = overlayWriter(sheet, 'formats');
  const rules = overlayWriter(sheet, 'rules');
  const notes = overlayWriter(sheet, 'notes');
  return {
    put: (at, cell) => {
      assertEmulated(cell);
      if (mask.value) setCell(tx, sheet, at, cellOfEntered(cell.userEnteredValue));
      if (mask.format !== null) formats.put(at, maskedFormat(valueAt(sheet.formats[at.column] ?? [], at.row), cell.userEnteredFormat, mask.format));
      if (mask.note) notes.put(at, emptyAsUnset(cell.note));
      if (mask.rule) rules.put(at, cell.dataValidation === undefined ? undefined : interned(storeRule(workbook, cell.dataValidation, { ...at, sheetTitle: sheet.title })));
    },
    flush: () => {
      formats.flush(tx);
      rules.flush(tx);
      notes.flush(tx);
    },
  };
}

/** Clears the masked parts of an area. */
export function clearMasked({ tx }: CallContext, sheet: Sheet, area: Area, mask: CellMask): void {
  if (mask.value) clearCells(tx, sheet, area);
  const format = mask.format;
  if (format !== null) mapOverlay(tx, sheet, 'formats', area, (present) => maskedFormat(present, undefined, format));
  if (mask.note) fillOverlay(tx, sheet, 'notes', area, undefined);
  if (mask.rule) fillOverlay(tx, sheet, 'rules', area, undefined);
}

export function maskedFormat(present: CellFormat | undefined, wanted: CellFormat | undefined, mask: Mask): CellFormat | undefined {
  const next = mask === '*' ? wanted : patched<CellFormat>(present ?? {}, wanted ?? {}, mask);
  if (next === undefined || Object.keys(next).length === 0) return undefined;
  // assumed: Google's words.
  if (next.numberFormat !== undefined && next.numberFormat.type === undefined) throw invalidArgument('NumberFormat.type must be specified.');
  return interned(next);
}

export function ruleFor({ workbook }: CallContext, sheet: Sheet, area: Area, rule: Parameters<typeof storeRule>[1] | undefined): StoredRule | undefined {
  return rule === undefined ? undefined : interned(storeRule(workbook, rule, { row: area.top, column: area.left, sheetTitle: sheet.title }));
}

export function emptyAsUnset(note: string | undefined): string | undefined {
  return note === '' ? undefined : note;
}

/** Refuses what the store does not keep, so that nothing is dropped silently. */
export function assertEmulated(cell: CellData): void {
  for (const name in cell) {
    if (!(WRITABLE as readonly string[]).includes(name) && !READ_ONLY.includes(name)) throw notEmulated(`cell field ${name}`);
  }
}
