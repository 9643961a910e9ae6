import { request } from 'node:http';
import { startWorkbench, type Workbench } from '../../../host/workbench/server';
import { assertValidExchange } from '../support/discovery';
import { smallScript } from '../support/small-script';

const START = Date.UTC(2026, 0, 15, 2, 30);
const OWNER = 'owner@example.com';
const SALES = 'sales@example.com';
const VIEWER = 'viewer@example.com';
const STRANGER = 'somebody@example.org';

const script = smallScript();
let workbench: Workbench;
const faults: unknown[] = [];

beforeEach(async () => {
  workbench = await startWorkbench({ ...script, port: 0, now: START, seed: 'test', onExchange: assertValidExchange, onFault: (fault) => faults.push(fault) });
});

afterEach(async () => {
  await workbench.close();
  expect(faults.splice(0)).toEqual([]);
});

afterAll(() => script.remove());

interface Answer { readonly status: number; readonly json: any } // eslint-disable-line @typescript-eslint/no-explicit-any

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, json: await response.json() };
}

const get = async (path: string): Promise<Answer> => answerOf(await fetch(new URL(path, workbench.url)));
const postTo = async (base: string, path: string, body: unknown): Promise<Answer> =>
  answerOf(await fetch(new URL(path, base), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
const post = (path: string, body: unknown): Promise<Answer> => postTo(workbench.url, path, body);
const rpc = (user: string, method: string, params?: unknown): Promise<Answer> => post('/rpc', { user, request: { method, params } });
const type = (user: string, range: string, values: unknown, more: object = {}): Promise<Answer> => post('/host/edit', { user, sheet: 'Sheet1', range, values, ...more });
const batchUpdate = (...requests: readonly object[]): Promise<Response> => fetch(new URL(`/v4/spreadsheets/${workbench.spreadsheetId}:batchUpdate`, workbench.url), {
  method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER}` }, body: JSON.stringify({ requests }),
});

describe("the product's door", () => {
  test('answers with the response object, as the person asked for', async () => {
    expect(await rpc(OWNER, 'echo', { name: '王小明', values: [1, null] })).toEqual({ status: 200, json: { ok: true, data: { name: '王小明', values: [1, null] } } });
    expect((await rpc('Sales@Example.com', 'whoami')).json.data).toBe(SALES);
    expect((await rpc(VIEWER, 'whoami')).json.data).toBe(VIEWER);
    expect(await workbench.rpc(SALES, { method: 'whoami' })).toEqual({ ok: true, data: SALES });
  });

  test('refuses strangers before any code of the script runs', async () => {
    expect(await rpc(STRANGER, 'whoami')).toEqual({ status: 403, json: { ok: false, error: { code: 'FORBIDDEN', message: `${STRANGER} has no access to this workbook.` } } });
    expect((await get('/host/calls')).json.calls).toEqual([]);
  });

  test.each([
    ['an exception', 'nonsense', /no method nonsense/],
    ['an answer that is no JSON', 'chatter', /no JSON/],
  ])('tells %s as an unknown outcome', async (_, method, message) => {
    expect((await rpc(OWNER, method)).json).toEqual({ ok: false, error: { code: 'UNAVAILABLE', message: expect.stringMatching(message) } });
  });

  test.each([
    [{ request: {} }, '"user" must be text.'], [{ user: OWNER }, '"request" must hold the request.'], [[1], 'The body must be a JSON object.'],
  ])('refuses %j with 400', async (body, message) => {
    expect(await post('/rpc', body)).toMatchObject({ status: 400, json: { error: { message } } });
  });

  test('counts what the script called', async () => {
    await rpc(SALES, 'append', 'x');

    const { calls, modelSeconds } = (await get('/host/calls')).json;
    expect(calls).toContainEqual({ service: 'Sheets', method: 'spreadsheets.values.append', cells: 1, user: SALES, at: expect.stringMatching(/^2026-01-15T02:3/) });
    expect(modelSeconds).toBeGreaterThan(0);
  });

  test('lists no more calls than are asked for, but sums up all', async () => {
    await rpc(SALES, 'append', 'x');
    await rpc(SALES, 'append', 'y');

    const all = (await get('/host/calls')).json;
    expect(all.count).toBe(all.calls.length);
    expect((await get('/host/calls?limit=1')).json).toEqual({ ...all, calls: all.calls.slice(-1) });
    expect((await get('/host/calls?limit=0')).json).toEqual({ ...all, calls: [] });
    expect((await get('/host/calls?limit=some')).status).toBe(400);
  });
});

describe('typing', () => {
  test('stores what a person types as Google would, and answers with the cells', async () => {
    const { json } = await type(SALES, 'B2:C3', [['007', '2026-09-05'], ['王', 'TRUE']]);

    expect(json.accepted).toBe(true);
    expect(json.cells).toContainEqual({ row: 1, column: 1, value: 7, shown: '7' });
    expect(json.cells).toContainEqual({ row: 1, column: 2, value: 46270, shown: '2026-09-05' });
    expect(json.cells).toContainEqual({ row: 2, column: 1, value: '王', shown: '王' });
  });

  test('is refused by a validation rule, a protection and the role, each in its words', async () => {
    await batchUpdate(
      { setDataValidation: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }, rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'yes' }] }, strict: true, inputMessage: 'yes only' } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 }, editors: { users: [OWNER] } } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 2, endRowIndex: 3 }, warningOnly: true } } },
    );

    expect((await type(OWNER, 'A1', [['no']])).json).toMatchObject({ accepted: false, message: 'yes only', cells: [{ row: 0, column: 0, value: null }] });
    expect((await type(SALES, 'A2', [['x']])).json).toMatchObject({ accepted: false, message: expect.stringContaining('protected cell') });
    expect((await type(OWNER, 'A2', [['x']])).json.accepted).toBe(true);
    expect((await type(VIEWER, 'A4', [['x']])).json.accepted).toBe(false);
    expect((await type(SALES, 'A3', [['x']])).json).toMatchObject({ accepted: false, asks: true });
    expect((await type(SALES, 'A3', [['x']], { confirmed: true })).json.accepted).toBe(true);
    expect((await type(OWNER, 'nowhere', [['x']])).json).toMatchObject({ accepted: false, message: expect.stringContaining('Unable to parse range') });
  });

  test('is heard by the triggers with old and new value', async () => {
    await rpc(OWNER, 'watch');
    await type(SALES, 'C5', [['first']]);
    await type(SALES, 'C5', [['second']]);

    expect((await rpc(OWNER, 'recall')).json.data).toBe('C5: first -> second');
  });

  test.each([
    [{ values: [] }, /"values" must be rows/], [{ values: [[]] }, /"values" must be rows/], [{ values: [[{}]] }, /"values" must be rows/], [{ values: 'x' }, /"values" must be rows/],
    [{ values: [['x']], range: 7 }, /"range" must be text/], [{ values: [['x']], confirmed: 'yes' }, /"confirmed" must be true or false/],
  ])('%j is a 400', async (fields, message) => {
    expect(await post('/host/edit', { user: OWNER, sheet: 'Sheet1', range: 'A1', ...fields })).toMatchObject({ status: 400, json: { error: { message: expect.stringMatching(message) } } });
  });
});

describe('commands on rows, columns and tabs', () => {
  const command = async (user: string, fields: object): Promise<any> => (await post('/host/command', { user, sheetId: 0, ...fields })).json; // eslint-disable-line @typescript-eslint/no-explicit-any
  const column = async (range: string): Promise<unknown> => {
    const response = await fetch(new URL(`/v4/spreadsheets/${workbench.spreadsheetId}/values/${range}`, workbench.url), { headers: { authorization: `Bearer ${OWNER}` } });
    return ((await response.json()) as { values?: unknown }).values;
  };

  beforeEach(async () => { await type(OWNER, 'A1:B3', [['b', '2'], ['c', '3'], ['a', '1']]); });

  test.each<[string, object, string, unknown]>([
    ['a row is inserted', { command: 'insertRows', index: 1, count: 1 }, 'A1:A4', [['b'], [], ['c'], ['a']]],
    ['rows are deleted', { command: 'deleteRows', index: 0, count: 2 }, 'A1:A3', [['a']]],
    ['a column is inserted', { command: 'insertColumns', index: 0, count: 1 }, 'A1:B1', [['', 'b']]],
    ['a column is deleted', { command: 'deleteColumns', index: 0, count: 1 }, 'A1:B1', [['2']]],
    ['a column is moved', { command: 'moveColumn', index: 0, to: 2 }, 'A1:B1', [['2', 'b']]],
    ['rows are moved', { command: 'moveRows', index: 2, count: 1, to: 0 }, 'A1:A3', [['a'], ['b'], ['c']]],
    ['rows are sorted', { command: 'sort', column: 0, ascending: true }, 'A1:B3', [['a', '1'], ['b', '2'], ['c', '3']]],
    ['rows are sorted backwards', { command: 'sort', column: 1, ascending: false }, 'A1:A3', [['c'], ['b'], ['a']]],
    ['a tab is renamed', { command: 'renameTab', title: '客户' }, '客户!A1', [['b']]],
    ['a tab is duplicated', { command: 'duplicateTab' }, "'Copy of Sheet1'!A1", [['b']]],
  ])('%s', async (_, fields, range, values) => {
    expect(await command(SALES, fields)).toEqual({ accepted: true, cells: [] });
    expect(await column(range)).toEqual(values);
  });

  test('tabs come and go', async () => {
    expect((await command(OWNER, { command: 'addTab', title: 'Notes' })).accepted).toBe(true);
    expect(await command(OWNER, { command: 'addTab', title: 'notes' })).toMatchObject({ accepted: false, message: expect.stringContaining('already exists') });
    expect((await command(OWNER, { command: 'deleteTab' })).accepted).toBe(true);
    expect((await get('/host/workbook')).json.tabs.map((tab: { title: string }) => tab.title)).toEqual(['Notes']);
  });

  test('a warning asks once, a hard protection and a role refuse', async () => {
    await batchUpdate(
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }, warningOnly: true } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 5, endRowIndex: 6 }, editors: { users: [OWNER] } } } },
    );

    expect(await command(SALES, { command: 'deleteRows', index: 0, count: 1 })).toMatchObject({ accepted: false, asks: true, message: expect.stringContaining('Edit anyway?') });
    expect(await command(SALES, { command: 'deleteRows', index: 0, count: 1, confirmed: true })).toEqual({ accepted: true, cells: [] });
    expect(await command(SALES, { command: 'deleteRows', index: 4, count: 1, confirmed: true })).toMatchObject({ accepted: false, message: expect.stringContaining('protected') });
    expect(await command(SALES, { command: 'deleteColumns', index: 0, count: 1 })).toMatchObject({ accepted: false, message: expect.stringContaining('protected') });
    expect(await command(VIEWER, { command: 'insertRows', index: 0, count: 1 })).toMatchObject({ accepted: false });
  });

  test.each([
    [{ command: 'explode' }, /There is no command "explode"/], [{ command: 'toString' }, /There is no command/], [{ command: 'insertRows', index: -1, count: 1 }, /"index" must be a whole number/],
    [{ command: 'insertRows', index: 0 }, /"count"/], [{ command: 'renameTab' }, /"title" must be text/], [{ command: 'deleteTab', sheetId: 99 }, /There is no tab 99/],
  ])('%j is a 400', async (fields, message) => {
    expect(await post('/host/command', { user: OWNER, sheetId: 0, ...fields })).toMatchObject({ status: 400, json: { error: { message: expect.stringMatching(message) } } });
  });
});

describe('time, triggers and mail', () => {
  test('moving the clock runs what falls due, and the mail is in the outbox', async () => {
    await rpc(OWNER, 'schedule');

    const { json } = await post('/host/clock', { now: '2026-01-17T00:00:00Z' });

    expect(json.runs).toEqual([
      { handler: 'runDailyJobs', user: OWNER, at: expect.stringMatching(/^2026-01-15T22:/), ok: true },
      { handler: 'runDailyJobs', user: OWNER, at: expect.stringMatching(/^2026-01-16T22:/), ok: true },
    ]);
    expect(Date.parse(json.now)).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 17));
    expect((await get('/host/outbox')).json).toHaveLength(2);
    expect((await get('/host/outbox')).json[0]).toEqual({ to: OWNER, subject: 'Digest', text: 'three are due', html: '<p>three are due</p>', at: expect.stringMatching(/^2026-01-15T22:/) });
    expect((await get('/host/clock')).json).toEqual({ now: json.now });
  });

  test('epoch milliseconds are an instant too, and the past is refused', async () => {
    expect((await post('/host/clock', { now: START + 60_000 })).json.now).toBe('2026-01-15T02:31:00.000Z');
    expect(await post('/host/clock', { now: START })).toMatchObject({ status: 400, json: { error: { message: 'The clock only moves forward; it stands at 2026-01-15T02:31:00.000Z.' } } });
  });

  test.each(['tomorrow', '2026-13-45', '2026-01-17T00:00', null, {}])('the clock does not understand %j', async (now) => {
    expect((await post('/host/clock', { now })).status).toBe(400);
  });

  test('a handler can be fired, and its failure is told', async () => {
    expect((await post('/host/fire', { user: OWNER, handler: 'runDailyJobs' })).json).toEqual({ ok: true });
    expect((await post('/host/fire', { user: OWNER, handler: 'failLoudly' })).json).toEqual({ ok: false, error: expect.stringContaining('no luck') });
    expect((await post('/host/fire', { user: OWNER, handler: 'none' })).json).toMatchObject({ ok: false });
    expect((await post('/host/fire', { user: STRANGER, handler: 'runDailyJobs' })).status).toBe(403);
  });
});

describe('menu and sidebar', () => {
  const openSidebar = async (user = OWNER): Promise<{ url: string; key: string }> => {
    const { shown } = (await post('/host/menu/click', { user, function: 'showSidebar' })).json;
    expect(shown).toEqual([{ kind: 'sidebar', title: 'Archive', url: expect.stringContaining(workbench.sidebarUrl) }]);
    return { url: shown[0].url, key: shown[0].url.split('/').at(-1) };
  };
  const callFrom = (key: string, functionName: string, ...args: readonly unknown[]): Promise<Answer> => postTo(workbench.sidebarUrl, '/rpc-call', { page: key, functionName, args });

  test('the menu is what onOpen built; a viewer has none', async () => {
    expect((await post('/host/menu', { user: OWNER })).json.items).toEqual([{ kind: 'menu', label: 'Guidang', items: [{ kind: 'item', label: 'Open', function: 'showSidebar' }, { kind: 'separator' }, { kind: 'item', label: 'Fail', function: 'failLoudly' }] }]);
    expect((await post('/host/menu', { user: VIEWER })).json.items).toEqual([]);
  });

  test('the sidebar comes from the other origin, with google.script and for our page only', async () => {
    const { url } = await openSidebar();

    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(`frame-ancestors ${new URL(workbench.url).origin} ${new URL(workbench.url).origin.replace('127.0.0.1', 'localhost')}`);
    const html = await response.text();
    expect(html).toContain('<p>archive</p>');
    expect(html).toContain('"handleRequest"');
    expect(html).not.toContain('secret_');
    expect(new URL(url).port).not.toBe(new URL(workbench.url).port);
  });

  test('its calls run as whom it was opened for', async () => {
    const { key } = await openSidebar(SALES);

    expect((await callFrom(key, 'handleRequest', '{"method":"whoami"}')).json).toEqual({ ok: true, result: `{"ok":true,"data":"${SALES}"}` });
  });

  test('hidden functions, unknown pages and wrong bodies are refused', async () => {
    const { key } = await openSidebar();

    expect((await callFrom(key, 'secret_')).json).toMatchObject({ ok: false, error: { message: expect.stringContaining('secret_') } });
    expect((await callFrom('made-up', 'handleRequest', '{}')).status).toBe(410);
    expect((await postTo(workbench.sidebarUrl, '/rpc-call', { page: key, functionName: 'handleRequest' })).status).toBe(400);
    expect((await fetch(new URL('/shown/made-up', workbench.sidebarUrl))).status).toBe(410);
    expect((await fetch(new URL('/rpc', workbench.sidebarUrl))).status).toBe(404);
  });

  test('a function that fails is told to the person who clicked', async () => {
    expect((await post('/host/menu/click', { user: OWNER, function: 'failLoudly' })).json).toEqual({ ok: false, shown: [{ kind: 'alert', message: 'Error: no luck' }] });
  });

  test('what a sidebar call shows reaches the page of that person only', async () => {
    const { seq } = (await get('/host/workbook')).json;
    const { key } = await openSidebar();
    await callFrom(key, 'handleRequest', '{"method":"jump"}');

    expect((await get(`/host/changes?user=${OWNER}&since=${seq}`)).json.shown).toEqual([{ kind: 'toast', message: 'there it is' }]);
    await type(SALES, 'A1', [['x']]);
    expect((await get(`/host/changes?user=${SALES}&since=${seq}`)).json.shown).toEqual([]);
  });
});

describe('the grid', () => {
  test('gets a snapshot as the person meets the workbook', async () => {
    await type(OWNER, 'A1:B1', [['客户', '2026-09-05']]);
    await batchUpdate(
      { updateSheetProperties: { properties: { sheetId: 0, gridProperties: { frozenRowCount: 1, rowCount: 20, columnCount: 5 } }, fields: 'gridProperties(frozenRowCount,rowCount,columnCount)' } },
      { repeatCell: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }, cell: { userEnteredFormat: { textFormat: { bold: true }, backgroundColorStyle: { rgbColor: { green: 1 } } }, note: 'key' }, fields: 'userEnteredFormat,note' } },
      { setDataValidation: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 2, endColumnIndex: 3 }, rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: 'b' }] }, strict: true } } },
      { updateDimensionProperties: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }, properties: { pixelSize: 240 }, fields: 'pixelSize' } },
      { updateDimensionProperties: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 }, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 3, endColumnIndex: 4 }, description: 'id', editors: { users: [OWNER] } } } },
    );

    const { json } = await get(`/host/workbook?user=${SALES}`);

    const { tabs: [tab], styles } = json;
    expect(json).toMatchObject({ spreadsheetId: workbench.spreadsheetId, title: 'Guidang', locale: 'en_US', timeZone: 'Etc/GMT', seq: expect.any(Number) });
    expect(tab).toMatchObject({
      sheetId: 0, title: 'Sheet1', hidden: false, rowCount: 20, columnCount: 5, frozenRows: 1, frozenColumns: 0,
      columns: [{ index: 1, width: 240 }], rows: [{ index: 4, hidden: true }],
      validations: [{ range: { startRow: 1, endRow: 9, startColumn: 2, endColumn: 3 }, kind: 'list', options: ['a', 'b'], strict: true }],
      protections: [{ range: { startRow: 0, startColumn: 3, endColumn: 4 }, description: 'id', warningOnly: false, canEdit: false }],
    });
    expect(tab.cells).toEqual([
      { row: 0, column: 0, value: '客户', shown: '客户', note: 'key', style: expect.any(Number) },
      { row: 0, column: 1, value: 46270, shown: '2026-09-05', style: expect.any(Number) },
    ]);
    expect(styles[tab.cells[0].style]).toEqual({ bold: true, background: '#00ff00' });
    expect(styles[tab.cells[1].style]).toMatchObject({ pattern: expect.any(String) });
    expect((await get('/host/workbook')).json.tabs[0].protections[0].canEdit).toBe(true);
  });

  test('hears of written cells, and of larger changes that it must look again', async () => {
    const { seq } = (await get('/host/workbook')).json;
    await rpc(SALES, 'append', 'x');

    const first = (await get(`/host/changes?since=${seq}`)).json;
    expect(first).toMatchObject({ structural: false, cells: [{ sheetId: 0, row: 0, column: 0, value: 'x', shown: 'x' }] });

    await batchUpdate({ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } });
    expect((await get(`/host/changes?since=${first.seq}`)).json).toMatchObject({ structural: true, cells: [] });
  });

  test('waits for news that are not there yet', async () => {
    const { seq } = (await get('/host/workbook')).json;
    const waiting = get(`/host/changes?since=${seq}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await type(OWNER, 'B2', [['later']]);

    expect((await waiting).json.cells).toEqual([{ sheetId: 0, row: 1, column: 1, value: 'later', shown: 'later' }]);
  });

  test('must look again when it comes from an earlier start of the host', async () => {
    expect((await get('/host/changes?since=5')).json.structural).toBe(true);
  });

  test('a look that is new makes the page look again', async () => {
    const { seq } = (await get('/host/workbook')).json;
    await type(OWNER, 'A1', [['$5.50']]);

    expect((await get(`/host/changes?since=${seq}`)).json.structural).toBe(true);
  });
});

