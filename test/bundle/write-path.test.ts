import { archiveHost, MANAGER, OWNER, SALES, setUpArchive, START, VIEWER, type ArchiveHost } from '../support/archive-host';

const WANG = { name: '王小明', kind: 'individual', tier: 'vip', phone: '13812345678', email: 'Wang@Example.com', tags: ['老客户', '华东'], ownerEmail: SALES };

function saved(host: ArchiveHost, values: object = WANG, user = SALES): { id: string; revision: number } {
  return host.ok(user, 'record.save', { entity: 'customer', values }).record;
}

describe('a new customer', () => {
  const host = setUpArchive();
  const { record } = host.ok(SALES, 'record.save', { entity: 'customer', values: WANG });

  test('stands in the grid as typed cells in the workbook’s language', () => {
    const [header = [], row = []] = host.cells('客户!A1:Z2');
    const shown = Object.fromEntries(header.map((label, column) => [label, row[column]]));

    expect(shown).toMatchObject({ 客户名称: '王小明', 客户性质: '个人', 客户等级: 'VIP客户', 联系电话: '+8613812345678', 电子邮件: 'Wang@example.com', 标签: '老客户, 华东', 应复核日: 46379 });
  });

  test('is answered with id, revision, every enabled field and who made it when', () => {
    expect(record).toMatchObject({ entity: 'customer', revision: 1, createdBy: SALES, archivedAt: null, row: 2 });
    expect(record.id).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(record.values).toMatchObject({ reviewDueOn: '2026-12-23', remarks: null });
  });

  test('is in the Journal with what changed, and the head follows', () => {
    const { entries } = host.ok(OWNER, 'record.history', { entity: 'customer', id: record.id });

    expect(entries).toEqual([expect.objectContaining({ seq: 1, by: SALES, method: 'record.save', revision: 1 })]);
    expect(entries[0]?.changes).toMatchObject({ name: [null, '王小明'], phone: [null, '+8613812345678'] });
    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ seq: 1, counts: { customer: 1, transaction: 0 } });
  });
});

describe('a change', () => {
  test('writes the changed cells only and keeps the rest', () => {
    const host = setUpArchive();
    const { id, revision } = saved(host);

    const { record } = host.ok(MANAGER, 'record.save', { entity: 'customer', id, revision, values: { tier: 'regular', phone: '010-62345678' } });

    expect(record).toMatchObject({ revision: 2, createdBy: SALES, updatedBy: MANAGER });
    expect(record.values).toMatchObject({ ...WANG, tier: 'regular', phone: '+861062345678', email: 'Wang@example.com', reviewDueOn: '2027-02-23' });
    expect(host.ok(OWNER, 'record.get', { entity: 'customer', id }).record).toEqual(record);
  });

  test('that changes nothing writes nothing', () => {
    const host = setUpArchive();
    const { id, revision } = saved(host);

    const cost = host.count(() => expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision, values: { name: '王小明' } }).record.revision).toBe(1));

    expect(cost).toMatchObject({ reads: 1, writes: 0 });
  });

  test('of another field merges with what somebody saved meanwhile', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    host.ok(MANAGER, 'record.save', { entity: 'customer', id, revision: 1, values: { tier: 'regular' } });

    const { record } = host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王晓明', tier: 'vip' } });

    expect(record).toMatchObject({ revision: 3, values: { name: '王晓明', tier: 'regular' } });
  });

  test('of the same field is a conflict that shows base, mine and theirs, and writes nothing', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    host.ok(MANAGER, 'record.save', { entity: 'customer', id, revision: 1, values: { tier: 'regular' } });

    const response = host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { tier: 'prospect', name: '王' } });

    expect(response).toMatchObject({
      ok: false, error: { code: 'CONFLICT', conflicts: [{ field: 'tier', base: 'vip', mine: 'prospect', theirs: 'regular' }], current: { revision: 2 } },
    });
    expect(host.ok(OWNER, 'record.get', { entity: 'customer', id }).record).toMatchObject({ revision: 2, values: { name: '王小明' } });
  });
});

