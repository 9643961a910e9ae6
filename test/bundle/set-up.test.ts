import { archiveHost, MANAGER, OWNER, SALES, setUpArchive, TEAM, type ArchiveHost } from '../support/archive-host';

interface SheetShape {
  readonly properties: { readonly sheetId: number; readonly title: string; readonly hidden?: boolean; readonly gridProperties: { readonly frozenRowCount?: number; readonly rowCount: number } };
  readonly protectedRanges?: readonly { readonly warningOnly?: boolean; readonly range: object; readonly editors?: { readonly users?: readonly string[] } }[];
}

function shape(host: ArchiveHost): readonly SheetShape[] {
  const fields = 'sheets(properties(sheetId,title,hidden,gridProperties),protectedRanges(warningOnly,range,editors))';
  return (host.engine.execute({ method: 'spreadsheets.get', params: { spreadsheetId: host.spreadsheetId, fields }, user: OWNER }).response as { sheets: SheetShape[] }).sheets;
}

const SETUP = { preset: 'sales', language: 'zh-CN', team: TEAM };

describe('the first set-up', () => {
  const host = setUpArchive();

  test('makes the tabs in front of what was there, with frozen headers', () => {
    expect(host.titles()).toEqual(['客户', '交易记录', '设置', '发件箱', '变更记录', '系统', '工作表1']);
    for (const { properties } of shape(host).slice(0, 6)) expect(properties.gridProperties.frozenRowCount).toBe(1);
  });

  test('protects the Settings hard, and system data with a question only', () => {
    const rules = shape(host).map(({ properties, protectedRanges = [] }) => [properties.title, protectedRanges.map(({ warningOnly }) => (warningOnly === true ? 'asks' : 'stops'))]);

    expect(rules).toEqual([['客户', ['asks', 'asks']], ['交易记录', ['asks', 'asks']], ['设置', ['stops']], ['发件箱', ['asks']], ['变更记录', ['asks']], ['系统', ['asks']], ['工作表1', []]]);
    expect(shape(host)[2]?.protectedRanges?.[0]?.editors?.users).toEqual(expect.arrayContaining([OWNER, MANAGER]));
  });

  test('shows the customers’ tab', () => {
    expect(host.script.selectionOf(OWNER).sheetId).toBe(host.sheetId('客户'));
  });

  test('installs one daily run', () => {
    expect(host.script.triggers().map(({ handler }) => handler)).toEqual(['runDailyJobs']);
  });

  test('writes everything about cells in one atomic call', () => {
    const fresh = archiveHost();
    const cost = fresh.count(() => fresh.ok(OWNER, 'workbook.setup', SETUP));

    expect(cost.writes).toBe(1);
  });

  test('is told to the other people of the team', () => {
    expect(host.ok(SALES, 'bootstrap', {})).toMatchObject({ ready: true, language: 'zh-CN', preset: 'sales', user: { role: 'sales', canWrite: true, canSetUp: false }, team: TEAM });
  });
});

describe('the grid’s rules refuse what people mistype', () => {
  const host = setUpArchive({ fields: { birthDate: true, creditCode: true, idNumber: true } });
  const [header = []] = host.cells('客户!1:1');

  test.each`
    column                | typed                   | accepted
    ${'联系电话'}         | ${'12ab'}               | ${false}
    ${'联系电话'}         | ${'138 1234 5678'}      | ${true}
    ${'联系电话'}         | ${'013812345678'}       | ${true}
    ${'客户等级'}         | ${'贵宾'}               | ${false}
    ${'客户等级'}         | ${'VIP客户'}            | ${true}
    ${'电子邮件'}         | ${'wang@'}              | ${false}
    ${'出生日期'}         | ${'2023-02-29'}         | ${false}
    ${'出生日期'}         | ${'2024年2月29日'}      | ${true}
    ${'行业'}             | ${'养蜂'}               | ${true}
    ${'客户名称'}         | ${'x'.repeat(101)}      | ${false}
    ${'身份证号码'}       | ${'12345'}              | ${false}
    ${'身份证号码'}       | ${'110101199003070038'} | ${true}
    ${'统一社会信用代码'} | ${'1'}                  | ${false}
  `('$typed in $column: accepted $accepted', ({ column, typed, accepted }) => {
    const letter = String.fromCharCode(65 + header.indexOf(column));
    const answer = host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range: `${letter}2`, values: [[typed]] });

    expect(answer.accepted).toBe(accepted);
    if (accepted !== true) expect(answer.message).not.toBe('');
  });

  test('long digits and leading zeros typed by a person stay text', () => {
    const letter = String.fromCharCode(65 + header.indexOf('身份证号码'));
    host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range: `${letter}3`, values: [['110101199003070038']] });

    expect(host.cells(`客户!${letter}3`)).toEqual([['110101199003070038']]);
  });
});

