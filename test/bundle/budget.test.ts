/** The archive that the counting tests are made on is what saves would have left: else its counts would prove nothing. */
import { checkNew } from '../../src/domain/check-record';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import type { Values } from '../../src/domain/field';
import { sha256Hex } from '../../src/domain/sha256';
import { GENESIS, rowHash } from '../../src/sheets/journal-codec';
import type { WireRecord } from '../../src/contract/methods';
import { checkContext } from '../builders/record';
import { OWNER, SALES, setUpArchive } from '../support/archive-host';
import { largeArchive } from '../support/large-archive';
import { sha256Hex as nodeSha256Hex } from '../support/node-sha256';

const CUSTOMERS = 400;
const archive = largeArchive(CUSTOMERS);
const recordsOf = (entity: string): readonly WireRecord[] => [1, 2].flatMap((page) => archive.host.ok(SALES, 'record.list', { entity, page, pageSize: 200 }).records);

test.each([CUSTOMER, TRANSACTION])('the rules take every generated $name as it is', (entity) => {
  const refused = recordsOf(entity.name).map(({ values }) => [entered(values), checkNew({ ...checkContext(entity), today: '2026-11-23' }, entered(values))] as const)
    .filter(([values, checked]) => !checked.ok || Object.entries(values).some(([key, value]) => JSON.stringify(checked.values[key]) !== JSON.stringify(value)));

  expect(recordsOf(entity.name)).toHaveLength(400);
  expect(refused).toEqual([]);
});

test('a generated customer is, cell by cell, what a save of the same values leaves', () => {
  const [generated] = recordsOf('customer');
  const other = setUpArchive();

  other.ok(SALES, 'record.save', { entity: 'customer', values: entered(generated?.values ?? {}) });
  const [saved] = other.cells("'客户'!A2:Q2");
  const [row] = archive.host.cells("'客户'!A2:Q2");

  const typed = (cells: readonly unknown[] = []): readonly unknown[] => cells.slice(1, -2);
  expect(typed(row)).toEqual(typed(saved));
  expect(row?.length).toBe(saved?.length);
});

test('the generated Journal is one unbroken chain, and its head is where the next save goes on', () => {
  archive.host.ok(OWNER, 'record.save', { entity: 'customer', values: { name: '司马清', tier: 'vip' } });
  const rows = archive.host.cells("'变更记录'!A2:F2000") as [number, string, string, string, string, string][];

  let previous = GENESIS;
  const broken = rows.filter(([seq, head, operationId, records, changes, hash]) => {
    const expected = rowHash({ seq, head, operationId, records, digest: sha256Hex(changes), previous });
    previous = hash;
    return expected !== hash;
  });

  expect(rows.map(([seq]) => seq)).toEqual(Array.from({ length: 3 * CUSTOMERS + 1 }, (_, i) => i + 1));
  expect(broken).toEqual([]);
});

test("a generated record has its history and its customer's card has its orders", () => {
  const id = archive.customerIds[3] ?? '';

  const { entries } = archive.host.ok(SALES, 'record.history', { entity: 'customer', id });
  const card = archive.host.ok(SALES, 'customer.card', { id });

  expect(entries).toMatchObject([{ revision: 1, method: 'record.save' }]);
  expect(card.customer.row).toBe(5);
  expect(card.transactionCount).toBeGreaterThan(0);
});

test.each(['', 'abc', '客户档案 😀', 'x'.repeat(200)])("Node's hash of %j is the product's", (text) => {
  expect(nodeSha256Hex(text)).toBe(sha256Hex(text));
});

function entered(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== 'reviewDueOn'));
}
