import { aWorkbook, cellsOf, EDITOR, OWNER, range, refusal, STRANGER, VIEWER } from './a-workbook';

function aSmallWorkbook() {
  const book = aWorkbook({ rows: 4, columns: 3 });
  book.put('Data!A1:C2', [['a', 0, false], ['b', null, '=1']], 'USER_ENTERED');
  book.batch([
    { addSheet: { properties: { sheetId: 7, title: 'Other', gridProperties: { rowCount: 2, columnCount: 2 } } } },
    { updateCells: { start: { rowIndex: 1, columnIndex: 1 }, rows: [{ values: [{ note: 'n', userEnteredFormat: { textFormat: { bold: true } } }] }], fields: 'note,userEnteredFormat' } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 1, metadataKey: 'column', visibility: 'DOCUMENT', location: { dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } } } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 2, metadataKey: 'sheet', visibility: 'DOCUMENT', location: { sheetId: 7 } } } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 3, metadataKey: 'book', visibility: 'DOCUMENT', location: { spreadsheet: true } } } },
    { updateDimensionProperties: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 }, properties: { pixelSize: 40, hiddenByUser: true }, fields: 'pixelSize,hiddenByUser' } },
  ]);
  return book;
}

test('without a mask everything comes except grid data', () => {
  const book = aSmallWorkbook();

  expect(book.call('get')).toEqual({
    spreadsheetId: book.id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    properties: expect.objectContaining({ title: 'Book', locale: 'en_US', timeZone: 'Etc/GMT', autoRecalc: 'ON_CHANGE' }),
    developerMetadata: [{ metadataId: 3, metadataKey: 'book', visibility: 'DOCUMENT', location: { locationType: 'SPREADSHEET', spreadsheet: true } }],
    sheets: [
      { properties: { title: 'Data', index: 0, sheetType: 'GRID', gridProperties: { rowCount: 4, columnCount: 3 } } },
      { properties: { sheetId: 7, title: 'Other', index: 1, sheetType: 'GRID', gridProperties: { rowCount: 2, columnCount: 2 } },
        developerMetadata: [{ metadataId: 2, metadataKey: 'sheet', visibility: 'DOCUMENT', location: { locationType: 'SHEET', sheetId: 7 } }] },
    ],
  });
});

test('cells keep zero, false and formulas apart; empty ones at the end are left out', () => {
  const book = aSmallWorkbook();

  expect(cellsOf(book.get('sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)', ['Data']))).toEqual([
    [
      { userEnteredValue: { stringValue: 'a' }, effectiveValue: { stringValue: 'a' }, formattedValue: 'a' },
      { userEnteredValue: { numberValue: 0 }, effectiveValue: { numberValue: 0 }, formattedValue: '0' },
      { userEnteredValue: { boolValue: false }, effectiveValue: { boolValue: false }, formattedValue: 'FALSE' },
    ],
    [
      { userEnteredValue: { stringValue: 'b' }, effectiveValue: { stringValue: 'b' }, formattedValue: 'b' }, {},
      { userEnteredValue: { formulaValue: '=1' }, effectiveValue: { errorValue: { type: 'ERROR', message: 'not evaluated locally (#NOT_EVALUATED)' } }, formattedValue: '#NOT_EVALUATED' },
    ],
  ]);
});

test.each([
  ['spreadsheetId', {}],
  ['sheets(properties(sheetId,title))', { sheets: [{ properties: { title: 'Data' } }, { properties: { sheetId: 7, title: 'Other' } }] }],
  ['sheets.properties.title', { sheets: [{ properties: { title: 'Data' } }, { properties: { title: 'Other' } }] }],
  ['sheets/properties/title', { sheets: [{ properties: { title: 'Data' } }, { properties: { title: 'Other' } }] }],
  ['sheets.data.rowData.values.note', { sheets: [{ data: [{ rowData: [{}, { values: [{}, { note: 'n' }] }] }] }, { data: [{}] }] }],
  ['sheets(data(columnMetadata(hiddenByUser,developerMetadata.metadataKey)))',
    { sheets: [{ data: [{ columnMetadata: [{}, { developerMetadata: [{ metadataKey: 'column' }] }, { hiddenByUser: true }] }] }, { data: [{ columnMetadata: [{}, {}] }] }] }],
  ['sheets(data(startRow,rowMetadata.pixelSize))', { sheets: [{ data: [{ rowMetadata: Array(4).fill({ pixelSize: 21 }) }] }, { data: [{ rowMetadata: Array(2).fill({ pixelSize: 21 }) }] }] }],
  ['sheets.data.rowData.values.userEnteredFormat.textFormat', { sheets: [{ data: [{ rowData: [{}, { values: [{}, { userEnteredFormat: { textFormat: { bold: true } } }] }] }] }, { data: [{}] }] }],
])('the mask %s', (fields, expected) => {
  const book = aSmallWorkbook();

  const answer = book.call('get', { fields });

  expect(answer).toEqual(fields === 'spreadsheetId' ? { spreadsheetId: book.id } : expected);
});

test.each(['sheets(', 'sheets)', 'sheets,', 'sheets..data', 'nope', 'sheets.properties.nope', 'sheets(data(rowData(values(nope))))'])('the mask %s is refused', (fields) => {
  const book = aWorkbook();

  expect(refusal(() => book.call('get', { fields }))).toBe('400 Request contains an invalid argument.');
});

