import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../../../host/state/plain-error';
import { runWorkbench, type ProgramOptions } from '../../../host/workbench/run';
import type { Workbench } from '../../../host/workbench/server';
import { smallScript } from '../support/small-script';

const script = smallScript();
const file = (name: string): string => join(script.folder, name);
const opened: Workbench[] = [];
const printed: string[] = [];
const complaints: string[] = [];

async function run(args: readonly string[], demos: ProgramOptions['demos'] = {}): Promise<Workbench | null> {
  const workbench = await runWorkbench({ ...script, args, demos, print: (line) => printed.push(line), complain: (line) => complaints.push(line) });
  if (workbench !== null) opened.push(workbench);
  return workbench;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((workbench) => workbench.close()));
  printed.length = 0;
  complaints.length = 0;
});

afterAll(() => script.remove());

test('one line tells where it is, in words or as JSON', async () => {
  const first = await run(['--empty']);
  const second = await run(['--empty', '--json', '--no-open']);

  expect(printed).toHaveLength(2);
  expect(printed[0]).toBe(`Guidang is open at ${first!.url} (spreadsheet ${first!.spreadsheetId})`);
  expect(JSON.parse(printed[1]!)).toEqual({ url: second!.url, spreadsheetId: second!.spreadsheetId, sidebarUrl: second!.sidebarUrl });
  expect(complaints).toEqual([]);
});

const append = (workbench: Workbench, text: string): Promise<unknown> => workbench.rpc('owner@example.com', { method: 'append', params: text });
const values = (workbench: Workbench): unknown => workbench.host.sheets({ method: 'spreadsheets.values.get', params: { spreadsheetId: workbench.spreadsheetId, range: 'A:A' }, user: 'owner@example.com' });

test('a demo fills a new workbook, and leaves one from a file alone', async () => {
  const demos = { orders: async (workbench: Workbench) => { await append(workbench, 'order'); } };

  const first = await run(['--workbook', file('demo.guidang'), '--demo', 'orders'], demos);
  expect(values(first!)).toMatchObject({ values: [['order']] });
  await first!.close();
  opened.splice(0);
  const again = await run(['--workbook', file('demo.guidang'), '--demo', 'orders'], demos);
  expect(values(again!)).toMatchObject({ values: [['order']] });
  expect(again!.isNew).toBe(false);
});

test.each<[readonly string[], boolean]>([
  [[], true], [['--demo', 'orders'], true], [['--empty'], false], [['--workbook', file('own.guidang')], false], [['--workbook', file('filled.guidang'), '--demo', 'orders'], true],
])('with the flags %j a new workbook has the demo: %s', async (args, hasDemo) => {
  let loaded = false;

  await run(args, { orders: async () => { loaded = true; } });

  expect(loaded).toBe(hasDemo);
});

test('a demo that fails leaves no host and no file behind', async () => {
  const demos = { broken: () => Promise.reject(new PlainError('The demo data are missing.')) };

  expect(await run(['--workbook', file('broken.guidang'), '--demo', 'broken'], demos)).toBeNull();

  expect(complaints).toEqual(['The demo data are missing.']);
  expect(readdirSync(script.folder).filter((name) => name.startsWith('broken'))).toEqual([]);
});

test('a demo that a host was killed in is loaded again at the next start, and only then', async () => {
  const demos = {
    orders: async (workbench: Workbench) => {
      await append(workbench, 'first half');
      for (const end of ['', '.log']) copyFileSync(file(`whole.guidang${end}`), file(`killed.guidang${end}`));
      await append(workbench, 'second half');
    },
  };
  await run(['--workbook', file('whole.guidang'), '--demo', 'orders'], demos);
  const again = { orders: async (workbench: Workbench) => { await append(workbench, 'once more'); } };

  const next = await run(['--workbook', file('killed.guidang')], again);
  expect(values(next!)).toMatchObject({ values: [['first half'], ['once more']] });
  await next!.close();
  const last = await run(['--workbook', file('killed.guidang')], again);

  expect(values(last!)).toMatchObject({ values: [['first half'], ['once more']] });
  expect(complaints).toEqual([]);
});

test('the call log begins after the demo', async () => {
  const workbench = await run(['--demo', 'orders'], { orders: async (each) => { await append(each, 'order'); } });

  expect(workbench!.host.door.totals().calls).toBe(0);
});

describe('what a person can put right is one plain sentence:', () => {
  beforeAll(() => {
    writeFileSync(file('notes.txt'), 'id,name\n');
    mkdirSync(file('folder'));
  });

  test.each<[string, () => readonly string[], string | RegExp]>([
    ['an unknown flag', () => ['--fast'], /^Unknown option '--fast'\. The flags are /],
    ['an unknown demo', () => ['--demo', 'none'], 'There is no demo called "none".'],
    ['a file of something else', () => ['--workbook', file('notes.txt')], /notes\.txt is not a workbook of this host/],
    ['a folder as the file', () => ['--workbook', file('folder')], /folder cannot be used as a workbook: it is a folder\.$/],
    ['a file in a missing folder', () => ['--workbook', file('none/a.guidang')], /its folder does not exist\.$/],
  ])('%s', async (_, args, sentence) => {
    expect(await run(args())).toBeNull();
    expect(complaints).toEqual([typeof sentence === 'string' ? expect.stringContaining(sentence) : expect.stringMatching(sentence)]);
    expect(printed).toEqual([]);
  });

  test('a port in use', async () => {
    const { url } = (await run(['--empty']))!;

    expect(await run(['--empty', '--port', new URL(url).port])).toBeNull();
    expect(complaints).toEqual([`Port ${new URL(url).port} is already in use. Choose another one with --port.`]);
  });

  test('a workbook that another host has open', async () => {
    await run(['--empty', '--workbook', file('twice.guidang')]);

    expect(await run(['--empty', '--workbook', file('twice.guidang')])).toBeNull();
    expect(complaints).toEqual([expect.stringMatching(/twice\.guidang is open in another host \(process \d+\)\. Stop that one first\.$/)]);
  });
});
