import { EN } from '../../sidebar/messages/en';
import { ZH_CN } from '../../sidebar/messages/zh-CN';

type Text = string | ((...values: unknown[]) => string);

/** Every text by its path; functions are texts once they are filled. */
function textsOf(catalogue: object, path = ''): Map<string, Text> {
  const entries = Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => (
    typeof value === 'object' && value !== null ? [...textsOf(value, `${path}${key}.`)] : [[path + key, value as Text] as const]));
  return new Map(entries);
}

function filled(text: Text): string {
  return typeof text === 'string' ? text : text(...['2', '3'].slice(0, text.length));
}

const chinese = textsOf(ZH_CN);
const english = textsOf(EN);

test('both catalogues hold the same texts', () => {
  expect(chinese.size).toBeGreaterThan(100);
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test.each([...chinese.keys()])('%s takes the same values in both languages and is never empty', (key) => {
  const [zh, en] = [chinese.get(key), english.get(key)] as [Text, Text];

  expect(typeof zh).toBe(typeof en);
  expect(zh.length > 0).toBe(true);
  expect(filled(zh).trim()).not.toBe('');
  expect(filled(en).trim()).not.toBe('');
});

test.each([...english.keys()].filter((key) => key !== 'listSeparator'))('%s is in its own language', (key) => {
  expect(filled(english.get(key) as Text)).not.toMatch(/[\u3400-\u9FFF]/);
  expect(filled(chinese.get(key) as Text)).toMatch(/[\u3400-\u9FFF]/);
});

test.each([
  [EN.customersInArchive(1), '1 customer'],
  [EN.customersInArchive(1234), '1,234 customers'],
  [EN.resultCount(50, 1234), '1,234 found, the first 50 shown'],
  [EN.reviewOverdue(1), '1 day overdue'],
  [ZH_CN.resultCount(50, 1234), '找到 1,234 位，显示前 50 位'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
