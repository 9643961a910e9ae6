/** A menu bar after the ARIA pattern: arrows move, Enter chooses, Escape closes and gives the focus back. */
import { element, replaceChildren } from './dom';

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly choose: () => void }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuEntry[] };

export interface TopMenu {
  readonly label: string;
  readonly items: readonly MenuEntry[];
}

export interface MenuBar {
  readonly element: HTMLElement;
  update(menus: readonly TopMenu[]): void;
}

export function createMenuBar(label: string): MenuBar {
  const bar = element('div', { class: 'menu-bar', role: 'menubar', 'aria-label': label });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!bar.contains(target as Node)) closeAll(bar);
  });
  bar.addEventListener('keydown', (event) => moveByKey(bar, event));
  return {
    element: bar,
    update: (menus) => {
      replaceChildren(bar, ...menus.map((menu) => popup(bar, menu, 'menu-top')));
      bar.querySelectorAll('.menu-top > button').forEach((button, index) => button.setAttribute('tabindex', index === 0 ? '0' : '-1'));
    },
  };
}

function popup(bar: HTMLElement, menu: TopMenu, place: 'menu-top' | 'menu-sub'): HTMLElement {
  const list = element('div', { class: 'menu-list', role: 'menu', 'aria-label': menu.label, hidden: true });
  const button = element('button', { type: 'button', role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': 'false', tabindex: '-1', class: place === 'menu-sub' ? 'menu-item' : '' }, menu.label);
  button.addEventListener('click', () => {
    if (list.hidden) open(button);
    else close(button);
  });
  list.append(...menu.items.map((entry) => entryElement(bar, entry)));
  return element('div', { class: place, role: 'none' }, button, list);
}

function entryElement(bar: HTMLElement, entry: MenuEntry): HTMLElement {
  if (entry.kind === 'separator') return element('div', { class: 'menu-separator', role: 'separator' });
  if (entry.kind === 'menu') return popup(bar, entry, 'menu-sub');
  const choose = (): void => {
    closeAll(bar);
    entry.choose();
  };
  return element('button', { type: 'button', role: 'menuitem', class: 'menu-item', tabindex: '-1', onclick: choose }, entry.label);
}

function open(button: HTMLElement): void {
  const siblings = button.parentElement?.parentElement?.querySelectorAll<HTMLElement>(':scope > * > [aria-expanded="true"]') ?? [];
  siblings.forEach(close);
  button.setAttribute('aria-expanded', 'true');
  listOf(button).hidden = false;
}

function close(button: HTMLElement): void {
  button.setAttribute('aria-expanded', 'false');
  const list = listOf(button);
  list.hidden = true;
  list.querySelectorAll<HTMLElement>('[aria-expanded="true"]').forEach(close);
}

function closeAll(bar: HTMLElement): void {
  bar.querySelectorAll<HTMLElement>('.menu-top > [aria-expanded="true"]').forEach(close);
}

function listOf(button: HTMLElement): HTMLElement {
  return button.nextElementSibling as HTMLElement;
}

function moveByKey(bar: HTMLElement, event: KeyboardEvent): void {
  if (event.key === 'Tab') closeAll(bar);
  const here = document.activeElement as HTMLElement;
  const list = here.closest<HTMLElement>('.menu-list');
  const tops = [...bar.querySelectorAll<HTMLElement>('.menu-top > button')];
  const target = ((): HTMLElement | undefined | null => {
    switch (event.key) {
      case 'ArrowDown': return list === null || here.nextElementSibling === list ? firstOf(here) : beside(itemsOf(list), here, 1);
      case 'ArrowUp': return list === null ? null : beside(itemsOf(list), here, -1);
      case 'ArrowRight': return here.classList.contains('menu-item') && here.hasAttribute('aria-expanded') ? firstOf(here) : besideTop(tops, here, 1);
      case 'ArrowLeft': return list?.parentElement?.classList.contains('menu-sub') ? leave(list) : besideTop(tops, here, -1);
      case 'Home': return itemsOf(list)[0];
      case 'End': return itemsOf(list).at(-1);
      case 'Escape': return list === null ? null : leave(list);
      default: return undefined;
    }
  })();
  if (target === undefined) return;
  event.preventDefault();
  target?.focus();
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>(':scope > .menu-item, :scope > .menu-sub > .menu-item')];
}

function firstOf(button: HTMLElement): HTMLElement | undefined {
  open(button);
  return itemsOf(listOf(button))[0];
}

function leave(list: HTMLElement): HTMLElement {
  const button = list.previousElementSibling as HTMLElement;
  close(button);
  return button;
}

function beside(items: readonly HTMLElement[], here: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  return items[(items.indexOf(here) + step + items.length) % items.length];
}

function besideTop(tops: readonly HTMLElement[], here: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const top = here.closest('.menu-top')?.querySelector<HTMLElement>(':scope > button') ?? here;
  const wasOpen = top.getAttribute('aria-expanded') === 'true';
  const next = beside(tops, top, step);
  if (!wasOpen || next === undefined) return next;
  close(top);
  return firstOf(next) ?? next;
}
