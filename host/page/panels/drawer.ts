import { element, replaceChildren, type Child } from '../dom';

/** A panel that slides over the right edge of the page. One is open at a time. */
export interface Drawer {
  readonly element: HTMLElement;
  open(title: string, ...content: readonly Child[]): void;
  close(): void;
  /** Title of what is open, or null. */
  opened(): string | null;
}

export function createDrawer(closeLabel: string): Drawer {
  const heading = element('h2', {});
  const body = element('div', { class: 'drawer-body' });
  const close = (): void => {
    panel.hidden = true;
    replaceChildren(body);
  };
  const panel = element('aside', { class: 'drawer', hidden: true },
    element('header', {}, heading, element('button', { class: 'quiet', type: 'button', 'aria-label': closeLabel, onclick: close }, '×')),
    body);
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return {
    element: panel,
    open: (title, ...content) => {
      heading.textContent = title;
      panel.setAttribute('aria-label', title);
      replaceChildren(body, ...content);
      panel.hidden = false;
    },
    close,
    opened: () => (panel.hidden ? null : heading.textContent),
  };
}
