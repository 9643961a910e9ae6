import { OWNER, SALES, setUpArchive, type ArchiveHost } from '../support/archive-host';

/** As a paste does, past every rule of the cell. @param row one-based */
function paste(host: ArchiveHost, tab: string, header: string, row: number, value: string | number): void {
  const column = (host.cells(`${tab}!1:1`)[0] ?? []).indexOf(header);
  if (column < 0) throw new Error(`no column ${header} in ${tab}`);
  const range = { sheetId: host.sheetId(tab), startRowIndex: row - 1, endRowIndex: row, startColumnIndex: column, endColumnIndex: column + 1 };
  const userEnteredValue = typeof value === 'number' ? { numberValue: value } : { stringValue: value };
  host.batch([{ updateCells: { range, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue }] }] } }]);
}

function customer(host: ArchiveHost, values: object): { id: string; row: number } {
  return host.ok(OWNER, 'record.save', { entity: 'customer', values }).record;
}

function runJobs(host: ArchiveHost): string | undefined {
  expect(host.script.fire(OWNER, 'runDailyJobs').ok).toBe(true);
  return host.ok(OWNER, 'workbook.status', {}).lastJob?.outcome;
}

const DUE = { tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' };

describe('a last review of 上周', () => {
  const host = setUpArchive();
  const { id, row } = customer(host, { ...DUE, name: '甲' });
  customer(host, { ...DUE, name: '乙' });
  paste(host, '客户', '上次复核', row, '上周');

  test('counts as none: the others are reminded of', () => {
    expect(runJobs(host)).toBe('reminders: 1 queued; mail: 1 sent, 0 failed, 0 waiting');
    expect(host.script.outbox().map(({ text }) => [text.includes('甲'), text.includes('乙')])).toEqual([[false, true]]);
  });

  test('does not stand in the way of saving the record, and is kept', () => {
    const { record } = host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { remarks: '改' } });

    expect(record.values).toMatchObject({ remarks: '改', lastReviewedOn: '上周', reviewDueOn: '2026-12-23' });
  });
});

test('names, tiers and owners of the length of a cell stop no mail, however JSON writes them', () => {
  const host = setUpArchive();
  const ids = host.ok(OWNER, 'record.import', { entity: 'customer', records: Array.from({ length: 60 }, (_, i) => ({ ...DUE, name: `客户${i}` })) }).ids;
  for (let row = 2; row < 2 + ids.length; row += 1) paste(host, '客户', '客户名称', row, '"\\\n😀'.repeat(9_998));
  paste(host, '客户', '客户等级', 2, '"'.repeat(49_990));

  expect(runJobs(host)).toBe('reminders: 1 queued; mail: 1 sent, 0 failed, 0 waiting');
  const [mail] = host.script.outbox();
  expect(mail?.subject).toContain('60 位');
  expect(String(host.cells('发件箱!D2')[0]?.[0]).length).toBeLessThan(50_000);
});

test('a damaged stamp takes no customer’s reminder away that can be told without it, and the line says what cannot', () => {
  const host = setUpArchive();
  const rows = [{ ...DUE, name: '甲' }, { ...DUE, name: '乙', lastReviewedOn: null }, { ...DUE, name: '丙', lastReviewedOn: null }, { ...DUE, name: '丁' }].map((values) => customer(host, values).row);
  const [header = []] = host.cells('客户!1:1');
  const system = header.find((title) => String(host.cells('客户!2:2')[0]?.[header.indexOf(title)]).startsWith('[1,'));
  for (const row of rows.slice(0, 2)) paste(host, '客户', String(system), row, '[1,"2026-13-45T08:00:00.000Z","x"]');
  paste(host, '客户', String(system), rows[2] ?? 0, '坏了');

  expect(runJobs(host)).toBe('reminders: 1 queued, 2 customers without a date; mail: 1 sent, 0 failed, 0 waiting');
  const text = host.script.outbox()[0]?.text ?? '';
  expect(['甲', '乙', '丙', '丁'].filter((name) => text.includes(name))).toEqual(['甲', '丁']);
});

