/** Turns what a person does in Univer into edits for the host; Univer itself changes nothing the host has not answered. */
import type { ICellData, IRange } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { ISetRangeValuesCommandParams } from '@univerjs/preset-sheets-core';
import type { GridCommand } from '../../wire/doors';
import { parseClipboardText } from './clipboard-text';
import { tabCommand } from './tab-command';

/** A block of texts as typed, its corner zero-based. */
export interface GridEdit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly string[])[];
}

export interface EditListener {
  /** Whether this person may write in the workbook at all. */
  canEdit(): boolean;
  refusedToView(): void;
  edited(edit: GridEdit): void;
  commanded(command: GridCommand): void;
}

/** Commands of Univer that only change what is seen; every other `sheet.command.…` is stopped. */
const ONLY_VIEW = /^sheet\.command\.(scroll|set-scroll|select|expand-selection|move-selection|change-zoom|set-zoom|set-worksheet-activate|delta-|set-worksheet-col-width|set-row-height|set-col-auto-width|remove-sheet-confirm)/;

export function captureEdits(univer: FUniver, listener: EditListener): void {
  let typed: { readonly row: number; readonly column: number; readonly text: string } | null = null;
  const place = (): { readonly sheetId: number; readonly range: IRange } | null => {
    const sheet = univer.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getSelection()?.getActiveRange()?.getRange();
    return sheet === undefined || range === undefined ? null : { sheetId: Number(sheet.getSheetId()), range };
  };
  const send = (edit: GridEdit): void => {
    if (listener.canEdit()) listener.edited(edit);
    else listener.refusedToView();
  };

  univer.addEvent(univer.Event.BeforeSheetEditStart, (event) => {
    typed = null;
    if (listener.canEdit()) return;
    event.cancel = true;
    listener.refusedToView();
    queueMicrotask(() => univer.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRange()?.activate());
  });
  univer.addEvent(univer.Event.BeforeSheetEditEnd, ({ isConfirm, row, column, value }) => {
    typed = isConfirm ? { row, column, text: value.toPlainText().replace(/[\r\n]+$/, '') } : null;
  });
  univer.addEvent(univer.Event.BeforeClipboardPaste, (event) => {
    event.cancel = true;
    const at = place();
    if (at === null || event.text === undefined || event.text === '') return;
    const values = spread(parseClipboardText(event.text), at.range);
    send({ sheetId: at.sheetId, row: at.range.startRow, column: at.range.startColumn, values });
  });
  univer.addEvent(univer.Event.BeforeCommandExecute, (event) => {
    if (!event.id.startsWith('sheet.command.') || ONLY_VIEW.test(event.id)) return;
    event.cancel = true;
    const at = place();
    if (at === null) return;
    const command = tabCommand(event.id, event.params, at.sheetId);
    if (command !== null) {
      if (listener.canEdit()) listener.commanded(command);
      else listener.refusedToView();
    }
    if (event.id === 'sheet.command.set-range-values') {
      const params = event.params as ISetRangeValuesCommandParams;
      const range = params.range ?? at.range;
      const raw = typed !== null && typed.row === range.startRow && typed.column === range.startColumn ? typed.text : null;
      typed = null;
      send({
        sheetId: params.subUnitId === undefined ? at.sheetId : Number(params.subUnitId), row: range.startRow, column: range.startColumn,
        values: raw === null ? blockOf(params.value, range) : [[raw]],
      });
    }
    if (event.id === 'sheet.command.clear-selection-content') {
      send({ sheetId: at.sheetId, row: at.range.startRow, column: at.range.startColumn, values: filled(at.range, () => '') });
    }
  });
}

/** One copied cell fills the whole selection, as in every spreadsheet. */
function spread(values: readonly (readonly string[])[], range: IRange): readonly (readonly string[])[] {
  const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
  return only === undefined ? values : filled(range, () => only);
}

function blockOf(value: ISetRangeValuesCommandParams['value'], range: IRange): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.map((row) => row.map(textOf));
  if (isCell(value)) return filled(range, () => textOf(value));
  const matrix = value as Readonly<Record<number, Readonly<Record<number, ICellData>>>>;
  return filled(range, (row, column) => textOf(matrix[row]?.[column]));
}

function isCell(value: object): value is ICellData {
  return 'v' in value || 'p' in value || 'f' in value || 's' in value;
}

function textOf(cell: ICellData | null | undefined): string {
  return String(cell?.f ?? cell?.v ?? '');
}

function filled(range: IRange, text: (row: number, column: number) => string): string[][] {
  const columns = range.endColumn - range.startColumn + 1;
  return Array.from({ length: range.endRow - range.startRow + 1 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => text(range.startRow + row, range.startColumn + column)));
}