test('with a mask includeGridData does not count', () => {
  const book = aSmallWorkbook();

  expect(book.call('get', { fields: 'sheets.properties.title', includeGridData: true })).not.toHaveProperty('sheets.0.data');
  expect(book.call('get', { includeGridData: true, ranges: 'Other' })).toMatchObject({ sheets: [{ properties: { title: 'Other' }, data: [{ columnMetadata: [{ pixelSize: 100 }, { pixelSize: 100 }] }] }] });
});

test('ranges choose the tabs, and each gives its own data with its start', () => {
  const book = aSmallWorkbook();

  expect(book.call('get', { ranges: ['Data!B2:C2', 'Data!A1'], fields: 'sheets(properties.title,data(startRow,startColumn,rowData.values.formattedValue))' })).toEqual({
    sheets: [{ properties: { title: 'Data' }, data: [
      { startRow: 1, startColumn: 1, rowData: [{ values: [{}, { formattedValue: '#NOT_EVALUATED' }] }] },
      { rowData: [{ values: [{ formattedValue: 'a' }] }] },
    ] }],
  });
});

test.each([
  ['a grid range', { gridRange: { endRowIndex: 1, endColumnIndex: 1 } }, [[{ formattedValue: 'a' }]]],
  ['an A1 range', { a1Range: 'Data!B1' }, [[{ formattedValue: '0' }]]],
  ['the column of its metadata', { developerMetadataLookup: { metadataKey: 'column' } }, [[{ formattedValue: '0' }]]],
  ['no cell for metadata that are not there', { developerMetadataLookup: { metadataKey: 'nope' } }, undefined],
])('getByDataFilter reads %s', (_what, filter, cells) => {
  const book = aSmallWorkbook();

  expect(cellsOf(book.call('getByDataFilter', { fields: 'sheets.data.rowData.values.formattedValue' }, { dataFilters: [filter] }))).toEqual(cells);
});

test('an effective format is the default with the entered one over it', () => {
  const book = aSmallWorkbook();

  const [first, second] = (cellsOf(book.get('sheets.data.rowData.values.effectiveFormat', ['Data'])) as { effectiveFormat?: { textFormat: object } }[][]);

  expect(first?.[0]?.effectiveFormat?.textFormat).toMatchObject({ bold: false, fontFamily: 'Arial' });
  expect(second?.[1]?.effectiveFormat?.textFormat).toMatchObject({ bold: true, fontFamily: 'Arial' });
});

test('dates and numbers are shown by the format of their cell', () => {
  const book = aWorkbook();
  const show = (numberFormat: object, numberValue: number) => ({ userEnteredValue: { numberValue }, userEnteredFormat: { numberFormat } });
  book.batch([{ updateCells: { start: {}, rows: [{ values: [
    show({ type: 'DATE', pattern: 'yyyy-mm-dd' }, 45458), show({ type: 'NUMBER', pattern: '#,##0.00' }, 1234.5), show({ type: 'DATE' }, 45458), show({ type: 'TEXT' }, 5),
    show({ type: 'PERCENT', pattern: '0%' }, 0.5), show({ type: 'CURRENCY', pattern: '[$¥]#,##0.00' }, 9),
  ] }], fields: '*' } }]);

  expect(book.values('Data!1:1', {})).toEqual([['2024-06-15', '1,234.50', '6/15/2024', '5', '50%', '¥9.00']]);
});

test('a viewer reads everything, a stranger nothing', () => {
  const book = aSmallWorkbook();

  expect(book.get('sheets.properties.title', [], VIEWER)).toEqual(book.get('sheets.properties.title', [], OWNER));
  expect(refusal(() => book.get('spreadsheetId', [], STRANGER))).toBe('403 The caller does not have permission');
});

test('what a read costs follows from what it returns', () => {
  const book = aSmallWorkbook();

  expect(book.costOf('get', { fields: 'sheets.properties' })).toEqual({ cells: 0, rows: 0, write: false });
  expect(book.costOf('get', { fields: 'sheets.data.rowData.values.userEnteredValue', ranges: 'Data!A1:B4' })).toEqual({ cells: 3, rows: 2, write: false });
});

test('a new spreadsheet has one tab of 1,000 × 26 with id 0, named in its language', () => {
  const book = aWorkbook();
  const created = book.call('create', {}, { properties: { title: '新', locale: 'zh_CN' } }, EDITOR) as { spreadsheetId: string; sheets: unknown };

  expect(created.sheets).toEqual([{ properties: { title: '工作表1', index: 0, sheetType: 'GRID', gridProperties: { rowCount: 1000, columnCount: 26 } } }]);
  expect(book.engine.roleOf(created.spreadsheetId, EDITOR)).toBe('owner');
  expect(refusal(() => book.call('get', { spreadsheetId: created.spreadsheetId }))).toBe('403 The caller does not have permission');
});

test('a new spreadsheet takes tabs with rows', () => {
  const book = aWorkbook();
  const { spreadsheetId } = book.call('create', {}, { sheets: [{ properties: { title: 'T' }, data: [{ startRow: 1, rowData: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }] }] }] }) as { spreadsheetId: string };

  expect(book.call('values.get', { spreadsheetId, range: 'T' })['values']).toEqual([[], ['x']]);
  expect(refusal(() => book.call('create', {}, { namedRanges: [] }))).toBe('400 Not emulated: spreadsheets.create with namedRanges');
});

test('the cells of a merge and its range are given back', () => {
  const book = aWorkbook();
  book.put('Data!B1', [['x']]);
  book.batch([{ mergeCells: { range: range(0, 2, 0, 2) } }]);

  expect(book.get('sheets.merges')).toEqual({ sheets: [{ merges: [{ endRowIndex: 2, endColumnIndex: 2 }] }] });
  expect(book.values('Data')).toEqual([['x']]);
});
