import { aWorkbook, range, refusal } from './a-workbook';

type Json = Readonly<Record<string, unknown>>;

const END_FIRST = 'The end index of a GridRange must be greater than its start index.';
const rows = (startIndex: number, endIndex: number): Json => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
const note = (area: Json): Json => ({ repeatCell: { range: area, cell: { note: 'n' }, fields: 'note' } });

test.each<[string, Json, string]>([
  ['a range that ends before it starts', note(range(5, 3, 0, 1)), `repeatCell: ${END_FIRST}`],
  ['a range of nothing', note(range(5, 5, 0, 1)), `repeatCell: ${END_FIRST}`],
  ['a range with a negative end', note({ endRowIndex: -1 }), `repeatCell: ${END_FIRST}`],
  ['a range with a negative start', note(range(-1, 3, 0, 1)), 'repeatCell: GridRange indices cannot be negative: {"sheetId":0,"startRowIndex":-1,"endRowIndex":3,"startColumnIndex":0,"endColumnIndex":1}'],
  ['a cell above the grid', { updateCells: { start: { rowIndex: -1 }, rows: [{ values: [{ note: 'n' }] }], fields: 'note' } }, 'updateCells: GridCoordinate.rowIndex[-1] is before the first cell in grid'],
  ['a cell left of the grid', { updateCells: { start: { columnIndex: -2 }, rows: [{ values: [{ note: 'n' }] }], fields: 'note' } }, 'updateCells: GridCoordinate.columnIndex[-2] is before the first cell in grid'],
  ['rows that end before they start', { insertDimension: { range: rows(3, 1) } }, 'insertDimension: The end index 1 of a DimensionRange must be greater than its start index 3.'],
  ['a negative row', { deleteDimension: { range: rows(-1, 1) } }, 'deleteDimension: The end index 1 of a DimensionRange must be greater than its start index -1.'],
  ['a move to a negative row', { moveDimension: { source: rows(3, 4), destinationIndex: -1 } }, 'moveDimension: Cannot move rows 3 to 3 to index -1: there are only 20 rows.'],
  ['fewer than no rows', { appendDimension: { dimension: 'ROWS', length: -1 } }, 'appendDimension: length must be greater than 0.'],
  ['a tab at a negative place', { addSheet: { properties: { index: -1 } } }, 'addSheet: Sheet index -1 must be non-negative.'],
  ['a tab moved to a negative place', { updateSheetProperties: { properties: { index: -1 }, fields: 'index' } }, 'updateSheetProperties: Sheet index -1 must be non-negative.'],
  ['a tab of negative size', { addSheet: { properties: { gridProperties: { rowCount: -1 } } } }, "addSheet: You can't delete all the rows on the sheet."],
  ['fewer than no frozen rows', { updateSheetProperties: { properties: { gridProperties: { frozenRowCount: -1 } }, fields: 'gridProperties.frozenRowCount' } }, 'updateSheetProperties: The number of frozen rows and columns must be non-negative.'],
  ['a negative height', { updateDimensionProperties: { range: rows(0, 1), properties: { pixelSize: -5 }, fields: 'pixelSize' } }, 'updateDimensionProperties: Invalid pixel size: -5'],
  ['hiding by a filter that there is not', { updateDimensionProperties: { range: rows(0, 1), properties: { hiddenByFilter: true }, fields: 'hiddenByFilter' } }, 'updateDimensionProperties: hiddenByFilter is read-only.'],
  ['an opening on another tab', { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [{ sheetId: 7 }] } } }, 'addProtectedRange: Unprotected ranges must be on the same sheet as the protected range.'],
])('%s is refused and changes nothing', (_what, request, words) => {
  const book = aWorkbook();
  const before = JSON.stringify(book.engine.exportState());

  expect(refusal(() => book.batch([request]))).toBe(`400 Invalid requests[0].${words}`);
  expect(JSON.stringify(book.engine.exportState())).toBe(before);
});

test.each<[string, Json]>([['criteria', { criteria: { 0: { hiddenValues: ['x'] } } }], ['filterSpecs', { filterSpecs: [{ columnIndex: 0 }] }], ['sortSpecs', { sortSpecs: [{}] }]])('a filter with %s is refused by name, for it would hide or sort rows', (what, filter) => {
  expect(refusal(() => aWorkbook().batch([{ setBasicFilter: { filter: { range: range(0, 5, 0, 3), ...filter } } }]))).toBe(`400 Not emulated: setBasicFilter with ${what}`);
});

