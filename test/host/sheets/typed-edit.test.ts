import { aWorkbook, cellsOf, EDITOR, range, refusal } from './a-workbook';

type Json = Readonly<Record<string, unknown>>;

function aRuledWorkbook(type: string, values: readonly string[] = [], more: Json = {}) {
  const book = aWorkbook();
  const condition = { type, ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }) };
  book.batch([{ setDataValidation: { range: range(1, 20, 0, 1), rule: { condition, strict: true, ...more } } }]);
  return book;
}

test.each<[type: string, values: readonly string[], good: readonly string[], bad: readonly string[]]>([
  ['ONE_OF_LIST', ['VIP客户', '普通客户', '3'], ['VIP客户', '3', "'3"], ['VIP', 'vip客户', '4']],
  ['NUMBER_GREATER', ['5'], ['5.5', '$6'], ['5', 'six', 'TRUE']],
  ['NUMBER_GREATER_THAN_EQ', ['5'], ['5'], ['4.9']],
  ['NUMBER_LESS', ['5'], ['-3'], ['5']],
  ['NUMBER_LESS_THAN_EQ', ['5'], ['5'], ['5.1']],
  ['NUMBER_EQ', ['5'], ['5.0'], ['6']],
  ['NUMBER_NOT_EQ', ['5'], ['6'], ['5']],
  ['NUMBER_BETWEEN', ['1', '10'], ['1', '10', '2'], ['0', '11']],
  ['NUMBER_NOT_BETWEEN', ['1', '10'], ['0', '11'], ['1', '5']],
  ['DATE_IS_VALID', [], ['2026-09-05', '2024年6月15日', '1/2/2024'], ['2026-13-05', 'soon']],
  ['DATE_AFTER', ['2024-01-01'], ['2024-01-02'], ['2024-01-01', '2023-12-31']],
  ['DATE_BEFORE', ['2024-01-01'], ['2023-12-31'], ['2024-01-01']],
  ['DATE_ON_OR_AFTER', ['2024-01-01'], ['2024-01-01'], ['2023-12-31']],
  ['DATE_ON_OR_BEFORE', ['2024-01-01'], ['2024-01-01'], ['2024-01-02']],
  ['DATE_BETWEEN', ['2024-01-01', '2024-12-31'], ['2024-06-15'], ['2025-01-01', 'x']],
  ['DATE_NOT_BETWEEN', ['2024-01-01', '2024-12-31'], ['2025-01-01'], ['2024-06-15']],
  ['DATE_EQ', ['2024-01-01'], ['2024-01-01'], ['2024-01-02']],
  ['TEXT_CONTAINS', ['ab'], ['xABx'], ['a b']],
  ['TEXT_NOT_CONTAINS', ['ab'], ['a b'], ['cab']],
  ['TEXT_EQ', ['ab'], ['ab'], ['abc']],
  ['TEXT_IS_EMAIL', [], ['a@example.com'], ['a@example', 'a b@example.com']],
  ['TEXT_IS_URL', [], ['https://example.com/x?y=1', 'example.com'], ['example', 'two words.com']],
  ['BOOLEAN', [], ['TRUE', 'false'], ['yes', '1']],
  ['BOOLEAN', ['yes', 'no'], ['yes', 'no'], ['TRUE']],
  ['CUSTOM_FORMULA', ['=REGEXMATCH(TO_TEXT(A2),"^1[3-9]\\d{9}$")'], ['13800138000'], ['23800138000', '1380013800']],
  ['CUSTOM_FORMULA', ['=LEN(A2)<=3'], ['abc', '客户名'], ['abcd']],
  ['CUSTOM_FORMULA', ['=AND(LEN(A2)<=3,REGEXMATCH(TO_TEXT(A2),"(?i)^a"))'], ['Abc'], ['bcd', 'abcd']],
  ['CUSTOM_FORMULA', ['=OR(ISNUMBER(A2), LEN(A2)=1)'], ['55', 'x'], ['xx']],
  ['CUSTOM_FORMULA', ['=NOT(ISNUMBER(A2))'], ['x'], ['5']],
  ['CUSTOM_FORMULA', ['=COUNTIF(A:A,A2)=1'], ['new'], ['taken', 'TAKEN']],
])('%s %j', (type, values, good, bad) => {
  const book = aRuledWorkbook(type, values);
  book.put('Data!A9', [['taken']]);

  for (const text of good) expect([text, book.type('A4', text).accepted]).toEqual([text, true]);
  expect(book.type('A4', '').accepted).toBe(true);
  for (const text of bad) {
    expect([text, book.type('A4', text)]).toEqual([text, { accepted: false, message: 'The data you entered in cell A4 violates the data validation rules set on this cell.', cells: [{ row: 3, column: 0, value: null, shown: '' }] }]);
  }
});

test('a plain number is a date only where the cell shows dates', () => {
  const book = aRuledWorkbook('DATE_IS_VALID');

  expect(book.type('A4', '45000').accepted).toBe(false);
  book.type('A4', '2024-01-01');
  expect(book.type('A4', '45000')).toMatchObject({ accepted: true, cells: [{ shown: '2023-03-15' }] });
});

