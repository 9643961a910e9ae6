import { MANAGER, OWNER, SALES, setUpArchive } from '../support/archive-host';

const customers = (count: number): object[] => Array.from({ length: count }, (_, i) => ({ name: `客户${i + 1}`, remarks: '备注'.repeat(60) }));

describe('a block of records', () => {
  const host = setUpArchive();
  let ids: readonly string[] = [];
  const cost = host.count(() => { ids = host.ok(OWNER, 'record.import', { entity: 'customer', records: customers(700) }, 'op-block').ids; });

  test('takes two reads and one write, and grows the tab', () => {
    expect(cost).toMatchObject({ reads: 2, writes: 1 });
    expect(host.cells('客户!A2:A2000').flat()).toEqual(ids);
    expect(host.ok(OWNER, 'bootstrap', {}).counts).toMatchObject({ customer: 700 });
  });

  test('has its rules and formats in the new rows too', () => {
    expect(host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range: 'D701', values: [['贵宾']] }).accepted).toBe(false);
  });

  test('is in the Journal, several rows long, and each record has its history', () => {
    expect(host.ok(OWNER, 'bootstrap', {}).seq).toBeGreaterThan(3);
    expect(host.ok(OWNER, 'record.history', { entity: 'customer', id: ids[650] }).entries).toEqual([expect.objectContaining({ method: 'record.import', revision: 1, changes: expect.objectContaining({ name: [null, '客户651'] }) as object })]);
  });

  test('sent again gets the same ids and writes nothing', () => {
    const again = host.count(() => expect(host.ok(OWNER, 'record.import', { entity: 'customer', records: customers(700) }, 'op-block').ids).toEqual(ids));

    expect(again.writes).toBe(0);
  });

  test('with one bad record is refused as a whole, with the place of each problem', () => {
    const records = [{ name: '好' }, { name: '', phone: '1' }, { name: '坏', tier: 'gold' }];

    expect(host.call(MANAGER, 'record.import', { entity: 'customer', records })).toMatchObject({
      error: { code: 'VALIDATION', issues: [{ path: 'records.1.phone', code: 'bad_phone' }, { path: 'records.1.name', code: 'required' }, { path: 'records.2.tier', code: 'bad_choice' }] },
    });
    expect(host.ok(OWNER, 'bootstrap', {}).counts['customer']).toBe(700);
  });

  test('of transactions needs customers that exist', () => {
    const order = { occurredOn: '2026-01-05', product: '纸', amount: '1' };

    expect(host.call(OWNER, 'record.import', { entity: 'transaction', records: [{ ...order, customerId: ids[0] }, { ...order, customerId: 'C-0000000000' }] })).toMatchObject({
      error: { code: 'VALIDATION', issues: [{ path: 'records.1.customerId', code: 'unknown_record' }] },
    });
  });

  test('is for owners and managers', () => {
    expect(host.call(SALES, 'record.import', { entity: 'customer', records: customers(1) })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });
});
