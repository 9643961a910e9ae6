import type { CellPayload } from './snapshot';
import type { SnapshotRange, SnapshotValidation } from './wire';

type Rule = NonNullable<CellPayload['dataValidation']>;

/** Rules cell by cell, as blocks of rows of one column that show alike. */
export function validationsOf(rows: readonly (readonly CellPayload[])[]): SnapshotValidation[] {
  const texts = new WeakMap<object, string>();
  const textOf = (rule: Rule): string => {
    const text = texts.get(rule) ?? JSON.stringify(shownRule(rule));
    texts.set(rule, text);
    return text;
  };
  const columnCount = rows.reduce((count, row) => Math.max(count, row.length), 0);
  return Array.from({ length: columnCount }, (_, column) => {
    const found: SnapshotValidation[] = [];
    let start = 0;
    let text: string | null = null;
    for (let row = 0; row <= rows.length; row += 1) {
      const rule = rows[row]?.[column]?.dataValidation;
      const next = rule === undefined ? null : textOf(rule);
      if (next === text) continue;
      if (text !== null) found.push({ range: columnBlock(column, start, row), ...(JSON.parse(text) as Omit<SnapshotValidation, 'range'>) });
      [start, text] = [row, next];
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

function columnBlock(column: number, startRow: number, endRow: number): SnapshotRange {
  return { startRow, endRow, startColumn: column, endColumn: column + 1 };
}
