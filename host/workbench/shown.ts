import type { MenuNode, ShownDialog, UiEffects } from '../apps-script/ui-recorder';
import type { MenuItem, Shown } from '../wire/doors';

/** Makes a page of a script reachable and returns its address. */
export type Publish = (html: string) => string;

/** Google's size of a dialog that was given none. */
const DIALOG_SIZE = { width: 600, height: 450 };

/** What one run put on the screen, in the order in which it is best looked at: pages, where to look, what was said. */
export function shownOf({ sidebar, dialogs, toasts, alerts, selection }: UiEffects, publish: Publish): readonly Shown[] {
  return [
    ...(sidebar === null ? [] : [{ kind: 'sidebar' as const, title: sidebar.title, url: publish(sidebar.html) }]),
    ...dialogs.map((dialog) => shownDialog(dialog, publish)),
    ...(selection === null ? [] : [{ kind: 'select' as const, sheetId: selection.sheetId, row: selection.row - 1, column: selection.column - 1 }]),
    ...alerts.map(({ title, message }) => ({ kind: 'alert' as const, ...(title === '' ? {} : { title }), message })),
    ...toasts.map(({ title, message, seconds }) => ({ kind: 'toast' as const, ...(title === '' ? {} : { title }), message, ...(seconds === null ? {} : { seconds }) })),
  ];
}

export function menuItems(menus: readonly MenuNode[]): readonly MenuItem[] {
  return menus.map((node) => {
    switch (node.kind) {
      case 'item': return { kind: 'item', label: node.label, function: node.functionName };
      case 'separator': return { kind: 'separator' };
      case 'menu': return { kind: 'menu', label: node.label, items: menuItems(node.items) };
    }
  });
}

function shownDialog({ title, html, width, height }: ShownDialog, publish: Publish): Shown {
  return { kind: 'dialog', title, url: publish(html), width: width ?? DIALOG_SIZE.width, height: height ?? DIALOG_SIZE.height };
}