test('a list from a range takes what the range shows, and follows its cells', () => {
  const book = aRuledWorkbook('ONE_OF_RANGE', ["='Data'!$C$1:$C$3"]);
  book.put('Data!C1:C3', [['red'], ['blue'], [7]]);

  expect([book.type('A4', 'blue').accepted, book.type('A4', '7').accepted, book.type('A4', 'green').accepted]).toEqual([true, true, false]);

  book.batch([{ insertDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } }, { updateSheetProperties: { properties: { title: '名单' }, fields: 'title' } }]);

  expect(book.type('A5', 'red', { sheet: '名单' }).accepted).toBe(true);
  expect(cellsOf(book.get('sheets.data.rowData.values.dataValidation.condition', ["'名单'!A2"]))).toEqual([[{ dataValidation: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='名单'!E1:E3" }] } } }]]);
});

test('the message of the rule is what a person reads', () => {
  const book = aRuledWorkbook('NUMBER_GREATER', ['5'], { inputMessage: '请输入大于 5 的数' });

  expect(book.type('A2', '1').message).toBe('请输入大于 5 的数');
});

test('a rule that is not strict accepts everything', () => {
  const book = aRuledWorkbook('NUMBER_GREATER', ['5'], { strict: false });

  expect(book.type('A2', 'x')).toMatchObject({ accepted: true, cells: [{ value: 'x' }] });
});

test('API writes are never checked', () => {
  const book = aRuledWorkbook('NUMBER_GREATER', ['5']);

  book.put('Data!A2', [['x']], 'USER_ENTERED');

  expect(book.values('Data!A2')).toEqual([['x']]);
});

test('one bad cell of a typed block refuses the block, a pasted block passes', () => {
  const book = aRuledWorkbook('NUMBER_GREATER', ['5']);
  const block = [['6', 'a'], ['1', 'b']];

  expect(book.type('A2:B3', block).accepted).toBe(false);
  expect(book.values('Data')).toBeUndefined();
  expect(book.type('A2', block, { paste: true })).toMatchObject({ accepted: true, cells: [{ value: 6 }, { value: 'a' }, { value: 1, row: 2, column: 0 }, { value: 'b' }] });
});

test('one value typed over a selection goes into every cell', () => {
  const book = aWorkbook();

  book.type('A1:B2', 'x');

  expect(book.values('Data')).toEqual([['x', 'x'], ['x', 'x']]);
});

test('typing sets the number format, and a text cell keeps the text', () => {
  const book = aWorkbook();
  book.batch([{ repeatCell: { range: range(0, 1, 1, 2), cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } }, fields: 'userEnteredFormat.numberFormat' } }]);

  expect(book.type('A1:B1', [['2024/6/1', '01234']]).cells).toEqual([{ row: 0, column: 0, value: 45444, shown: '2024/6/1' }, { row: 0, column: 1, value: '01234', shown: '01234' }]);
});

test('a typed date keeps the date format of its cell', () => {
  const book = aWorkbook();
  book.batch([{ repeatCell: { range: range(0, 1, 0, 1), cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } }, fields: 'userEnteredFormat' } }]);

  expect(book.type('A1', '2024年6月15日').cells).toEqual([{ row: 0, column: 0, value: 45458, shown: '2024-06-15' }]);
});

test('a relative formula reads right from every cell, and after rows moved', () => {
  const book = aRuledWorkbook('CUSTOM_FORMULA', ['=AND(LEN(A2)<=3,COUNTIF($A:$A,A2)=1)']);
  const shown = (cell: string) => cellsOf(book.get('sheets.data.rowData.values.dataValidation.condition.values', [cell]));
  const rule = (formula: string) => [[{ dataValidation: { condition: { values: [{ userEnteredValue: formula }] } } }]];

  expect(shown('Data!A9')).toEqual(rule('=AND(LEN(A9)<=3,COUNTIF($A:$A,A9)=1)'));

  book.batch([{ insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } }, { moveDimension: { source: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, destinationIndex: 3 } }]);

  expect(shown('Data!C9')).toEqual(rule('=AND(LEN(C9)<=3,COUNTIF($A:$A,C9)=1)'));
});

