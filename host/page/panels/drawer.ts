import { element, replaceChildren, type Child } from '../dom';

/** A panel over the right edge of the grid, which takes the focus and gives it back. One is open at a time. */
export interface Drawer {
  readonly element: HTMLElement;
  open(title: string, ...content: readonly Child[]): void;
  close(): void;
}

export function createDrawer(closeLabel: string): Drawer {
  const heading = element('h2', {});
  const body = element('div', { class: 'drawer-body' });
  let opener: Element | null = null;
  const close = (): void => {
    panel.hidden = true;
    replaceChildren(body);
    if (opener instanceof HTMLElement) opener.focus();
  };
  const panel = element('aside', { class: 'drawer', hidden: true, tabindex: -1 },
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
      if (panel.hidden) opener = document.activeElement;
      replaceChildren(body, ...content);
      panel.hidden = false;
      panel.focus();
    },
    close,
  };
}
