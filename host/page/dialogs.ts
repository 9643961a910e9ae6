/** Questions and messages of the page itself, as Google's own: the native dialog element keeps the focus inside. */
import { element } from './dom';
import type { Say } from './messages';

export interface Dialogs {
  /** Resolves once it is closed. */
  tell(message: { readonly title: string; readonly text: string }): Promise<void>;
  ask(question: { readonly title: string; readonly text: string }): Promise<boolean>;
}

export function createDialogs(say: Say): Dialogs {
  const open = ({ title, text }: { readonly title: string; readonly text: string }, withCancel: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const dialog = element('dialog', { class: 'message', 'aria-label': title },
        element('form', { method: 'dialog' },
          element('h2', {}, title),
          element('p', {}, text),
          element('div', { class: 'buttons' },
            withCancel && element('button', { value: '', class: 'text', type: 'submit' }, say('cancel')),
            element('button', { value: 'ok', class: 'primary', type: 'submit', autofocus: true }, say('ok')))));
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'ok');
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  return {
    tell: async (message) => { await open(message, false); },
    ask: (question) => open(question, true),
  };
}
