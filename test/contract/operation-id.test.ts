import { makeOperationId, operationTime } from '../../src/contract/operation-id';

test('an operation id tells when it was made', () => {
  const now = Date.UTC(2026, 10, 22, 8);

  expect(operationTime(makeOperationId(now, 'abcdef0123'))).toBe(now);
});

test.each(['', 'op-1', 'op-zzz-abcdefgh', '6f1c2a34-7c1e-4a55-9c2e-0d7c5b1f9a10', 'op-mhxw1abc-short'])('%p does not', (id) => {
  expect(operationTime(id)).toBeNull();
});
