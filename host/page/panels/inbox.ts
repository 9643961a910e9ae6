import type { Mail } from '../../wire/doors';
import { element, replaceChildren } from '../dom';
import type { Say } from '../messages';

/** Mails, latest first; a click opens one. */
export function inboxView(mails: readonly Mail[], say: Say, showAt: (at: string) => string): HTMLElement {
  const view = element('div', { class: 'inbox' });
  const showList = (): void => replaceChildren(view, mails.length === 0
    ? element('p', { class: 'empty' }, say('inboxEmpty'))
    : element('ul', { class: 'mails' }, ...[...mails].reverse().map((mail) => element('li', {},
      element('button', { type: 'button', class: 'mail', onclick: () => { showMail(mail); } },
        element('span', { class: 'mail-subject' }, mail.subject),
        element('span', { class: 'mail-to' }, mail.to),
        element('time', { datetime: mail.at }, showAt(mail.at)))))));
  const showMail = (mail: Mail): void => {
    replaceChildren(view,
      element('button', { type: 'button', class: 'text', onclick: showList }, `‹ ${say('mailBack')}`),
      element('article', { class: 'open-mail', 'aria-label': mail.subject },
        element('h3', {}, mail.subject),
        element('p', { class: 'mail-meta' }, say('mailTo', { to: mail.to }), element('br'), say('mailAt', { at: showAt(mail.at) })),
        ...bodyOf(mail, say)));
  };
  showList();
  return view;
}

/** The frame runs no script and may not navigate the page: a mail is somebody's text. */
function bodyOf(mail: Mail, say: Say): HTMLElement[] {
  const text = element('pre', { class: 'mail-text' }, mail.text);
  if (mail.html === null || mail.html === '') return [text];
  return [
    element('iframe', { class: 'mail-html', sandbox: 'allow-popups', referrerpolicy: 'no-referrer', title: say('mailHtml'), srcdoc: withOutsideLinks(mail.html) }),
    element('details', {}, element('summary', {}, say('mailText')), text),
  ];
}

/** Links open in a tab of their own, as in a mail program. */
function withOutsideLinks(html: string): string {
  return `<base target="_blank">${html}`;
}
