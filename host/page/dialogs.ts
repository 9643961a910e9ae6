/** Questions and messages of the page itself, as Google's own: the native dialog element keeps the focus inside. */
import { element } from './dom';
import type { Say } from './messages';

export interface Dialogs {
  /** Resolves once it is closed. */
  tell(message: Message): Promise<void>;
  ask(question: Message): Promise<boolean>;
  /** What was typed, or null when it was cancelled. */
  prompt(question: { readonly title: string; readonly value: string }): Promise<string | null>;
}

interface Message {
  readonly title: string;
  readonly text: string;
}

export function createDialogs(say: Say): Dialogs {
  const open = (title: string, content: HTMLElement, withCancel: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const dialog = element('dialog', { class: 'message', 'aria-label': title },
        element('form', { method: 'dialog' },
          element('h2', {}, title),
          content,
          element('div', { class: 'buttons' },
            withCancel && element('button', { class: 'text', type: 'button', onclick: () => { dialog.close(); } }, say('cancel')),
            element('button', { value: 'ok', class: 'primary', type: 'submit', autofocus: content.tagName === 'P' }, say('ok')))));
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'ok');
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  return {
    tell: async ({ title, text }) => { await open(title, element('p', {}, text), false); },
    ask: ({ title, text }) => open(title, element('p', {}, text), true),
    prompt: async ({ title, value }) => {
      const input = element('input', { type: 'text', value, 'aria-label': title, autofocus: true, onfocus: () => { input.select(); } });
      return (await open(title, input, true)) ? input.value.trim() : null;
    },
  };
}
