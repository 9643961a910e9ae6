import fc from 'fast-check';
import type { IndexEntry } from '../../src/contract/methods';
import { matchesQuery, searchKeys } from '../../src/domain/search-keys';
import { SearchIndex } from '../../sidebar/search-index';

function anEntry(id: string, changes: { name?: string; company?: string; phone?: string; text?: string; archived?: 0 | 1 } = {}): IndexEntry {
  const { name = '王小明', company = '', phone = '', text = '', archived = 0 } = changes;
  return [`C-${id}`, 2, archived, name, company, phone, text];
}

function anIndex(...entries: readonly IndexEntry[]): SearchIndex {
  const index = new SearchIndex();
  index.addPage(entries);
  index.prepare(() => false);
  return index;
}

const idsOf = (index: SearchIndex, query: string): readonly string[] => index.search(query, 50).hits.map((hit) => hit.id);

const ZENG = anEntry('ZENG', { name: '曾小明', company: '上海远景科技有限公司', phone: '+8613812345678', text: 'zeng@example.com\n老客户\n华东' });
const SMITH = anEntry('SMITH', { name: 'Anna Smith', company: 'Café Müller', phone: '+442079460958', text: 'anna@example.org\nVIP' });

test.each`
  query             | found
  ${'曾小明'}       | ${['C-ZENG']}
  ${'小明'}         | ${['C-ZENG']}
  ${'cengxiaoming'} | ${['C-ZENG']}
  ${'zengxm'}       | ${[]}
  ${'zxm'}          | ${['C-ZENG']}
  ${'ZXM'}          | ${['C-ZENG']}
  ${'yuanjing'}     | ${['C-ZENG']}
  ${'5678'}         | ${['C-ZENG']}
  ${'13812345678'}  | ${['C-ZENG']}
  ${'0958'}         | ${['C-SMITH']}
  ${'老客户'}       | ${['C-ZENG']}
  ${'example.org'}  | ${['C-SMITH']}
  ${'c-smith'}      | ${['C-SMITH']}
  ${'C-SM'}         | ${['C-SMITH']}
  ${'-smith'}       | ${['C-SMITH']}
  ${'smith anna'}   | ${['C-SMITH']}
  ${'cafe muller'}  | ${['C-SMITH']}
  ${'ＡＮＮＡ'}     | ${['C-SMITH']}
  ${'smith 曾'}     | ${[]}
  ${'nobody'}       | ${[]}
  ${'  '}           | ${[]}
`('$query finds $found', ({ query, found }) => {
  expect(idsOf(anIndex(ZENG, SMITH), query)).toEqual(found);
});

test('before pinyin is prepared, everything else is found already', () => {
  const index = new SearchIndex();
  index.addPage([ZENG]);

  expect(idsOf(index, 'xiaoming')).toEqual([]);
  expect(idsOf(index, '曾')).toEqual(['C-ZENG']);
  expect(idsOf(index, '5678')).toEqual(['C-ZENG']);
});

test('preparing stops when time is up and goes on later', () => {
  const index = new SearchIndex();
  index.addPage([ZENG, SMITH, anEntry('LAST', { name: '赵云' })]);
  let slices = 2;

  index.prepare(() => (slices -= 1) < 0);
  expect(index.isPrepared).toBe(false);
  expect(idsOf(index, 'zhaoyun')).toEqual([]);

  index.prepare(() => false);
  expect(index.isPrepared).toBe(true);
  expect(idsOf(index, 'zhaoyun')).toEqual(['C-LAST']);
});

test('a part of an id is not taken for a name', () => {
  expect(idsOf(anIndex(anEntry('0XX0', { name: '王伟' })), 'xx')).toEqual([]);
});

test('names that begin with the query come first, then other beginnings, then the rest, archived customers last', () => {
  const index = anIndex(
    anEntry('ARCHIVED', { name: 'Smart', archived: 1 }), anEntry('INSIDE', { name: 'Bosman' }),
    anEntry('COMPANY', { name: 'Zoe', company: 'Smart Ltd' }), anEntry('NAME', { name: 'Smart' }),
  );

  expect(idsOf(index, 'sma')).toEqual(['C-NAME', 'C-COMPANY', 'C-INSIDE', 'C-ARCHIVED']);
});

test('at most the limit is shown, and the total tells the truth', () => {
  const index = anIndex(...Array.from({ length: 120 }, (_, i) => anEntry(String(i))));

  const { hits, total } = index.search('王', 50);

  expect(hits).toHaveLength(50);
  expect(total).toBe(120);
});

test('a delta replaces what is there and adds what is new', () => {
  const index = anIndex(ZENG, SMITH);

  index.applyDelta([anEntry('ZENG', { name: '赵云' }), anEntry('NEW', { name: '钱多多' })]);

  expect(index.size).toBe(3);
  expect(idsOf(index, '曾')).toEqual([]);
  expect(idsOf(index, 'zhaoyun')).toEqual(['C-ZENG']);
  expect(idsOf(index, 'qdd')).toEqual(['C-NEW']);
});

test('a page that arrives after a delta does not bring the old entry back', () => {
  const index = new SearchIndex();
  index.applyDelta([anEntry('ZENG', { name: '赵云' })]);

  index.addPage([ZENG, SMITH]);

  expect(index.find('C-ZENG')?.name).toBe('赵云');
  expect(index.size).toBe(2);
});

test('an entry that is restored from the archive counts as live again', () => {
  const index = anIndex(anEntry('A', { name: 'Smart', archived: 1 }), anEntry('B', { name: 'Smart' }));
  expect(idsOf(index, 'smart')).toEqual(['C-B', 'C-A']);

  index.applyDelta([anEntry('A', { name: 'Smart', archived: 0 })]);

  expect(idsOf(index, 'smart')).toEqual(['C-A', 'C-B']);
});

test('finds exactly what the rule for names finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '王', '明', '1', '-', ' '), minLength: 1, maxLength: 6 });
  fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), letters, (names, query) => {
    fc.pre(query.trim() !== '');
    const entries = names.map((name, i): IndexEntry => [`#${i}`, 2, 0, name, '', '', '']);

    const expected = entries.filter(([, , , name]) => matchesQuery(searchKeys(name), query));

    expect([...idsOf(anIndex(...entries), query)].sort()).toEqual(expected.map(([id]) => id).sort());
  }), { seed: 20260721, numRuns: 300 });
});
