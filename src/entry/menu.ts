/** The menu and what it opens. Runs in every auth mode, so it asks no service but the interface and the locale. */
import { LANGUAGES, type Labels, type Language } from '../domain/language';

const TEXTS = {
  title: { 'zh-CN': '归档', en: 'Guidang' },
  open: { 'zh-CN': '打开侧边栏', en: 'Open sidebar' },
  setUp: { 'zh-CN': '初始设置…', en: 'Set up…' },
  sidebar: { 'zh-CN': '客户归档', en: 'Customer archive' },
} satisfies Record<string, Labels>;

export function addMenu(): void {
  const language = languageOfPerson();
  SpreadsheetApp.getUi().createMenu(TEXTS.title[language])
    .addItem(TEXTS.open[language], 'showSidebar')
    .addItem(TEXTS.setUp[language], 'setUpWorkbook')
    .addToUi();
}

/** One page per language: each carries only its own texts. */
export function openSidebar(): void {
  const language = languageOfPerson();
  const page = HtmlService.createHtmlOutputFromFile(`sidebar-${language}`).setTitle(TEXTS.sidebar[language]);
  SpreadsheetApp.getUi().showSidebar(page);
}

function languageOfPerson(): Language {
  const locale = Session.getActiveUserLocale();
  return LANGUAGES.find((language) => locale.startsWith(language.slice(0, 2))) ?? 'en';
}
