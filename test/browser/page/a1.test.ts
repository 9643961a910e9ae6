import { blockName, columnName } from '../../../host/page/grid/a1';

test.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [52, 'BA'], [701, 'ZZ'], [702, 'AAA'], [18277, 'ZZZ']])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test.each([[0, 0, 1, 1, 'A1'], [1, 3, 1, 1, 'D2'], [6, 0, 2, 2, 'A7:B8'], [0, 25, 3, 2, 'Z1:AA3']])('the block at %i, %i of %i × %i is %s%s', (row, column, rows, columns, name) => {
  expect(blockName(row, column, rows, columns)).toBe(name);
});
