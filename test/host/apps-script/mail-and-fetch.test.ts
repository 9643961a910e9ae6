import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { aScriptHost, EDITOR, OWNER } from './script-fixture';

describe('mail', () => {
  test.each<[string, object]>([
    ["MailApp.sendEmail('a@b.c', 'S', 'Text')", { to: 'a@b.c', subject: 'S', text: 'Text', html: null }],
    ["MailApp.sendEmail('a@b.c', 'reply@b.c', 'S', 'Text')", { to: 'a@b.c', replyTo: 'reply@b.c', subject: 'S', text: 'Text', html: null }],
    ["MailApp.sendEmail('a@b.c,d@e.f', 'S', 'Text', { htmlBody: '<b>', name: 'Guidang', cc: 'x@y.z' })", { to: 'a@b.c,d@e.f', subject: 'S', text: 'Text', html: '<b>', name: 'Guidang', cc: 'x@y.z' }],
    ["MailApp.sendEmail({ to: '张三 <a@b.c>', subject: '归档', body: '您好', htmlBody: '<p>您好' })", { to: '张三 <a@b.c>', subject: '归档', text: '您好', html: '<p>您好' }],
    ["MailApp.sendEmail({ bcc: 'a@b.c', subject: 'S' })", { to: '', bcc: 'a@b.c', subject: 'S', text: '', html: null }],
  ])('%s', (statement, mail) => {
    const { host, evaluate } = aScriptHost();
    evaluate(statement, EDITOR);

    expect(host.outbox()).toEqual([{ ...mail, from: EDITOR, at: expect.stringMatching(/^2026-01-15T02:30:\d\d\.\d{3}Z$/) as string }]);
  });

  describe('boundaries', () => {
    const many = (count: number): string => `Array.from({ length: ${count} }, function (_, i) { return 'u' + i + '@b.c'; }).join(',')`;

    test.each([
      [`MailApp.sendEmail(${many(50)}, 's', 'b')`, null],
      [`MailApp.sendEmail(${many(51)}, 's', 'b')`, 'Limit Exceeded: Email Recipients Per Message.'],
      ["MailApp.sendEmail('a@b.c', 's', 'x'.repeat(204800))", null],
      ["MailApp.sendEmail('a@b.c', 's', 'x'.repeat(204801))", 'Limit Exceeded: Email Body Size.'],
      ["MailApp.sendEmail('nobody', 's', 'b')", 'Invalid email: nobody'],
      ["MailApp.sendEmail('', 's', 'b')", 'Failed to send email: no recipient'],
      ["MailApp.sendEmail('a@b.c', 's')", "The parameters (String,String) don't match the method signature for MailApp.sendEmail."],
      ["MailApp.sendEmail({ to: 'a@b.c', attachments: [] })", 'Not emulated: MailApp.sendEmail attachments'],
    ])('%s: %s', (statement, message) => {
      const { host } = aScriptHost();
      const outcome = host.rpc(OWNER, 'evaluateText', [statement]);

      expect(outcome.ok ? null : outcome.error!.message).toBe(message);
      expect(host.outbox()).toHaveLength(message === null ? 1 : 0);
    });
  });

  test.each([['consumer', 100], ['workspace', 1500]] as const)('a %s account may write to %i people in a day', (kind, limit) => {
    const { host, door, evaluate } = aScriptHost('', { accounts: [{ email: OWNER, kind }] });
    const remaining = 'return MailApp.getRemainingDailyQuota();';
    const sendTo = (count: number): string => `MailApp.sendEmail(Array.from({ length: ${count} }, function (_, i) { return 'u' + i + '@b.c'; }).join(','), 's', 'b');`;
    for (let sent = 0; sent < limit - 50; sent += 50) evaluate(sendTo(50));
    evaluate(sendTo(49));

    expect(evaluate(remaining)).toBe(1);
    expect(() => evaluate(sendTo(2))).toThrow('Service invoked too many times for one day: email.');
    evaluate(sendTo(1));
    expect(() => evaluate(sendTo(1))).toThrow('Service invoked too many times for one day: email.');
    expect(evaluate(remaining, EDITOR)).toBe(100);
    host.advanceTo(door.clock.now() + 86_400_000);
    expect(evaluate(remaining)).toBe(limit);
  });
});

