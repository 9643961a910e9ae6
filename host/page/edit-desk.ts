/** Brings a person's edits to the host, one after the other, and shows what it answers. */
import type { Api, EditAnswer, SnapshotCell } from './api';
import type { Dialogs } from './dialogs';
import { blockName } from './grid/a1';
import type { GridEdit } from './grid/edit-capture';
import type { Say } from './messages';

/** Google's own limit of a paste is the workbook's; ours keeps the page fluent. */
const MAX_CELLS = 200_000;

export interface EditDesk {
  submit(edit: GridEdit): void;
}

export interface EditDeskOptions {
  readonly api: Api;
  readonly dialogs: Dialogs;
  readonly say: Say;
  /** Title of a tab, or null when it has gone. */
  tabTitle(sheetId: number): string | null;
  write(sheetId: number, cells: readonly SnapshotCell[]): void;
  failed(error: unknown): void;
}

export function createEditDesk(options: EditDeskOptions): EditDesk {
  let queue: Promise<void> = Promise.resolve();
  return {
    submit: (edit) => { queue = queue.then(() => settle(edit, options)).catch(options.failed); },
  };
}

async function settle(edit: GridEdit, { api, dialogs, say, tabTitle, write }: EditDeskOptions): Promise<void> {
  const sheet = tabTitle(edit.sheetId);
  const [rows, columns] = [edit.values.length, edit.values[0]?.length ?? 0];
  if (sheet === null || rows === 0 || columns === 0) return;
  if (rows * columns > MAX_CELLS) {
    await dialogs.tell({ title: say('refusedTitle'), text: say('pasteTooLarge', { limit: MAX_CELLS }) });
    return;
  }
  const request = { sheet, range: blockName(edit.row, edit.column, rows, columns), values: edit.values };
  let answer: EditAnswer = await api.edit(request);
  if (answer.asks === true) {
    const confirmed = await dialogs.ask({ title: say('askTitle'), text: say('askText') });
    if (confirmed) answer = await api.edit({ ...request, confirmed });
  }
  write(edit.sheetId, answer.cells);
  if (!answer.accepted && answer.asks !== true) {
    await dialogs.tell({ title: say('refusedTitle'), text: answer.message ?? say('refusedFallback') });
  }
}
