/** Brings a person's edits to the host, one after the other, and shows what it answers. */
import type { Api } from './api';
import type { EditAnswer, GridCommand } from '../wire/doors';
import type { SnapshotCell } from '../wire/workbook';
import type { Dialogs } from './dialogs';
import { blockName } from './grid/a1';
import type { GridEdit } from './grid/edit-capture';
import type { Say } from './messages';

/** Google's own limit of a paste is the workbook's; ours keeps the page fluent. */
const MAX_CELLS = 200_000;

export interface EditDesk {
  submit(edit: GridEdit): void;
  /** Null when the person thought better of it. */
  command(command: GridCommand | null | Promise<GridCommand | null>): void;
}

export interface EditDeskOptions {
  readonly api: Api;
  readonly dialogs: Dialogs;
  readonly say: Say;
  /** Title of a tab, or null when it has gone. */
  tabTitle(sheetId: number): string | null;
  write(sheetId: number, cells: readonly SnapshotCell[]): void;
  /** Univer's sheet bar still shows what the person did there. */
  commandRefused(): void;
  failed(error: unknown): void;
}

export function createEditDesk(options: EditDeskOptions): EditDesk {
  let queue: Promise<void> = Promise.resolve();
  const enqueue = (work: () => Promise<void>): void => { queue = queue.then(work).catch(options.failed); };
  return {
    submit: (edit) => enqueue(() => settle(edit, options)),
    command: (command) => enqueue(async () => {
      const one = await command;
      if (one === null) return;
      const answer = await withQuestion(options, (confirmed) => options.api.command(one, confirmed));
      if (!answer.accepted) options.commandRefused();
    }),
  };
}

async function settle(edit: GridEdit, options: EditDeskOptions): Promise<void> {
  const { api, dialogs, say, tabTitle, write } = options;
  const sheet = tabTitle(edit.sheetId);
  const [rows, columns] = [edit.values.length, edit.values[0]?.length ?? 0];
  if (sheet === null || rows === 0 || columns === 0) return;
  if (rows * columns > MAX_CELLS) {
    await dialogs.tell({ title: say('refusedTitle'), text: say('pasteTooLarge', { limit: MAX_CELLS }) });
    return;
  }
  const range = blockName(edit.row, edit.column, rows, columns);
  const answer = await withQuestion(options, (confirmed) => api.edit({ sheet, range, values: edit.values, confirmed }));
  write(edit.sheetId, answer.cells);
}

/** A warning-only protection asks first. */
async function withQuestion({ dialogs, say }: EditDeskOptions, send: (confirmed: boolean) => Promise<EditAnswer>): Promise<EditAnswer> {
  const first = await send(false);
  const isAsked = first.asks === true;
  if (isAsked && !(await dialogs.ask({ title: say('askTitle'), text: say('askText') }))) return first;
  const answer = isAsked ? await send(true) : first;
  if (!answer.accepted) await dialogs.tell({ title: say('refusedTitle'), text: refusalText(answer.message, say) });
  return answer;
}

/** Google has its refusals in every language, the host only in English. The words of a validation rule are the script's own. */
function refusalText(message: string | undefined, say: Say): string {
  if (message === undefined) return say('refusedFallback');
  return message.startsWith('You are trying to edit a protected cell or object.') ? say('refusedProtected') : message;
}
