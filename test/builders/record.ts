import fc from 'fast-check';
import { checkNew, type CheckContext } from '../../src/domain/check-record';
import type { EntityDeclaration, Field, Value, Values } from '../../src/domain/field';
import { currencyDecimals, formatMoney } from '../../src/domain/money';
import { makeRecordId } from '../../src/domain/record-id';
import { addDays } from '../../src/domain/plain-date';
import { makeIdNumber } from './id-number';

export const TODAY = '2026-11-22';

/** Every field of the entity switched on. */
export function checkContext(entity: EntityDeclaration): CheckContext {
  return { entity, enabled: new Set(Object.keys(entity.fields)), today: TODAY };
}

const TRUE_CREDIT_CODES = ['9144030071526726XG', '914403001922038216', '91110000802100433B', '91110108551385082Q', '91330100799655058B'];

/** Texts as people and attackers type them: any Unicode, formulas, leading zeros, long digits, line breaks. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom('=1+1', '+86', '-5', '@x', "'0123", '01234', '110101199003070019', 'TRUE', '2024-01-05', '￥12', '王小明\n第二行', '"引号",逗号', '=IMPORTXML("x")'),
);

/** A value as typed that the field accepts, or null. */
export function typedValue(field: Field): fc.Arbitrary<Value> {
  switch (field.kind) {
    case 'text': return anyText.map((text) => text.slice(0, field.maxLength));
    case 'longText': return fc.array(anyText, { maxLength: 5 }).map((lines) => lines.join('\n').slice(0, field.maxLength));
    case 'choice': return fc.constantFrom(...Object.keys(field.options));
    case 'tags': return fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 5 });
    case 'date': return fc.integer({ min: 0, max: 45_000 }).map((days) => addDays(TODAY, -days));
    case 'money': return fc.integer({ min: 0, max: 9_000_000_000 }).map((minor) => formatMoney(minor, 'CNY'));
    case 'phone': return fc.integer({ min: 100_000_000, max: 999_999_999 }).map((n) => `13${n}`);
    case 'email': return fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/), fc.constantFrom('example.com', 'Example.ORG')).map(([name, domain]) => `${name}@${domain}`);
    case 'idNumber': return fc.integer({ min: 100, max: 999 }).map((n) => makeIdNumber({ sequence: String(n) }));
    case 'creditCode': return fc.constantFrom(...TRUE_CREDIT_CODES);
    case 'reference': return fc.stringMatching(/^[0-9a-f]{13}$/).map((hex) => makeRecordId('C', hex));
  }
}

/** What somebody might put into the form for a whole record; nearly all of it passes the rules. */
export function typedRecord(entity: EntityDeclaration): fc.Arbitrary<Values> {
  const fields = Object.entries(entity.fields).filter(([, field]) => field.derived !== true);
  const whole = fc.record(Object.fromEntries(fields.map(([key, field]) =>
    [key, field.required === true ? typedValue(field) : fc.option(typedValue(field))])));
  return whole.filter((values) => checkNew(checkContext(entity), values).ok && fits(entity, values));
}

/** Amounts were made with two decimals, so the currency must have two. */
function fits(entity: EntityDeclaration, values: Values): boolean {
  return Object.values(entity.fields).every((field) => field.kind !== 'money' || currencyDecimals(String(values[field.currencyField])) === 2);
}
