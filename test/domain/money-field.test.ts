import fc from 'fast-check';
import { checkNew, checkWhole } from '../../src/domain/check-record';
import { TRANSACTION, TRANSACTION_FIELDS } from '../../src/domain/entities/transaction';
import { CURRENCIES, currencyDecimals, displayMoney, formatMoney } from '../../src/domain/money';
import { amountOf, canonicalMoney, currencyOf } from '../../src/domain/money-field';
import { diff } from '../../src/domain/changes';
import { checkContext } from '../builders/record';

const transaction = checkContext(TRANSACTION);
const stored = { product: '打印机', amount: '12.40', currency: 'CNY' };

describe('canonicalMoney', () => {
  test.each`
    what                                  | patch                                  | canonical
    ${'fewer decimals'}                   | ${{ amount: '12.4' }}                  | ${{ amount: '12.40' }}
    ${'a sign and groups'}                | ${{ amount: '￥1,234.5' }}             | ${{ amount: '1234.50' }}
    ${'the currency of the patch counts'} | ${{ amount: '$12', currency: 'USD' }}  | ${{ amount: '12.00', currency: 'USD' }}
    ${'a currency without decimals'}      | ${{ amount: '1,234', currency: 'JPY' }} | ${{ amount: '1234', currency: 'JPY' }}
    ${'no amount'}                        | ${{ amount: null }}                    | ${{ amount: null }}
    ${'other fields'}                     | ${{ product: '12.4' }}                 | ${{ product: '12.4' }}
    ${'unreadable stays as it is'}        | ${{ amount: '十二' }}                  | ${{ amount: '十二' }}
    ${'too many decimals stay'}           | ${{ amount: '12.5', currency: 'JPY' }} | ${{ amount: '12.5', currency: 'JPY' }}
    ${'an unknown currency stays'}        | ${{ amount: '12.4', currency: 'BTC' }} | ${{ amount: '12.4', currency: 'BTC' }}
  `('$what', ({ patch, canonical }) => {
    expect(canonicalMoney(transaction, patch as never, stored)).toEqual(canonical);
  });

  test('the currency of the record counts where the patch has none', () => {
    expect(canonicalMoney(transaction, { amount: '1,200' }, { ...stored, currency: 'KRW', amount: '1200' })).toEqual({ amount: '1200' });
  });

  test('however an amount is typed, sending it over itself is no change, and checkWhole leaves it alone', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000_000 }), fc.constantFrom(...CURRENCIES.map(({ code }) => code)), (minor, currency) => {
      const current = { customerId: 'C-0123456789', occurredOn: '2026-01-05', type: 'purchase', product: 'x', currency, amount: formatMoney(minor, currency) };

      const patch = canonicalMoney(transaction, { amount: displayMoney(minor, currency, 'zh-CN') }, current);

      expect(diff(current, { ...current, ...patch })).toEqual({});
      expect(checkWhole(transaction, { ...current, ...patch })).toMatchObject({ ok: true, values: patch });
    }), { seed: 42, numRuns: 500 });
  });
});

test.each([[{ currency: 'USD' }, 'USD'], [{ currency: null }, 'CNY'], [{}, 'CNY'], [{ currency: 'BTC' }, 'BTC']] as const)('of %j the currency is %s', (values, code) => {
  expect(currencyOf(TRANSACTION_FIELDS.amount, values)).toBe(code);
});

describe('amountOf', () => {
  test.each([
    ['1000', 'CNY', 1000], ['1,000.00', 'CNY', 1000], ['12.34', 'USD', 12.34], ['1000.00', 'JPY', 1000], ['¥1,000', 'JPY', 1000], ['0.00', 'KRW', 0],
    ['1000.50', 'JPY', null], ['很多', 'CNY', null], ['12', 'BTC', null], ['', 'CNY', null],
  ])('%j in %s is %p', (text, currency, amount) => {
    expect(amountOf(text, currency)).toBe(amount);
  });

  test('amounts that are stored alike are alike, others not', () => {
    const minor = fc.integer({ min: 0, max: 9_000_000_000_000 });
    fc.assert(fc.property(minor, minor, fc.constantFrom('CNY', 'JPY'), (a, b, currency) => {
      const [left, right] = [amountOf(formatMoney(a, currency), currency) ?? NaN, amountOf(formatMoney(b, currency), currency) ?? NaN];

      expect(Math.sign(left - right)).toBe(Math.sign(a - b));
      expect(left).toBe(a / 10 ** currencyDecimals(currency));
    }), { seed: 42 });
  });
});

test.each(['BTC', 'cny', '人民币'])('the currency %s typed by hand is the fault of the currency, not of the amount', (currency) => {
  const record = { customerId: 'C-0123456789', occurredOn: '2026-01-05', type: 'purchase', product: 'x', amount: '5.00', currency };

  expect(checkWhole(transaction, record)).toEqual({ ok: false, issues: [{ path: 'values.currency', code: 'bad_choice' }] });
  expect(checkNew(transaction, record)).toEqual({ ok: false, issues: [{ path: 'values.currency', code: 'bad_choice' }] });
});
