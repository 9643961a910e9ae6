import fc from 'fast-check';
import { CURRENCIES, currencyDecimals, displayMoney, formatMoney, MAX_MINOR, parseMoney } from '../../src/domain/money';

const anyCurrency = fc.constantFrom(...CURRENCIES.map(({ code }) => code));
const anyMinor = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });

describe('parseMoney', () => {
  test.each([
    ['1234.5', 'CNY', 123_450], ['1,234.50', 'CNY', 123_450], ['¥1,234', 'CNY', 123_400], ['￥１２３４', 'CNY', 123_400],
    ['１，２３４．５', 'CNY', 123_450], ['1234元', 'CNY', 123_400], ['RMB 12', 'CNY', 1200], ['cny12.3', 'CNY', 1230],
    ['CN¥5', 'CNY', 500], ['-5.00', 'CNY', -500], ['-¥5', 'CNY', -500], ['¥-5', 'CNY', -500], ['−5', 'CNY', -500],
    ['0', 'CNY', 0], ['-0.00', 'CNY', 0], ['007', 'CNY', 700], [' 0.01 ', 'CNY', 1], ['1,234,567.89', 'CNY', 123_456_789],
    ['$12', 'USD', 1200], ['US$ 12', 'USD', 1200], ['$12', 'HKD', 1200], ['HK$12', 'HKD', 1200], ['C$1', 'CAD', 100],
    ['€9.99', 'EUR', 999], ['￡3', 'GBP', 300], ['¥1,234', 'JPY', 1234], ['￦5,000', 'KRW', 5000], ['MOP$1', 'MOP', 100],
    ['90000000000.00', 'CNY', MAX_MINOR], ['-90000000000', 'CNY', -MAX_MINOR],
  ])('reads %j in %s as %d', (text, code, minor) => {
    expect(parseMoney(text, code)).toEqual({ ok: true, minor });
  });

  test.each([
    ['', 'CNY'], ['-', 'CNY'], ['¥', 'CNY'], ['abc', 'CNY'], ['1.234', 'CNY'], ['1.000', 'CNY'], ['1.', 'CNY'], ['.5', 'CNY'],
    ['1.5', 'JPY'], ['1.0', 'KRW'], ['1,23', 'CNY'], ['1234,567', 'CNY'], [',123', 'CNY'], ['1,,234', 'CNY'], ['1 234', 'CNY'],
    ['1.234,50', 'EUR'], ['1e3', 'CNY'], ['0x10', 'CNY'], ['--5', 'CNY'], ['-¥-5', 'CNY'], ['5-', 'CNY'], ['=1+1', 'CNY'],
    ['Infinity', 'CNY'], ['NaN', 'CNY'], ['90000000000.01', 'CNY'], ['9'.repeat(400), 'CNY'], ['1万', 'CNY'],
    ['$12', 'CNY'], ['¥12', 'USD'], ['US$12', 'HKD'], ['€12', 'GBP'], ['12元', 'JPY'], ['12', 'XXX'], ['12', ''],
  ])('refuses %j in %s', (text, code) => {
    expect(parseMoney(text, code)).toEqual({ ok: false });
  });

  test('never gives minus zero', () => {
    const parsed = parseMoney('-0', 'CNY');

    expect(parsed.ok && Object.is(parsed.minor, 0)).toBe(true);
  });

  test('reads back what formatMoney and displayMoney write', () => {
    fc.assert(fc.property(anyMinor, anyCurrency, fc.constantFrom('zh-CN' as const, 'en' as const), (minor, code, language) => {
      expect(parseMoney(formatMoney(minor, code), code)).toEqual({ ok: true, minor });
      expect(parseMoney(displayMoney(minor, code, language), code)).toEqual({ ok: true, minor });
    }), { numRuns: 2000, seed: 1 });
  });
});

describe('formatMoney', () => {
  test.each([
    [123_450, 'CNY', '1234.50'], [-5, 'CNY', '-0.05'], [0, 'CNY', '0.00'], [1234, 'JPY', '1234'], [0, 'KRW', '0'],
    [MAX_MINOR, 'USD', '90000000000.00'], [123, 'XXX', '1.23'],
  ])('%d in %s is %j', (minor, code, text) => {
    expect(formatMoney(minor, code)).toBe(text);
  });
});

describe('displayMoney', () => {
  test.each([
    [123_450, 'CNY', '¥1,234.50', 'CN¥1,234.50'], [-123_456_789, 'USD', '-US$1,234,567.89', '-$1,234,567.89'],
    [999, 'EUR', '€9.99', '€9.99'], [1_234_567, 'JPY', 'JP¥1,234,567', '¥1,234,567'], [100, 'MOP', 'MOP$1.00', 'MOP$1.00'],
    [100_000, 'SGD', 'S$1,000.00', 'S$1,000.00'], [0, 'HKD', 'HK$0.00', 'HK$0.00'], [123, 'XXX', 'XXX 1.23', 'XXX 1.23'],
  ])('%d in %s reads %s and %s', (minor, code, chinese, english) => {
    expect(displayMoney(minor, code, 'zh-CN')).toBe(chinese);
    expect(displayMoney(minor, code, 'en')).toBe(english);
  });

  test('agrees with the CLDR wherever that has a symbol', () => {
    const withSymbol = CURRENCIES.filter(({ code }) => code !== 'MOP' && code !== 'SGD').map(({ code }) => code);
    fc.assert(fc.property(anyMinor, fc.constantFrom(...withSymbol), fc.constantFrom('zh-CN' as const, 'en' as const), (minor, code, language) => {
      const oracle = new Intl.NumberFormat(language, { style: 'currency', currency: code });

      expect(displayMoney(minor, code, language)).toBe(oracle.format(minor / 10 ** currencyDecimals(code)));
    }), { numRuns: 1000, seed: 2 });
  });
});

test('the currencies have the decimals of ISO 4217', () => {
  expect(CURRENCIES.map(({ code }) => code)).toEqual(
    ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'MOP', 'SGD', 'KRW', 'AUD', 'CAD']);
  for (const { code, decimals } of CURRENCIES) {
    const iso = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().minimumFractionDigits;
    expect([code, decimals]).toEqual([code, iso]);
    expect(currencyDecimals(code)).toBe(decimals);
  }
});
