import { aWorkbook, refusal } from './a-workbook';

const UNFORMATTED = { valueRenderOption: 'UNFORMATTED_VALUE' };

test('blank cells inside are empty text, trailing ones are left out', () => {
  const book = aWorkbook();
  book.put('Data!B2:D4', [['a', '', 1], ['', '', ''], [true, '', '']]);

  expect(book.call('values.get', { range: 'Data!A1:F20', ...UNFORMATTED })).toEqual({
    range: 'Data!A1:F20', majorDimension: 'ROWS', values: [[], ['', 'a', '', 1], [], ['', true]],
  });
  expect(book.values('Data!A1:F20', { majorDimension: 'COLUMNS' })).toEqual([[], ['', 'a', '', 'TRUE'], [], ['', '1']]);
  expect(book.call('values.get', { range: 'Data!F1:F3' })).toEqual({ range: 'Data!F1:F3', majorDimension: 'ROWS' });
});

test.each([
  ['Data!$B$3', 'Data!B3'], ['data', 'Data!A1:F20'], ['Data!B:C', 'Data!B1:C20'], ['Data!3:4', 'Data!A3:F4'], ['Data!B2:C', 'Data!B2:C20'],
  ['Data!C3:B2', 'Data!B2:C3'], ["'Data'!A1:Z99", 'Data!A1:F20'], ['A1', 'Data!A1'], ["'Data'", 'Data!A1:F20'],
])('the range %s is answered as %s', (asked, answered) => {
  const book = aWorkbook();

  expect(book.call('values.get', { range: asked })['range']).toBe(answered);
});

test.each([
  ['Sheet_1', 'Sheet_1!A1'], ['x.y', 'x.y!A1'], ['TRUE', 'TRUE!A1'], ["It's", "'It''s'!A1"], ['A1', "'A1'!A1"], ['R1C1', "'R1C1'!A1"], ['2024', "'2024'!A1"],
  ['a b', "'a b'!A1"], ['a-b', "'a-b'!A1"], ['客户', "'客户'!A1"],
])('the title %s is answered as %s', (title, answered) => {
  const book = aWorkbook();
  book.batch([{ addSheet: { properties: { title } } }]);

  expect(book.call('values.get', { range: `'${title.replace(/'/g, "''")}'!A1` })['range']).toBe(answered);
});

test.each([
  ['Nope!A1', '400 Unable to parse range: Nope!A1'],
  ["'Nope'!A1:B2", "400 Unable to parse range: 'Nope'!A1:B2"],
  ['Nope', '400 Unable to parse range: Nope'],
  ['Data!AAAA1', '400 Unable to parse range: Data!AAAA1'],
  ['Data!A0', '400 Unable to parse range: Data!A0'],
  ['Data!A21:B', '400 Range (Data!A21:B) exceeds grid limits. Max rows: 20, max columns: 6'],
  ['Data!G1', '400 Range (Data!G1) exceeds grid limits. Max rows: 20, max columns: 6'],
])('the range %s is refused: %s', (asked, words) => {
  const book = aWorkbook();

  expect(refusal(() => book.call('values.get', { range: asked }))).toBe(words);
  expect(refusal(() => book.call('values.batchGet', { ranges: ['Data!A1', asked] }))).toBe(words);
});

test('a bare word is a named range first, with quotes it is a tab', () => {
  const book = aWorkbook();
  book.put('Data!C3', [['here']]);
  book.batch([{ addNamedRange: { namedRange: { name: 'Spot', range: { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 2, endColumnIndex: 3 } } } }, { addSheet: { properties: { title: 'Spot' } } }]);

  expect(book.values('Spot')).toEqual([['here']]);
  expect(book.call('values.get', { range: "'Spot'" })['range']).toBe('Spot!A1:Z1000');
});

test('RAW keeps every text as it is, numbers and booleans too', () => {
  const book = aWorkbook({ columns: 8 });
  const line = ['=1+1', "'x", '007', '2026-09-05', 5, true, '$1', 'TRUE'];

  book.put('Data!A1:H1', [line]);

  expect(book.values('Data!1:1')).toEqual([line]);
});

