import { EMULATED_KINDS } from '../../../host/sheets/requests/registry';
import type { WorkbookFixture } from './a-workbook';
import { aWorkbook, cellsOf, EDITOR, range, refusal } from './a-workbook';

const NO_GRID = { deleteSheet: { sheetId: 999 } };
const COLOUR = { red: 1 };
const CONDITION = { ranges: [range(0, 2, 0, 2)], booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } } };

/** A tab with something of everything: rows 1–5 hold a…e in A and 1…5 in B. */
function aFullWorkbook(): WorkbookFixture {
  const book = aWorkbook();
  book.put('Data!A1:C5', ['e', 'd', 'c', 'b', 'a'].map((letter, index) => [letter, index + 1, index % 2 === 0]));
  book.batch([
    { addSheet: { properties: { sheetId: 7, title: 'Other' } } },
    { repeatCell: { range: range(0, 20, 1, 2), cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.0' } }, note: 'n' }, fields: 'userEnteredFormat,note' } },
    { setDataValidation: { range: range(0, 5, 0, 1), rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Data!$B$1:$B$5' }] } } } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 1, metadataKey: 'k', metadataValue: 'v', visibility: 'DOCUMENT', location: { dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } } } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 2, metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } } } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 3, range: range(0, 1, 0, 6), warningOnly: true } } },
    { addNamedRange: { namedRange: { namedRangeId: 'named', name: 'Letters', range: range(0, 5, 0, 1) } } },
    { addConditionalFormatRule: { rule: CONDITION } },
    { addBanding: { bandedRange: { bandedRangeId: 4, range: range(0, 5, 0, 3), rowProperties: { firstBandColor: COLOUR } } } },
    { setBasicFilter: { filter: { range: range(0, 5, 0, 3) } } },
    { addFilterView: { filter: { filterViewId: 5, title: 'View', range: range(0, 5, 0, 3) } } },
    { mergeCells: { range: range(10, 12, 0, 2) } },
    { updateDimensionProperties: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, properties: { pixelSize: 50 }, fields: 'pixelSize' } },
  ]);
  return book;
}

const EMPTY = {};

/** One lawful request of every kind, with its reply. */
const REQUESTS: Readonly<Record<string, readonly [body: object, reply: object]>> = {
  addSheet: [{ properties: { sheetId: 8, title: 'New', gridProperties: { rowCount: 3, columnCount: 2, frozenRowCount: 1 } } },
    { properties: { sheetId: 8, title: 'New', index: 2, sheetType: 'GRID', gridProperties: { rowCount: 3, columnCount: 2, frozenRowCount: 1 } } }],
  updateSheetProperties: [{ properties: { title: 'Renamed', index: 2 }, fields: 'title,index' }, EMPTY],
  deleteSheet: [{ sheetId: 7 }, EMPTY],
  duplicateSheet: [{ newSheetId: 9, newSheetName: 'Twin', insertSheetIndex: 1 },
    { properties: { sheetId: 9, title: 'Twin', index: 1, sheetType: 'GRID', gridProperties: { rowCount: 20, columnCount: 6 } } }],
  updateSpreadsheetProperties: [{ properties: { title: 'Renamed' }, fields: 'title' }, EMPTY],
  appendDimension: [{ dimension: 'ROWS', length: 3 }, EMPTY],
  insertDimension: [{ range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 }, inheritFromBefore: true }, EMPTY],
  deleteDimension: [{ range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } }, EMPTY],
  moveDimension: [{ source: { dimension: 'ROWS', startIndex: 0, endIndex: 2 }, destinationIndex: 5 }, EMPTY],
  updateDimensionProperties: [{ range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 }, properties: { hiddenByUser: true }, fields: 'hiddenByUser' }, EMPTY],
  autoResizeDimensions: [{ dimensions: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } }, EMPTY],
  updateCells: [{ start: { rowIndex: 1, columnIndex: 1 }, rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }, {}] }], fields: '*' }, EMPTY],
  repeatCell: [{ range: range(0, 3, 0, 3), cell: { userEnteredValue: { numberValue: 0 }, note: 'r' }, fields: 'userEnteredValue,note,dataValidation' }, EMPTY],
  appendCells: [{ rows: Array.from({ length: 30 }, (_, index) => ({ values: [{ userEnteredValue: { numberValue: index } }] })), fields: 'userEnteredValue' }, EMPTY],
  setDataValidation: [{ range: range(0, 20, 0, 2) }, EMPTY],
  copyPaste: [{ source: range(0, 2, 0, 3), destination: range(6, 10, 0, 3) }, EMPTY],
  cutPaste: [{ source: range(0, 2, 0, 2), destination: { rowIndex: 1, columnIndex: 1 } }, EMPTY],
  insertRange: [{ range: range(1, 3, 0, 2), shiftDimension: 'ROWS' }, EMPTY],
  deleteRange: [{ range: range(1, 3, 0, 2), shiftDimension: 'COLUMNS' }, EMPTY],
  sortRange: [{ range: range(0, 5, 0, 3), sortSpecs: [{ dimensionIndex: 0 }] }, EMPTY],
  findReplace: [{ find: 'e|d', replacement: 'x', searchByRegex: true, sheetId: 0 }, { valuesChanged: 7, rowsChanged: 5, sheetsChanged: 1, occurrencesChanged: 7 }],
  createDeveloperMetadata: [{ developerMetadata: { metadataId: 77, metadataKey: 'x', visibility: 'DOCUMENT', location: { spreadsheet: true } } },
    { developerMetadata: { metadataId: 77, metadataKey: 'x', visibility: 'DOCUMENT', location: { locationType: 'SPREADSHEET', spreadsheet: true } } }],
  updateDeveloperMetadata: [{ dataFilters: [{ developerMetadataLookup: { metadataId: 1 } }], developerMetadata: { metadataValue: 'w' }, fields: 'metadataValue' },
    { developerMetadata: [{ metadataId: 1, metadataKey: 'k', metadataValue: 'w', visibility: 'DOCUMENT', location: { locationType: 'COLUMN', dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } }] }],
  deleteDeveloperMetadata: [{ dataFilter: { developerMetadataLookup: { metadataId: 2 } } },
    { deletedDeveloperMetadata: [{ metadataId: 2, metadataKey: 'k', visibility: 'DOCUMENT', location: { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }] }],
  addProtectedRange: [{ protectedRange: { protectedRangeId: 33, range: {}, unprotectedRanges: [range(2, 4, 0, 2)] } },
    { protectedRange: { protectedRangeId: 33, range: {}, unprotectedRanges: [{ startRowIndex: 2, endRowIndex: 4, endColumnIndex: 2 }], requestingUserCanEdit: true, editors: { users: ['owner@example.com'] } } }],
  updateProtectedRange: [{ protectedRange: { protectedRangeId: 3, description: 'd' }, fields: 'description,warningOnly' }, EMPTY],
  deleteProtectedRange: [{ protectedRangeId: 3 }, EMPTY],
  addNamedRange: [{ namedRange: { namedRangeId: 'two', name: 'Two', range: range(0, 1, 0, 1) } }, { namedRange: { namedRangeId: 'two', name: 'Two', range: { endRowIndex: 1, endColumnIndex: 1 } } }],
  updateNamedRange: [{ namedRange: { namedRangeId: 'named', name: 'Other' }, fields: 'name' }, EMPTY],
  deleteNamedRange: [{ namedRangeId: 'named' }, EMPTY],
  addConditionalFormatRule: [{ rule: CONDITION, index: 1 }, EMPTY],
  updateConditionalFormatRule: [{ index: 0, rule: { ...CONDITION, ranges: [range(4, 5, 0, 1)] } }, {
    newRule: { ...CONDITION, ranges: [{ startRowIndex: 4, endRowIndex: 5, endColumnIndex: 1 }] }, oldRule: { ...CONDITION, ranges: [{ endRowIndex: 2, endColumnIndex: 2 }] },
  }],
  deleteConditionalFormatRule: [{ index: 0 }, { rule: { ...CONDITION, ranges: [{ endRowIndex: 2, endColumnIndex: 2 }] } }],
  addBanding: [{ bandedRange: { bandedRangeId: 44, range: range(6, 8, 0, 3), rowProperties: { firstBandColor: COLOUR } } },
    { bandedRange: { bandedRangeId: 44, range: { startRowIndex: 6, endRowIndex: 8, endColumnIndex: 3 }, rowProperties: { firstBandColor: COLOUR } } }],
  updateBanding: [{ bandedRange: { bandedRangeId: 4, range: range(0, 9, 0, 3) }, fields: 'range' }, EMPTY],
  deleteBanding: [{ bandedRangeId: 4 }, EMPTY],
  setBasicFilter: [{ filter: { range: range(0, 20, 0, 2) } }, EMPTY],
  clearBasicFilter: [{}, EMPTY],
  addFilterView: [{ filter: { filterViewId: 55, title: 'More', range: range(0, 2, 0, 2) } }, { filter: { filterViewId: 55, title: 'More', range: { endRowIndex: 2, endColumnIndex: 2 } } }],
  updateFilterView: [{ filter: { filterViewId: 5, title: 'Renamed' }, fields: 'title' }, EMPTY],
  deleteFilterView: [{ filterId: 5 }, EMPTY],
  mergeCells: [{ range: range(0, 2, 0, 2), mergeType: 'MERGE_ROWS' }, EMPTY],
  unmergeCells: [{ range: range(9, 13, 0, 3) }, EMPTY],
  updateBorders: [{ range: range(0, 3, 0, 3), top: { style: 'SOLID' }, innerHorizontal: { style: 'DOTTED' } }, EMPTY],
};

