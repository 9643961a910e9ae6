import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staticFile } from '../../../host/workbench/static-files';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'guidang-static-'));
  mkdirSync(join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(join(root, 'page', 'index.html'), '<p>grid</p>');
  writeFileSync(join(root, 'page', 'assets', 'page.js'), 'grid()');
  writeFileSync(join(root, 'page', 'notes.exe'), '');
  writeFileSync(join(root, 'page-secret.html'), 'secret');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['/', 'text/html; charset=utf-8', '<p>grid</p>'],
  ['/index.html', 'text/html; charset=utf-8', '<p>grid</p>'],
  ['/assets/page.js', 'text/javascript; charset=utf-8', 'grid()'],
])('%s is served as %s', async (path, type, text) => {
  const { status, content, headers } = await staticFile(join(root, 'page'), path);

  expect(status).toBe(200);
  expect(content!.type).toBe(type);
  expect(String(content!.bytes)).toBe(text);
  expect(headers!['content-security-policy']).toBe("frame-ancestors 'none'");
});

test('an old copy is sent anew, the same one is not', async () => {
  const read = (held?: string) => staticFile(join(root, 'page'), '/assets/page.js', held);
  const { etag } = (await read()).headers!;

  expect(await read(etag)).toMatchObject({ status: 304, headers: { 'cache-control': 'no-cache', etag } });
  utimesSync(join(root, 'page', 'assets', 'page.js'), 1, 1);

  const { status, headers } = await read(etag);
  expect(status).toBe(200);
  expect(headers!['etag']).not.toBe(etag);
});

test.each([
  '/none.html', '/assets', '/assets/', '/notes.exe', '/index.html/x.js', '/../page-secret.html', '/%2e%2e/page-secret.html', '/..%2fpage-secret.html',
  '/../page-secret.html/', '/%00.html', '/%E5.html', '//etc/hosts.html',
])('%s is not there', async (path) => {
  expect((await staticFile(join(root, 'page'), path)).status).toBe(404);
});
