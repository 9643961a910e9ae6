import { element } from './dom';

export interface Toasts {
  readonly element: HTMLElement;
  /** Stays for `seconds`; zero or less keeps it until it is closed. Returns what takes it away. */
  show(toast: { readonly message: string; readonly title?: string; readonly seconds?: number }): () => void;
}

const DEFAULT_SECONDS = 5;

export function createToasts(closeLabel: string): Toasts {
  const region = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  return {
    element: region,
    show: ({ message, title, seconds = DEFAULT_SECONDS }) => {
      const remove = (): void => toast.remove();
      const toast = element('div', { class: 'toast' },
        element('div', { class: 'toast-text' }, title !== undefined && title !== '' && element('strong', {}, title), element('span', {}, message)),
        element('button', { class: 'quiet', type: 'button', 'aria-label': closeLabel, onclick: remove }, '×'));
      region.append(toast);
      if (seconds > 0) setTimeout(remove, seconds * 1000);
      return remove;
    },
  };
}
