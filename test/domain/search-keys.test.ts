import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { matchesQuery, queryMatcher, searchKeys } from '../../src/domain/search-keys';

const ROOT = path.join(__dirname, '../..');
const finds = (name: string, query: string) => matchesQuery(searchKeys(name), query);

/** Name, its pinyin with a space between syllables, a part of it in characters. */
const NAMES: readonly (readonly [string, string, string])[] = [
  ['王小明', 'wang xiao ming', '小明'], ['张伟', 'zhang wei', '张'], ['李娜', 'li na', '娜'], ['陈建国', 'chen jian guo', '建国'],
  ['曾志伟', 'zeng zhi wei', '曾志'], ['单田芳', 'shan tian fang', '田芳'], ['解晓东', 'xie xiao dong', '解'], ['仇英', 'qiu ying', '仇英'],
  ['区志航', 'ou zhi hang', '志航'], ['查良镛', 'zha liang yong', '查良'], ['任正非', 'ren zheng fei', '正非'], ['尉迟恭', 'yu chi gong', '尉迟'],
  ['欧阳娜娜', 'ou yang na na', '欧阳'], ['吕布', 'lv bu', '吕'], ['盖叫天', 'ge jiao tian', '叫天'], ['朴树', 'piao shu', '朴'],
  ['乐嘉', 'yue jia', '乐嘉'], ['翟志刚', 'zhai zhi gang', '翟'], ['覃辉', 'qin hui', '覃'], ['覃塘', 'tan tang', '塘'], ['冼星海', 'xian xing hai', '星海'],
  ['缪昌文', 'miao chang wen', '昌文'], ['宓大伟', 'mi da wei', '大伟'], ['繁星', 'po xing', '繁'], ['种师道', 'chong shi dao', '师道'],
  ['员晓', 'yun xiao', '员'], ['长孙无忌', 'zhang sun wu ji', '长孙'], ['澹台明', 'tan tai ming', '澹台'], ['万俟卨', 'mo qi xie', '万俟'],
  ['令狐冲', 'ling hu chong', '令狐'], ['诸葛亮', 'zhu ge liang', '诸葛'], ['单于', 'chan yu', '单于'], ['夏侯惇', 'xia hou dun', '夏侯'],
  ['召公', 'shao gong', '召'], ['逄增玉', 'pang zeng yu', '增玉'], ['晟铭', 'sheng ming', '晟'], ['祭仲', 'zhai zhong', '祭'], ['牟平', 'mu ping', '牟'],
  ['炅星', 'gui xing', '炅'], ['訾文', 'zi wen', '訾'], ['乜小', 'nie xiao', '乜'], ['女娲', 'nv wa', '女'], ['西安', 'xi an', '西安'],
  ['陳大文', 'chen da wen', '大文'], ['張學友', 'zhang xue you', '學友'], ['歐陽震華', 'ou yang zhen hua', '歐陽'], ['龑犇骉', 'yan ben biao', '犇'],
  ['中国银行', 'zhong guo yin hang', '银行'], ['重庆长安汽车', 'chong qing chang an qi che', '长安'], ['厦门大学', 'xia men da xue', '厦门'],
  ['深圳市腾讯计算机系统有限公司', 'shen zhen shi teng xun ji suan ji xi tong you xian gong si', '腾讯'],
  ['中国银行股份有限公司重庆长寿支行', 'zhong guo yin hang gu fen you xian gong si chong qing chang shou zhi hang', '长寿支行'],
  ['3M中国', '3 m zhong guo', '3M中'], ['王Lily', 'wang lily', '王L'], ['小米（北京）', 'xiao mi bei jing', '北京'], ['Anna-Lena Müller', 'anna lena muller', 'Lena'],
];