test('the table below covers every request kind', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual([...EMULATED_KINDS].sort());
});

describe.each(Object.entries(REQUESTS))('%s', (kind, [body, reply]) => {
  test('changes the workbook and gives its reply', () => {
    const book = aFullWorkbook();
    const before = JSON.stringify(book.engine.exportState());

    const replies = book.batch([{ [kind]: body }]);

    expect(replies).toEqual([reply === EMPTY ? {} : { [kind]: reply }]);
    expect(JSON.stringify(book.engine.exportState())).not.toBe(before);
  });

  test('leaves nothing behind when a later request is refused', () => {
    const book = aFullWorkbook();
    const before = JSON.parse(JSON.stringify(book.engine.exportState())) as unknown;

    expect(refusal(() => book.batch([{ [kind]: body }, NO_GRID]))).toBe('400 Invalid requests[1].deleteSheet: No grid with id: 999');

    expect(JSON.parse(JSON.stringify(book.engine.exportState()))).toEqual(before);
  });

  test('refuses a field that Google does not know', () => {
    const book = aFullWorkbook();

    expect(refusal(() => book.batch([{ [kind]: { ...body, colour: 1 } }]))).toBe(
      `400 Invalid JSON payload received. Unknown name "colour" at 'requests[0].${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}': Cannot find field.`,
    );
  });
});

