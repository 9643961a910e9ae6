import type { GridCommand } from '../../wire/doors';

/** What a person does with a tab in Univer's sheet bar, as a command for the host; null for anything else. */
export function tabCommand(id: string, params: unknown, activeSheetId: number): GridCommand | null {
  const { subUnitId, name, order } = (params ?? {}) as { readonly subUnitId?: string; readonly name?: string; readonly order?: number };
  const sheetId = subUnitId === undefined ? activeSheetId : Number(subUnitId);
  switch (id) {
    case 'sheet.command.set-worksheet-name': return name === undefined ? null : { command: 'renameTab', sheetId, title: name };
    case 'sheet.command.set-worksheet-order': return order === undefined ? null : { command: 'moveTab', sheetId, to: order };
    case 'sheet.command.remove-sheet': return { command: 'deleteTab', sheetId };
    case 'sheet.command.copy-sheet': return { command: 'duplicateTab', sheetId };
    default: return null;
  }
}
