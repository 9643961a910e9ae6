import type { GridCommand } from '../wire/doors';
import type { GridSelection } from './grid/grid';
import type { TopMenu } from './menu-bar';
import type { Say } from './messages';

export interface SheetMenusOptions {
  readonly say: Say;
  selection(): GridSelection | null;
  /** Null when the person thought better of it. */
  command(command: GridCommand | null | Promise<GridCommand | null>): void;
  tell(message: string): void;
  tabTitle(sheetId: number): string;
  prompt(question: { readonly title: string; readonly value: string }): Promise<string | null>;
  ask(question: { readonly title: string; readonly text: string }): Promise<boolean>;
}

/** What a person does with whole rows, columns and tabs: the host does it, Univer never by itself. */
export function sheetMenus({ say, selection, command, tell, tabTitle, prompt, ask }: SheetMenusOptions): readonly TopMenu[] {
  const entry = (label: string, make: (selected: GridSelection) => GridCommand | null | Promise<GridCommand | null>): TopMenu['items'][number] => ({
    kind: 'item', label,
    choose: () => {
      const selected = selection();
      if (selected === null) tell(say('noSelection'));
      else command(make(selected));
    },
  });
  const rows: TopMenu = {
    label: say('rowMenu'),
    items: [
      entry(say('insertRowAbove'), ({ sheetId, row }) => ({ command: 'insertRows', sheetId, index: row, count: 1 })),
      entry(say('insertRowBelow'), ({ sheetId, row, rows }) => ({ command: 'insertRows', sheetId, index: row + rows, count: 1 })),
      entry(say('moveRowsUp'), ({ sheetId, row, rows }) => ({ command: 'moveRows', sheetId, index: row, count: rows, to: Math.max(0, row - 1) })),
      entry(say('moveRowsDown'), ({ sheetId, row, rows }) => ({ command: 'moveRows', sheetId, index: row, count: rows, to: row + rows + 1 })),
      entry(say('deleteRows'), ({ sheetId, row, rows }) => ({ command: 'deleteRows', sheetId, index: row, count: rows })),
      { kind: 'separator' },
      entry(say('insertColumnLeft'), ({ sheetId, column }) => ({ command: 'insertColumns', sheetId, index: column, count: 1 })),
      entry(say('moveColumnsLeft'), ({ sheetId, column, columns }) => ({ command: 'moveColumns', sheetId, index: column, count: columns, to: Math.max(0, column - 1) })),
      entry(say('moveColumnsRight'), ({ sheetId, column, columns }) => ({ command: 'moveColumns', sheetId, index: column, count: columns, to: column + columns + 1 })),
      entry(say('deleteColumns'), ({ sheetId, column, columns }) => ({ command: 'deleteColumns', sheetId, index: column, count: columns })),
      { kind: 'separator' },
      entry(say('sortAscending'), ({ sheetId, column }) => ({ command: 'sort', sheetId, column, ascending: true })),
      entry(say('sortDescending'), ({ sheetId, column }) => ({ command: 'sort', sheetId, column, ascending: false })),
    ],
  };
  const tabs: TopMenu = {
    label: say('tabMenu'),
    items: [
      entry(say('addTab'), async () => {
        const title = await prompt({ title: say('addTab'), value: '' });
        return title === null || title === '' ? null : { command: 'addTab', title };
      }),
      entry(say('renameTab'), async ({ sheetId }) => {
        const title = await prompt({ title: say('renameTab'), value: tabTitle(sheetId) });
        return title === null || title === '' ? null : { command: 'renameTab', sheetId, title };
      }),
      entry(say('duplicateTab'), ({ sheetId }) => ({ command: 'duplicateTab', sheetId })),
      entry(say('deleteTab'), async ({ sheetId }) => {
        const sure = await ask({ title: say('askTitle'), text: say('deleteTabAsk', { title: tabTitle(sheetId) }) });
        return sure ? { command: 'deleteTab', sheetId } : null;
      }),
    ],
  };
  return [rows, tabs];
}
