import { join } from 'node:path';
import { openLocalHost } from '../../../host/workbench/local-host';
import type { WorkbenchOptions } from '../../../host/workbench/server';
import { killDuringSaves, startHostProcess, type HostProcess } from '../support/killed-host';
import { smallScript } from '../support/small-script';

const script = smallScript();
afterAll(() => script.remove());

const OWNER = 'owner@example.com';

async function post(host: HostProcess, path: string, body: unknown): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any
  const response = await fetch(new URL(path, host.url), {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER}` }, body: JSON.stringify(body),
  });
  return { ok: response.ok, ...(await response.json() as object) };
}

/** The same save by three ways: REST values, a REST batch, and the script's door. */
function saverOf(host: HostProcess): (index: number) => Promise<boolean> {
  const path = `/v4/spreadsheets/${host.spreadsheetId}`;
  return async (index) => {
    const text = `save ${index}`;
    if (index % 3 === 0) return (await post(host, `${path}/values/A1:append?valueInputOption=RAW`, { values: [[text]] })).ok;
    if (index % 3 === 1) return (await post(host, `${path}:batchUpdate`, { requests: [{ appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' } }] })).ok;
    return (await post(host, '/rpc', { user: OWNER, request: { method: 'append', params: text } })).ok;
  };
}

/** Column A of the first tab, as a host finds it that opens the file anew. */
async function reopened(options: WorkbenchOptions): Promise<readonly string[]> {
  const host = openLocalHost({ distFolder: options.distFolder, file: options.file!, now: null, onTouched: () => undefined });
  const response = host.sheets({ method: 'spreadsheets.values.get', params: { spreadsheetId: host.spreadsheetId, range: 'A:A' }, user: OWNER }) as { values?: string[][] };
  await host.close();
  return (response.values ?? []).map(([text]) => text!);
}

test.each([
  ['in the log', 1, undefined], ['in the log, elsewhere', 2, undefined], ['amid many snapshots', 3, 1_000], ['amid many snapshots, elsewhere', 4, 1_000],
])('a host killed %s during 200 saves has every acknowledged one exactly once', async (name, seed, compactAboveBytes) => {
  const options: WorkbenchOptions = {
    distFolder: script.distFolder, file: join(script.folder, `kill ${seed}.guidang`), port: 0, sheetsQuota: 'off',
    ...(compactAboveBytes === undefined ? {} : { compactAboveBytes }),
  };
  const host = await startHostProcess(script.folder, options);

  const acknowledged = await killDuringSaves(host, { saves: 200, inFlight: 8, seed, save: saverOf(host) });
  const found = await reopened(options);

  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(acknowledged.length).toBeLessThan(200);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(expect.arrayContaining(acknowledged.map((index) => `save ${index}`)));
  expect(found.length - acknowledged.length).toBeLessThanOrEqual(8);
});

test('properties, triggers, mails and the clock survive a kill, and ids are not drawn twice', async () => {
  const options: WorkbenchOptions = { distFolder: script.distFolder, file: join(script.folder, 'script.guidang'), port: 0, now: Date.UTC(2026, 0, 15), seed: 'same' };
  const rpc = async (host: HostProcess, method: string, params?: unknown): Promise<unknown> => (await post(host, '/rpc', { user: OWNER, request: { method, params } })).data;

  const first = await startHostProcess(script.folder, options);
  await rpc(first, 'remember', '客户');
  await rpc(first, 'schedule');
  await post(first, '/host/clock', { now: '2026-01-16T12:00:00Z' });
  const uuids = [await rpc(first, 'uuid')];
  await first.kill();

  const second = await startHostProcess(script.folder, options);
  const outbox = await (await fetch(new URL('/host/outbox', second.url))).json() as readonly unknown[];
  const { now } = await (await fetch(new URL('/host/clock', second.url))).json() as { now: string };
  uuids.push(await rpc(second, 'uuid'));
  expect(await rpc(second, 'recall')).toBe('客户');
  expect(outbox).toHaveLength(1);
  expect(now >= '2026-01-16T12:00:00.000Z').toBe(true);
  expect(new Set(uuids).size).toBe(2);
  await post(second, '/host/clock', { now: '2026-01-17T12:00:00Z' });
  expect(await (await fetch(new URL('/host/outbox', second.url))).json()).toHaveLength(2);
  await second.kill();
});

test('a broken workbook file keeps the host from starting, with a plain sentence', async () => {
  const file = join(script.distFolder, 'Code.js');

  await expect(startHostProcess(script.folder, { distFolder: script.distFolder, file, port: 0 })).rejects.toThrow(/PlainError: .*Code\.js is not a workbook of this host/);
});
