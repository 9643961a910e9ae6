import { demoLanguage } from '../../../host/demos/demo-language';

test.each([
  [{}, 'zh-CN'], [{ LANG: '' }, 'zh-CN'], [{ LANG: 'C' }, 'zh-CN'], [{ LANG: 'C.UTF-8' }, 'zh-CN'], [{ LANG: 'POSIX' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'], [{ LANG: 'zh-Hans' }, 'zh-CN'],
  [{ LANG: 'en_US.UTF-8' }, 'en'], [{ LANG: 'en' }, 'en'], [{ LANG: 'cs_CZ.UTF-8' }, 'en'], [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'], [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-CN'],
] as const)('a terminal of %j reads %s', (environment, language) => {
  expect(demoLanguage(environment)).toBe(language);
});