test.each([
  [[], '400 Must specify at least one request.'],
  [[{ addChart: {} }], '400 Not emulated: addChart'],
  [[{ pasteData: {} }], '400 Not emulated: pasteData'],
  [[{ paint: {} }], "400 Invalid JSON payload received. Unknown name \"paint\" at 'requests[0]': Cannot find field."],
  [[{}], '400 Invalid requests[0]: No request set.'],
  [[{ addSheet: {}, deleteSheet: {} }], "400 Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'"],
  [[{ deleteSheet: { sheetId: 'seven' } }], "400 Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"seven\""],
  [[{ deleteSheet: { sheetId: 9 } }], '400 Invalid requests[0].deleteSheet: No grid with id: 9'],
  [[{ deleteSheet: {} }], "400 Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document."],
  [[{ updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } }], "400 Invalid requests[0].updateSheetProperties: You can't remove all the visible sheets in a document."],
  [[{ updateSheetProperties: { properties: { gridProperties: { frozenRowCount: 1 } }, fields: 'gridProperties' } }], "400 Invalid requests[0].updateSheetProperties: You can't delete all the rows on the sheet."],
  [[{ updateSheetProperties: { properties: { title: 'x' } } }], "400 Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"],
  [[{ repeatCell: { range: {}, cell: {}, fields: '' } }], "400 Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"],
  [[{ repeatCell: { range: {}, cell: {}, fields: 'colour' } }], '400 Invalid requests[0].repeatCell: Request contains an invalid argument.'],
  [[{ addSheet: { properties: { sheetId: 0 } } }], '400 Invalid requests[0].addSheet: Sheet with id 0 already exists.'],
  [[{ addSheet: { properties: { title: 'DATA' } } }], '400 Invalid requests[0].addSheet: A sheet with the name "DATA" already exists. Please enter another name.'],
  [[{ addSheet: { properties: { title: 'x'.repeat(101) } } }], '400 Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.'],
  [[{ addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 10 } } } }], '400 Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.'],
  [[{ appendDimension: { dimension: 'COLUMNS', length: 18_273 } }], '400 Invalid requests[0].appendDimension: This action would increase the number of columns in the sheet above the limit of 18278 columns.'],
  [[{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 20, endIndex: 21 } } }], "400 Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 20 but there are only 20 rows."],
  [[{ deleteDimension: { range: { dimension: 'ROWS' } } }], "400 Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet."],
  [[{ updateCells: { start: { columnIndex: 5 }, rows: [{ values: [{}, {}] }], fields: 'note' } }], '400 Invalid requests[0].updateCells: Attempting to write column: 6, beyond the last requested column of: 5'],
  [[{ updateCells: { range: range(0, 1, 0, 1), rows: [{}, {}], fields: 'note' } }], '400 Invalid requests[0].updateCells: Attempting to write row: 1, beyond the last requested row of: 0'],
  [[{ updateCells: { start: { rowIndex: 20 }, rows: [], fields: 'note' } }], '400 Invalid requests[0].updateCells: GridCoordinate.rowIndex[20] is after last row in grid[20]'],
  [[{ updateCells: { start: {}, rows: [{ values: [{ pivotTable: {} }] }], fields: '*' } }], '400 Not emulated: cell field pivotTable'],
  [[{ updateCells: { start: {}, rows: [{ values: [{ userEnteredFormat: { numberFormat: { pattern: '@' } } }] }], fields: '*' } }], '400 Invalid requests[0].updateCells: NumberFormat.type must be specified.'],
  [[{ addBanding: { bandedRange: { range: range(0, 2, 0, 2), rowProperties: {} } } }, { addBanding: { bandedRange: { range: range(1, 3, 1, 2), rowProperties: {} } } }],
    '400 Invalid requests[1].addBanding: You cannot add alternating background colors to a range that already has alternating background colors.'],
  [[{ addConditionalFormatRule: { rule: CONDITION, index: 1 } }], '400 Invalid requests[0].addConditionalFormatRule: No conditional format on sheet: 0 at index: 1'],
  [[{ copyPaste: { source: range(0, 1, 0, 1), destination: range(1, 2, 1, 2), pasteOrientation: 'TRANSPOSE' } }], '400 Not emulated: copyPaste with TRANSPOSE'],
])('request %# is refused in Google\'s words', (requests, words) => {
  const book = aWorkbook();

  expect(refusal(() => book.batch(requests))).toBe(words);
});

