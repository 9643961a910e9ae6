import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PlainError } from '../../../host/state/plain-error';
import { openWorkbookFile, type WorkbookFile } from '../../../host/state/workbook-file';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-state-'));
  path = join(folder, 'archive.guidang');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A list of words as the state: every entry adds one. */
function openWords(options: { readonly compactAboveBytes?: number } = {}): { readonly words: unknown[]; readonly file: WorkbookFile } {
  const stored = openWorkbookFile(path);
  const words = [...((stored.state as unknown[] | null) ?? []), ...stored.entries];
  const file = stored.record({ capture: () => words, ...options });
  return { words, file };
}

function add({ words, file }: ReturnType<typeof openWords>, word: unknown): Promise<void> {
  words.push(word);
  file.append(word);
  return file.durable();
}

const gone = spawnSync(process.execPath, ['-e', '']).pid;

/** What a killed host leaves: its lock is that of a process which is gone. */
function forgetLock(): void {
  writeFileSync(`${path}.lock`, JSON.stringify({ pid: gone, startedAt: null }));
}

/** The words in the file, opened as after a kill. */
function wordsOnDisk(): unknown[] {
  forgetLock();
  const stored = openWorkbookFile(path);
  stored.abandon();
  return [...((stored.state as unknown[] | null) ?? []), ...stored.entries];
}

test('a new file starts empty and keeps what was recorded over a proper stop', async () => {
  const first = openWords();
  expect(first.words).toEqual([]);
  await add(first, 'a');
  await add(first, { b: ['客户', 1.5, null, false] });
  await first.file.close();

  const second = openWords();
  expect(second.words).toEqual(['a', { b: ['客户', 1.5, null, false] }]);
  await second.file.close();
});

test('without a stop, everything that was durable is there', async () => {
  const opened = openWords();
  await add(opened, 'a');
  await Promise.all(['b', 'c', 'd'].map((word) => add(opened, word)));

  expect(wordsOnDisk()).toEqual(['a', 'b', 'c', 'd']);
});

