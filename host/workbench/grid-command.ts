import type { ChangeType } from '../apps-script/events';
import type { sheets_v4 } from '@googleapis/sheets';
import type { GridCommand } from '../wire/doors';
import type { SnapshotRange, SnapshotTab } from '../wire/workbook';

/** What a command of a person means: the request that does it, the cells it disturbs, and what triggers hear. */
export interface GridAction {
  readonly request: sheets_v4.Schema$Request;
  /** Null where no cell of an existing tab is touched. */
  readonly disturbed: SnapshotRange | null;
  readonly changeType: ChangeType;
}

/** `tab` is the tab the command names, if it names one. */
export function actionOf(command: GridCommand, tab: Pick<SnapshotTab, 'frozenRows'>): GridAction {
  switch (command.command) {
    case 'insertRows': case 'insertColumns': {
      const { sheetId, index, count } = command;
      const dimension = dimensionOf(command.command);
      return {
        request: { insertDimension: { range: { sheetId, dimension, startIndex: index, endIndex: index + count }, inheritFromBefore: index > 0 } },
        disturbed: null, changeType: dimension === 'ROWS' ? 'INSERT_ROW' : 'INSERT_COLUMN',
      };
    }
    case 'deleteRows': case 'deleteColumns': {
      const { sheetId, index, count } = command;
      const dimension = dimensionOf(command.command);
      return {
        request: { deleteDimension: { range: { sheetId, dimension, startIndex: index, endIndex: index + count } } },
        disturbed: linesOf(dimension, index, index + count), changeType: dimension === 'ROWS' ? 'REMOVE_ROW' : 'REMOVE_COLUMN',
      };
    }
    case 'moveRows': case 'moveColumns': {
      const { sheetId, index, count, to } = command;
      const dimension = dimensionOf(command.command);
      return {
        request: { moveDimension: { source: { sheetId, dimension, startIndex: index, endIndex: index + count }, destinationIndex: to } },
        disturbed: linesOf(dimension, index, index + count), changeType: 'OTHER',
      };
    }
    case 'sort': {
      const { sheetId, column, ascending } = command;
      return {
        request: { sortRange: { range: { sheetId, startRowIndex: tab.frozenRows }, sortSpecs: [{ dimensionIndex: column, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' }] } },
        disturbed: { startRow: tab.frozenRows, startColumn: 0 }, changeType: 'OTHER',
      };
    }
    case 'renameTab': return tabAction({ updateSheetProperties: { properties: { sheetId: command.sheetId, title: command.title }, fields: 'title' } });
    case 'moveTab': return tabAction({ updateSheetProperties: { properties: { sheetId: command.sheetId, index: command.to }, fields: 'index' } });
    case 'addTab': return tabAction({ addSheet: { properties: { title: command.title } } }, 'INSERT_GRID');
    case 'duplicateTab': return tabAction({ duplicateSheet: { sourceSheetId: command.sheetId } }, 'INSERT_GRID');
    case 'deleteTab': return { ...tabAction({ deleteSheet: { sheetId: command.sheetId } }, 'REMOVE_GRID'), disturbed: { startRow: 0, startColumn: 0 } };
  }
}

/** Whether two ranges share a cell. */
export function overlaps(left: SnapshotRange, right: SnapshotRange): boolean {
  const open = Number.POSITIVE_INFINITY;
  return left.startRow < (right.endRow ?? open) && right.startRow < (left.endRow ?? open)
    && left.startColumn < (right.endColumn ?? open) && right.startColumn < (left.endColumn ?? open);
}

function tabAction(request: sheets_v4.Schema$Request, changeType: ChangeType = 'OTHER'): GridAction {
  return { request, disturbed: null, changeType };
}

function dimensionOf(command: string): 'ROWS' | 'COLUMNS' {
  return command.endsWith('Rows') ? 'ROWS' : 'COLUMNS';
}

function linesOf(dimension: 'ROWS' | 'COLUMNS', start: number, end: number): SnapshotRange {
  return dimension === 'ROWS' ? { startRow: start, endRow: end, startColumn: 0 } : { startRow: 0, startColumn: start, endColumn: end };
}
