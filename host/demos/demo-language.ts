import type { DemoLanguage } from './superstore-records';

/** Chinese, unless the terminal's locale names a language that is not Chinese. `C` and `POSIX` name none. */
export function demoLanguage(environment: Readonly<Record<string, string | undefined>>): DemoLanguage {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((each) => each !== undefined && each !== '') ?? '';
  return /^(zh|C|POSIX)(?![a-z])|^$/i.test(locale) ? 'zh-CN' : 'en';
}