describe('fetching', () => {
  let server: ChildProcess;
  let root = '';

  beforeAll(async () => {
    const program = `require('node:http').createServer((request, response) => {
      const parts = []; request.on('data', (part) => parts.push(part)).on('end', () => {
        response.writeHead(request.url === '/missing' ? 404 : 200, { 'content-type': 'application/json', 'x-seen': 'yes' });
        response.end(JSON.stringify({ method: request.method, url: request.url, type: request.headers['content-type'], custom: request.headers['x-custom'], body: Buffer.concat(parts).toString('utf8') }));
      });
    }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
    server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = await once(server.stdout!, 'data') as [Buffer];
    root = `http://127.0.0.1:${String(port).trim()}`;
  });

  afterAll(() => { server.kill(); });

  test('a server on loopback is reached, and its answer is text, bytes and headers', () => {
    const probe = `var r = UrlFetchApp.fetch('${root}/a?b=客', { method: 'post', payload: { x: '1', y: '客' }, headers: { 'x-custom': 'c' } });
      return [r.getResponseCode(), JSON.parse(r.getContentText()), r.getHeaders()['x-seen'], r.getContent().length > 10, r.getBlob().getContentType()];`;

    expect(aScriptHost().evaluate(probe)).toEqual([200, { method: 'POST', url: '/a?b=%E5%AE%A2', type: 'application/x-www-form-urlencoded', custom: 'c', body: 'x=1&y=%E5%AE%A2' }, 'yes', true, 'application/json']);
  });

  test('a failed request throws unless told to be mute', () => {
    expect(() => aScriptHost().evaluate(`UrlFetchApp.fetch('${root}/missing');`)).toThrow(`Request failed for ${root} returned code 404. Truncated server response:`);
    expect(aScriptHost().evaluate(`return UrlFetchApp.fetchAll(['${root}/ok', { url: '${root}/missing', muteHttpExceptions: true, contentType: 'text/plain', method: 'put', payload: 'raw' }]).map(function (r) { return [r.getResponseCode(), JSON.parse(r.getContentText()).body]; });`)).toEqual([[200, ''], [404, 'raw']]);
  });

  test.each([
    ['https://example.com/x', 'Not emulated: UrlFetchApp.fetch of example.com'],
    ['file:///etc/hostname', 'Invalid argument: file:///etc/hostname'],
    ['nonsense', 'Invalid argument: nonsense'],
    ['http://127.0.0.1:1/', 'Address unavailable: http://127.0.0.1:1/'],
    [`http://127.0.0.1/${'x'.repeat(2048)}`, 'Limit Exceeded: URLFetch URL Length.'],
  ])('%.30s is refused', (url, message) => {
    expect(() => aScriptHost().evaluate(`UrlFetchApp.fetch('${url}');`)).toThrow(message);
  });

  test.each([
    ["headers: { 'x-long': 'v'.repeat(8187) }", 'Limit Exceeded: URLFetch Header Size.'],
    ["headers: Object.fromEntries(Array.from({ length: 101 }, function (_, i) { return ['x-' + i, 'v']; }))", 'Limit Exceeded: URLFetch Header Size.'],
    ["method: 'post', payload: 'v'.repeat(50 * 1024 * 1024 + 1)", 'Limit Exceeded: URLFetch POST Size.'],
  ])('a request with %.40s … is refused', (options, message) => {
    expect(() => aScriptHost().evaluate(`UrlFetchApp.fetch('${root}/ok', { ${options} });`)).toThrow(message);
  });

  test('headers up to the limit pass', () => {
    expect(aScriptHost().evaluate(`return UrlFetchApp.fetch('${root}/ok', { headers: { 'x-custom': 'v'.repeat(8184) } }).getResponseCode();`)).toBe(200);
  });
});
