import type { CellPayload } from './snapshot';
import type { SnapshotRange, SnapshotValidation } from '../wire/workbook';

type Rule = NonNullable<CellPayload['dataValidation']>;

/** Rules cell by cell, as blocks of rows of one column that show alike. */
export function validationsOf(rows: readonly (readonly CellPayload[])[]): SnapshotValidation[] {
  const columnCount = rows.reduce((count, row) => Math.max(count, row.length), 0);
  return Array.from({ length: columnCount }, (_, column) => {
    const found: SnapshotValidation[] = [];
    let start = 0;
    let current: Rule | undefined;
    for (let row = 0; row <= rows.length; row += 1) {
      const rule = rows[row]?.[column]?.dataValidation;
      if (showAlike(rule, current)) continue;
      if (current !== undefined) found.push({ range: columnBlock(column, start, row), ...shownRule(current) });
      [start, current] = [row, rule];
    }
    return found;
  }).flat();
}

/** What the grid shows of a rule. The formula of a rule differs from row to row, but nobody sees it. */
function shownRule({ condition = {}, strict = false, inputMessage }: Rule): Omit<SnapshotValidation, 'range'> {
  const message = inputMessage === undefined || inputMessage === '' ? {} : { message: inputMessage };
  if (condition.type === 'ONE_OF_LIST') return { kind: 'list', options: (condition.values ?? []).map((value) => value.userEnteredValue ?? ''), strict, ...message };
  return { kind: condition.type === 'BOOLEAN' ? 'checkbox' : 'other', strict, ...message };
}

/** Asked once for every cell of the workbook. */
function showAlike(left: Rule | undefined, right: Rule | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (left.condition?.type !== right.condition?.type || left.strict !== right.strict || left.inputMessage !== right.inputMessage) return false;
  if (left.condition?.type !== 'ONE_OF_LIST') return true;
  const [options, others] = [left.condition.values ?? [], right.condition?.values ?? []];
  return options.length === others.length && options.every((option, index) => option.userEnteredValue === others[index]!.userEnteredValue);
}

function columnBlock(column: number, startRow: number, endRow: number): SnapshotRange {
  return { startRow, endRow, startColumn: column, endColumn: column + 1 };
}
