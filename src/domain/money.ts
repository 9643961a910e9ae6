/**
 * Amounts as integers in a currency's smallest unit (分, cents; won and yen have none), so that sums are exact.
 * A currency that is not in the list is shown with two decimals and never parsed.
 */
import { toHalfWidth } from './text';

export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  readonly decimals: number;
  readonly symbol: { readonly 'zh-CN': string; readonly en: string };
  /** Signs that people type before an amount of this currency, besides its code and symbols. */
  readonly typedAs: readonly string[];
}

export const CURRENCIES: readonly Currency[] = [
  currency('CNY', 2, '¥', 'CN¥', ['RMB']),
  currency('USD', 2, 'US$', '$'),
  currency('EUR', 2, '€', '€'),
  currency('GBP', 2, '£', '£'),
  currency('JPY', 0, 'JP¥', '¥'),
  currency('HKD', 2, 'HK$', 'HK$', ['$']),
  currency('TWD', 2, 'NT$', 'NT$', ['$']),
  currency('MOP', 2, 'MOP$', 'MOP$', ['$']),
  currency('SGD', 2, 'S$', 'S$', ['$']),
  currency('KRW', 0, '₩', '₩'),
  currency('AUD', 2, 'AU$', 'A$', ['$']),
  currency('CAD', 2, 'CA$', 'CA$', ['$', 'C$']),
];

/** The largest amount, in minor units and in either direction: sums of a thousand of them stay exact integers. */
export const MAX_MINOR = 9_000_000_000_000;

export type ParsedMoney = { readonly ok: true; readonly minor: number } | { readonly ok: false };

/**
 * Reads an amount as people type it: 1234.5, 1,234.50, ¥1,234, １２３４, 1234元, -5.00. Refuses more decimals than the
 * currency has (also zeros), another currency's sign, groups that are not of three digits, and more than `MAX_MINOR`.
 */
export function parseMoney(text: string, currencyCode: string): ParsedMoney {
  const currency = findCurrency(currencyCode);
  const amount = currency && AMOUNT.exec(withoutSign(currency, readable(text)));
  if (!amount) return { ok: false };
  const [, minus = '', whole = '', fraction = ''] = amount;
  if (fraction.length > currency.decimals) return { ok: false };
  const size = Number(whole.replace(/,/g, '') + fraction.padEnd(currency.decimals, '0'));
  if (size > MAX_MINOR) return { ok: false };
  return { ok: true, minor: minus === '' || size === 0 ? size : -size };
}

/** The canonical decimal text, without sign of currency and grouping: `1234.50`. */
export function formatMoney(minor: number, currencyCode: string): string {
  const { minus, whole, fraction } = split(minor, currencyDecimals(currencyCode));
  return minus + whole + fraction;
}

/** For reading, as the Unicode CLDR writes it: `-¥1,234.50` (zh-CN), `-CN¥1,234.50` (en). */
export function displayMoney(minor: number, currencyCode: string, language: 'zh-CN' | 'en'): string {
  const { minus, whole, fraction } = split(minor, currencyDecimals(currencyCode));
  const sign = findCurrency(currencyCode)?.symbol[language] ?? `${currencyCode} `;
  return minus + sign + whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + fraction;
}

export function currencyDecimals(currencyCode: string): number {
  return findCurrency(currencyCode)?.decimals ?? 2;
}

const AMOUNT = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

function currency(code: string, decimals: number, zh: string, en: string, typedAs: readonly string[] = []): Currency {
  return { code, decimals, symbol: { 'zh-CN': zh, en }, typedAs };
}

/** Whether amounts in it can be read. */
export function isCurrency(code: string): boolean {
  return findCurrency(code) !== undefined;
}

function findCurrency(code: string): Currency | undefined {
  return CURRENCIES.find((one) => one.code === code);
}

function readable(text: string): string {
  return toHalfWidth(text).replace(/￥/g, '¥').replace(/￡/g, '£').replace(/￦/g, '₩').replace(/−/g, '-').trim().toUpperCase();
}

/** Takes off the currency's sign, before or after a minus (`¥-5`, `-¥5`), and a closing 元. */
function withoutSign(currency: Currency, typed: string): string {
  const minus = typed.startsWith('-') ? '-' : '';
  const rest = typed.slice(minus.length).trim();
  const { symbol, typedAs, code } = currency;
  const sign = [symbol['zh-CN'], symbol.en, ...typedAs, code].find((one) => rest.startsWith(one)) ?? '';
  const amount = rest.slice(sign.length).trim();
  return minus + (code === 'CNY' && sign === '' ? amount.replace(/ ?元$/, '') : amount);
}

function split(minor: number, decimals: number): { minus: string; whole: string; fraction: string } {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return {
    minus: minor < 0 ? '-' : '',
    whole: digits.slice(0, point),
    fraction: decimals === 0 ? '' : `.${digits.slice(point)}`,
  };
}
