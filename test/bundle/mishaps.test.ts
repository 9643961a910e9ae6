import { MANAGER, OWNER, SALES, setUpArchive, TEAM, VIEWER, type ArchiveHost } from '../support/archive-host';

const SETUP = { preset: 'sales', language: 'zh-CN', team: TEAM };
const HOURS = 3_600_000;

function save(host: ArchiveHost, values: object, user = SALES): { id: string; revision: number; row: number } {
  return host.ok(user, 'record.save', { entity: 'customer', values }).record;
}

function type(host: ArchiveHost, user: string, sheet: string, range: string, values: string[][]): boolean {
  return host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user, sheet, range, values, confirmed: true, paste: true }).accepted;
}

function clear(host: ArchiveHost, title: string, row: number, column: number): void {
  host.batch([{ updateCells: { range: { sheetId: host.sheetId(title), startRowIndex: row, endRowIndex: row + 1, startColumnIndex: column, endColumnIndex: column + 1 }, fields: 'userEnteredValue' } }]);
}

/** Sequence numbers of the Journal's rows, in the order of the tab. */
function sequence(host: ArchiveHost): unknown[] {
  return host.cells('变更记录!A2:A2000').flat().filter((cell) => cell !== '');
}

describe('a field that is switched off', () => {
  test('keeps its cell when the record is saved', () => {
    const host = setUpArchive({ fields: { idNumber: true } });
    const { id } = save(host, { name: '王小明', idNumber: '110101199003070038' });
    host.ok(OWNER, 'workbook.setup', { ...SETUP, fields: { idNumber: false } });

    host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王大明' } });

    expect(host.cells('客户!A2:R2')[0]).toContain('110101199003070038');
  });
});

describe('what people typed elsewhere in the row', () => {
  test('stays to the letter, and is not told as somebody’s save', () => {
    const host = setUpArchive();
    const customerId = save(host, { name: '王小明' }).id;
    const { id } = host.ok(SALES, 'record.save', { entity: 'transaction', values: { customerId, occurredOn: '2026-11-20', product: '纸', amount: '12' } }).record;
    expect(type(host, SALES, '交易记录', 'F2', [['12.345']])).toBe(true);

    host.ok(SALES, 'record.save', { entity: 'transaction', id, revision: 1, values: { product: '信纸' } });

    expect(host.cells('交易记录!E2:F2')).toEqual([['信纸', 12.345]]);
    expect(Object.keys(host.ok(SALES, 'record.history', { entity: 'transaction', id }).entries[0]?.changes ?? {})).toEqual(['product']);
  });

  test('in a column of their own is neither overwritten nor in the way of new records', () => {
    const host = setUpArchive();
    const sheetId = host.sheetId('客户');
    host.batch([{ insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 } } }]);
    host.batch([{ repeatCell: { range: { sheetId, startRowIndex: 1, startColumnIndex: 3, endColumnIndex: 4 }, cell: { userEnteredValue: { boolValue: false } }, fields: 'userEnteredValue' } }]);

    const cost = host.count(() => expect(save(host, { name: '王小明' }).row).toBe(2));

    expect(cost.reads).toBeLessThanOrEqual(3);
    expect(host.cells('客户!B2:E2')).toEqual([['王小明', '个人', false, '潜在客户']]);
  });

  test('as three hundred pasted customers costs a new record three reads, and it goes below them', () => {
    const host = setUpArchive();
    save(host, { name: '王小明' });
    expect(type(host, SALES, '客户', 'F3:F302', Array.from({ length: 300 }, (_, i) => [`1390000${1000 + i}`]))).toBe(true);

    const cost = host.count(() => expect(save(host, { name: '李四' }).row).toBe(303));

    expect(cost.reads).toBeLessThanOrEqual(4);
  });
});

describe('the Journal goes on where it ends', () => {
  const ROWS = 46;

  function archive(): ArchiveHost {
    const host = setUpArchive();
    for (let i = 0; i < ROWS; i += 1) save(host, { name: `客户${i}` });
    return host;
  }

  test.each`
    mishap                                    | hand
    ${'its head is cleared'}                  | ${(host: ArchiveHost) => clear(host, '系统', 1, 1)}
    ${'the System tab is deleted and remade'} | ${(host: ArchiveHost) => { host.batch([{ deleteSheet: { sheetId: host.sheetId('系统') } }]); host.ok(OWNER, 'workbook.setup', SETUP); }}
    ${'blank rows are inserted into it'}      | ${(host: ArchiveHost) => host.batch([{ insertDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: 10, endIndex: 17 } } }])}
  `('when $mishap', ({ hand }) => {
    const host = archive();
    (hand as (host: ArchiveHost) => void)(host);

    save(host, { name: '之后' });
    const { id } = save(host, { name: '再后' });

    expect(sequence(host)).toEqual(Array.from({ length: ROWS + 2 }, (_, i) => i + 1));
    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ seq: ROWS + 2, counts: { customer: ROWS + 2 } });
    expect(host.ok(OWNER, 'record.history', { entity: 'customer', id }).entries).toHaveLength(1);
  });

  test('without giving a lost number again when rows were deleted', () => {
    const host = archive();
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: ROWS, endIndex: ROWS + 1 } } }]);

    save(host, { name: '之后' });

    expect(sequence(host).slice(-2)).toEqual([ROWS - 1, ROWS + 1]);
  });

  test('and a shifted Journal costs no further reads once it was found', () => {
    const host = archive();
    host.batch([{ insertDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: 10, endIndex: 17 } } }]);
    save(host, { name: '之后' });

    expect(host.count(() => save(host, { name: '再后' }))).toMatchObject({ reads: 2, writes: 1 });
  });
});