describe('an operation id', () => {
  const SAVE = { entity: 'customer', values: WANG };

  test.each(['op-mhxw1abc-abcdefgh', 'op-1', '6f1c2a34-7c1e-4a55-9c2e-0d7c5b1f9a10'])('%s is applied once, whatever is sent again', (operationId) => {
    const host = setUpArchive();
    const first = host.ok(SALES, 'record.save', SAVE, operationId);

    expect(host.ok(SALES, 'record.save', SAVE, operationId)).toEqual(first);
    expect(host.cells('客户!A2:A9')).toHaveLength(1);
  });

  test('gets its first answer again after others have changed and archived the record', () => {
    const host = setUpArchive();
    const { record } = host.ok(SALES, 'record.save', SAVE, 'op-1');
    const changed = host.ok(SALES, 'record.save', { entity: 'customer', id: record.id, revision: 1, values: { tier: 'regular' } }, 'op-2').record;
    host.ok(MANAGER, 'record.save', { entity: 'customer', id: record.id, revision: 2, values: { tier: 'prospect', phone: null } });
    host.ok(MANAGER, 'record.archive', { entity: 'customer', id: record.id, revision: 3 });

    expect(host.ok(SALES, 'record.save', SAVE, 'op-1').record).toEqual(record);
    expect(host.ok(SALES, 'record.save', { entity: 'customer', id: record.id, revision: 1, values: { tier: 'regular' } }, 'op-2').record).toEqual(changed);
  });

  test('is known after 60 later saves and after days', () => {
    const host = setUpArchive();
    const ids = [`op-${START.toString(36)}-abcdefgh`, 'op-plain'];
    const firsts = ids.map((id, i) => host.ok(SALES, 'record.save', { entity: 'customer', values: { name: `客户${i}` } }, id));
    for (let i = 0; i < 60; i += 1) saved(host, { name: `后来的客户${i}` });
    host.clock.advance(3 * 86_400_000);

    expect(ids.map((id, i) => host.ok(SALES, 'record.save', { entity: 'customer', values: { name: `客户${i}` } }, id))).toEqual(firsts);
  });

  test('answers again even where the first try would now be a duplicate of itself', () => {
    const host = setUpArchive();
    host.door.planFaults([{ kind: 'error-after', service: 'Sheets', method: 'spreadsheets.batchUpdate', nth: 1, functionName: 'handleRequest' }]);
    const lost = host.call(SALES, 'record.save', SAVE, 'op-lost');
    host.door.planFaults([]);

    expect(lost).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(host.ok(SALES, 'record.save', SAVE, 'op-lost').record.revision).toBe(1);
    expect(host.cells('客户!A2:A9')).toHaveLength(1);
  });
});

describe('duplicates', () => {
  const host = setUpArchive();
  const { id } = saved(host);

  test('equal phones in another spelling are told, with what is equal', () => {
    const response = host.call(SALES, 'record.save', { entity: 'customer', values: { name: '王先生', phone: '+86 138-1234-5678' } });

    expect(response).toMatchObject({ ok: false, error: { code: 'DUPLICATE', duplicates: [{ id, title: '王小明', fields: ['phone'] }] } });
    expect(host.cells('客户!A2:A9')).toHaveLength(1);
  });

  test('equal names alone are two people', () => {
    expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: '王小明' } }).ok).toBe(true);
  });

  test('a confirmed duplicate is saved', () => {
    expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: '王先生', phone: '13812345678' }, confirmDuplicate: true }).ok).toBe(true);
  });

  test('a record is no duplicate of itself, but changing a phone to another’s is', () => {
    const other = saved(host, { name: '李四', phone: '13900000001' });

    expect(host.call(SALES, 'record.save', { entity: 'customer', id: other.id, revision: 1, values: { phone: '13900000001', name: '李思' } }).ok).toBe(true);
    expect(host.call(SALES, 'record.save', { entity: 'customer', id: other.id, revision: 2, values: { phone: '13812345678' } })).toMatchObject({ error: { code: 'DUPLICATE' } });
  });
});

