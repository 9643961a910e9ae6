/** The script's menu, and everything that scripts put on the screen. */
import type { Api } from './api';
import type { MenuItem, Shown } from '../wire/doors';
import type { Dialogs } from './dialogs';
import type { Frames } from './frames';
import type { Grid } from './grid/grid';
import type { MenuEntry, TopMenu } from './menu-bar';
import type { Language, Say } from './messages';
import type { Toasts } from './toasts';

export interface ScriptUiOptions {
  readonly api: Api;
  readonly say: Say;
  readonly language: Language;
  readonly grid: Grid;
  readonly frames: Frames;
  readonly dialogs: Dialogs;
  readonly toasts: Toasts;
  attempt(work: () => Promise<void>): void;
  /** A function of the script was run from the menu. */
  ran(): void;
}

export interface ScriptUi {
  show(shown: readonly Shown[]): void;
  /** Opens the document for the script and returns the menus it made. */
  menus(): Promise<readonly TopMenu[]>;
}

export function createScriptUi({ api, say, language, grid, frames, dialogs, toasts, attempt, ran }: ScriptUiOptions): ScriptUi {
  const showOne = (shown: Shown): void => {
    switch (shown.kind) {
      case 'toast': toasts.show(shown); break;
      case 'alert': attempt(() => dialogs.tell({ title: shown.title ?? '', text: shown.message })); break;
      case 'sidebar': frames.showSidebar(shown); break;
      case 'dialog': frames.showDialog(shown); break;
      case 'select': grid.select(shown.sheetId, shown.row, shown.column); break;
    }
  };
  const click = async (functionName: string): Promise<void> => {
    const done = toasts.show({ message: say('working'), seconds: 0 });
    const shown = await api.clickMenu(functionName).finally(done);
    shown.forEach(showOne);
    ran();
  };
  const entries = (items: readonly MenuItem[]): readonly MenuEntry[] => items.map((item) => {
    if (item.kind === 'item') return { kind: 'item', label: item.label, choose: () => { attempt(() => click(item.function)); } };
    return item.kind === 'menu' ? { ...item, items: entries(item.items) } : item;
  });
  return {
    show: (shown) => { shown.forEach(showOne); },
    menus: async () => (await api.menu(language)).filter((item) => item.kind === 'menu').map(({ label, items }) => ({ label, items: entries(items) })),
  };
}
