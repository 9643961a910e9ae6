import { OWNER, SALES, setUpArchive, type ArchiveHost } from '../support/archive-host';

const PEOPLE = [
  { name: '王小明', tier: 'vip', region: '华东', tags: ['老客户'], phone: '13812345678' },
  { name: '李四', tier: 'regular', region: '华北', lastReviewedOn: '2026-01-05' },
  { name: '赵六', tier: 'prospect', region: '华东', tags: ['展会', '老客户'] },
  { name: '陈七', tier: 'regular' },
];

function names(host: ArchiveHost, params: object): unknown[] {
  return host.ok(SALES, 'record.list', { entity: 'customer', ...params }).records.map(({ values }) => values['name']);
}

describe('lists', () => {
  const host = setUpArchive();
  host.ok(OWNER, 'record.import', { entity: 'customer', records: PEOPLE });

  test.each`
    what                        | params                                                        | found
    ${'everybody'}              | ${{}}                                                         | ${['王小明', '李四', '赵六', '陈七']}
    ${'one value'}              | ${{ filter: { tier: 'regular' } }}                            | ${['李四', '陈七']}
    ${'any of several'}         | ${{ filter: { tier: ['vip', 'prospect'] } }}                  | ${['王小明', '赵六']}
    ${'a tag among others'}     | ${{ filter: { tags: '老客户' } }}                             | ${['王小明', '赵六']}
    ${'blank'}                  | ${{ filter: { region: null } }}                               | ${['陈七']}
    ${'two conditions'}         | ${{ filter: { region: '华东', tier: 'vip' } }}                | ${['王小明']}
    ${'by pinyin'}              | ${{ sort: { field: 'name' } }}                                | ${['陈七', '李四', '王小明', '赵六']}
    ${'by tier, VIP first'}     | ${{ sort: { field: 'tier' } }}                                | ${['王小明', '李四', '陈七', '赵六']}
    ${'blanks last'}            | ${{ sort: { field: 'region' } }}                              | ${['李四', '王小明', '赵六', '陈七']}
    ${'blanks last, backwards'} | ${{ sort: { field: 'region', descending: true } }}            | ${['王小明', '赵六', '李四', '陈七']}
    ${'the second page'}        | ${{ page: 2, pageSize: 3 }}                                   | ${['陈七']}
    ${'a page past the end'}    | ${{ page: 9, pageSize: 3 }}                                   | ${['陈七']}
  `('$what: $found', ({ params, found }) => {
    expect(names(host, params as object)).toEqual(found);
  });

  test('tell the total and the pages', () => {
    expect(host.ok(SALES, 'record.list', { entity: 'customer', pageSize: 3 })).toMatchObject({ total: 4, page: 1, pages: 2 });
  });
});

describe('the search index', () => {
  const host = setUpArchive();
  host.ok(OWNER, 'record.import', { entity: 'customer', records: PEOPLE });

  test('holds id, row, name, company, phone and the searchable texts', () => {
    const { entries, next } = host.ok(SALES, 'index.page', {});

    expect(next).toBeNull();
    expect(entries.map(([, row, archived, name, company, phone, text]) => [row, archived, name, company, phone, text])).toEqual([
      [2, 0, '王小明', '', '+8613812345678', '华东\n老客户'], [3, 0, '李四', '', '', '华北'], [4, 0, '赵六', '', '', '华东\n展会\n老客户'], [5, 0, '陈七', '', '', ''],
    ]);
  });

  test('comes in pages that together hold everybody once', () => {
    const big = setUpArchive();
    for (let block = 0; block < 4; block += 1) {
      big.ok(OWNER, 'record.import', { entity: 'customer', records: Array.from({ length: 2000 }, (_, i) => ({ name: `客户${block * 2000 + i}` })) });
    }
    const seen: string[] = [];
    for (let next: string | null = '1'; next !== null;) {
      const page: { entries: readonly (readonly unknown[])[]; next: string | null } = big.ok(SALES, 'index.page', { next });
      expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
      seen.push(...page.entries.map((entry) => String(entry[3])));
      next = page.next;
    }

    expect(seen).toEqual(Array.from({ length: 8000 }, (_, i) => `客户${i}`));
  });

  test('follows saves by the Journal’s sequence', () => {
    const { seq } = host.ok(SALES, 'bootstrap', {});
    expect(host.ok(SALES, 'index.delta', { sinceSeq: seq })).toEqual({ entries: [], seq, reload: false });
    const { record } = host.ok(SALES, 'record.save', { entity: 'customer', values: { name: '新来的' } });
    host.ok(SALES, 'record.archive', { entity: 'customer', id: record.id, revision: 1 });

    const delta = host.ok(SALES, 'index.delta', { sinceSeq: seq });

    expect(delta).toMatchObject({ seq: seq + 2, reload: false, entries: [[record.id, 6, 1, '新来的', '', '', '']] });
    expect(host.ok(SALES, 'index.delta', { sinceSeq: 99_999 })).toMatchObject({ entries: [], reload: true });
    expect(host.ok(SALES, 'index.delta', { sinceSeq: 0 }).entries).toHaveLength(5);
  });
});
