import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WorkbenchOptions } from '../../host/workbench/server';
import { makeOperationId } from '../../src/contract/operation-id';
import { killDuringSaves, startHostProcess, type HostProcess } from '../host/support/killed-host';

const OWNER = 'owner@example.com';
const folder = mkdtempSync(join(tmpdir(), 'guidang-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly ok: boolean;
  readonly data?: { readonly total?: number; readonly records?: readonly { readonly id: string; readonly values: { readonly name: string } }[]; readonly record?: { readonly id: string } };
}

async function rpc(host: HostProcess, request: object): Promise<Answer> {
  const response = await fetch(new URL('/rpc', host.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: OWNER, request }) });
  return (await response.json()) as Answer;
}

/** Every save has its operation id, as the sidebar would send it again. */
const saveRequest = (index: number): object => ({
  method: 'record.save', params: { entity: 'customer', values: { name: `客户${index}` } }, operationId: makeOperationId(Date.UTC(2026, 10, 23, 1), `killtest${index}`),
});

async function names(host: HostProcess): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await rpc(host, { method: 'record.list', params: { entity: 'customer', page, pageSize: 200 } });
    found.push(...(data?.records ?? []).map(({ values }) => values.name));
    if (found.length >= (data?.total ?? 0)) return found;
  }
}

test('a kill -9 during 200 saves loses no acknowledged one, and trying all again saves each exactly once', async () => {
  const options: WorkbenchOptions = { distFolder: resolve(__dirname, '../../dist'), file: join(folder, 'archive.guidang'), port: 0, sheetsQuota: 'off', now: Date.UTC(2026, 10, 23, 1) };
  const first = await startHostProcess(folder, options);
  expect((await rpc(first, { method: 'workbook.setup', params: { preset: 'sales', language: 'zh-CN' } })).ok).toBe(true);

  const acknowledged = await killDuringSaves(first, { saves: 200, inFlight: 6, seed: 5, save: async (index) => (await rpc(first, saveRequest(index))).ok });
  const second = await startHostProcess(folder, options);
  const survived = await names(second);

  expect(acknowledged.length).toBeGreaterThan(10);
  expect(acknowledged.length).toBeLessThan(200);
  expect(survived).toEqual(expect.arrayContaining(acknowledged.map((index) => `客户${index}`)));
  for (let index = 0; index < 200; index += 1) expect((await rpc(second, saveRequest(index))).ok).toBe(true);
  expect([...await names(second)].sort()).toEqual(Array.from({ length: 200 }, (_, index) => `客户${index}`).sort());
  await second.kill();
}, 60_000);