test('a sheet over ten million cells can neither be made nor grown', () => {
  const book = aWorkbook();
  const title = 'Big';
  book.batch([{ addSheet: { properties: { sheetId: 1, title, gridProperties: { rowCount: 499_994, columnCount: 20 } } } }]);

  expect(refusal(() => book.batch([{ appendDimension: { sheetId: 1, dimension: 'ROWS', length: 1 } }]))).toContain('above the limit of 10000000 cells');
});

test('a bad mask tells the cause in the details', () => {
  const book = aWorkbook();

  expect(() => book.get('sheets.colour')).toThrow(expect.objectContaining({
    code: 400, message: 'Request contains an invalid argument.',
    details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: 'sheets.colour', description: "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.colour'." }] }],
  }));
});

describe('updateCells', () => {
  const bold = { textFormat: { bold: true } };

  test('stores text whatever it looks like', () => {
    const book = aWorkbook();
    const texts = ['=1', '123', '07/04/2026', "'x", 'TRUE'];

    book.batch([{ updateCells: { start: {}, rows: [{ values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })) }], fields: 'userEnteredValue' } }]);

    for (const valueRenderOption of ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']) expect(book.values('Data!1:1', { valueRenderOption })).toEqual([texts]);
  });

  test('a field that is masked but absent is reset, one outside the mask stays', () => {
    const book = aWorkbook();
    book.batch([{ updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { numberValue: 5 }, note: 'n', userEnteredFormat: { ...bold, wrapStrategy: 'CLIP' } }] }], fields: '*' } }]);

    book.batch([{ updateCells: { start: {}, rows: [{ values: [{}] }], fields: 'userEnteredValue,userEnteredFormat.wrapStrategy' } }]);

    expect(cellsOf(book.get('sheets.data.rowData.values(userEnteredValue,note,userEnteredFormat)'))).toEqual([[{ note: 'n', userEnteredFormat: bold }]]);
  });

  test('cells of the range that no row covers are cleared in the masked fields', () => {
    const book = aWorkbook();
    book.put('Data!A1:C2', [[1, 2, 3], [4, 5, 6]]);

    book.batch([{ updateCells: { range: range(0, 2, 0, 2), rows: [{ values: [{ userEnteredValue: { numberValue: 9 } }] }], fields: 'userEnteredValue' } }]);

    expect(book.values('Data')).toEqual([[9, '', 3], ['', '', 6]]);
  });
});

