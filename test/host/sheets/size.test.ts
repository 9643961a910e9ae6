import { aWorkbook } from './a-workbook';

const ROWS = 200_000;

/** 200,000 rows of six columns, a rule and a format on each column. */
function aLargeWorkbook() {
  const book = aWorkbook({ rows: ROWS, columns: 6 });
  book.batch([
    { repeatCell: { range: { startRowIndex: 1 }, cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }, fields: 'userEnteredFormat.numberFormat' } },
    { setDataValidation: { range: { startRowIndex: 1 }, rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] } } } },
  ]);
  book.engine.bulkLoad(book.id, 0, 0, Array.from({ length: ROWS - 1 }, (_, row) => [`C-${row}`, row, row % 2 === 0, null, 'city', row / 4]));
  return book;
}

/** Runs kept for formats and rules of a tab. */
function runsOf(book: ReturnType<typeof aLargeWorkbook>): number {
  const [sheet] = book.engine.exportState().workbooks[0]?.sheets ?? [];
  return [sheet?.formats, sheet?.rules].reduce((sum, saved) => sum + (saved?.columns.flat().length ?? 0), 0);
}

test('a column of 200,000 rows is loaded and read whole', () => {
  const book = aLargeWorkbook();

  const column = book.values('Data!B:B') as number[][];

  expect(column).toHaveLength(ROWS - 1);
  expect(column[ROWS - 2]).toEqual([ROWS - 2]);
  expect(book.costOf('values.get', { range: 'Data!B:B' })).toEqual({ cells: ROWS - 1, rows: ROWS - 1, write: false });
});

test('formats and rules of a large tab stay a few runs through structural edits and appended rows', () => {
  const book = aLargeWorkbook();
  expect(runsOf(book)).toBe(12);

  book.batch([
    { insertDimension: { range: { dimension: 'ROWS', startIndex: 500, endIndex: 600 }, inheritFromBefore: true } },
    { deleteDimension: { range: { dimension: 'ROWS', startIndex: 1000, endIndex: 1100 } } },
    { moveDimension: { source: { dimension: 'ROWS', startIndex: 10, endIndex: 20 }, destinationIndex: 5000 } },
    { sortRange: { range: { startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } },
  ]);

  expect(runsOf(book)).toBe(12);
  expect(book.values('Data!B2:B3')).toEqual([[ROWS - 2], [ROWS - 3]]);
});

test('a write of one row into a large tab copies that row only', () => {
  const book = aLargeWorkbook();
  const rows = book.engine.exportState().workbooks[0]?.sheets[0]?.rows ?? [];

  book.put('Data!A7:B7', [['x', 1]]);

  const after = book.engine.exportState().workbooks[0]?.sheets[0]?.rows ?? [];
  const copied = after.flatMap((cells, row) => (cells !== null && cells.every((cell, column) => cell === rows[row]?.[column]) ? [] : [row]));
  expect(copied).toEqual([6]);
});

test('a refused batch on a large tab takes everything back', () => {
  const book = aLargeWorkbook();

  expect(() => book.batch([
    { deleteDimension: { range: { dimension: 'ROWS', startIndex: 100, endIndex: 150_000 } } },
    { sortRange: { range: {}, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } },
    { deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 3 } } },
    { deleteSheet: { sheetId: 999 } },
  ])).toThrow('No grid with id: 999');

  expect(book.values(`Data!A${ROWS - 1}:B${ROWS - 1}`)).toEqual([[`C-${ROWS - 2}`, ROWS - 2]]);
  expect(runsOf(book)).toBe(12);
});
