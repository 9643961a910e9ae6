import type { WorkbookFixture } from './a-workbook';
import { aWorkbook, EDITOR, OWNER, range, refusal, VIEWER } from './a-workbook';

type Json = Readonly<Record<string, unknown>>;

const PROTECTED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const dimension = (name: string, startIndex: number, endIndex: number): Json => ({ dimension: name, startIndex, endIndex });

/** Rows 3–5, columns B–C closed to all but the owner. */
function aGuardedWorkbook(protectedRange: Json = {}): WorkbookFixture {
  const book = aWorkbook();
  book.put('Data!A1:C3', [[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
  book.batch([{ addProtectedRange: { protectedRange: { protectedRangeId: 1, range: range(2, 5, 1, 3), ...protectedRange } } }]);
  return book;
}

const cell = { userEnteredValue: { numberValue: 1 } };

describe.each<[string, Json]>([
  ['a value in it', { updateCells: { start: { rowIndex: 2, columnIndex: 1 }, rows: [{ values: [cell] }], fields: 'userEnteredValue' } }],
  ['a fill that touches it', { repeatCell: { range: range(0, 3, 0, 2), cell, fields: 'userEnteredValue' } }],
  ['a rule in it', { setDataValidation: { range: range(4, 5, 2, 3) } }],
  ['a paste onto it', { copyPaste: { source: range(0, 1, 0, 1), destination: range(2, 3, 1, 2) } }],
  ['a cut out of it', { cutPaste: { source: range(2, 3, 1, 2), destination: { rowIndex: 10 } } }],
  ['a sort across it', { sortRange: { range: range(0, 3, 0, 3), sortSpecs: [{}] } }],
  ['borders around it', { updateBorders: { range: range(0, 6, 0, 4), top: { style: 'SOLID' } } }],
  ['a merge over it', { mergeCells: { range: range(2, 5, 1, 3) } }],
  ['a replaced value in it', { findReplace: { find: '8', replacement: '9', sheetId: 0 } }],
  ['rows inserted inside', { insertDimension: { range: dimension('ROWS', 3, 4) } }],
  ['columns inserted inside', { insertDimension: { range: dimension('COLUMNS', 2, 3) } }],
  ['a deleted row of it', { deleteDimension: { range: dimension('ROWS', 0, 3) } }],
  ['a moved row of it', { moveDimension: { source: dimension('ROWS', 4, 5), destinationIndex: 10 } }],
  ['a row moved into it', { moveDimension: { source: dimension('ROWS', 10, 11), destinationIndex: 3 } }],
  ['its own deletion', { deleteProtectedRange: { protectedRangeId: 1 } }],
  ['its own opening', { updateProtectedRange: { protectedRange: { protectedRangeId: 1, warningOnly: true }, fields: 'warningOnly,editors' } }],
])('%s', (_what, request) => {
  test('is refused to an editor, with the batch', () => {
    const book = aGuardedWorkbook();

    expect(refusal(() => book.batch([{ addSheet: { properties: { title: 'New' } } }, request], EDITOR))).toBe(`400 Invalid requests[1].${Object.keys(request)[0] ?? ''}: ${PROTECTED}`);
    expect(book.get('sheets.properties.title')).toEqual({ sheets: [{ properties: { title: 'Data' } }] });
  });

  test('passes for the owner', () => {
    expect(aGuardedWorkbook().batch([request], OWNER)).toHaveLength(1);
  });

  test('passes for a named editor', () => {
    expect(aGuardedWorkbook({ editors: { users: [EDITOR.toUpperCase()] } }).batch([request], EDITOR)).toHaveLength(1);
  });
});

test.each<[string, Json]>([
  ['a value beside it', { updateCells: { start: { rowIndex: 2 }, rows: [{ values: [cell] }], fields: 'userEnteredValue' } }],
  ['rows inserted above', { insertDimension: { range: dimension('ROWS', 2, 3) } }],
  ['rows inserted below', { insertDimension: { range: dimension('ROWS', 5, 6) } }],
  ['a deleted row below', { deleteDimension: { range: dimension('ROWS', 5, 6) } }],
  ['rows moved past it', { moveDimension: { source: dimension('ROWS', 0, 1), destinationIndex: 10 } }],
  ['rows added at the end', { appendDimension: { dimension: 'ROWS', length: 1 } }],
])('%s is nobody\'s business', (_what, request) => {
  expect(aGuardedWorkbook().batch([request], EDITOR)).toHaveLength(1);
});

test('a protected column blocks rows from being inserted, deleted and sorted', () => {
  const book = aGuardedWorkbook({ range: { startColumnIndex: 0, endColumnIndex: 1 } });

  for (const request of [{ insertDimension: { range: dimension('ROWS', 1, 2) } }, { deleteDimension: { range: dimension('ROWS', 1, 2) } }, { sortRange: { range: range(0, 3, 0, 2), sortSpecs: [{}] } }]) {
    expect(refusal(() => book.batch([request], EDITOR))).toContain(PROTECTED);
  }
});

describe('a protected tab', () => {
  const book = () => aGuardedWorkbook({ range: { sheetId: 0 }, unprotectedRanges: [range(5, 8, 0, 2)] });

  test('opens its unprotected ranges only', () => {
    const guarded = book();
    guarded.call('values.update', { range: 'Data!A6:B8', valueInputOption: 'RAW' }, { values: [[1, 2], [3, 4], [5, 6]] }, EDITOR);

    expect(refusal(() => guarded.call('values.update', { range: 'Data!A6:C8', valueInputOption: 'RAW' }, { values: [[1, 2, 3]] }, EDITOR))).toBe(`400 ${PROTECTED}`);
  });

  test.each<[string, Json]>([
    ['renamed', { updateSheetProperties: { properties: { title: 'x' }, fields: 'title' } }],
    ['grown', { appendDimension: { dimension: 'ROWS', length: 1 } }],
  ])('cannot be %s', (_what, request) => {
    expect(refusal(() => book().batch([request], EDITOR))).toContain(PROTECTED);
  });
});

test.each(['values.update', 'values.append', 'values.clear'])('%s is refused like a batch, without its prefix', (method) => {
  const book = aGuardedWorkbook({ range: { sheetId: 0 } });
  const params = method === 'values.clear' ? {} : { valueInputOption: 'RAW' };

  expect(refusal(() => book.call(method, { range: 'Data!B3', ...params }, method === 'values.clear' ? {} : { values: [[1]] }, EDITOR))).toBe(`400 ${PROTECTED}`);
});

test('a warning lets every API write pass', () => {
  const book = aGuardedWorkbook({ warningOnly: true });

  book.call('values.update', { range: 'Data!B3', valueInputOption: 'RAW' }, { values: [[1]] }, EDITOR);

  expect(book.values('Data!B3')).toEqual([[1]]);
});

test('editors of a protection see them, others only whether they may edit', () => {
  const book = aGuardedWorkbook();
  const shown = (user: string) => book.get('sheets.protectedRanges(editors,requestingUserCanEdit)', [], user);

  expect(shown(OWNER)).toEqual({ sheets: [{ protectedRanges: [{ editors: { users: [OWNER] }, requestingUserCanEdit: true }] }] });
  expect(shown(EDITOR)).toEqual({ sheets: [{ protectedRanges: [{}] }] });
  expect(shown(VIEWER)).toEqual({ sheets: [{ protectedRanges: [{}] }] });
});

test('whoever sets a protection can edit it, and so can the owner', () => {
  const book = aWorkbook();
  book.batch([{ addProtectedRange: { protectedRange: { range: range(0, 1, 0, 1), editors: { users: [] } } } }], EDITOR);

  expect(book.get('sheets.protectedRanges.editors', [], EDITOR)).toEqual({ sheets: [{ protectedRanges: [{ editors: { users: [OWNER, EDITOR] } }] }] });
});

test('switching the warning off without naming editors opens the range to all editors', () => {
  const book = aGuardedWorkbook({ warningOnly: true });

  book.batch([{ updateProtectedRange: { protectedRange: { protectedRangeId: 1, warningOnly: false }, fields: 'warningOnly' } }]);

  expect(book.batch([{ repeatCell: { range: range(2, 3, 1, 2), cell, fields: 'userEnteredValue' } }], EDITOR)).toHaveLength(1);
});

describe('a person typing', () => {
  test('is refused inside a protection and told so', () => {
    const book = aGuardedWorkbook();

    expect(book.type('B3', 'x', { user: EDITOR })).toEqual({ accepted: false, message: PROTECTED, cells: [{ row: 2, column: 1, value: 8, shown: '8' }] });
    expect(book.type('B3', 'x', { user: OWNER }).accepted).toBe(true);
  });

  test('is asked by a warning, owner or not, and passes when confirmed', () => {
    const book = aGuardedWorkbook({ warningOnly: true });

    expect(book.type('B3', 'x')).toMatchObject({ accepted: false, asks: true, cells: [{ value: 8 }] });
    expect(book.type('B3', 'x', { user: EDITOR, confirmed: true })).toMatchObject({ accepted: true, cells: [{ value: 'x' }] });
  });

  test('is refused as a viewer, and unknown to a stranger\'s file', () => {
    const book = aGuardedWorkbook();

    expect(book.type('A1', 'x', { user: VIEWER })).toMatchObject({ accepted: false, message: 'The caller does not have permission' });
    expect(refusal(() => book.type('A1', 'x', { user: 'stranger@example.com' }))).toBe('403 The caller does not have permission');
  });
});
