import * as z from 'zod/mini';
import { PARAMS } from '../../src/contract/params';

const HUGE = [10_000_001, 2 ** 31, 2 ** 53 - 1, 2 ** 53];
const list = { entity: 'customer' };
const record = { entity: 'customer', id: 'C-0123456789' };

describe.each([
  ['index.delta', 'sinceSeq', {}], ['record.list', 'page', list], ['record.get', 'row', record], ['customer.card', 'row', { id: record.id }],
  ['record.save', 'row', { ...record, revision: 1, values: {} }], ['record.archive', 'row', { ...record, revision: 1 }],
] as const)('%s', (method, key, rest) => {
  test.each(HUGE)(`${key} %d is refused`, (value) => {
    expect(z.safeParse(PARAMS[method], { ...rest, [key]: value }).success).toBe(false);
  });

  test(`${key} 10,000,000 passes`, () => {
    expect(z.safeParse(PARAMS[method], { ...rest, [key]: 10_000_000 }).success).toBe(true);
  });
});