test('entries written at once take one line, and a waiter need not wait for later ones', async () => {
  const opened = openWords();
  await Promise.all(['a', 'b', 'c'].map((word) => add(opened, word)));

  const lines = readFileSync(`${path}.log`, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('["a"]');
  expect(lines[2]).toContain('["b","c"]');
});

test('a long log becomes a snapshot on the way, with nothing lost', async () => {
  const opened = openWords({ compactAboveBytes: 400 });
  const words = Array.from({ length: 60 }, (_, index) => `word ${index}`);
  for (const word of words) await add(opened, word);

  expect(statSync(`${path}.log`).size).toBeLessThan(3000);
  expect(JSON.parse(readFileSync(path, 'utf8').split('\n')[0]!)).toMatchObject({ generation: expect.any(Number) });
  expect(wordsOnDisk()).toEqual(words);
});

test('a log cut off anywhere in its last line loses that line only', async () => {
  const opened = openWords();
  for (const word of ['a', 'b', '归档']) await add(opened, word);
  const whole = readFileSync(`${path}.log`);
  const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;

  fc.assert(fc.property(fc.integer({ min: lastLine, max: whole.length - 1 }), (length) => {
    writeFileSync(`${path}.log`, whole.subarray(0, length));
    expect(wordsOnDisk()).toEqual(['a', 'b']);
    expect(statSync(`${path}.log`).size).toBe(lastLine);
  }), { numRuns: 60, seed: 2 });
});

test('a last line whose bytes never reached the disk is dropped', async () => {
  const opened = openWords();
  await add(opened, 'a');
  appendFileSync(`${path}.log`, `${'\0'.repeat(80)}\n`);

  expect(wordsOnDisk()).toEqual(['a']);
});

test('a log can be continued after its torn line was dropped', async () => {
  const first = openWords();
  await add(first, 'a');
  appendFileSync(`${path}.log`, '{"sum":"0123');
  forgetLock();

  const second = openWords();
  await add(second, 'b');

  expect(wordsOnDisk()).toEqual(['a', 'b']);
});

test('a host killed between a new snapshot and its log starts from that snapshot', async () => {
  const opened = openWords();
  await add(opened, 'a');
  const oldLog = readFileSync(`${path}.log`);
  await opened.file.close();
  writeFileSync(`${path}.log`, oldLog);

  expect(wordsOnDisk()).toEqual(['a']);
});

describe('damage is told in one sentence:', () => {
  async function threeWords(): Promise<void> {
    const opened = openWords();
    for (const word of ['a', 'b', 'c']) await add(opened, word);
  }

  const edit = (file: string, change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, 'utf8')));

  test.each<[string, () => void, RegExp]>([
    ['a changed line in the middle', () => edit(`${path}.log`, (text) => text.replace('["b"]', '["B"]')), /archive\.guidang\.log is damaged: line 3 does not match/],
    ['a missing line in the middle', () => edit(`${path}.log`, (text) => text.replace(/.*\["b"\].*\n/, '')), /line 3 does not match/],
    ['two lines swapped', () => edit(`${path}.log`, (text) => text.replace(/(.*\["a"\].*\n)(.*\["b"\].*\n)/, '$2$1')), /line 2 does not match/],
    ['a changed head of the log', () => edit(`${path}.log`, (text) => `x${text}`), /line 1 does not match/],
    ['a changed snapshot', () => edit(path, (text) => text.replace('[]', '[1]')), /archive\.guidang is damaged: its contents do not match their checksum/],
    ['half a snapshot', () => truncateSync(path, statSync(path).size - 2), /do not match their checksum/],
    ['an empty file', () => truncateSync(path, 0), /is not a workbook of this host/],
    ['a file of something else', () => writeFileSync(path, 'id,name\n1,王\n'), /is not a workbook of this host/],
    ['a file of a newer host', () => edit(path, (text) => text.replace('"version":1', '"version":2')), /another version of this host/],
    ['a snapshot put back from earlier', () => edit(path, (text) => text.replace('"generation":1', '"generation":0')), /is older than its log/],
    ['a snapshot that is gone', () => rmSync(path), /is missing, but its log is there/],
  ])('%s', async (_, damage, sentence) => {
    await threeWords();
    forgetLock();
    damage();

    expect(() => openWorkbookFile(path)).toThrow(PlainError);
    expect(() => openWorkbookFile(path)).toThrow(sentence);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each<[string, () => string, string]>([
    ['a folder', () => folder, 'it is a folder'],
    ['a file in a missing folder', () => join(folder, 'none', 'a'), 'its folder does not exist'],
    ['a file below a file', () => { writeFileSync(path, ''); return join(path, 'a'); }, 'its folder does not exist'],
  ])('%s as the workbook', (_, target, reason) => {
    expect(() => openWorkbookFile(target())).toThrow(new RegExp(`cannot be used as a workbook: ${reason}\\.$`));
  });
});

test('when the disk refuses, nothing is acknowledged any more', async () => {
  const opened = openWords();
  rmSync(`${path}.log`);
  mkdirSync(`${path}.log`);

  await expect(add(opened, 'a')).rejects.toThrow(PlainError);
  await expect(add(opened, 'b')).rejects.toThrow('it is a folder');
  await expect(opened.file.close()).rejects.toThrow(PlainError);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

describe('the lock', () => {
  test('keeps a second host away until the first stops', async () => {
    const { file } = openWords();

    expect(() => openWorkbookFile(path)).toThrow(`is open in another host (process ${process.pid})`);
    await file.close();
    openWorkbookFile(path).abandon();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each([
    ['a process that is gone', () => forgetLock()],
    ['a process id that another program has now', () => writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.pid, startedAt: '1' }))],
    ['a host that was killed while locking', () => writeFileSync(`${path}.lock`, '{"pi')],
  ])('of %s is taken over', (_, leaveLock) => {
    leaveLock();

    openWorkbookFile(path).abandon();
  });
});