test('the people of the file are listed with their roles', async () => {
  expect((await get('/host/people')).json).toEqual([
    { email: OWNER, name: 'Owner', fileRole: 'owner' },
    { email: 'manager@example.com', name: 'Manager', fileRole: 'editor' },
    { email: SALES, name: 'Sales', fileRole: 'editor' },
    { email: 'service@example.com', name: 'Service', fileRole: 'editor' },
    { email: VIEWER, name: 'Viewer', fileRole: 'viewer' },
  ]);
});

test('the page is served, other paths are not there', async () => {
  expect(await (await fetch(workbench.url)).text()).toBe('<title>workbench</title>');
  expect((await get('/none')).status).toBe(404);
  expect((await get('/host/none')).status).toBe(404);
  expect((await get('/rpc')).status).toBe(404);
  expect((await post('/', {})).status).toBe(404);
});

test('a page that the browser still has is not sent again', async () => {
  const first = await fetch(workbench.url);
  const etag = first.headers.get('etag')!;

  const again = await fetch(workbench.url, { headers: { 'if-none-match': etag } });

  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  expect(await again.text()).toBe('');
});

test.each([
  ['/host/workbook?user=somebody@example.org'], ['/host/changes?since=0&user=somebody@example.org'],
])('%s is refused to strangers', async (path) => {
  expect(await get(path)).toMatchObject({ status: 403, json: { error: { code: 'FORBIDDEN' } } });
});

