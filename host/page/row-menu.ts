import type { Api, GridCommand } from './api';
import type { Grid, GridSelection } from './grid/grid';
import type { TopMenu } from './menu-bar';
import type { Say } from './messages';

export interface RowMenuOptions {
  readonly api: Api;
  readonly grid: Grid;
  readonly say: Say;
  attempt(work: () => Promise<void>): void;
  tell(message: string): void;
}

/** What a person does with whole rows and columns: the host does it, Univer never by itself. */
export function rowMenu({ api, grid, say, attempt, tell }: RowMenuOptions): TopMenu {
  const entry = (label: string, make: (selection: GridSelection) => GridCommand): TopMenu['items'][number] => ({
    kind: 'item', label,
    choose: () => attempt(async () => {
      const selection = grid.selection();
      if (selection === null) {
        tell(say('noSelection'));
        return;
      }
      const answer = await api.command(make(selection));
      tell(answer.accepted ? say('commandDone') : answer.message ?? say('refusedFallback'));
    }),
  });
  return {
    label: say('rowMenu'),
    items: [
      entry(say('insertRowAbove'), ({ sheetId, row }) => ({ command: 'insertRows', sheetId, index: row, count: 1 })),
      entry(say('insertRowBelow'), ({ sheetId, row, rows }) => ({ command: 'insertRows', sheetId, index: row + rows, count: 1 })),
      entry(say('deleteRows'), ({ sheetId, row, rows }) => ({ command: 'deleteRows', sheetId, index: row, count: rows })),
      { kind: 'separator' },
      entry(say('insertColumnLeft'), ({ sheetId, column }) => ({ command: 'insertColumns', sheetId, index: column, count: 1 })),
      entry(say('deleteColumns'), ({ sheetId, column, columns }) => ({ command: 'deleteColumns', sheetId, index: column, count: columns })),
      { kind: 'separator' },
      entry(say('sortAscending'), ({ sheetId, column }) => ({ command: 'sort', sheetId, column, ascending: true })),
      entry(say('sortDescending'), ({ sheetId, column }) => ({ command: 'sort', sheetId, column, ascending: false })),
    ],
  };
}