test('appendCells goes past gaps and past rows that only have a format, and counts FALSE as data', () => {
  const book = aWorkbook({ rows: 6 });
  book.put('Data!A1:A4', [['x'], [null], [null], [false]]);
  book.batch([{ repeatCell: { range: {}, cell: { note: 'n' }, fields: 'note' } }]);

  book.batch([{ appendCells: { rows: [1, 2, 3].map((numberValue) => ({ values: [{ userEnteredValue: { numberValue } }] })), fields: 'userEnteredValue' } }]);

  expect(book.values('Data')).toEqual([['x'], [], [], [false], [1], [2], [3]]);
  expect(book.get('sheets.properties.gridProperties.rowCount')).toEqual({ sheets: [{ properties: { gridProperties: { rowCount: 7 } } }] });
});

test('the index of a moved tab is read against the order before the move', () => {
  const book = aWorkbook();
  book.batch([{ addSheet: { properties: { title: 'B' } } }, { addSheet: { properties: { title: 'C' } } }]);

  book.batch([{ updateSheetProperties: { properties: { index: 2 }, fields: 'index' } }]);

  expect(book.get('sheets.properties.title')).toEqual({ sheets: [{ properties: { title: 'B' } }, { properties: { title: 'Data' } }, { properties: { title: 'C' } }] });
});

test('sorting puts numbers before text before booleans, blanks last, and takes formats, notes and row metadata along', () => {
  const book = aWorkbook();
  book.put('Data!A1:B6', [['b', 1], [true, 2], [null, 3], [10, 4], ['A', 5], [2, 6]]);
  book.batch([
    { updateCells: { start: { rowIndex: 3 }, rows: [{ values: [{ note: 'ten' }] }], fields: 'note' } },
    { createDeveloperMetadata: { developerMetadata: { metadataId: 1, metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: { dimension: 'ROWS', startIndex: 3, endIndex: 4 } } } } },
    { sortRange: { range: range(0, 6, 0, 2), sortSpecs: [{ sortOrder: 'ASCENDING' }] } },
  ]);

  expect(book.values('Data!A1:A6')).toEqual([[2], [10], ['A'], ['b'], [true]]);
  expect(book.values('Data!B1:B6')).toEqual([[6], [4], [5], [1], [2], [3]]);
  expect(cellsOf(book.get('sheets.data.rowData.values.note'))).toEqual([[], [{ note: 'ten' }]]);
  expect(book.call('developerMetadata.get', { metadataId: 1 })['location']).toMatchObject({ dimensionRange: { startIndex: 1, endIndex: 2 } });

  book.batch([{ sortRange: { range: range(0, 6, 0, 2), sortSpecs: [{ sortOrder: 'DESCENDING' }] } }]);

  expect(book.values('Data!A1:A6')).toEqual([[true], ['b'], ['A'], [10], [2]]);
});

test('hidden rows stay where they are when the others are sorted', () => {
  const book = aWorkbook();
  const hide = (row: number, hidden: object) => ({ updateDimensionProperties: { range: { dimension: 'ROWS', startIndex: row, endIndex: row + 1 }, properties: hidden, fields: Object.keys(hidden).join() } });
  const tag = (row: number, metadataId: number) => ({ createDeveloperMetadata: { developerMetadata: { metadataId, metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: { dimension: 'ROWS', startIndex: row, endIndex: row + 1 } } } } });
  book.put('Data!A1:B5', [['d', 1], ['c', 2], ['z', 3], ['b', 4], ['a', 5]]);
  book.batch([hide(1, { hiddenByUser: true }), tag(1, 1), tag(4, 2), { sortRange: { range: range(0, 5, 0, 2), sortSpecs: [{}] } }]);

  expect(book.values('Data!A1:B5')).toEqual([['a', 5], ['c', 2], ['b', 4], ['d', 1], ['z', 3]]);
  expect([1, 2].map((metadataId) => book.call('developerMetadata.get', { metadataId })['location'])).toEqual([
    { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
    { locationType: 'ROW', dimensionRange: { dimension: 'ROWS', endIndex: 1 } },
  ]);
});

