import { ISSUE_TEXTS } from '../../src/contract/issue-texts';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import { displayAmount, displayPhone, displayValue, issueText, labelOf } from '../../sidebar/display';

const { tier, tags, phone, name } = CUSTOMER.fields;
const { amount, customerId } = TRANSACTION.fields;

test.each([
  ['a choice by its label', tier, 'vip', {}, 'VIP客户'],
  ['a choice that no longer exists as it is', tier, 'gold', {}, 'gold'],
  ['tags in a row', tags, ['老客户', '展会'], {}, '老客户、展会'],
  ['a Chinese number as it is written there', phone, '+8613812345678', {}, '138 1234 5678'],
  ['money with its sign', amount, '-1234.50', { currency: 'CNY' }, '-¥1,234.50'],
  ['text as it is', name, '=1+1', {}, '=1+1'],
  ['nothing for nothing', name, null, {}, ''],
  ['nothing for an empty list', tags, [], {}, ''],
] as const)('shows %s', (_name, field, value, values, expected) => {
  expect(displayValue(field, value, values, 'zh-CN')).toBe(expected);
});

test('a foreign number shows its country code, and what is no number is left alone', () => {
  expect(displayPhone('+442079460958')).toBe('+44 20 7946 0958');
  expect(displayPhone('ask at the desk')).toBe('ask at the desk');
});

test('an amount whose currency is unknown keeps its code', () => {
  expect(displayAmount('12.50', 'XAU', 'en')).toBe('12.50 XAU');
  expect(displayAmount('12.50', null, 'en')).toBe('12.50');
});

test('an issue is worded here, or by the server when its code is younger than the sidebar', () => {
  expect(issueText({ path: 'values.name', code: 'too_long', params: { max: 100 } }, 'en')).toBe('Too long: at most 100 characters');
  expect(issueText({ path: 'values.name', code: 'required' }, 'zh-CN')).toBe(ISSUE_TEXTS.required['zh-CN']);
  expect(issueText({ path: 'values.name', code: 'brand_new', message: 'Words of the server' }, 'en')).toBe('Words of the server');
});

test('a reference is labelled by what it refers to', () => {
  expect(labelOf(customerId, 'en')).toBe('Customer');
  expect(labelOf(name, 'en')).toBe('Name');
});