test.each([
  [{ condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=ISEVEN(A2)' }] } }, 'Not emulated: custom formula =ISEVEN(A2)'],
  [{ condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=LEN(A2)<=3+1' }] } }, 'Not emulated: custom formula =LEN(A2)<=3+1'],
  [{ condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=REGEXMATCH(TO_TEXT(A2),"(")' }] } }, 'Not emulated: custom formula =REGEXMATCH(TO_TEXT(A2),"(")'],
  [{ condition: { type: 'ONE_OF_LIST', values: Array.from({ length: 501 }, (_, index) => ({ userEnteredValue: String(index) })) } },
    'Invalid requests[0].setDataValidation: The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.'],
  [{ condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Nope!A1' }] } }, 'Invalid requests[0].setDataValidation: Unable to parse range: Nope!A1'],
  [{ condition: { type: 'DATE_AFTER', values: [{ relativeDate: 'TODAY' }] } }, 'Invalid requests[0].setDataValidation: Relative dates are not supported in data validation.'],
  [{ condition: { type: 'NOT_BLANK' } }, 'Invalid requests[0].setDataValidation: Condition type NOT_BLANK is not supported for data validation.'],
])('the rule %# is refused', (rule, words) => {
  const book = aWorkbook();

  expect(refusal(() => book.batch([{ setDataValidation: { range: range(1, 2, 0, 1), rule } }]))).toBe(`400 ${words}`);
});

describe('values of conditions', () => {
  const rule = (type: string, ...values: string[]) => ({ condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) } });
  const validation = (type: string, ...values: string[]) => ({ setDataValidation: { range: range(1, 2, 0, 1), rule: { ...rule(type, ...values), strict: true } } });
  const colouring = (type: string, ...values: string[]) => ({ addConditionalFormatRule: { rule: { ranges: [range(1, 2, 0, 1)], booleanRule: { ...rule(type, ...values), format: { textFormat: { bold: true } } } } } });

  test.each<[string, Json, string, string | null]>([
    ['a word for a number', validation('NUMBER_GREATER', 'five'), 'en_US', 'Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: five'],
    ['a number for a date', validation('DATE_AFTER', '5'), 'en_US', 'Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: 5'],
    ['a second value that is none', validation('NUMBER_BETWEEN', '1', 'x'), 'zh_CN', 'Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: x'],
    ['a decimal point', validation('NUMBER_GREATER', '1.5'), 'en_US', null],
    ['a decimal point', validation('NUMBER_GREATER', '1.5'), 'de_DE', 'Invalid requests[0].setDataValidation: Invalid ConditionValue.userEnteredValue: 1.5'],
    ['a decimal point', colouring('NUMBER_GREATER', '1.5'), 'de_DE', 'Invalid requests[0].addConditionalFormatRule: Invalid ConditionValue.userEnteredValue: 1.5'],
    ['a decimal comma', colouring('NUMBER_GREATER', '1,5'), 'de_DE', null],
    ['a Chinese date', validation('DATE_AFTER', '2024年1月1日'), 'zh_CN', null],
    ['a formula of a rule', validation('NUMBER_GREATER', '=B1'), 'en_US', 'Not emulated: NUMBER_GREATER with a formula'],
    ['a formula of a colouring', colouring('NUMBER_GREATER', '=B1'), 'en_US', null],
  ])('%s under %#', (_what, request, locale, words) => {
    const book = aWorkbook({ locale });
    const outcome = words === null ? (book.batch([request]), null) : refusal(() => book.batch([request]));

    expect(outcome).toBe(words === null ? null : `400 ${words}`);
  });

  test('compare in the language of the file, as typing does', () => {
    const book = aWorkbook({ locale: 'de_DE' });
    book.batch([validation('NUMBER_GREATER', '1,5')]);

    expect(['1,6', '1,4', '1.600', '1.6'].map((text) => book.type('A2', text).accepted)).toEqual([true, false, true, false]);
  });
});

test('a block copied within the sheet brings its rules along and takes away those that stood there', () => {
  const book = aRuledWorkbook('NUMBER_GREATER', ['5']);
  book.put('Data!B1:C1', [['small', 'b']]);
  book.batch([{ copyPaste: { source: range(0, 1, 1, 2), destination: range(1, 2, 0, 1) } }, { copyPaste: { source: range(4, 5, 0, 1), destination: range(4, 5, 3, 4) } }], EDITOR);

  expect(book.type('A2', 'anything')).toMatchObject({ accepted: true });
  expect(book.type('D5', 'anything')).toMatchObject({ accepted: false });
});

test('rules travel with a sort and with moved columns, and inserted rows inherit them', () => {
  const book = aWorkbook();
  const rule = { condition: { type: 'BOOLEAN' }, strict: true };
  book.put('Data!A1:A3', [[3], [2], [1]]);
  book.batch([{ setDataValidation: { range: range(0, 1, 0, 1), rule } }, { sortRange: { range: range(0, 3, 0, 1), sortSpecs: [{}] } }]);

  expect(cellsOf(book.get('sheets.data.rowData.values.dataValidation'))).toEqual([[], [], [{ dataValidation: rule }]]);

  book.batch([{ insertDimension: { range: { dimension: 'ROWS', startIndex: 3, endIndex: 4 }, inheritFromBefore: true } }]);

  expect(cellsOf(book.get('sheets.data.rowData.values.dataValidation'))).toEqual([[], [], [{ dataValidation: rule }], [{ dataValidation: rule }]]);
});

test.each(['Z1', 'A99', 'A', '', 'Data!A1'])('typing into %s is refused', (cell) => {
  const book = aWorkbook();

  expect(refusal(() => book.type(cell, 'x'))).toMatch(/^400 /);
});
