import { ERROR_CODES } from '../../src/contract/envelope';
import { ERROR_TEXTS, fillText, ISSUE_TEXTS } from '../../src/contract/issue-texts';
import { ISSUE_CODES } from '../../src/domain/issue';
import { LANGUAGES } from '../../src/domain/language';

test.each(LANGUAGES)('every issue and error has words in %s, with the same blanks to fill', (language) => {
  const blanks = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const code of ISSUE_CODES) {
    expect(ISSUE_TEXTS[code][language]).not.toBe('');
    expect(blanks(ISSUE_TEXTS[code][language])).toEqual(blanks(ISSUE_TEXTS[code].en));
  }
  for (const code of ERROR_CODES) expect(ERROR_TEXTS[code][language]).not.toBe('');
});

test.each(LANGUAGES)('what is said of an unexpected fault and of drift is true whatever happened (%s)', (language) => {
  expect(ERROR_TEXTS.INTERNAL[language]).not.toMatch(/原样|as it was|nothing was/);
  expect(ERROR_TEXTS.SCHEMA_DRIFT[language]).toMatch({ 'zh-CN': /标签页.*版本历史.*初始设置/, en: /tabs.*version history.*Set up/ }[language]);
});

test('blanks are filled from the params and left alone without', () => {
  expect(fillText(ISSUE_TEXTS.too_long, 'en', { max: 100 })).toBe('Too long: at most 100 characters');
  expect(fillText(ISSUE_TEXTS.too_long, 'en')).toContain('{max}');
});