describe('frozen rows and columns', () => {
  const frozen = (frozenRowCount: number, frozenColumnCount = 0): Json => ({ updateSheetProperties: { properties: { gridProperties: { frozenRowCount, frozenColumnCount } }, fields: 'gridProperties(frozenRowCount,frozenColumnCount)' } });
  const resized = (gridProperties: Json): Json => ({ updateSheetProperties: { properties: { gridProperties }, fields: Object.keys(gridProperties).map((name) => `gridProperties.${name}`).join() } });

  test.each<[string, Json, string]>([
    ['all rows frozen', frozen(20), 'updateSheetProperties: You can\'t freeze all visible rows on the sheet "Data".'],
    ['all columns frozen', frozen(0, 6), 'updateSheetProperties: You can\'t freeze all visible columns on the sheet "Data".'],
    ['all rows below them deleted', { deleteDimension: { range: rows(2, 20) } }, 'deleteDimension: Sorry, it is not possible to delete all non-frozen rows.'],
    ['a tab cut down to them', resized({ rowCount: 2 }), 'updateSheetProperties: Sorry, it is not possible to delete all non-frozen rows.'],
    ['a tab cut down while they are let go', resized({ rowCount: 2, frozenRowCount: 0 }), 'updateSheetProperties: Sorry, it is not possible to delete all non-frozen rows.'],
    ['a tab narrowed down to them', resized({ columnCount: 1 }), 'updateSheetProperties: Sorry, it is not possible to delete all non-frozen columns.'],
  ])('%s is refused', (_what, request, words) => {
    const book = aWorkbook();
    book.batch([frozen(2, 1)]);

    expect(refusal(() => book.batch([request]))).toBe(`400 Invalid requests[0].${words}`);
  });

  test('let go first, the tab can be cut down', () => {
    const book = aWorkbook();

    expect(book.batch([frozen(2, 1), frozen(0), resized({ rowCount: 2, columnCount: 1 })])).toEqual([{}, {}, {}]);
  });
});

test.each([['Data!A19:B99', 'Data!A19:B20'], ['Data!E1:ZZ1', 'Data!E1:F1']])('%s, which ends past the grid, is clipped to %s and grows nothing', (asked, answered) => {
  const book = aWorkbook();

  expect(book.call('values.get', { range: asked })['range']).toBe(answered);
  book.batch([note(range(18, 99, 0, 99))]);
  expect(book.get('sheets.properties.gridProperties(rowCount,columnCount)')).toEqual({ sheets: [{ properties: { gridProperties: { rowCount: 20, columnCount: 6 } } }] });
});

describe('a deleted tab', () => {
  const aBookThatLostATab = () => {
    const book = aWorkbook();
    book.batch([{ addSheet: { properties: { sheetId: 7, title: 'Lost' } } }]);
    book.batch([{ deleteSheet: { sheetId: 7 } }]);
    return book;
  };
  const gone = { sheetId: 7 };

  test.each<[string, Json]>([
    ['updateCells', { range: gone, fields: 'note' }], ['appendCells', { sheetId: 7, rows: [], fields: 'note' }], ['setDataValidation', { range: gone }],
    ['copyPaste', { source: gone, destination: range(0, 1, 0, 1) }], ['sortRange', { range: gone }], ['insertDimension', { range: { ...gone, dimension: 'ROWS', startIndex: 0, endIndex: 1 } }],
    ['addProtectedRange', { protectedRange: { range: gone } }], ['addNamedRange', { namedRange: { name: 'n', range: gone } }],
    ['createDeveloperMetadata', { developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: gone } }],
  ])('is no grid to %s', (kind, body) => {
    expect(refusal(() => aBookThatLostATab().batch([{ [kind]: body }]))).toBe(`400 Invalid requests[0].${kind}: No grid with id: 7`);
  });

  test.each<[string, string, Json]>([
    ['its cells', 'getByDataFilter', { gridRange: gone }], ['its values', 'values.batchGetByDataFilter', { gridRange: gone }],
    ['its metadata', 'developerMetadata.search', { developerMetadataLookup: { metadataLocation: gone } }],
  ])('is no grid for a read of %s', (_what, method, filter) => {
    expect(refusal(() => aBookThatLostATab().call(method, {}, { dataFilters: [filter] }))).toBe('400 No grid with id: 7');
  });

  test('one lost range fails the whole read', () => {
    expect(refusal(() => aBookThatLostATab().call('values.batchGet', { ranges: ['Data!A1', 'Lost!A1'] }))).toBe('400 Unable to parse range: Lost!A1');
  });

  test.each([true, false])('in the ranges of its own batch’s answer takes the batch back (answer wanted: %s)', (includeSpreadsheetInResponse) => {
    const book = aWorkbook();
    book.batch([{ addSheet: { properties: { sheetId: 7, title: 'Lost' } } }]);

    expect(refusal(() => book.call('batchUpdate', {}, { requests: [{ deleteSheet: { sheetId: 7 } }], responseRanges: ['Lost!A1'], includeSpreadsheetInResponse }))).toBe('400 Unable to parse range: Lost!A1');
    expect(book.get('sheets.properties.title')).toEqual({ sheets: [{ properties: { title: 'Data' } }, { properties: { title: 'Lost' } }] });
  });
});