describe('a Journal that hands were in', () => {
  test('and that was deleted and made anew, with fewer rows than it had, takes saves again', () => {
    const host = setUpArchive();
    const ids = Array.from({ length: 12 }, (_, i) => save(host, { name: `客户${i}` }).id);
    host.batch([{ deleteSheet: { sheetId: host.sheetId('变更记录') } }]);
    host.ok(OWNER, 'workbook.setup', SETUP);
    host.batch([{ updateSheetProperties: { properties: { sheetId: host.sheetId('变更记录'), gridProperties: { rowCount: 5 } }, fields: 'gridProperties.rowCount' } }]);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', id: ids[1], revision: 1, values: { name: '二' } }).record.revision).toBe(2);
    expect(sequence(host)).toEqual([13]);
  });

  test.each`
    what                                  | range   | values
    ${'a number below its last row'}      | ${'A6'} | ${[['5']]}
    ${'a whole row typed below its last'} | ${'A6:B6'} | ${[['x', 'y']]}
    ${'a damaged head in the tail'}       | ${'B3'} | ${[['x']]}
  `('as $what: saves go on, and nothing typed is written over', ({ range, values }) => {
    const host = setUpArchive();
    for (let i = 0; i < 4; i += 1) save(host, { name: `客户${i}` });
    type(host, OWNER, '变更记录', range as string, values as string[][]);
    const typed = host.cells(`变更记录!${range as string}`);

    const { id } = save(host, { name: '之后' });
    save(host, { name: '再后' });

    expect(host.cells(`变更记录!${range as string}`)).toEqual(typed);
    expect(host.ok(OWNER, 'record.history', { entity: 'customer', id }).entries).toHaveLength(1);
  });

  test('as a sort never lets an operation be done twice', () => {
    const host = setUpArchive();
    const operationId = `op-${host.clock.now().toString(36)}-abcdefgh`;
    const first = host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '甲' } }, operationId).record;
    for (let i = 0; i < 46; i += 1) save(host, { name: `客户${i}` });
    host.batch([{ sortRange: { range: { sheetId: host.sheetId('变更记录'), startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } }]);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '甲' } }, operationId).record.id).toBe(first.id);
    expect(host.cells('客户!B2:B100').flat().filter((name) => name === '甲')).toHaveLength(1);
  });

  test('that has lost a step makes the same field a conflict, never a silent win', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明', tier: 'vip' });
    host.ok(MANAGER, 'record.save', { entity: 'customer', id, revision: 1, values: { tier: 'regular' } });
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }]);

    expect(host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { tier: 'prospect' } })).toMatchObject({ error: { code: 'CONFLICT', conflicts: [{ field: 'tier', mine: 'prospect', theirs: 'regular' }] } });
  });

  test('as an older version of the file shows the form what stands there now', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });

    expect(host.call(SALES, 'record.save', { entity: 'customer', id, revision: 7, values: { name: '王大明' } })).toMatchObject({ error: { code: 'CONFLICT', current: { revision: 1 } } });
  });

  test.each`
    mishap                       | hand
    ${'rows inserted'}           | ${(host: ArchiveHost) => host.batch([{ insertDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: 2, endIndex: 30 } } }])}
    ${'a row deleted'}           | ${(host: ArchiveHost) => host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('变更记录'), dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }])}
    ${'more imported than a delta tells'} | ${(host: ArchiveHost) => { for (let n = 0; n < 2; n += 1) host.ok(OWNER, 'record.import', { entity: 'customer', records: Array.from({ length: 1500 }, (_, i) => ({ name: `批${n}.${i}` })) }); }}
  `('after $mishap asks for one reload of the index at most', ({ hand }) => {
    const host = setUpArchive();
    for (let i = 0; i < 6; i += 1) save(host, { name: `客户${i}` });
    let { seq } = host.ok(SALES, 'bootstrap', {});
    (hand as (host: ArchiveHost) => void)(host);
    save(host, { name: '之后' });
    const reloads = Array.from({ length: 3 }, () => {
      const delta = host.ok(SALES, 'index.delta', { sinceSeq: seq });
      seq = delta.seq;
      return delta.reload;
    });

    expect(reloads.filter(Boolean).length).toBeLessThanOrEqual(1);
    save(host, { name: '最后' });
    expect(host.ok(SALES, 'index.delta', { sinceSeq: seq }).entries.map((entry) => entry[3])).toEqual(['最后']);
  });
});

