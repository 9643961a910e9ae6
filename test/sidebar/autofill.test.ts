import { CUSTOMER } from '../../src/domain/entities/customer';
import { autofill } from '../../sidebar/autofill';

/** The example of GB 11643: a woman born on the last day of 1949. */
const ID_NUMBER = '11010519491231002X';
const ALL = new Set(Object.keys(CUSTOMER.fields));
const EMPTY = { idNumber: ID_NUMBER, birthDate: '', gender: '' };

test('birth date and gender follow from an ID number', () => {
  expect(autofill(CUSTOMER, ALL, 'idNumber', EMPTY)).toEqual({ birthDate: '1949-12-31', gender: 'female' });
});

test.each([
  ['another field was left', 'name', EMPTY, ALL, {}],
  ['the number is wrong', 'idNumber', { ...EMPTY, idNumber: '110105194912310021' }, ALL, {}],
  ['a person entered a gender', 'idNumber', { ...EMPTY, gender: 'other' }, ALL, { birthDate: '1949-12-31' }],
  ['a field is off', 'idNumber', EMPTY, new Set(['idNumber', 'gender']), { gender: 'female' }],
] as const)('when %s, only the rest is filled', (_name, key, inputs, enabled, expected) => {
  expect(autofill(CUSTOMER, enabled, key, inputs)).toEqual(expected);
});
