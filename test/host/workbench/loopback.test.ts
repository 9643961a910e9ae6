import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { startLoopback, type LoopbackRequest, type LoopbackServer } from '../../../host/workbench/loopback';

let server: LoopbackServer;
const seen: LoopbackRequest[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  server = await startLoopback({
    port: 0, bodyLimitBytes: 1000,
    onFault: (fault) => faults.push(fault),
    handle: async (request) => {
      seen.push(request);
      if (request.path === '/fault') throw new Error('broken');
      return { status: 200, json: { body: request.body } };
    },
  });
});

beforeEach(() => { seen.length = 0; });
afterAll(() => server.close());

interface Sent { readonly method?: string; readonly path?: string; readonly headers?: Record<string, string>; readonly body?: string }

/** Node's own client, because fetch may not set Host or Origin. */
function send({ method = 'GET', path = '/rpc', headers = {}, body }: Sent): Promise<{ status: number; json: unknown; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode!, json: JSON.parse(text), headers: response.headers }));
    });
    request.on('error', reject).end(body);
  });
}

const JSON_BODY = { 'content-type': 'application/json' };
const own = (name: string): string => `http://${name}:${server.port}`;

describe('a request is refused with 403', () => {
  test.each<[string, () => Sent]>([
    ['whose Host is another name (DNS rebinding)', () => ({ headers: { host: `evil.example:${server.port}` } })],
    ['whose Host is a name that begins like ours', () => ({ headers: { host: `localhost.evil.example:${server.port}` } })],
    ['whose Host has another port', () => ({ headers: { host: 'localhost:1' } })],
    ['whose Origin is a web page', () => ({ method: 'POST', headers: { ...JSON_BODY, origin: 'http://evil.example' }, body: '{}' })],
    ['whose Origin is a web page, even reading', () => ({ headers: { origin: 'https://evil.example' } })],
    ['whose Origin is null', () => ({ method: 'POST', headers: { ...JSON_BODY, origin: 'null' }, body: '{}' })],
    ['whose Origin is another port of this machine', () => ({ method: 'POST', headers: { ...JSON_BODY, origin: 'http://127.0.0.1:1' }, body: '{}' })],
    ['whose Origin is ours by another protocol', () => ({ headers: { origin: own('localhost').replace('http', 'https') } })],
    ['that asks for leave to come from elsewhere', () => ({ method: 'OPTIONS', headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' } })],
    ['that the browser calls cross-site', () => ({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } })],
  ])('%s', async (_, make) => {
    const { status, json, headers } = await send(make());

    expect(status).toBe(403);
    expect(json).toMatchObject({ error: { code: 403, status: 'PERMISSION_DENIED' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(seen).toEqual([]);
  });
});

describe('a request passes', () => {
  test.each<[string, () => Sent]>([
    ['from a program, which sends no Origin', () => ({ method: 'POST', headers: JSON_BODY, body: '{}' })],
    ['from the own page by address', () => ({ method: 'POST', headers: { ...JSON_BODY, origin: own('127.0.0.1') }, body: '{}' })],
    ['from the own page by name', () => ({ method: 'POST', headers: { ...JSON_BODY, host: `localhost:${server.port}`, origin: own('localhost') }, body: '{}' })],
    ['that follows a link of another page', () => ({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } })],
    ['without a body, whatever its type', () => ({ method: 'POST', headers: { 'content-type': 'text/plain' } })],
  ])('%s', async (_, make) => {
    expect((await send(make())).status).toBe(200);
    expect(seen).toHaveLength(1);
  });
});

test.each([
  ['text/plain', '{}', 415],
  ['application/x-www-form-urlencoded', 'a=1', 415],
  ['application/jsonp', '{}', 415],
  ['application/json; charset=utf-8', '{}', 200],
  ['application/json', JSON.stringify('x'.repeat(1000)), 413],
])('a body of type %s is answered as it deserves', async (type, body, status) => {
  expect((await send({ method: 'POST', headers: { 'content-type': type }, body })).status).toBe(status);
});

test('path, query and text arrive as sent', async () => {
  await send({ method: 'POST', path: '/a%2Fb?x=1&x=%E5%AE%A2?', headers: JSON_BODY, body: '{"名":"客"}' });

  expect(seen[0]).toMatchObject({ method: 'POST', path: '/a%2Fb', body: '{"名":"客"}', hostname: '127.0.0.1' });
  expect(seen[0]!.query.getAll('x')).toEqual(['1', '客?']);
});

test('a fault is reported here and hidden from the client', async () => {
  expect(await send({ path: '/fault' })).toMatchObject({ status: 500, json: { error: { status: 'INTERNAL', message: 'Internal error encountered.' } } });
  expect(faults).toEqual([new Error('broken')]);
});

test('a port that is taken is told in a plain sentence', async () => {
  const second = startLoopback({ port: server.port, handle: async () => ({ status: 200 }), onFault: () => undefined });

  await expect(second).rejects.toMatchObject({ name: 'PlainError', message: `Port ${server.port} is already in use. Choose another one with --port.` });
});