describe('transactions', () => {
  const host = setUpArchive();
  const { id } = saved(host);
  const order = { customerId: id, occurredOn: '2026-11-20', product: '激光打印机', amount: '1234.5' };

  test('are typed cells: a date, a number, labels', () => {
    const { record } = host.ok(SALES, 'record.save', { entity: 'transaction', values: order });

    expect(record.values).toMatchObject({ ...order, amount: '1234.50', currency: 'CNY', type: 'purchase' });
    expect(host.cells('交易记录!B2:G2')).toEqual([[id, 46346, '购买', '激光打印机', 1234.5, 'CNY']]);
  });

  test('of a customer that does not exist are refused at the field', () => {
    expect(host.call(SALES, 'record.save', { entity: 'transaction', values: { ...order, customerId: 'C-0000000000' } })).toMatchObject({
      error: { code: 'VALIDATION', issues: [{ path: 'values.customerId', code: 'unknown_record', message: '找不到这条记录，请重新选择' }] },
    });
  });

  test('show on the customer’s card, newest first', () => {
    host.ok(SALES, 'record.save', { entity: 'transaction', values: { ...order, occurredOn: '2026-11-22', product: '硒鼓' } });

    expect(host.ok(SERVICE_PERSON, 'customer.card', { id })).toMatchObject({
      customer: { id, values: { name: '王小明' } }, transactionCount: 2, transactions: [{ values: { product: '硒鼓' } }, { values: { product: '激光打印机' } }],
    });
  });
});

const SERVICE_PERSON = 'service@example.com';

describe('archiving', () => {
  test('hides a record from lists, keeps it in the grid, and can be taken back', () => {
    const host = setUpArchive();
    const { id } = saved(host);

    const archived = host.ok(SALES, 'record.archive', { entity: 'customer', id, revision: 1 }).record;
    expect(archived).toMatchObject({ revision: 2, archivedAt: expect.stringMatching(/^2026-11-23T/) as string });
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).total).toBe(0);
    expect(host.ok(SALES, 'record.list', { entity: 'customer', archived: true }).records.map((record) => record.id)).toEqual([id]);

    expect(host.ok(SALES, 'record.restore', { entity: 'customer', id, revision: 2 }).record).toMatchObject({ revision: 3, archivedAt: null, values: { name: '王小明' } });
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).total).toBe(1);
    expect(host.ok(OWNER, 'record.history', { entity: 'customer', id }).entries.map(({ method }) => method)).toEqual(['record.restore', 'record.archive', 'record.save']);
  });
});

