import { en } from './en';
import { zhCN } from './zh-CN';

export type Language = 'zh-CN' | 'en';
export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;

/** Looks a text up and fills its `{names}`. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

export const CATALOGUES: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

export function sayIn(language: Language): Say {
  const messages = CATALOGUES[language];
  return (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The first language asked for that we have; otherwise English. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