describe('merged cells', () => {
  const merged = (area: object) => {
    const book = aWorkbook();
    book.batch([{ mergeCells: { range: area } }]);
    return book;
  };
  const move = (dimension: string, startIndex: number, endIndex: number, destinationIndex: number) => ({ moveDimension: { source: { dimension, startIndex, endIndex }, destinationIndex } });

  test.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ['a sort across rows of a merge', { sortRange: { range: range(3, 8, 0, 2), sortSpecs: [{}] } }, false],
    ['a sort beside it', { sortRange: { range: range(3, 8, 2, 4), sortSpecs: [{ dimensionIndex: 2 }] } }, true],
    ['a row moved into it', move('ROWS', 0, 1, 3), false],
    ['a row moved past it', move('ROWS', 0, 1, 10), true],
    ['a part of it moved away', move('ROWS', 3, 4, 0), false],
    ['the whole of it moved', move('ROWS', 2, 5, 0), true],
    ['a column moved into it', move('COLUMNS', 4, 5, 1), false],
  ])('%s: %#', (_what, request, lawful) => {
    const book = merged(range(2, 5, 0, 2));
    const outcome = lawful ? (book.batch([request]), 'done') : refusal(() => book.batch([request]));

    expect(outcome).toMatch(lawful ? /^done$/ : /(You can't sort a range containing vertical merges|it is not possible to move a (row|column) to a position that crosses a merged cell)/);
  });

  test('of one row do not keep it from being sorted', () => {
    const book = merged(range(2, 3, 0, 2));

    expect(book.batch([{ sortRange: { range: range(0, 5, 0, 2), sortSpecs: [{}] } }])).toEqual([{}]);
  });
});

test.each([[20, false, false], [20, true, true], [21, true, false]])('rows inserted at %i of 20, inheriting from before %s: lawful %s', (startIndex, inheritFromBefore, lawful) => {
  const book = aWorkbook();
  const insert = () => book.batch([{ insertDimension: { range: { dimension: 'ROWS', startIndex, endIndex: startIndex + 1 }, inheritFromBefore } }]);

  if (lawful) expect(insert()).toEqual([{}]);
  else expect(refusal(insert)).toBe('400 Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (20)');
});

describe('copyPaste', () => {
  const source = range(0, 1, 0, 2);

  test('fills a destination that is a multiple of the source and overruns a smaller one', () => {
    const book = aWorkbook();
    book.put('Data!A1:B1', [['a', 'b']]);

    book.batch([{ copyPaste: { source, destination: range(2, 4, 0, 4) } }, { copyPaste: { source, destination: range(5, 6, 0, 1) } }]);

    expect(book.values('Data')).toEqual([['a', 'b'], [], ['a', 'b', 'a', 'b'], ['a', 'b', 'a', 'b'], [], ['a', 'b']]);
  });

  test.each([
    ['PASTE_NORMAL', { userEnteredValue: { numberValue: 1 }, userEnteredFormat: { wrapStrategy: 'CLIP' }, note: 'n' }],
    ['PASTE_VALUES', { userEnteredValue: { numberValue: 1 } }],
    ['PASTE_FORMAT', { userEnteredFormat: { wrapStrategy: 'CLIP' } }],
  ])('%s takes its parts', (pasteType, cell) => {
    const book = aWorkbook();
    book.batch([
      { updateCells: { start: {}, rows: [{ values: [{ userEnteredValue: { numberValue: 1 }, userEnteredFormat: { wrapStrategy: 'CLIP' }, note: 'n' }] }], fields: '*' } },
      { copyPaste: { source: range(0, 1, 0, 1), destination: range(3, 4, 0, 1), pasteType } },
    ]);

    expect(cellsOf(book.get('sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)', ['Data!A4']))).toEqual([[cell]]);
  });

  test('moves the references of a formula along', () => {
    const book = aWorkbook();
    book.put('Data!A1', [['=B1+$C$2+SUM(D:D)']], 'USER_ENTERED');

    book.batch([{ copyPaste: { source: range(0, 1, 0, 1), destination: range(2, 3, 1, 2) } }]);

    expect(book.values('Data!B3', { valueRenderOption: 'FORMULA' })).toEqual([['=C3+$C$2+SUM(E:E)']]);
  });
});