describe('people in the grid', () => {
  test('may move, rename and hide columns and rename tabs', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    const sheetId = host.sheetId('客户');
    host.batch([
      { moveDimension: { source: { sheetId, dimension: 'COLUMNS', startIndex: 5, endIndex: 6 }, destinationIndex: 2 } },
      { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 1 }, rows: [{ values: [{ userEnteredValue: { stringValue: '大名' } }] }], fields: 'userEnteredValue' } },
      { updateSheetProperties: { properties: { sheetId, title: '我们的客户' }, fields: 'title' } },
    ]);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王大明', phone: '13900000000' } }).record.values).toMatchObject({ name: '王大明', phone: '+8613900000000' });
    expect(host.cells('我们的客户!A1:C2')).toEqual([['编号', '大名', '联系电话'], [id, '王大明', '+8613900000000']]);
    expect(host.ok(SALES, 'customer.card', { id }).customer.values).toMatchObject({ name: '王大明', phone: '+8613900000000' });
  });

  test('may insert rows above, sort, and delete rows: the record is found again', () => {
    const host = setUpArchive();
    const ids = ['丙', '甲', '乙'].map((name) => saved(host, { name }).id);
    const sheetId = host.sheetId('客户');
    host.batch([
      { sortRange: { range: { sheetId, startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] } },
      { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 4 } } },
    ]);

    for (const [i, id] of ids.entries()) {
      expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { remarks: `第${i}位` } }).record.values).toMatchObject({ remarks: `第${i}位`, name: ['丙', '甲', '乙'][i] });
    }
    expect(host.call(SALES, 'record.get', { entity: 'customer', id: ids[0], row: 400 }).ok).toBe(true);
    expect(host.call(SALES, 'record.save', { entity: 'customer', id: ids[0], revision: 2, row: 100_000, values: { remarks: '又' } }).ok).toBe(true);
  });

  test('who typed a row below ours keep it: the next new record goes under it', () => {
    const host = setUpArchive();
    saved(host);
    expect(host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range: 'B3', values: [['手写客户']] }).accepted).toBe(true);

    expect(host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '新客户' } }).record.row).toBe(4);
    expect(host.cells('客户!B2:B4').flat()).toEqual(['王小明', '手写客户', '新客户']);
  });

  test('who delete a vital column stop all writing to the tab, with what to do', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('客户'), dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } }]);
    const before = host.cells('变更记录!A1:F9');

    for (const params of [{ entity: 'customer', id, revision: 1, values: { name: '李' } }, { entity: 'customer', values: { name: '李' } }]) {
      expect(host.call(SALES, 'record.save', params)).toMatchObject({ ok: false, error: { code: 'SCHEMA_DRIFT', message: expect.stringContaining('版本历史') as string } });
    }
    expect(host.cells('变更记录!A1:F9')).toEqual(before);
  });

  test('who delete an optional column switch its field off', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    const [header = []] = host.cells('客户!1:1');
    const column = header.indexOf('备注');
    host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('客户'), dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } } }]);

    expect(host.ok(SALES, 'bootstrap', {}).fields['customer']).not.toContain('remarks');
    expect(host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { remarks: 'x' } })).toMatchObject({ error: { code: 'VALIDATION', issues: [{ path: 'values.remarks', code: 'field_off' }] } });
    expect(host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '李' } }).record.values).not.toHaveProperty('remarks');
  });
});

describe('a write that hit something else is noticed', () => {
  /** A person's hand between the script's read and its write. */
  function between(host: ArchiveHost, hand: () => void): void {
    let done = false;
    host.door.onBeforeCall((call) => {
      if (done || call.method !== 'spreadsheets.batchUpdate') return;
      done = true;
      hand();
    });
  }

  test.each`
    what                        | code                | hand
    ${'a row inserted above'}   | ${'row_moved'}      | ${(host: ArchiveHost) => host.batch([{ insertDimension: { range: { sheetId: host.sheetId('客户'), dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }])}
    ${'the rows sorted'}        | ${'row_moved'}      | ${(host: ArchiveHost) => host.batch([{ sortRange: { range: { sheetId: host.sheetId('客户'), startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }] } }])}
    ${'a column moved'}         | ${'column_moved'}   | ${(host: ArchiveHost) => host.batch([{ moveDimension: { source: { sheetId: host.sheetId('客户'), dimension: 'COLUMNS', startIndex: 4, endIndex: 6 }, destinationIndex: 2 } }])}
    ${'the same cell typed'}    | ${'typed_meanwhile'} | ${(host: ArchiveHost) => host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: OWNER, sheet: '客户', range: 'B2', values: [['手改']] })}
  `('$what: $code, with a reference and a notice', ({ code, hand }) => {
    const host = setUpArchive();
    const { id } = saved(host, { name: '甲' });
    saved(host, { name: '乙' });
    between(host, () => { (hand as (host: ArchiveHost) => void)(host); });

    const response = host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '甲方' } }, 'op-hit');

    expect(response).toMatchObject({ ok: false, error: { code: 'INTERNAL', ref: expect.stringMatching(/^[0-9a-f]{8}$/) as string } });
    expect(host.ok(OWNER, 'workbook.status', {}).notices).toEqual([expect.objectContaining({ code, ref: response.ok ? '' : response.error.ref })]);
  });

  test('another cell typed into meanwhile is kept and no fault', () => {
    const host = setUpArchive();
    const { id } = saved(host);
    between(host, () => { host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: OWNER, sheet: '客户', range: 'J2', values: [['华东']] }); });

    expect(host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: '王大明' } }).ok).toBe(true);
    expect(host.ok(SALES, 'record.get', { entity: 'customer', id }).record.values).toMatchObject({ name: '王大明', region: '华东' });
  });
});

