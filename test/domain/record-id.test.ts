import fc from 'fast-check';
import { isRecordId, makeRecordId } from '../../src/domain/record-id';

test('ids have the prefix and ten Crockford characters, and differ when the entropy differs', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}0$/), { minLength: 2, maxLength: 20 }), (randoms) => {
    const ids = randoms.map((random) => makeRecordId('C', random));
    expect(ids.every(isRecordId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  }), { seed: 42 });
});

test.each(['C-012345678', 'C-0123456789A', 'c-0123456789', 'C-01234I6789', 'C-0123456789 ', '=C-0123456789', ''])('%p is no id', (text) => {
  expect(isRecordId(text)).toBe(false);
});
