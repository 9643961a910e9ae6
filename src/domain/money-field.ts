/** Amounts of a record: the currency a money field is in, and its amount in that currency. */
import type { EntityDeclaration, MoneyField, Value, Values } from './field';
import { currencyDecimals, formatMoney, parseMoney } from './money';

export const DEFAULT_CURRENCY = 'CNY';

/** The code that the field's currency field holds, the default while that is empty. Typed by hand, it may name no currency. */
export function currencyOf(field: MoneyField, values: Values): string {
  const currency = values[field.currencyField];
  return typeof currency === 'string' ? currency : DEFAULT_CURRENCY;
}

/**
 * `patch` with its amounts as they would be stored, so that `12.4` sent over `12.40` is no change. The currency is that of
 * the patch or else of the record. What cannot be read stays as it is: `checkWhole` refuses it.
 * @param patch has passed `checkPatch`
 * @param current the record as it stands
 */
export function canonicalMoney({ entity }: { readonly entity: EntityDeclaration }, patch: Values, current: Values): Values {
  const merged = { ...current, ...patch };
  return Object.fromEntries(Object.entries(patch).map(([key, value]) => {
    const field = entity.fields[key];
    return [key, field?.kind === 'money' && typeof value === 'string' ? canonicalAmount(value, currencyOf(field, merged)) : value];
  }));
}

/**
 * For comparing amounts by size: the number in the currency's main unit, null if it cannot be read. `1000`, `1,000.00` and,
 * in a currency without decimals too, `1000.00` are one amount.
 */
export function amountOf(text: string, currency: string): number | null {
  const parsed = parseMoney(text.replace(/\.0+$/, ''), currency);
  return parsed.ok ? parsed.minor / 10 ** currencyDecimals(currency) : null;
}

function canonicalAmount(text: string, currency: string): Value {
  const parsed = parseMoney(text, currency);
  return parsed.ok ? formatMoney(parsed.minor, currency) : text;
}