describe('bad input', () => {
  const host = setUpArchive();

  test.each`
    what                        | method            | params                                                                      | code            | issues
    ${'an unknown method'}      | ${'record.burn'}  | ${{}}                                                                       | ${'NOT_FOUND'}  | ${['method unknown_value']}
    ${'no values'}              | ${'record.save'}  | ${{ entity: 'customer' }}                                                   | ${'VALIDATION'} | ${['values missing']}
    ${'an unknown param'}       | ${'record.save'}  | ${{ entity: 'customer', values: {}, colour: 1 }}                            | ${'VALIDATION'} | ${['colour unknown_field']}
    ${'an unknown entity'}      | ${'record.save'}  | ${{ entity: 'ghost', values: {} }}                                          | ${'VALIDATION'} | ${['entity unknown_entity']}
    ${'several bad fields'}     | ${'record.save'}  | ${{ entity: 'customer', values: { tier: 'gold', phone: '1', x: 'y' } }}     | ${'VALIDATION'} | ${['values.name required', 'values.phone bad_phone', 'values.tier bad_choice', 'values.x unknown_field']}
    ${'a number for a text'}    | ${'record.save'}  | ${{ entity: 'customer', values: { name: 7 } }}                              | ${'VALIDATION'} | ${['values.name wrong_type']}
    ${'a field that is off'}    | ${'record.save'}  | ${{ entity: 'customer', values: { name: 'x', idNumber: '110101199003070038' } }} | ${'VALIDATION'} | ${['values.idNumber field_off']}
    ${'a change without base'}  | ${'record.save'}  | ${{ entity: 'customer', id: 'C-0000000000', values: {} }}                   | ${'VALIDATION'} | ${['revision missing']}
    ${'an unknown record'}      | ${'record.save'}  | ${{ entity: 'customer', id: 'C-0000000000', revision: 1, values: {} }}      | ${'NOT_FOUND'}  | ${[]}
    ${'an unknown record read'} | ${'record.get'}   | ${{ entity: 'customer', id: 'C-0000000000' }}                               | ${'NOT_FOUND'}  | ${[]}
    ${'a card of nobody'}       | ${'customer.card'} | ${{ id: 'C-0000000000' }}                                                  | ${'NOT_FOUND'}  | ${[]}
    ${'an unknown sort field'}  | ${'record.list'}  | ${{ entity: 'customer', sort: { field: 'mood' }, filter: { idNumber: '1' } }} | ${'VALIDATION'} | ${['filter.idNumber field_off', 'sort.field unknown_field']}
    ${'a page size too large'}  | ${'record.list'}  | ${{ entity: 'customer', pageSize: 500 }}                                    | ${'VALIDATION'} | ${['pageSize out_of_range']}
    ${'an unknown role'}        | ${'workbook.setup'} | ${{ preset: 'sales', language: 'zh-CN', team: [{ email: 'a@b.cn', role: 'king' }] }} | ${'VALIDATION'} | ${['team.0.role unknown_role']}
    ${'an unknown preset'}      | ${'workbook.setup'} | ${{ preset: 'florist', language: 'zh-CN', fields: { mood: true } }}       | ${'VALIDATION'} | ${['preset unknown_value']}
    ${'an unknown switch'}      | ${'workbook.setup'} | ${{ preset: 'sales', language: 'zh-CN', fields: { mood: true } }}         | ${'VALIDATION'} | ${['fields.mood unknown_field']}
    ${'another language later'} | ${'workbook.setup'} | ${{ preset: 'sales', language: 'en' }}                                    | ${'VALIDATION'} | ${['language fixed']}
  `('$what: $code $issues, and nothing is written', ({ method, params, code, issues }) => {
    const cost = host.count(() => {
      const response = host.call(OWNER, method as 'bootstrap', params);
      expect(response.ok ? null : response.error.code).toBe(code);
      expect((response.ok ? [] : response.error.issues ?? []).map((issue) => `${issue.path} ${issue.code}`).sort()).toEqual(issues);
      for (const issue of response.ok ? [] : response.error.issues ?? []) expect(issue.message).not.toMatch(/^$|\{/);
    });
    expect(cost.writes).toBe(0);
  });

  test.each(['', 'null', '[]', '{"method":7}', '{', '{"method":"bootstrap","operationId":"a b"}', '{"method":"bootstrap","extra":1}'])('the request %p is refused as a whole', (json) => {
    expect(JSON.parse(String(host.script.rpc(OWNER, 'handleRequest', [json]).result))).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  });

  test.each(['=IMPORTXML("http://x","//a")', '+1', '-1', '@SUM(A1)', "'0123", '01234', '110101199003070019', 'TRUE', '1/2'])('the text %p stays that text', (name) => {
    const { record } = host.ok(SALES, 'record.save', { entity: 'customer', values: { name } });

    expect(host.cells(`客户!B${record.row}`)).toEqual([[name]]);
    expect(host.ok(SALES, 'record.get', { entity: 'customer', id: record.id }).record.values['name']).toBe(name);
  });
});

describe('who may do what', () => {
  const host = setUpArchive();
  const { id } = saved(host);

  test('a viewer reads and may not save, archive or set up', () => {
    expect(host.call(VIEWER, 'record.get', { entity: 'customer', id }).ok).toBe(true);
    for (const [method, params] of [
      ['record.save', { entity: 'customer', values: { name: 'x' } }], ['record.archive', { entity: 'customer', id, revision: 1 }], ['workbook.setup', { preset: 'sales', language: 'zh-CN' }],
    ] as const) expect(host.call(VIEWER, method, params)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  test('a role taken away in the Settings counts at once, cached or not', () => {
    const row = host.cells('设置!A1:B40').findIndex(([key]) => key === `team.${SALES}`) + 1;
    expect(host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: MANAGER, sheet: '设置', range: `B${row}`, values: [['viewer']] }).accepted).toBe(true);

    expect(host.call(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { name: 'x' } })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: 'x' } })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  test('the Settings stop sales people and let managers in; ids only ask', () => {
    const edit = (user: string, sheet: string, range: string, confirmed = false): object =>
      host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user, sheet, range, values: [['x']], confirmed });

    expect(edit(SALES, '设置', 'C9')).toMatchObject({ accepted: false });
    expect(edit(MANAGER, '设置', 'C9')).toMatchObject({ accepted: true });
    expect(edit(SALES, '客户', 'A2')).toMatchObject({ accepted: false, asks: true });
    expect(edit(SALES, '客户', 'A2', true)).toMatchObject({ accepted: true });
  });
});

describe('before set-up', () => {
  test('the first screen says so and nothing can be saved', () => {
    const host = archiveHost();

    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ ready: false, user: { email: OWNER, canSetUp: true } });
    expect(host.call(OWNER, 'record.save', { entity: 'customer', values: { name: 'x' } })).toMatchObject({ error: { code: 'NOT_FOUND', issues: [{ code: 'not_set_up' }] } });
  });
});