test.each([
  ['deleteRange', 'ROWS', [['a1', 'b3', 'c1'], ['a2', '', 'c2'], ['a3', '', 'c3']]],
  ['deleteRange', 'COLUMNS', [['a1', 'c1'], ['a2', 'c2'], ['a3', 'b3', 'c3']]],
  ['insertRange', 'ROWS', [['a1', '', 'c1'], ['a2', '', 'c2'], ['a3', 'b1', 'c3'], ['', 'b2'], ['', 'b3']]],
  ['insertRange', 'COLUMNS', [['a1', '', 'b1', 'c1'], ['a2', '', 'b2', 'c2'], ['a3', 'b3', 'c3']]],
])('%s shifts %s', (kind, shiftDimension, values) => {
  const book = aWorkbook({ rows: 4, columns: 3 });
  book.put('Data!A1:C3', ['1', '2', '3'].map((row) => ['a', 'b', 'c'].map((column) => column + row)));

  book.batch([{ [kind]: { range: range(0, 2, 1, 2), shiftDimension } }]);

  expect(book.values('Data')).toEqual(values);
});

test('borders are drawn on edges and between cells', () => {
  const book = aWorkbook();
  const solid = { style: 'SOLID' };

  book.batch([{ updateBorders: { range: range(0, 2, 0, 1), top: solid, innerHorizontal: { style: 'DOTTED' } } }]);

  expect(cellsOf(book.get('sheets.data.rowData.values.userEnteredFormat.borders'))).toEqual([
    [{ userEnteredFormat: { borders: { top: solid, bottom: { style: 'DOTTED' } } } }], [{ userEnteredFormat: { borders: { top: { style: 'DOTTED' } } } }],
  ]);
});

test('the reply carries the state after the batch, to the mask', () => {
  const book = aWorkbook();
  const body = {
    requests: [{ appendCells: { rows: [{ values: [{ userEnteredValue: { numberValue: 0 } }] }], fields: 'userEnteredValue' } }],
    includeSpreadsheetInResponse: true, responseRanges: ['Data!A1:A1'],
  };

  expect(book.call('batchUpdate', { fields: 'updatedSpreadsheet.sheets.data.rowData.values.userEnteredValue' }, body)).toEqual({
    updatedSpreadsheet: { sheets: [{ data: [{ rowData: [{ values: [{ userEnteredValue: { numberValue: 0 } }] }] }] }] },
  });
  expect(book.call('batchUpdate', {}, body)['updatedSpreadsheet']).not.toHaveProperty('sheets.0.data');
  expect(book.call('batchUpdate', {}, { ...body, responseIncludeGridData: true })['updatedSpreadsheet']).toHaveProperty('sheets.0.data.0.rowData');
  expect(book.call('batchUpdate', {}, { requests: body.requests })).not.toHaveProperty('updatedSpreadsheet');
});

test('a bad response range is refused before anything is applied', () => {
  const book = aWorkbook();

  expect(refusal(() => book.call('batchUpdate', {}, { requests: [{ addSheet: { properties: { title: 'New' } } }], includeSpreadsheetInResponse: true, responseRanges: ['New!A1'] }))).toBe('400 Unable to parse range: New!A1');
  expect(book.get('sheets.properties.title')).toEqual({ sheets: [{ properties: { title: 'Data' } }] });
});

test('ids come out the same when the same calls are made again', () => {
  const idsOf = (book: WorkbookFixture) => JSON.stringify(book.batch([{ addSheet: {} }, { duplicateSheet: {} }, { addProtectedRange: { protectedRange: { range: {} } } }]));

  expect(idsOf(aWorkbook())).toBe(idsOf(aWorkbook()));
});

test('a viewer and a stranger may not write', () => {
  const book = aWorkbook();
  const requests = [{ addSheet: {} }];

  expect(refusal(() => book.batch(requests, 'viewer@example.com'))).toBe('403 The caller does not have permission');
  expect(refusal(() => book.batch(requests, 'constructor'))).toBe('403 The caller does not have permission');
  expect(book.batch(requests, EDITOR)).toHaveLength(1);
  expect(refusal(() => book.call('get', { spreadsheetId: 'other' }))).toBe('404 Requested entity was not found.');
});