describe('set-up again', () => {
  test('changes nothing that is right', () => {
    const host = setUpArchive();
    const before = JSON.stringify(shape(host));
    let created: readonly string[] = [];
    const cost = host.count(() => { created = host.ok(OWNER, 'workbook.setup', SETUP).created; });

    expect([created, cost.writes]).toEqual([[], 0]);
    expect(JSON.stringify(shape(host))).toBe(before);
    expect(host.script.triggers()).toHaveLength(1);
  });

  test('adds a field that is switched on, with header, rule and place in the form, and keeps the data', () => {
    const host = setUpArchive();
    host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '王小明' } });

    expect(host.ok(OWNER, 'workbook.setup', { ...SETUP, fields: { idNumber: true } }).created).toEqual(['customer.idNumber']);
    expect(host.ok(SALES, 'bootstrap', {}).fields['customer']).toContain('idNumber');
    expect(host.cells('客户!R1')).toEqual([['身份证号码']]);
    expect(host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '李四', idNumber: '110101199003070038' } }).record.values).toMatchObject({ idNumber: '110101199003070038' });
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).total).toBe(2);
  });

  test('follows the team: a new manager may edit the Settings, the caller cannot list himself out', () => {
    const host = setUpArchive();
    host.ok(MANAGER, 'workbook.setup', { ...SETUP, team: [{ email: OWNER, role: 'owner' }, { email: SALES, role: 'manager' }] });

    expect(host.ok(SALES, 'bootstrap', {}).user.role).toBe('manager');
    expect(host.ok(MANAGER, 'bootstrap', {}).user.role).toBe('manager');
    expect(host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '设置', range: 'C9', values: [['x']] }).accepted).toBe(true);
  });

  test('with another preset keeps the columns there are', () => {
    const host = setUpArchive();
    host.ok(OWNER, 'workbook.setup', { ...SETUP, preset: 'hotel' });

    expect(host.ok(SALES, 'bootstrap', {}).fields['customer']).toEqual(expect.arrayContaining(['companyName', 'birthDate', 'gender']));
  });

  test('a team without an owner is refused', () => {
    const host = setUpArchive();

    expect(host.call(MANAGER, 'workbook.setup', { ...SETUP, team: [{ email: MANAGER, role: 'manager' }] })).toMatchObject({ error: { code: 'VALIDATION', issues: [{ path: 'team', code: 'no_owner' }] } });
  });

  test('brings a deleted system tab back', () => {
    const host = setUpArchive();
    host.batch([{ deleteSheet: { sheetId: host.sheetId('发件箱') } }]);

    expect(host.ok(OWNER, 'workbook.setup', SETUP).created).toEqual(['outbox']);
    expect(host.ok(OWNER, 'workbook.status', {}).ready).toBe(true);
  });
});

describe('an existing workbook', () => {
  test('keeps its own tabs, also those with our names', () => {
    const host = archiveHost();
    host.batch([{ addSheet: { properties: { title: '客户' } } }]);
    host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: OWNER, sheet: '客户', range: 'A1', values: [['我的名单']] });

    host.ok(OWNER, 'workbook.setup', SETUP);

    expect(host.cells('客户!A1')).toEqual([['我的名单']]);
    expect(host.titles()).toContain('客户 2');
    expect(host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '王小明' } }).record.row).toBe(2);
  });

  test('with a duplicated tab goes on with the first', () => {
    const host = setUpArchive();
    host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '王小明' } });
    host.batch([{ duplicateSheet: { sourceSheetId: host.sheetId('客户'), newSheetId: 77, newSheetName: '客户备份' } }]);

    host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '李四' } });

    expect([host.cells('客户!B2:B9').flat(), host.cells('客户备份!B2:B9').flat()]).toEqual([['王小明', '李四'], ['王小明']]);
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).total).toBe(2);
  });

  test('whose tabs got other ids is found by its anchors', () => {
    const host = setUpArchive();
    host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '王小明' } });
    copyTabs(host);

    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ ready: true, counts: { customer: 1 } });
    expect(host.ok(SALES, 'record.list', { entity: 'customer' }).records[0]?.values).toMatchObject({ name: '王小明' });
    expect(host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '李四' } }).record.row).toBe(3);
  });
});

/** Every tab of ours copied, anchors and all, and the first ones deleted: as after a restore into another file. */
function copyTabs(host: ArchiveHost): void {
  const titles = host.titles().slice(0, 6);
  for (const [i, title] of titles.entries()) {
    const sheetId = host.sheetId(title);
    host.batch([{ duplicateSheet: { sourceSheetId: sheetId, newSheetId: 500 + i, newSheetName: `${title}副本` } }]);
    host.batch([{ deleteSheet: { sheetId } }]);
  }
}
