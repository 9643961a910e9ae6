import fc from 'fast-check';
import { normalisePhone } from '../../src/domain/phone';
import { PHONE_PATTERN } from '../../src/sheets/row-formats';

const GRID = new RegExp(PHONE_PATTERN);

test.each([
  '12012345678', '1381234567', '138123456789', '123', '12345', '1234567', '138-bad', 'abc', '', '62345678', '+', '00', '１３８１２３４５６７',
])('the grid refuses %p, as the form does', (typed) => {
  expect([GRID.test(typed), normalisePhone(typed)]).toEqual([false, null]);
});

test.each([
  '13812345678', '138 1234 5678', '138-1234-5678', '+86 138 1234 5678', '(86)13812345678', '0086-13812345678', '１３８１２３４５６７８', '013812345678',
  '010-62345678', '(010) 62345678', '０１０－６２３４５６７８', '0755 2601 2345', '400-820-8820', '4008208820', '800 810 0000', '+44 20 7946 0958', '0044 20 7946 0958', '+1 (415) 555-2671', '+852 2123 4567', '+6561234567',
])('the grid takes %p', (typed) => {
  expect(GRID.test(typed)).toBe(true);
});

test('whatever the form takes, the grid takes', () => {
  const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const separator = fc.constantFrom('', ' ', '-', '.', ' - ');
  const typed = fc.tuple(
    fc.constantFrom('', '+86', '+86 ', '0086', '(86)', '+', '00', '+1 ', '+44', '+852-', '0'),
    fc.oneof(
      fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('010', '021', '0755', '0571', '400', '800'), separator, digits(4), separator, digits(4)).map((parts) => parts.join('')),
      fc.integer({ min: 4, max: 13 }).chain(digits),
    ),
    fc.constantFrom((text: string) => text, (text: string) => text.replace(/(\d{4})/g, '$1 '), (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  ).map(([prefix, number, spelling]) => spelling(prefix + number));
  let taken = 0;

  fc.assert(fc.property(typed, (text) => {
    if (normalisePhone(text) === null) return;
    taken += 1;
    expect([text, GRID.test(text)]).toEqual([text, true]);
  }), { seed: 42, numRuns: 5000 });
  expect(taken).toBeGreaterThan(1000);
});