test.each`
  field         | header        | cell                    | given
  ${'phone'}    | ${'联系电话'} | ${13812345678}          | ${'138 1234 5678'}
  ${'phone'}    | ${'联系电话'} | ${'138-1234-5678'}      | ${'13812345678'}
  ${'email'}    | ${'电子邮件'} | ${'Wang@EXAMPLE.com'}   | ${'wang@example.com'}
`('a customer whose $field was typed by hand as $cell is found as a duplicate', ({ field, header, cell, given }) => {
  const host = setUpArchive();
  const { id, row } = customer(host, { name: '王小明' });
  paste(host, '客户', String(header), row, cell as string | number);

  expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: '王晓明', [String(field)]: given as string } }))
    .toMatchObject({ ok: false, error: { code: 'DUPLICATE', duplicates: [{ id, title: '王小明', fields: [field] }] } });
});

describe('amounts', () => {
  const host = setUpArchive();
  const { id: customerId } = customer(host, { name: '王小明' });
  const sell = (product: string, amount: string, currency: string): { id: string; row: number } =>
    host.ok(SALES, 'record.save', { entity: 'transaction', values: { customerId, occurredOn: '2026-01-05', product, amount, currency } }).record;
  const products = (params: object): unknown[] => host.ok(SALES, 'record.list', { entity: 'transaction', ...params }).records.map(({ values }) => values['product']);
  sell('元一千', '1000', 'CNY');
  sell('日元一千', '1000', 'JPY');
  sell('元二十', '20', 'CNY');
  sell('韩元三百', '300', 'KRW');
  sell('美元零头', '12.4', 'USD');

  test.each`
    amount         | found
    ${'1000'}      | ${['元一千', '日元一千']}
    ${'1000.00'}   | ${['元一千', '日元一千']}
    ${'300'}       | ${['韩元三百']}
    ${'12.4'}      | ${['美元零头']}
    ${'12'}        | ${[]}
    ${['300', '20.0']} | ${['元二十', '韩元三百']}
  `('of $amount are found by size: $found', ({ amount, found }) => {
    expect(products({ filter: { amount: amount as string } })).toEqual(found);
  });

  test('of one currency are found with it', () => {
    expect(products({ filter: { amount: '1000', currency: 'JPY' } })).toEqual(['日元一千']);
  });

  test('are sorted by size, whatever the decimals of their currency', () => {
    expect(products({ sort: { field: 'amount' } })).toEqual(['美元零头', '元二十', '韩元三百', '元一千', '日元一千']);
    expect(products({ sort: { field: 'amount', descending: true } })).toEqual(['元一千', '日元一千', '韩元三百', '元二十', '美元零头']);
  });

  test('in a currency that does not exist: the currency is what has to be corrected', () => {
    const { id, row } = sell('比特', '5', 'CNY');
    paste(host, '交易记录', '币种', row, 'BTC');

    expect(host.call(SALES, 'record.save', { entity: 'transaction', id, revision: 1, values: { product: '比特币' } }))
      .toMatchObject({ ok: false, error: { code: 'VALIDATION', issues: [{ path: 'values.currency', code: 'bad_choice' }] } });
    expect(host.ok(SALES, 'record.save', { entity: 'transaction', id, revision: 1, values: { product: '比特币', currency: 'USD' } }).record.values).toMatchObject({ amount: '5.00', currency: 'USD' });
  });
});

test.each([
  ['record.list', { entity: 'customer', page: 2 ** 53 - 1 }], ['record.list', { entity: 'customer', page: 10_000_000 }], ['index.delta', { sinceSeq: 2 ** 53 - 1 }],
  ['record.get', { entity: 'customer', id: 'C-0123456789', row: 2 ** 53 - 1 }], ['customer.card', { id: 'C-0123456789', row: 10_000_000 }], ['record.get', { entity: 'customer', id: 'C-0123456789', row: 10_000_000 }],
] as const)('%s with %j is no internal fault', (method, params) => {
  const host = setUpArchive();

  const response = host.call(SALES, method, params);

  expect(response.ok ? null : response.error.code).not.toBe('INTERNAL');
});
