import { duplicateMatcher } from '../../src/domain/duplicate-match';
import { CUSTOMER_FIELDS } from '../../src/domain/entities/customer';
import type { Value } from '../../src/domain/field';

test.each`
  field           | value                   | cell                           | same
  ${'phone'}      | ${'+8613812345678'}     | ${'+8613812345678'}            | ${true}
  ${'phone'}      | ${'+8613812345678'}     | ${'13812345678'}               | ${true}
  ${'phone'}      | ${'+8613812345678'}     | ${'138-1234-5678'}             | ${true}
  ${'phone'}      | ${'+8613812345678'}     | ${'8613812345678'}             | ${true}
  ${'phone'}      | ${'+8613812345678'}     | ${'(86)１３８ 1234 5678'}      | ${true}
  ${'phone'}      | ${'+861062345678'}      | ${'010-62345678'}              | ${true}
  ${'phone'}      | ${'+442079460958'}      | ${'442079460958'}              | ${true}
  ${'phone'}      | ${'+8613812345678'}     | ${'13812345679'}               | ${false}
  ${'phone'}      | ${'+8613812345678'}     | ${'15912345678'}               | ${false}
  ${'phone'}      | ${'+8613812345678'}     | ${'没有'}                      | ${false}
  ${'phone'}      | ${'+8613812345678'}     | ${null}                        | ${false}
  ${'email'}      | ${'Wang@example.com'}   | ${'wang@EXAMPLE.com'}          | ${true}
  ${'email'}      | ${'wang@example.com'}   | ${' ｗang＠example。com '}     | ${true}
  ${'email'}      | ${'wang@example.com'}   | ${'wang@example.org'}          | ${false}
  ${'email'}      | ${'wang@example.com'}   | ${''}                          | ${false}
  ${'creditCode'} | ${'91330100799655058B'} | ${'91330100 799655058b'}       | ${true}
  ${'creditCode'} | ${'91330100799655058B'} | ${'91330100799655058A'}        | ${false}
  ${'idNumber'}   | ${'11010519491231002X'} | ${'110105 19491231 002x'}      | ${true}
  ${'idNumber'}   | ${'11010519491231002X'} | ${'１１０１０５19491231002X'}  | ${true}
  ${'name'}       | ${'王'}                 | ${' 王 '}                      | ${true}
  ${'name'}       | ${'王'}                 | ${'汪'}                        | ${false}
  ${'tags'}       | ${['a']}                | ${['a']}                       | ${false}
`('$field: $value and a cell of $cell are the same: $same', ({ field, value, cell, same }) => {
  const declared = CUSTOMER_FIELDS[field as keyof typeof CUSTOMER_FIELDS];

  expect(duplicateMatcher(declared, value as Value)(cell as Value)).toBe(same);
});
