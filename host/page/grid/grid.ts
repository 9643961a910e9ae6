/** The spreadsheet on the page: shows the host's snapshot, writes the host's cells, reports what a person does. */
import type { FUniver } from '@univerjs/core/facade';
import type { SnapshotCell, WorkbookSnapshot } from '../../wire/workbook';
import type { Language } from '../messages';
import { captureEdits, type EditListener } from './edit-capture';
import { toUniverCell, toUniverWorkbook } from './snapshot';
import { createUniver, univerLocale } from './univer';

type Workbook = ReturnType<FUniver['createWorkbook']>;

/** Zero-based; a whole row or column counts as many columns or rows as the tab has. */
export interface GridSelection {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  /** Resolves once the first snapshot is drawn; before that some commands of Univer throw. */
  readonly steady: Promise<void>;
  /** Replaces everything, keeping the open tab, the selection and the scroll position where they still exist. */
  show(snapshot: WorkbookSnapshot): void;
  /** Values and looks, as the changes feed tells them. */
  write(sheetId: number, cells: readonly SnapshotCell[]): void;
  /** Values only: the answer to an edit says nothing of styles. */
  writeValues(sheetId: number, cells: readonly SnapshotCell[]): void;
  select(sheetId: number, row: number, column: number): void;
  selection(): GridSelection | null;
}

export interface GridListener extends EditListener {
  selected(selection: GridSelection): void;
}

export function createGrid(container: HTMLElement, language: Language, listener: GridListener): Grid {
  const { api: univer, steady, grantProtected } = createUniver(container, language);
  captureEdits(univer, listener);
  univer.addEvent(univer.Event.SelectionChanged, () => {
    const selection = selectionOf(univer);
    if (selection !== null) listener.selected(selection);
  });
  return {
    steady,
    show: (snapshot) => {
      const before = { selection: selectionOf(univer), scroll: univer.getActiveWorkbook()?.getActiveSheet().getScrollState() };
      const old = univer.getActiveWorkbook();
      if (old !== null) univer.disposeUnit(old.getId());
      const workbook = univer.createWorkbook(toUniverWorkbook(snapshot, 'workbook', univerLocale(language)));
      if (old !== null) grantProtected();
      if (before.selection !== null) restore(workbook, before.selection, before.scroll);
    },
    write: (sheetId, cells) => writeCells(univer, sheetId, cells, ({ style }) => ({ s: style === undefined ? null : String(style) })),
    writeValues: (sheetId, cells) => writeCells(univer, sheetId, cells, () => ({})),
    select: (sheetId, row, column) => {
      const workbook = univer.getActiveWorkbook();
      if (workbook !== null) restore(workbook, { sheetId, row, column, rows: 1, columns: 1 }, { sheetViewStartRow: Math.max(0, row - 4), sheetViewStartColumn: 0 });
    },
    selection: () => selectionOf(univer),
  };
}

/** `onlyLocal` marks the mutation as ours, so that nothing takes it for a person's edit; 1–4 ms a row. */
function writeCells(univer: FUniver, sheetId: number, cells: readonly SnapshotCell[], look: (cell: SnapshotCell) => { readonly s?: string | null }): void {
  const workbook = univer.getActiveWorkbook();
  if (cells.length === 0 || !workbook?.getSheetBySheetId(String(sheetId))) return;
  const cellValue: Record<number, Record<number, object>> = {};
  for (const cell of cells) (cellValue[cell.row] ??= {})[cell.column] = { ...toUniverCell(cell), ...look(cell), p: null, f: null };
  univer.syncExecuteCommand('sheet.mutation.set-range-values', { unitId: workbook.getId(), subUnitId: String(sheetId), cellValue }, { onlyLocal: true });
}

function selectionOf(univer: FUniver): GridSelection | null {
  const sheet = univer.getActiveWorkbook()?.getActiveSheet();
  const range = sheet?.getSelection()?.getActiveRange();
  if (sheet === undefined || range === null || range === undefined) return null;
  return { sheetId: Number(sheet.getSheetId()), row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() };
}

function restore(workbook: Workbook, selection: GridSelection, scroll?: { readonly sheetViewStartRow: number; readonly sheetViewStartColumn: number }): void {
  const sheet = workbook.getSheetBySheetId(String(selection.sheetId));
  if (sheet === null) return;
  workbook.setActiveSheet(sheet);
  const row = Math.min(selection.row, sheet.getMaxRows() - 1);
  const column = Math.min(selection.column, sheet.getMaxColumns() - 1);
  sheet.getRange(row, column, Math.min(selection.rows, sheet.getMaxRows() - row), Math.min(selection.columns, sheet.getMaxColumns() - column)).activate();
  if (scroll !== undefined) sheet.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
}