describe.each(NAMES)('%s', (name, pinyin, part) => {
  const syllables = pinyin.split(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');

  test('is found in full pinyin, word by word, by initials, by a part and in characters', () => {
    const queries = [
      syllables.join(''), pinyin, pinyin.toUpperCase(), initials,
      syllables.join('').slice(0, -1), initials.slice(1), part, name, name.toLowerCase(),
    ].filter((query) => query !== '');

    expect(queries.filter((query) => !finds(name, query))).toEqual([]);
  });

  test('is not found by other names', () => {
    const others = ['zhouxun', 'qqq', '周迅', `${syllables.join('')}9`, `${initials}9`, `q${initials}`];

    expect(others.filter((query) => finds(name, query))).toEqual([]);
  });
});

test.each(['lvbu', 'lübu', 'LÜBU', 'lǚbù', 'lubu', 'lyubu', 'lb', 'lv', 'l', '吕布'])('吕布 is found by %s', (query) => {
  expect(finds('吕布', query)).toBe(true);
});

test.each([
  ['略阳', 'lueyang'], ['略阳', 'lve'], ['居正', 'jvzheng'], ['居正', 'jüzheng'], ['西安', "xi'an"], ['西安', 'Xī-ān'], ['张三', 'zhangs'],
  ['Müller', 'muller'], ['Müller', 'müller'], ['ＡＢＣ公司', 'abc'], ['ABC公司', 'ＡＢＣ'], ['ABC公司', 'abcgs'], ['John Doe', 'jd'], ['John Doe', 'doe john'],
  ['金ⅷ', 'jinviii'], ['王小明', '王 xm'], ['王小明', 'xiaom'], ['ABC公司', 'ags'], ['王小明', 'ming　wang'], ['王小明', ''], ['王小明', '  '], ['김철수', '철수'], ['O\'Brien', 'obrien'], ['12号店', '12hao'],
])('%s is found by %j', (name, query) => {
  expect(finds(name, query)).toBe(true);
});

test.each([
  ['王小明', '王 zs'], ['王小明', 'wangming'], ['王小明', 'xiaowang'], ['王小明', 'mingwang'], ['王小明', 'wngxm'], ['曾志伟', 'zhengzhiwei'],
  ['', 'a'], ['张三', 'shan'], ['王小明', 'xiao.*'], ['王小明', '$'],
])('%s is not found by %j', (name, query) => {
  expect(finds(name, query)).toBe(false);
});

test('keys of several fields may be joined, and digits find a number', () => {
  const keys = [...searchKeys('曾志伟'), ...searchKeys('+8613812345678')];

  expect(['5678', '１３８', 'zzw 5678', '曾 138'].map((query) => matchesQuery(keys, query))).toEqual([true, true, true, true]);
  expect(matchesQuery(keys, 'zzw 9999')).toBe(false);
});

test.each([
  ['曾小明', ['曾小明', 'cengxiaoming', 'zengxiaoming', 'cxm', 'zxm']],
  ['Acme', ['acme', 'a']],
  ['吕布', ['吕布', 'lvbu', 'lubu', 'lyubu', 'lb']],
  ['  ', ['']],
])('the keys of %j are plain texts to be searched with includes', (name, keys) => {
  expect(searchKeys(name)).toEqual(keys);
});

describe('a long name of many polyphones', () => {
  const name = '上海长宁区重行车行系统解决方案服务有限公司长春重庆分行';

  test('has a bounded number of keys', () => {
    expect(searchKeys(name).length).toBeLessThan(600);
    expect(searchKeys('朴'.repeat(100)).length).toBeLessThan(100);
  });

  test('is found by every part of five characters', () => {
    const syllables = 'shang hai chang ning qu chong hang che hang xi tong jie jue fang an fu wu you xian gong si chang chun chong qing fen hang'.split(' ');
    const keys = searchKeys(name);
    for (let at = 0; at + 5 <= syllables.length; at++) {
      expect(matchesQuery(keys, syllables.slice(at, at + 5).join(''))).toBe(true);
      expect(matchesQuery(keys, syllables.slice(at, at + 5).map((syllable) => syllable.charAt(0)).join(''))).toBe(true);
    }
  });
});

test('one matcher serves many names', () => {
  const matches = queryMatcher('zhang');

  expect(['张三', '李四', '章太炎', '长孙'].filter((name) => matches(searchKeys(name)))).toEqual(['张三', '章太炎', '长孙']);
});

test('a hostile name and query answer at once', () => {
  const before = performance.now();

  expect(finds('朴'.repeat(2000), `${'p'.repeat(1000)}x`)).toBe(false);
  expect(performance.now() - before).toBeLessThan(5000);
});

test('any of up to 32 combinations of the readings in pinyin-match finds a name, in full and by initials', () => {
  const source = readFileSync(require.resolve('pinyin-match/src/simplified_dict.js'), 'utf8');
  const dictionary = JSON.parse(source.slice(source.indexOf('{'), source.indexOf('}') + 1)) as Record<string, string>;
  const anyReading = fc.constantFrom(...Object.keys(dictionary)).chain((syllable) => (
    fc.constantFrom(...(dictionary[syllable] ?? '')).map((character) => ({ syllable, character }))));
  const waysToType = (character: string) => Object.keys(dictionary).filter((syllable) => dictionary[syllable]?.includes(character))
    .reduce((count, syllable) => count + (/^[ln]v/.test(syllable) ? 3 : 1), 0);
  fc.assert(fc.property(fc.array(anyReading, { minLength: 1, maxLength: 12 }), (readings) => {
    fc.pre(readings.reduce((count, { character }) => count * waysToType(character), 1) <= 32);
    const keys = searchKeys(readings.map(({ character }) => character).join(''));

    expect(matchesQuery(keys, readings.map(({ syllable }) => syllable).join(''))).toBe(true);
    expect(matchesQuery(keys, readings.map(({ syllable }) => syllable.charAt(0)).join(''))).toBe(true);
  }), { numRuns: 2000, seed: 1 });
});

test('the committed table is that of the installed package', () => {
  const fresh = execFileSync(process.execPath, ['scripts/pinyin-table.mjs', '--print'], { cwd: ROOT, encoding: 'utf8' });

  expect(readFileSync(path.join(ROOT, 'src/domain/pinyin-table.ts'), 'utf8')).toBe(fresh);
});
