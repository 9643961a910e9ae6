import fc from 'fast-check';
import type { JournaledRecord } from '../../src/app/ports/archive';
import { sha256Hex } from '../../src/domain/sha256';
import { decodeHead, decodeJournal, decodeRecordIds, encodeOperation, GENESIS, rowHash, type JournalCells } from '../../src/sheets/journal-codec';

const value = fc.option(fc.string({ unit: 'binary', maxLength: 20 }));
const record: fc.Arbitrary<JournaledRecord> = fc.record({
  entity: fc.constantFrom('customer', 'transaction'),
  id: fc.stringMatching(/^[CT]-[0-9A-HJKMNP-TV-Z]{10}$/),
  revision: fc.integer({ min: 1, max: 99 }),
  changes: fc.dictionary(fc.constantFrom('name', 'phone', 'remarks'), fc.tuple(value, value)),
});

function operation(records: readonly JournaledRecord[], over: { seq?: number; previousHash?: string } = {}): readonly JournalCells[] {
  return encodeOperation({
    seq: 1, previousHash: GENESIS, ...over, at: '2026-11-22T08:00:00.000Z', by: 'owner@example.com', method: 'record.save',
    operationId: 'op-1', salt: 'salt', records,
  });
}

test('operations of any length come back whole, and no cell is longer than Google takes', () => {
  fc.assert(fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 60_000 }), (records, padding) => {
    const long: JournaledRecord = { entity: 'customer', id: 'C-0123456789', revision: 2, changes: { remarks: ['旧😀'.repeat(padding / 8), '"\n'.repeat(padding / 8)] } };
    const rows = operation([...records, long]);

    expect(decodeJournal(rows).flatMap((entry) => entry.records)).toEqual(JSON.parse(JSON.stringify([...records, long])));
    expect(Math.max(...rows.flat().map((cell) => String(cell).length))).toBeLessThan(33_000);
    expect(rows.map(([seq]) => seq)).toEqual(rows.map((_, i) => i + 1));
  }), { seed: 42, numRuns: 100 });
});

test('the ids of a bulk operation are found without its changes', () => {
  const records = Array.from({ length: 3000 }, (_, i): JournaledRecord => ({ entity: 'transaction', id: `T-${String(i).padStart(10, '0')}`, revision: 1, changes: {} }));
  const rows = operation(records);

  expect(rows.flatMap((row) => decodeRecordIds(row[3]).map(({ id }) => id))).toEqual(records.map(({ id }) => id));
});

describe('the chain', () => {
  const first = operation([{ entity: 'customer', id: 'C-0123456789', revision: 1, changes: { name: [null, '王'] } }]);
  const second = operation([{ entity: 'customer', id: 'C-0123456789', revision: 2, changes: { name: ['王', '王五'] } }], { seq: 2, previousHash: first[0]?.[5] ?? '' });
  const rows = [...first, ...second];

  function verifies(cells: readonly JournalCells[]): boolean {
    let previous = GENESIS;
    return cells.every(([seq, head, operationId, records, changes, hash]) => {
      const expected = rowHash({ seq, head, operationId, records, digest: sha256Hex(changes), previous });
      previous = hash;
      return expected === hash;
    });
  }

  test('verifies from the first row', () => {
    expect(verifies(rows)).toBe(true);
  });

  test.each([0, 1, 2, 3, 4])('breaks when cell %i of a row is changed', (column) => {
    const forged = rows.map((row, i) => (i === 0 ? (row.map((cell, c) => (c === column ? (c === 0 ? 9 : `${String(cell)} `) : cell)) as unknown as JournalCells) : row));

    expect(verifies(forged)).toBe(false);
  });

  test('breaks when a row is taken out or rows are swapped', () => {
    expect(verifies(rows.slice(1))).toBe(false);
    expect(verifies([...rows].reverse())).toBe(false);
  });
});

test('a record without its last piece is left out', () => {
  const rows = operation([{ entity: 'customer', id: 'C-0123456789', revision: 1, changes: { remarks: [null, 'x'.repeat(80_000)] } }]);

  expect(decodeHead(rows[0]?.[1] ?? null)?.parts).toBe(3);
  expect(decodeJournal(rows.slice(0, 2))).toEqual([]);
  expect(decodeJournal(rows).map(({ seq }) => seq)).toEqual([3]);
});