describe('an operation id that stands for something else', () => {
  const host = setUpArchive();
  const a = host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '甲' } }, 'op-used').record;
  const b = save(host, { name: '乙' });

  test.each`
    what                   | method              | params
    ${'another method'}    | ${'record.archive'} | ${() => ({ entity: 'customer', id: b.id, revision: 1 })}
    ${'another entity'}    | ${'record.save'}    | ${() => ({ entity: 'transaction', values: { customerId: a.id, occurredOn: '2026-11-20', product: '纸', amount: '1' } })}
    ${'another record'}    | ${'record.save'}    | ${() => ({ entity: 'customer', id: b.id, revision: 1, values: { name: '丙' } })}
    ${'an import'}         | ${'record.import'}  | ${() => ({ entity: 'customer', records: [{ name: '丁' }] })}
  `('is refused for $what, and nothing is done', ({ method, params }) => {
    const cost = host.count(() => expect(host.call(OWNER, method as 'record.save', (params as () => object)(), 'op-used')).toMatchObject({ error: { code: 'VALIDATION', issues: [{ path: 'operationId', code: 'reused' }] } }));

    expect(cost.writes).toBe(0);
  });
});

describe('what the cache remembers is not held against people', () => {
  test('a role given in the Settings counts for the next save', () => {
    const host = setUpArchive();
    expect(host.call(VIEWER, 'record.save', { entity: 'customer', values: { name: 'x' } })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    host.engine.share(host.spreadsheetId, VIEWER, 'editor');
    const row = host.cells('设置!A1:B40').findIndex(([key]) => key === `team.${VIEWER}`) + 1;
    type(host, OWNER, '设置', `B${row}`, [['sales']]);
    host.clock.advance(5 * HOURS);

    expect(host.call(VIEWER, 'record.save', { entity: 'customer', values: { name: 'x' } }).ok).toBe(true);
  });

  test('a column that comes back takes values again', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });
    const sheetId = host.sheetId('客户');
    const column = (host.cells('客户!1:1')[0] ?? []).indexOf('备注');
    host.batch([{ deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } } }]);
    host.ok(SALES, 'bootstrap', {});
    host.ok(OWNER, 'workbook.setup', SETUP);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { remarks: '回来了' } }).record.values).toMatchObject({ remarks: '回来了' });
  });

  test('set-up decides on the Settings as they stand, and writes back no role of yesterday', () => {
    const host = setUpArchive();
    const row = host.cells('设置!A1:B40').findIndex(([key]) => key === `team.${SALES}`) + 1;
    type(host, OWNER, '设置', `B${row}`, [['viewer']]);

    host.ok(OWNER, 'workbook.setup', { preset: 'sales', language: 'zh-CN', reviewMonths: { vip: 2 } });

    expect(host.ok(SALES, 'bootstrap', {}).user.role).toBe('viewer');
  });

  test('a manager demoted by hand can set nothing up', () => {
    const host = setUpArchive();
    host.ok(MANAGER, 'bootstrap', {});
    const row = host.cells('设置!A1:B40').findIndex(([key]) => key === `team.${MANAGER}`) + 1;
    type(host, OWNER, '设置', `B${row}`, [['viewer']]);

    expect(host.call(MANAGER, 'workbook.setup', { ...SETUP, team: [{ email: MANAGER, role: 'owner' }] })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });
});