test.each(['url', 'sidebarUrl'] as const)('requests that a foreign page could cause are refused at %s', async (door) => {
  const { hostname, port } = new URL(workbench[door]);
  const statusOf = (path: string, headers: Readonly<Record<string, string>>): Promise<number> => new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'POST', agent: false, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    }).on('error', reject).end('{}');
  });

  for (const path of ['/rpc', '/host/edit', '/host/clock', '/rpc-call', '/v4/spreadsheets', '/']) {
    expect([path, await statusOf(path, { host: `evil.example:${port}` })]).toEqual([path, 403]);
    expect([path, await statusOf(path, { origin: 'http://evil.example' })]).toEqual([path, 403]);
    expect([path, await statusOf(path, { origin: 'null' })]).toEqual([path, 403]);
    expect([path, await statusOf(path, {})]).not.toEqual([path, 403]);
  }
});

test('the sidebar may not use the doors of the page', async () => {
  const response = await fetch(new URL('/host/clock', workbench.url), { method: 'POST', headers: { 'content-type': 'application/json', origin: new URL(workbench.sidebarUrl).origin }, body: '{}' });

  expect(response.status).toBe(403);
});

test('a port in use and a missing bundle are told in plain words', async () => {
  const again = startWorkbench({ ...script, port: Number(new URL(workbench.url).port) });
  await expect(again).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('already in use') });

  const unbuilt = startWorkbench({ ...script, distFolder: '/nowhere/dist' });
  await expect(unbuilt).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('npm run build') });
});
