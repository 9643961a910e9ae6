import type { IndexEntry } from '../../src/contract/methods';
import { createIndexSync } from '../../sidebar/index-sync';
import type { Rpc } from '../../sidebar/rpc';

type Call = readonly [method: string, params: unknown];
type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: { readonly code: 'UNAVAILABLE'; readonly message: string } };

const entry = (id: string): IndexEntry => [id, 2, 0, id, '', '', ''];
const page = (ids: readonly string[], next: string | null): Answer => ({ ok: true, data: { entries: ids.map(entry), next } });
const delta = (ids: readonly string[], seq: number, reload = false): Answer => ({ ok: true, data: { entries: ids.map(entry), seq, reload } });
const LOST: Answer = { ok: false, error: { code: 'UNAVAILABLE', message: '' } };

function aSync(...answers: readonly Answer[]) {
  const calls: Call[] = [];
  const rpc = { call: (method: string, params: unknown) => { calls.push([method, params]); return Promise.resolve(answers[calls.length - 1] ?? delta([], 0)); } } as unknown as Rpc;
  return { sync: createIndexSync(rpc, (work) => work(() => false)), calls };
}

test('pages are loaded one after the other, then the changes since', async () => {
  const { sync, calls } = aSync(page(['a', 'b'], 'p2'), page(['c'], null), delta(['d'], 12));
  const sizes: number[] = [];
  sync.onChange(() => sizes.push(sync.index.size));

  await sync.load(7);

  expect(calls).toEqual([['index.page', {}], ['index.page', { next: 'p2' }], ['index.delta', { sinceSeq: 7 }]]);
  expect(sync.state).toBe('ready');
  expect(sync.index.size).toBe(4);
  expect(sizes).toContain(2);
});

test('each refresh asks from where the last one ended', async () => {
  const { sync, calls } = aSync(page([], null), delta([], 8), delta(['a'], 9), delta([], 9));
  await sync.load(7);

  await sync.refresh();
  await sync.refresh();

  expect(calls.slice(2)).toEqual([['index.delta', { sinceSeq: 8 }], ['index.delta', { sinceSeq: 9 }]]);
  expect(sync.index.find('a')).not.toBeNull();
});

test('a refresh that is lost changes nothing, and the next one makes up for it', async () => {
  const { sync } = aSync(page(['a'], null), delta([], 7), LOST, delta(['b'], 9));
  await sync.load(7);

  await sync.refresh();
  expect(sync.index.size).toBe(1);
  await sync.refresh();

  expect(sync.index.size).toBe(2);
});

test('a page that is lost is told, and loading again completes the index', async () => {
  const { sync } = aSync(page(['a'], 'p2'), LOST, page(['a'], null), delta([], 7));

  await sync.load(7);
  expect(sync.state).toBe('failed');
  await sync.load(7);

  expect(sync.state).toBe('ready');
  expect(sync.index.size).toBe(1);
});

test('when too much has changed the index is loaded anew, and the old one serves until then', async () => {
  const { sync, calls } = aSync(page(['a', 'b'], null), delta([], 7), delta([], 99, true), page(['a'], null), delta([], 99));
  await sync.load(7);

  await sync.refresh();
  await new Promise((resolve) => { setImmediate(resolve); });

  expect(calls.slice(3)).toEqual([['index.page', {}], ['index.delta', { sinceSeq: 99 }]]);
  expect(sync.index.find('b')).toBeNull();
});

test('nothing is asked for while the first load is under way', async () => {
  const { sync, calls } = aSync(page([], null));
  const loading = sync.load(1);

  await sync.refresh();

  expect(calls).toEqual([['index.page', {}]]);
  await loading;
});