test.each`
  typed                   | value                  | type           | pattern                  | shown
  ${'$100.15'}            | ${100.15}              | ${'CURRENCY'}  | ${'$#,##0.00'}           | ${'$100.15'}
  ${'2026-09-05'}         | ${46270}               | ${'DATE'}      | ${'yyyy-mm-dd'}          | ${'2026-09-05'}
  ${'1-2'}                | ${46024}               | ${'DATE'}      | ${'m-d'}                 | ${'1-2'}
  ${'1900-01-05'}         | ${6}                   | ${'DATE'}      | ${'yyyy-mm-dd'}          | ${'1900-01-05'}
  ${'2024年6月15日'}      | ${45458}               | ${'DATE'}      | ${'yyyy"年"m"月"d"日"'}  | ${'2024年6月15日'}
  ${'6月15日'}            | ${46188}               | ${'DATE'}      | ${'m"月"d"日"'}          | ${'6月15日'}
  ${'￥1,200.50'}         | ${1200.5}              | ${'CURRENCY'}  | ${'"¥"#,##0.00'}         | ${'¥1,200.50'}
  ${'10:30'}              | ${0.4375}              | ${'TIME'}      | ${'hh:mm'}               | ${'10:30'}
  ${'2024-01-05 10:30'}   | ${45296.4375}          | ${'DATE_TIME'} | ${'yyyy-mm-dd hh:mm'}    | ${'2024-01-05 10:30'}
  ${'12%'}                | ${0.12}                | ${'PERCENT'}   | ${'0%'}                  | ${'12%'}
  ${'1,234'}              | ${1234}                | ${'NUMBER'}    | ${'#,##0'}               | ${'1,234'}
  ${'007'}                | ${7}                   | ${undefined}   | ${undefined}             | ${'7'}
  ${'110101199003071234'} | ${110101199003071230}  | ${undefined}   | ${undefined}             | ${'1.10101E+17'}
  ${'TRUE'}               | ${true}                | ${undefined}   | ${undefined}             | ${'TRUE'}
  ${"'0123"}              | ${'0123'}              | ${undefined}   | ${undefined}             | ${'0123'}
  ${'2023-02-29'}         | ${'2023-02-29'}        | ${undefined}   | ${undefined}             | ${'2023-02-29'}
  ${'2023年2月29日'}      | ${'2023年2月29日'}     | ${undefined}   | ${undefined}             | ${'2023年2月29日'}
  ${'138-0013-8000'}      | ${'138-0013-8000'}     | ${undefined}   | ${undefined}             | ${'138-0013-8000'}
`('USER_ENTERED reads $typed as $value', ({ typed, value, type, pattern, shown }) => {
  const book = aWorkbook();

  book.put('Data!A1', [[typed]], 'USER_ENTERED');

  expect(book.values('Data!A1')).toEqual([[value]]);
  expect(book.values('Data!A1', {})).toEqual([[shown]]);
  const { sheets } = book.get('sheets.data.rowData.values.userEnteredFormat', ['Data!A1']) as { sheets: { data: { rowData?: { values: { userEnteredFormat: { numberFormat: object } }[] }[] }[] }[] };
  expect(sheets[0]?.data[0]?.rowData?.[0]?.values[0]?.userEnteredFormat.numberFormat).toEqual(type === undefined ? undefined : { type, pattern });
});

test('a text cell keeps what is typed letter by letter', () => {
  const book = aWorkbook();
  book.batch([{ repeatCell: { range: { endColumnIndex: 1 }, cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }, fields: 'userEnteredFormat.numberFormat' } }]);

  book.put('Data!A1:A4', [['01234'], ['110101199003071234'], ['=1+1'], ["'x"]], 'USER_ENTERED');

  expect(book.values('Data!A:A')).toEqual([['01234'], ['110101199003071234'], ['=1+1'], ["'x"]]);
});

test('a formula is kept as text and shows that nobody calculated it', () => {
  const book = aWorkbook();
  book.put('Data!A1:B1', [['=1+1', "'=1+1"]], 'USER_ENTERED');

  expect(book.values('Data!A1:B1', { valueRenderOption: 'FORMULA' })).toEqual([['=1+1', '=1+1']]);
  expect(book.values('Data!A1:B1')).toEqual([['#NOT_EVALUATED', '=1+1']]);
});

