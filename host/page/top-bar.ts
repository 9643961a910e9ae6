import type { Person } from '../wire/doors';
import { element, icon } from './dom';
import { LANGUAGE_NAMES, type Language, type Say } from './messages';
import { changePreferences } from './preferences';

export interface TopBarOptions {
  readonly title: string;
  readonly people: readonly Person[];
  readonly user: Person;
  readonly language: Language;
  readonly say: Say;
  readonly menuBar: HTMLElement;
  openClock(): void;
  openInbox(): void;
  openCalls(): void;
}

export interface TopBar {
  readonly element: HTMLElement;
  showTitle(title: string): void;
  showTime(time: string): void;
  showCounts(counts: { readonly mails: number; readonly calls: number }): void;
}

const ICONS = {
  sheet: 'M5 4h14v16H5zM5 9h14M5 14.5h14M11 9v11',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 1.8',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  calls: 'M5 6h14M5 12h14M5 18h9',
} as const;

export function createTopBar(options: TopBarOptions): TopBar {
  const { say } = options;
  const title = element('h1', {}, options.title);
  const time = element('span', { class: 'time' });
  const mails = element('span', { class: 'badge' });
  const calls = element('span', { class: 'badge' });
  const bar = element('header', { class: 'top-bar' },
    element('span', { class: 'logo', title: say('workbenchHint') }, icon(ICONS.sheet)),
    element('div', { class: 'headline' },
      element('div', { class: 'titles' }, title, element('span', { class: 'product', title: say('workbenchHint') }, say('productName')),
        options.user.fileRole === 'viewer' && element('span', { class: 'chip', title: say('viewOnlyHint') }, say('viewOnly'))),
      options.menuBar),
    element('div', { class: 'tools' },
      tool(say('clock'), ICONS.clock, options.openClock, time),
      tool(say('inbox'), ICONS.mail, options.openInbox, mails),
      tool(say('calls'), ICONS.calls, options.openCalls, calls),
      languageSwitch(options.language, say),
      personSwitch(options.people, options.user, say)));
  return {
    element: bar,
    showTitle: (text) => { title.textContent = text; },
    showTime: (text) => { time.textContent = text; },
    showCounts: (counts) => {
      mails.textContent = String(counts.mails);
      calls.textContent = String(counts.calls);
    },
  };
}

function tool(label: string, path: string, open: () => void, extra: HTMLElement): HTMLElement {
  return element('button', { type: 'button', class: 'tool', onclick: open, title: label }, icon(path), element('span', { class: 'tool-label' }, label), extra);
}

function languageSwitch(language: Language, say: Say): HTMLElement {
  const select = element('select', { 'aria-label': say('language'), class: 'language' },
    ...Object.entries(LANGUAGE_NAMES).map(([key, name]) => element('option', { value: key, selected: key === language }, name)));
  select.addEventListener('change', () => { changePreferences({ language: select.value as Language }); });
  return select;
}

function personSwitch(people: readonly Person[], user: Person, say: Say): HTMLElement {
  const select = element('select', { 'aria-label': say('person') },
    ...people.map(({ email, name, fileRole }) => element('option', { value: email, selected: email === user.email }, nameAndRole(name, say(`role_${fileRole}`)))));
  select.addEventListener('change', () => { changePreferences({ user: select.value }); });
  return element('label', { class: 'person', title: user.email },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, user.name.slice(0, 1).toUpperCase()), select);
}

function nameAndRole(name: string, role: string): string {
  return name === role ? name : `${name} · ${role}`;
}