describe('set-up again', () => {
  test('removes a member wherever the row stands, and keeps rows it does not understand', () => {
    const host = setUpArchive();
    type(host, OWNER, '设置', 'A30:B30', [['team.new@example.com', 'manager']]);
    type(host, OWNER, '设置', 'A32:B32', [['our.note', '月底对账']]);

    host.ok(OWNER, 'workbook.setup', { ...SETUP, team: [{ email: OWNER, role: 'owner' }] });

    expect(host.ok(OWNER, 'bootstrap', {}).team).toEqual([{ email: OWNER, role: 'owner' }]);
    expect(host.cells('设置!A2:B40')).toContainEqual(['our.note', '月底对账']);
  });

  test('keeps no member whose key was typed with a blank before it', () => {
    const host = setUpArchive();
    type(host, OWNER, '设置', 'A30:B30', [[' team.new@example.com', 'manager']]);
    type(host, OWNER, '设置', 'A31:C31', [['', '', '备注：每月核对']]);
    type(host, OWNER, '设置', 'A32:B32', [['language', 'en']]);

    host.ok(OWNER, 'workbook.setup', { ...SETUP, team: [{ email: OWNER, role: 'owner' }] });

    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ language: 'zh-CN', team: [{ email: OWNER, role: 'owner' }] });
    expect(host.cells('设置!A2:C40')).toContainEqual(['', '', '备注：每月核对']);
  });

  test.each(['constructor', 'customer.toString'])('the field %s does not exist', (name) => {
    const host = setUpArchive();

    expect(host.call(OWNER, 'workbook.setup', { preset: 'sales', language: 'zh-CN', fields: { [name]: true } })).toMatchObject({ ok: false });
  });
});

describe('one tab in disorder', () => {
  test('does not keep the sidebar from opening or the other tab from being saved', () => {
    const host = setUpArchive();
    const column = (host.cells('交易记录!1:1')[0] ?? []).indexOf('交易金额');
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('交易记录'), dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } } }]);

    expect(host.ok(SALES, 'bootstrap', {}).ready).toBe(true);
    expect(save(host, { name: '王小明' }).row).toBe(2);
    expect(host.ok(OWNER, 'workbook.status', {}).notices.map(({ code }) => code)).toEqual(['drift.transaction']);
    expect(host.ok(OWNER, 'workbook.setup', { ...SETUP, fields: { idNumber: true } }).created).toEqual(['customer.idNumber']);
  });

  test('as 交易记录 that lost a column still lets cards of customers without orders open', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });
    const column = (host.cells('交易记录!1:1')[0] ?? []).indexOf('交易金额');
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('交易记录'), dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } } }]);

    expect(host.ok(SALES, 'customer.card', { id }).transactionCount).toBe(0);
  });

  test.each(['发件箱', '变更记录', '系统'])('a deleted %s is told, and set-up brings it back', (title) => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });
    host.batch([{ deleteSheet: { sheetId: host.sheetId(title) } }]);

    expect(host.ok(SALES, 'bootstrap', {}).ready).toBe(true);
    host.ok(OWNER, 'workbook.setup', SETUP);
    expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王大明' } }).record.revision).toBe(2);
    expect(host.ok(OWNER, 'workbook.status', {}).notices).toEqual([]);
  });

  test('lost Settings can be brought back by the file’s owner alone', () => {
    const host = setUpArchive();
    host.batch([{ deleteSheet: { sheetId: host.sheetId('设置') } }]);
    host.clock.advance(7 * HOURS);

    expect(host.call(SALES, 'workbook.setup', { preset: 'sales', language: 'zh-CN' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(host.ok(OWNER, 'workbook.setup', SETUP).created).toEqual(['settings']);
    expect(host.ok(SALES, 'bootstrap', {}).user.role).toBe('sales');
  });

  test('a tab wider than the ring makes the ring wider', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });
    host.batch([{ appendDimension: { sheetId: host.sheetId('客户'), dimension: 'COLUMNS', length: 60 } }]);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王大明' } }).record.revision).toBe(2);
  });

  test('an error in a header of people’s own does not stop reading', () => {
    const host = setUpArchive();
    const { id } = save(host, { name: '王小明' });
    host.batch([{ insertDimension: { range: { sheetId: host.sheetId('客户'), dimension: 'COLUMNS', startIndex: 4, endIndex: 5 } } }]);
    type(host, OWNER, '客户', 'E1', [['=1/0']]);

    expect(host.ok(SALES, 'record.get', { entity: 'customer', id }).record.values).toMatchObject({ name: '王小明' });
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).total).toBe(1);
  });
});

describe('the search index ends', () => {
  test.each`
    what                                   | hand
    ${'exactly at the end of the grid'}    | ${() => undefined}
    ${'after rows were deleted by hand'}   | ${(host: ArchiveHost) => host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('客户'), dimension: 'ROWS', startIndex: 2001, endIndex: 4001 } } }])}
  `('$what', ({ hand }) => {
    const host = setUpArchive();
    for (const size of [2000, 2000, 1000]) host.ok(OWNER, 'record.import', { entity: 'customer', records: Array.from({ length: size }, (_, i) => ({ name: `客户${i}` })) });
    (hand as (host: ArchiveHost) => void)(host);
    let count = 0;
    for (let next: string | null = '1'; next !== null;) {
      const page: { entries: readonly unknown[]; next: string | null } = host.ok(SALES, 'index.page', { next });
      count += page.entries.length;
      next = page.next;
    }

    expect(count).toBe(host.cells('客户!A2:A6000').length);
  });
});
