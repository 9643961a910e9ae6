import { MANAGER, OWNER, SALES, setUpArchive, type ArchiveHost } from '../support/archive-host';

const DAY = 86_400_000;

function customer(host: ArchiveHost, values: object): string {
  return host.ok(OWNER, 'record.save', { entity: 'customer', values }).record.id;
}

/** The daily run of the next mornings, as the installed trigger fires it. */
function days(host: ArchiveHost, count: number): void {
  host.script.advanceTo(host.clock.now() + count * DAY);
}

function mails(host: ArchiveHost): { to: string; subject: string }[] {
  return host.script.outbox().map(({ to, subject }) => ({ to, subject }));
}

test('nobody is reminded before a customer is due', () => {
  const host = setUpArchive();
  customer(host, { name: '王小明', tier: 'vip', ownerEmail: SALES });

  days(host, 28);

  expect(mails(host)).toEqual([]);
});

test('a month later the owner of a VIP customer gets one digest, with a link to the row and nothing sensitive', () => {
  const host = setUpArchive();
  const id = customer(host, { name: '王小明', tier: 'vip', ownerEmail: SALES, phone: '13812345678', email: 'wang@example.com', remarks: '秘密' });
  customer(host, { name: '不急', tier: 'regular', ownerEmail: SALES });

  days(host, 30);

  const [mail, ...more] = host.script.outbox();
  expect([mail?.to, more.length]).toEqual([SALES, 0]);
  expect(mail?.text).toContain(`王小明 (VIP客户)`);
  expect(mail?.text).toContain(id);
  expect(mail?.text).toMatch(/#gid=173301001&range=A2/);
  for (const body of [mail?.text, mail?.html]) expect(body).not.toMatch(/13812345678|wang@example|秘密|不急/);
});

test.each`
  tier          | months
  ${'vip'}      | ${1}
  ${'regular'}  | ${3}
  ${'prospect'} | ${6}
`('a $tier customer is due after $months months', ({ tier, months }) => {
  const host = setUpArchive();
  customer(host, { name: '王小明', tier, lastReviewedOn: '2026-11-20' });
  const due = Date.UTC(2026, 10 + (months as number), 20);

  host.script.advanceTo(due - DAY / 2);
  expect(mails(host)).toHaveLength(0);
  host.script.advanceTo(due + DAY / 2);
  expect(mails(host)).toHaveLength(1);
});

test('each owner gets one mail a day, however often the job runs, and customers of nobody go to the owner of the workbook', () => {
  const host = setUpArchive();
  for (const ownerEmail of [SALES, SALES, MANAGER, null, 'stranger@example.org']) customer(host, { name: '甲', tier: 'vip', ownerEmail, lastReviewedOn: '2026-01-05' });

  for (let i = 0; i < 3; i += 1) expect(host.script.fire(MANAGER, 'runDailyJobs').ok).toBe(true);

  expect(mails(host).map(({ to, subject }) => [to, subject.match(/\d+ 位/)?.[0]]).sort()).toEqual([[MANAGER, '1 位'], [OWNER, '2 位'], [SALES, '2 位']]);
});

test('in a team without an owner those who look after a customer are told, and the health line counts the others', () => {
  const host = setUpArchive();
  for (const ownerEmail of [SALES, null, 'stranger@example.org']) customer(host, { name: '甲', tier: 'vip', ownerEmail, lastReviewedOn: '2026-01-05' });
  const row = host.cells('设置!A1:A40').findIndex(([key]) => key === `team.${OWNER}`);
  host.batch([{ deleteDimension: { range: { sheetId: host.sheetId('设置'), dimension: 'ROWS', startIndex: row, endIndex: row + 1 } } }]);

  days(host, 1);

  expect(mails(host).map(({ to }) => to)).toEqual([SALES]);
  expect(host.ok(MANAGER, 'workbook.status', {}).lastJob?.outcome).toBe('reminders: 1 queued, 2 customers with nobody to tell; mail: 1 sent, 0 failed, 0 waiting');
});

test('tomorrow’s digest holds what is still due', () => {
  const host = setUpArchive();
  const id = customer(host, { name: '甲', tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' });
  customer(host, { name: '乙', tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' });
  days(host, 1);
  host.ok(SALES, 'record.save', { entity: 'customer', id, revision: 1, values: { lastReviewedOn: '2026-11-24' } });

  days(host, 1);

  expect(mails(host).map(({ subject }) => subject.match(/\d+ 位/)?.[0])).toEqual(['2 位', '1 位']);
});

test('an archived customer is left alone, and a tier changed by hand in the grid counts', () => {
  const host = setUpArchive();
  const archived = customer(host, { name: '甲', tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' });
  host.ok(OWNER, 'record.archive', { entity: 'customer', id: archived, revision: 1 });
  customer(host, { name: '乙', tier: 'prospect', ownerEmail: SALES, lastReviewedOn: '2026-10-05' });
  host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range: 'D3', values: [['VIP客户']] });

  days(host, 1);

  expect(host.script.outbox().map(({ text }) => [text.includes('甲'), text.includes('乙')])).toEqual([[false, true]]);
});

describe('when the mail quota is used up', () => {
  const host = setUpArchive();
  for (const ownerEmail of [SALES, MANAGER, OWNER]) customer(host, { name: '甲', tier: 'vip', ownerEmail, lastReviewedOn: '2026-01-05' });

  test('what fits is sent, the rest is carried over and shown', () => {
    leaveMailQuota(host, 1);
    host.script.fire(OWNER, 'runDailyJobs');

    expect(mails(host)).toHaveLength(1);
    expect(host.ok(OWNER, 'workbook.status', {})).toMatchObject({ mails: { pending: 2, unknown: 0 }, lastJob: { outcome: 'reminders: 3 queued; mail: 1 sent, 0 failed, 2 waiting' } });
  });

  test('the rest goes out later the same day, once', () => {
    leaveMailQuota(host, 100);
    for (let i = 0; i < 2; i += 1) host.script.fire(OWNER, 'runDailyJobs');

    expect(mails(host).map(({ to }) => to).sort()).toEqual([MANAGER, OWNER, SALES]);
  });

  test('or is replaced by the next day’s digest', () => {
    days(host, 1);
    leaveMailQuota(host, 0);
    days(host, 1);
    leaveMailQuota(host, 100);
    days(host, 1);
    const rows = host.cells('发件箱!A2:B40');

    expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
    expect(rows.filter(([, status]) => status === 'replaced')).toHaveLength(3);
    expect(rows.filter(([, status]) => status === 'sent')).toHaveLength(mails(host).length);
  });
});

/** As other scripts of the same person would: they share the hundred recipients of a day. */
function leaveMailQuota(host: ArchiveHost, left: number): void {
  const state = host.script.state();
  const spent = { since: host.clock.now(), used: 100 - left };
  host.script.restore({ ...state, host: { ...state.host, quotas: { ...state.host.quotas, [`mail:${OWNER}`]: spent } } });
}

test('a run killed while sending leaves a mail of unknown fate, never a second one', () => {
  const host = setUpArchive();
  customer(host, { name: '甲', tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' });
  host.door.planFaults([{ kind: 'kill-after', service: 'MailApp', method: 'sendEmail' }]);
  expect(host.script.fire(OWNER, 'runDailyJobs')).toMatchObject({ ok: false, killed: 'The execution was terminated.' });
  host.door.planFaults([]);

  host.script.fire(OWNER, 'runDailyJobs');

  expect(mails(host)).toHaveLength(1);
  expect(host.ok(OWNER, 'workbook.status', {}).mails).toEqual({ pending: 0, unknown: 1 });
});

test('one failing job does not stop the other, and the health line says so', () => {
  const host = setUpArchive();
  customer(host, { name: '甲', tier: 'vip', ownerEmail: SALES, lastReviewedOn: '2026-01-05' });
  host.door.planFaults([{ kind: 'error-before', service: 'MailApp', method: 'sendEmail' }]);

  expect(host.script.fire(OWNER, 'runDailyJobs').ok).toBe(true);

  expect(host.ok(OWNER, 'workbook.status', {}).lastJob?.outcome).toBe('reminders: 1 queued; mail: 0 sent, 1 failed, 0 waiting');
  expect(host.cells('发件箱!B2:F2')[0]).toEqual(['failed', SALES, expect.any(String), expect.any(String), expect.stringMatching(/^\w+$/)]);
});

test('in a workbook that is not set up the job does nothing', () => {
  const host = setUpArchive();
  host.batch([{ updateCells: { range: { sheetId: host.sheetId('设置'), startRowIndex: 1 }, fields: 'userEnteredValue' } }]);

  expect(host.script.fire(OWNER, 'runDailyJobs').ok).toBe(true);
  expect(mails(host)).toEqual([]);
});
