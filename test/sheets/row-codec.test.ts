import fc from 'fast-check';
import { checkNew } from '../../src/domain/check-record';
import { ENTITIES } from '../../src/domain/entities';
import { CUSTOMER } from '../../src/domain/entities/customer';
import type { EntityDeclaration, Values } from '../../src/domain/field';
import { LANGUAGES, type Language } from '../../src/domain/language';
import type { RecordStamp } from '../../src/domain/record';
import type { ColumnLayout } from '../../src/sheets/column-layout';
import { createdAtInStamp, decodeRow, decodeStamp, decodeValue, encodeRow, encodeStamp, isArchivedStamp, rowDigest } from '../../src/sheets/row-codec';
import type { ExtendedValue, Primitive } from '../../src/sheets/sheets-api';
import { checkContext, typedRecord } from '../builders/record';

const STAMP: RecordStamp = {
  revision: 3, createdAt: '2026-01-05T08:00:00.000Z', createdBy: 'owner@example.com', updatedAt: '2026-02-05T08:00:00.000Z',
  updatedBy: 'sales@example.com', operationId: 'op-mhxw1abc-abcdefgh', digest: '0123456789abcdef', archivedAt: null,
};

/** Columns in an order that people made, not the declaration's. */
function layoutOf(entity: EntityDeclaration): ColumnLayout {
  const keys = ['system', ...Object.keys(entity.fields).reverse(), 'id'];
  return { columns: Object.fromEntries(keys.map((key, column) => [key, column])), headers: [] };
}

function asRead(cells: ReadonlyMap<number, ExtendedValue>, width: number): Primitive[] {
  return Array.from({ length: width }, (_, column) => {
    const value = cells.get(column) ?? {};
    return value.stringValue ?? value.numberValue ?? null;
  });
}

describe.each(ENTITIES)('$name', (entity) => {
  test.each(LANGUAGES)('1,000 random records survive form, wire and cells unchanged (%s)', (language: Language) => {
    const layout = layoutOf(entity);
    fc.assert(fc.property(typedRecord(entity), (typed) => {
      const checked = checkNew(checkContext(entity), typed);
      if (!checked.ok) throw new Error('the builder makes valid records');
      const wire = JSON.parse(JSON.stringify(checked.values)) as Values;
      const cells = asRead(encodeRow(entity, layout, { id: 'C-0123456789', values: wire, stamp: STAMP }, language), Object.keys(layout.columns).length);

      expect(decodeRow(entity, layout, cells)).toEqual(wire);
      expect(decodeStamp(cells[layout.columns['system'] as number] as Primitive)).toEqual(STAMP);
    }), { seed: 42, numRuns: 500 });
  });

  test('no text ever becomes a number, date or formula cell', () => {
    const layout = layoutOf(entity);
    const numeric = new Set(Object.entries(entity.fields).filter(([, field]) => field.kind === 'date' || field.kind === 'money').map(([key]) => layout.columns[key]));
    fc.assert(fc.property(typedRecord(entity), (typed) => {
      const checked = checkNew(checkContext(entity), typed);
      if (!checked.ok) throw new Error('the builder makes valid records');
      for (const [column, value] of encodeRow(entity, layout, { id: 'C-0123456789', values: checked.values, stamp: STAMP }, 'zh-CN')) {
        expect(Object.keys(value).every((key) => key === 'stringValue' || (key === 'numberValue' && numeric.has(column)))).toBe(true);
      }
    }), { seed: 7, numRuns: 200 });
  });
});

describe('what people typed past the rules stays as it is', () => {
  test.each`
    key             | cell                | value
    ${'tier'}       | ${'VIP客户'}        | ${'vip'}
    ${'tier'}       | ${'VIP'}            | ${'vip'}
    ${'tier'}       | ${'贵宾'}           | ${'贵宾'}
    ${'birthDate'}  | ${45296}            | ${'2024-01-05'}
    ${'birthDate'}  | ${45296.75}         | ${'2024-01-05'}
    ${'birthDate'}  | ${'五月'}           | ${'五月'}
    ${'phone'}      | ${13812345678}      | ${'13812345678'}
    ${'tags'}       | ${'老客户、新客户'} | ${['老客户', '新客户']}
    ${'name'}       | ${''}               | ${null}
    ${'name'}       | ${false}            | ${'false'}
  `('$key from the cell $cell is $value', ({ key, cell, value }) => {
    const field = CUSTOMER.fields[key as keyof typeof CUSTOMER.fields];
    expect(decodeValue(field, cell, {})).toEqual(value);
  });
});

describe('the packed system cell', () => {
  test('tells of archiving and creation without being unpacked', () => {
    const archived = encodeStamp({ ...STAMP, archivedAt: '2026-03-01T00:00:00.000Z' });

    expect([isArchivedStamp(archived), isArchivedStamp(encodeStamp(STAMP)), isArchivedStamp(null)]).toEqual([true, false, false]);
    expect([createdAtInStamp(archived), createdAtInStamp('typed')]).toEqual([STAMP.createdAt, null]);
    expect(decodeStamp(archived)?.archivedAt).toBe('2026-03-01T00:00:00.000Z');
  });

  test.each([null, '', 'x', '[', '[]', '["a"]', 7])('%p is no stamp', (cell) => {
    expect(decodeStamp(cell)).toBeNull();
  });
});

test('the digest follows every value, the id and the revision, and nothing else', () => {
  const digest = rowDigest('C-1', 1, { name: '王', phone: null });

  expect(rowDigest('C-1', 1, { name: '王' })).toBe(digest);
  expect(new Set([digest, rowDigest('C-2', 1, { name: '王' }), rowDigest('C-1', 2, { name: '王' }), rowDigest('C-1', 1, { name: '王五' })]).size).toBe(4);
});