describe('data filters', () => {
  const METHODS = ['getByDataFilter', 'values.batchGetByDataFilter', 'developerMetadata.search'];
  const read = (method: string, ...dataFilters: Json[]) => aWorkbook().call(method, method === 'getByDataFilter' ? { fields: 'spreadsheetId,sheets.data.startRow' } : {}, { dataFilters });

  test.each([['getByDataFilter', ['spreadsheetId']], ['values.batchGetByDataFilter', ['spreadsheetId']], ['developerMetadata.search', []]])('that match nothing are answered by %s with %j alone', (method, names) => {
    expect(Object.keys(read(method, { developerMetadataLookup: { metadataKey: 'nowhere' } }))).toEqual(names);
  });

  test.each(METHODS)('without a kind are refused by %s', (method) => {
    expect(refusal(() => read(method, {}))).toBe('400 A DataFilter must specify one of developerMetadataLookup, a1Range, gridRange.');
  });

  test.each(METHODS)('of two kinds at once are refused by %s', (method) => {
    expect(refusal(() => read(method, { a1Range: 'Data!A1', gridRange: {} }))).toBe("400 oneof field 'filter' is already set. Cannot set 'gridRange'");
  });

  test('that repeat each give their grid data, in order', () => {
    expect(read('getByDataFilter', { a1Range: 'Data!A2' }, { a1Range: 'Data!A3' }, { gridRange: range(1, 2, 0, 1) })).toMatchObject({ sheets: [{ data: [{ startRow: 1 }, { startRow: 2 }, { startRow: 1 }] }] });
  });

  test('that repeat share one block of values, which names each of them', () => {
    const { valueRanges } = read('values.batchGetByDataFilter', { a1Range: 'Data!A2' }, { gridRange: range(1, 2, 0, 1) }, { a1Range: 'Data!A2' }) as { valueRanges: { dataFilters: Json[] }[] };

    expect(valueRanges.map(({ dataFilters }) => dataFilters)).toEqual([[{ a1Range: 'Data!A2' }, { gridRange: range(1, 2, 0, 1) }, { a1Range: 'Data!A2' }]]);
  });
});

test('thousands of ranges are answered one by one, in the order asked', () => {
  const ranges = Array.from({ length: 3000 }, (_, index) => `Data!A${index % 20 + 1}`);
  const { valueRanges } = aWorkbook().call('values.batchGet', { ranges }) as { valueRanges: { range: string }[] };

  expect(valueRanges.map((each) => each.range)).toEqual(ranges);
});

test.each<[string, unknown]>([['no body', undefined], ['an empty body', {}], ['no requests', { requests: null }], ['an empty list', { requests: [] }]])('a batch with %s is refused', (_what, body) => {
  expect(refusal(() => aWorkbook().call('batchUpdate', {}, body))).toBe('400 Must specify at least one request.');
});

test.each([['spreadsheetId.title'], ['sheets()'], ['sheets.'], ['spreadsheet_title']])('the mask %s is refused', (fields) => {
  expect(refusal(() => aWorkbook().get(fields))).toBe('400 Request contains an invalid argument.');
});

test.each(['values.get', 'values.batchGet', 'get', 'batchUpdate'])('%s refuses a query parameter that Google does not know', (method) => {
  expect(refusal(() => aWorkbook().call(method, { colour: 'red', range: 'Data!A1' }, { requests: [] }))).toContain('400 Invalid JSON payload received. Unknown name "');
});
