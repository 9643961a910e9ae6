import fc from 'fast-check';
import { checkNew, checkPatch, checkWhole } from '../../src/domain/check-record';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { ENTITIES } from '../../src/domain/entities';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import type { Values } from '../../src/domain/field';
import { checkContext, TODAY, typedRecord } from '../builders/record';

const customer = checkContext(CUSTOMER);
const transaction = checkContext(TRANSACTION);

describe('a single value', () => {
  test.each`
    field           | typed                         | kept
    ${'name'}       | ${'  王小明 '}                | ${'王小明'}
    ${'name'}       | ${'=1+1'}                     | ${'=1+1'}
    ${'name'}       | ${'   '}                      | ${null}
    ${'phone'}      | ${'138 1234 5678'}            | ${'+8613812345678'}
    ${'phone'}      | ${'010-62345678'}             | ${'+861062345678'}
    ${'email'}      | ${'Wang@Example.COM'}         | ${'Wang@example.com'}
    ${'birthDate'}  | ${'1990年5月6日'}             | ${'1990-05-06'}
    ${'tags'}       | ${['老客户', '老客户', ' a,b ']} | ${['老客户', 'a', 'b']}
    ${'tags'}       | ${[]}                         | ${null}
    ${'creditCode'} | ${'91330100799655058b'}       | ${'91330100799655058B'}
    ${'name'}       | ${'\u200B'}                   | ${null}
    ${'name'}       | ${' \u2060\uFEFF '}           | ${null}
    ${'name'}       | ${'👩\u200D💻 می\u200Cخواهم'} | ${'👩\u200D💻 می\u200Cخواهم'}
    ${'tags'}       | ${['\u200B', 'a']}            | ${['a']}
    ${'phone'}      | ${'\u202A138 1234 5678\u202C'} | ${'+8613812345678'}
  `('$field typed as $typed is kept as $kept', ({ field, typed, kept }) => {
    expect(checkPatch(customer, { [field]: typed })).toEqual({ ok: true, values: { [field]: kept } });
  });

  test.each`
    field             | typed                    | code
    ${'nickname'}     | ${'x'}                   | ${'unknown_field'}
    ${'constructor'}  | ${'x'}                   | ${'unknown_field'}
    ${'reviewDueOn'}  | ${'2026-01-01'}          | ${'read_only'}
    ${'tier'}         | ${'gold'}                | ${'bad_choice'}
    ${'tier'}         | ${'toString'}            | ${'bad_choice'}
    ${'phone'}        | ${'12012345678'}         | ${'bad_phone'}
    ${'email'}        | ${'wang@'}               | ${'bad_email'}
    ${'idNumber'}     | ${'110101199003070018'}  | ${'bad_id_number'}
    ${'creditCode'}   | ${'91330100799655058X'}  | ${'bad_credit_code'}
    ${'birthDate'}    | ${'2023-02-29'}          | ${'bad_date'}
    ${'birthDate'}    | ${'2026-11-23'}          | ${'future_date'}
    ${'name'}         | ${'x'.repeat(101)}       | ${'too_long'}
    ${'name'}         | ${'a\u0000b'}            | ${'control_character'}
    ${'name'}         | ${'a\ud800b'}            | ${'control_character'}
    ${'name'}         | ${'a\udc00'}             | ${'control_character'}
    ${'name'}         | ${'gnp.\u202Eexe'}       | ${'control_character'}
    ${'remarks'}      | ${'a\u2067b\u2069'}      | ${'control_character'}
    ${'phone'}        | ${'138\u00001234'}       | ${'control_character'}
    ${'tags'}         | ${['a\u202Db']}          | ${'control_character'}
    ${'tags'}         | ${['\udfff']}            | ${'control_character'}
    ${'name'}         | ${['a']}                 | ${'wrong_type'}
    ${'tags'}         | ${'vip'}                 | ${'wrong_type'}
    ${'tags'}         | ${'abcdefghijklmnopqrstu'.split('')} | ${'too_many'}
  `('$field typed as $typed is refused as $code', ({ field, typed, code }) => {
    const checked = checkPatch(customer, { [field]: typed });

    expect(checked.ok ? [] : checked.issues.map((issue) => [issue.path, issue.code])).toEqual([[`values.${field}`, code]]);
  });

  test('today is not in the future', () => {
    expect(checkPatch(customer, { lastReviewedOn: TODAY }).ok).toBe(true);
  });

  test('a field that is off takes a blank and refuses a value', () => {
    const off = { ...customer, enabled: new Set(['name', 'kind', 'tier']) };

    expect(checkPatch(off, { phone: '' }).ok).toBe(true);
    expect(checkPatch(off, { phone: '13812345678' })).toEqual({ ok: false, issues: [{ path: 'values.phone', code: 'field_off' }] });
  });
});

describe('a whole record', () => {
  const order = { customerId: 'C-0123456789', occurredOn: '2026-01-05', product: '打印机', amount: '1,234.5' };

  test('all issues of a new record are told at once', () => {
    const checked = checkNew(transaction, { amount: '12.345', occurredOn: 'yesterday', colour: 'red' } as Values);

    expect(checked.ok ? [] : checked.issues.map((issue) => `${issue.path} ${issue.code}`).sort()).toEqual([
      'values.amount bad_money', 'values.colour unknown_field', 'values.customerId required', 'values.occurredOn bad_date', 'values.product required',
    ]);
  });

  test('what is not said takes the declared default', () => {
    const checked = checkNew(transaction, order);

    expect(checked.ok && checked.values).toMatchObject({ type: 'purchase', currency: 'CNY', amount: '1234.50', orderStatus: null });
  });

  test.each`
    amount      | currency | outcome
    ${'1234.5'} | ${'USD'} | ${'1234.50'}
    ${'1234'}   | ${'JPY'} | ${'1234'}
    ${'1234.5'} | ${'JPY'} | ${'bad_money'}
    ${'-5'}     | ${'CNY'} | ${'negative_money'}
    ${'abc'}    | ${'CNY'} | ${'bad_money'}
    ${'0'}      | ${'CNY'} | ${'0.00'}
  `('an amount of $amount $currency gives $outcome', ({ amount, currency, outcome }) => {
    const checked = checkNew(transaction, { ...order, amount, currency });

    expect(checked.ok ? checked.values['amount'] : checked.issues[0]?.code).toBe(outcome);
  });

  test('a required choice cannot be emptied', () => {
    const checked = checkWhole(customer, { name: '王', kind: 'individual', tier: null });

    expect(checked.ok ? [] : checked.issues).toEqual([{ path: 'values.tier', code: 'required' }]);
  });

  test.each(['', ' ', '\u200B', '\u2060\u3164'])('a required text that nobody can see (%j) is missing', (name) => {
    for (const checked of [checkNew(customer, { name, kind: 'individual', tier: 'vip' }), checkWhole(customer, { name, kind: 'individual', tier: 'vip' })]) {
      expect(checked.ok ? [] : checked.issues).toEqual([{ path: 'values.name', code: 'required' }]);
    }
  });

  test.each(ENTITIES)('what passed once passes again unchanged ($name)', (entity) => {
    const context = checkContext(entity);
    fc.assert(fc.property(typedRecord(entity), (typed) => {
      const once = checkNew(context, typed);
      if (!once.ok) throw new Error('the builder makes valid records');
      const derived = Object.keys(entity.fields).filter((key) => entity.fields[key]?.derived === true);
      const again = Object.fromEntries(Object.entries(once.values).filter(([key]) => !derived.includes(key)));
      expect(checkNew(context, again)).toEqual(once);
    }), { seed: 42, numRuns: 300 });
  });
});