test('FORMATTED_STRING writes dates as shown, SERIAL_NUMBER as numbers', () => {
  const book = aWorkbook();
  book.put('Data!A1:B1', [['2026-09-05', '7']], 'USER_ENTERED');

  expect(book.values('Data!1:1', { ...UNFORMATTED, dateTimeRenderOption: 'FORMATTED_STRING' })).toEqual([['2026-09-05', 7]]);
  expect(book.values('Data!1:1', { ...UNFORMATTED, dateTimeRenderOption: 'SERIAL_NUMBER' })).toEqual([[46270, 7]]);
});

test('null skips a cell, empty text clears it, short rows leave the rest', () => {
  const book = aWorkbook();
  book.put('Data!A1:C2', [['a', 'b', 'c'], ['d', 'e', 'f']]);

  const answer = book.call('values.update', { range: 'Data!A1:C2', valueInputOption: 'RAW', includeValuesInResponse: true }, { values: [[null, '', 'C'], ['D']] });

  expect(answer).toEqual({
    spreadsheetId: book.id, updatedRange: 'Data!A1:C2', updatedRows: 2, updatedColumns: 3, updatedCells: 3,
    updatedData: { range: 'Data!A1:C2', majorDimension: 'ROWS', values: [['a', '', 'C'], ['D', 'e', 'f']] },
  });
});

test.each([
  ['more rows than the range', { range: 'Data!A1:B1' }, { values: [['a'], ['b']] }, '400 Requested writing within range [Data!A1:B1], but tried writing to row [2]'],
  ['more columns than the range', { range: 'Data!A1:B1' }, { values: [['a', 'b', 'c']] }, '400 Requested writing within range [Data!A1:B1], but tried writing to column [C]'],
  ['rows past the grid', { range: 'Data!A20' }, { values: [['a'], ['b']] }, '400 Range (Data!A20:A21) exceeds grid limits. Max rows: 20, max columns: 6'],
  ['no input option', { range: 'Data!A1', valueInputOption: undefined }, { values: [['a']] }, "400 'valueInputOption' is required but not specified"],
  ['a text too long', { range: 'Data!A1' }, { values: [['x'.repeat(50_001)]] }, '400 Your input contains more than the maximum of 50000 characters in a single cell.'],
  ['an object', { range: 'Data!A1' }, { values: [[{}]] }, '400 Invalid values[0][0]: struct_value {}'],
  ['an unknown field', { range: 'Data!A1' }, { values: [['a']], colour: 1 }, '400 Invalid JSON payload received. Unknown name "colour": Cannot find field.'],
  ['an unknown parameter', { range: 'Data!A1', colour: 1 }, {}, '400 Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter. Field \'colour\' could not be found in request message.'],
])('a write with %s is refused', (_what, params, body, words) => {
  const book = aWorkbook();

  expect(refusal(() => book.call('values.update', { valueInputOption: 'RAW', ...params }, body))).toBe(words);
  expect(book.values('Data')).toBeUndefined();
});

test('50,000 characters fit', () => {
  const book = aWorkbook();

  book.put('Data!A1', [['x'.repeat(50_000)]]);

  expect(book.values('Data!A1')).toEqual([['x'.repeat(50_000)]]);
});

test('columns can be written as columns', () => {
  const book = aWorkbook();

  book.call('values.update', { range: 'Data!A1:B3', valueInputOption: 'RAW' }, { majorDimension: 'COLUMNS', values: [['a', 'b', 'c'], ['d']] });

  expect(book.values('Data')).toEqual([['a', 'd'], ['b'], ['c']]);
});

test('values.batchUpdate is all or nothing and names the part that failed', () => {
  const book = aWorkbook();
  const body = (second: string) => ({ valueInputOption: 'RAW', data: [{ range: 'Data!A1', values: [['a']] }, { range: second, values: [['b']] }] });

  expect(refusal(() => book.call('values.batchUpdate', {}, body('Nope!A1')))).toBe('400 Invalid data[1]: Unable to parse range: Nope!A1');
  expect(book.values('Data')).toBeUndefined();
  expect(book.call('values.batchUpdate', {}, body('Data!B2'))).toMatchObject({ totalUpdatedCells: 2, totalUpdatedRows: 2, totalUpdatedSheets: 1 });
});

