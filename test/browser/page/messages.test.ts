import { CATALOGUES, chooseLanguage, sayIn, type MessageKey } from '../../../host/page/messages';

const keys = Object.keys(CATALOGUES['zh-CN']) as MessageKey[];

test('both languages have the same texts, none of them empty', () => {
  expect(keys.length).toBeGreaterThan(50);
  expect(Object.keys(CATALOGUES.en).sort()).toEqual([...keys].sort());
  for (const catalogue of Object.values(CATALOGUES)) expect(Object.values(catalogue).filter((text) => text.trim() === '')).toEqual([]);
});

test.each(keys)('%s has the same placeholders in both languages', (key) => {
  const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

  expect(placeholders(CATALOGUES.en[key])).toEqual(placeholders(CATALOGUES['zh-CN'][key]));
});

test('placeholders are filled, and a missing one stays visible', () => {
  const say = sayIn('en');

  expect(say('callsShowing', { shown: 300 })).toBe('The latest 300 are shown');
  expect(say('callsShowing')).toBe('The latest {shown} are shown');
});

test.each([
  [['zh-CN', 'en'], 'zh-CN'], [['zh'], 'zh-CN'], [['zh-Hant-TW'], 'zh-CN'], [['en-GB', 'zh'], 'en'], [['fr', 'zh-CN'], 'zh-CN'], [['fr'], 'en'], [[], 'en'],
])('a browser that asks for %j gets %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});