describe('append', () => {
  const tables = [['a', 'b', 'c'], ['1', '2', '3'], [], ['', 'x', 'y', 'z'], ['', '1', '2', '3'], ['', '4', '5', '6']];

  test.each([
    ['Data', 'Data!B7', 'Data!B4:D6'], ['Data!C5:D5', 'Data!B7', 'Data!B4:D6'], ['Data!B2:D4', 'Data!B7', 'Data!B4:D6'],
    ['Data!A1', 'Data!A3', 'Data!A1:C2'], ['Data!E4', 'Data!E4', undefined],
  ])('to %s writes at %s', (asked, written, table) => {
    const book = aWorkbook();
    book.put('Data!A1:D6', tables.map((line) => line.map((cell) => (cell === '' ? null : cell))));

    const answer = book.call('values.append', { range: asked, valueInputOption: 'RAW' }, { values: [['new']] });

    expect((answer['updates'] as { updatedRange: string }).updatedRange).toBe(written);
    expect(answer['tableRange']).toBe(table);
  });

  test('INSERT_ROWS pushes down what stands below', () => {
    const book = aWorkbook();
    book.put('Data!A1:A4', [['head'], ['one'], [null], ['below']]);

    book.call('values.append', { range: 'Data!A1', valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' }, { values: [['two'], ['three']] });

    expect(book.values('Data!A:A')).toEqual([['head'], ['one'], ['two'], ['three'], [], ['below']]);
  });

  test('grows the tab at its end', () => {
    const book = aWorkbook({ rows: 2 });
    book.put('Data!A1:A2', [['a'], ['b']]);

    book.call('values.append', { range: 'Data', valueInputOption: 'RAW' }, { values: [['c']] });

    expect(book.call('values.get', { range: 'Data' })['range']).toBe('Data!A1:F3');
  });
});

test('clearing takes the values and leaves formats and notes', () => {
  const book = aWorkbook();
  book.batch([{ updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { numberValue: 1 }, note: 'n', userEnteredFormat: { textFormat: { bold: true } } }] }], fields: '*' } }]);

  expect(book.call('values.clear', { range: 'Data!A1:B2' }, {})).toEqual({ spreadsheetId: book.id, clearedRange: 'Data!A1:B2' });

  expect(book.get('sheets.data.rowData.values(userEnteredValue,note,userEnteredFormat)')).toEqual({
    sheets: [{ data: [{ rowData: [{ values: [{ note: 'n', userEnteredFormat: { textFormat: { bold: true } } }] }] }] }],
  });
});

test('batchGetByDataFilter answers out of order and tells which filters found the cells', () => {
  const book = aWorkbook();
  book.put('Data!A1:C1', [['a', 'b', 'c']]);
  const first = { gridRange: { startColumnIndex: 0, endColumnIndex: 1, startRowIndex: 0, endRowIndex: 1 } };
  const second = { a1Range: 'Data!C1' };
  const again = { a1Range: 'Data!A1' };

  expect(book.call('values.batchGetByDataFilter', {}, { dataFilters: [first, second, again], majorDimension: 'ROWS' })['valueRanges']).toEqual([
    { valueRange: { range: 'Data!C1', majorDimension: 'ROWS', values: [['c']] }, dataFilters: [second] },
    { valueRange: { range: 'Data!A1', majorDimension: 'ROWS', values: [['a']] }, dataFilters: [first, again] },
  ]);
});

test('the cost counts cells and rows, and tells writes from reads', () => {
  const book = aWorkbook();

  expect(book.costOf('values.update', { range: 'Data!A1:C2', valueInputOption: 'RAW' }, { values: [[1, 2, 3], [4, 5, 6]] })).toEqual({ cells: 6, rows: 2, write: true });
  expect(book.costOf('values.get', { range: 'Data' })).toEqual({ cells: 6, rows: 2, write: false });
});
