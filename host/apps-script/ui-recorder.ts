import type { Selection } from './service-context';

/** A menu as a person sees it. */
export type MenuNode =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuNode[] };

/** A page the script put up, already mangled as Google serves it. Sizes in pixels. */
export interface ShownPage {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
}

export interface ShownDialog extends ShownPage {
  readonly modal: boolean;
}

export interface ShownToast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number | null;
}

/** An alert or prompt, with the answer it got. */
export interface ShownAlert {
  readonly title: string;
  readonly message: string;
  readonly buttons: string;
  readonly prompt: boolean;
  readonly answer: AlertAnswer;
}

export interface AlertAnswer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  /** What was typed into a prompt. */
  readonly text?: string;
}

/** How the person answers an alert or prompt. */
export type AlertAnswerer = (alert: Omit<ShownAlert, 'answer'>) => AlertAnswer;

/** What one execution showed to the person who started it. */
export interface UiEffects {
  readonly menus: readonly MenuNode[];
  readonly sidebar: ShownPage | null;
  readonly dialogs: readonly ShownDialog[];
  readonly toasts: readonly ShownToast[];
  readonly alerts: readonly ShownAlert[];
  /** The cell the script jumped to last. */
  readonly selection: Selection | null;
}

export interface UiRecorder {
  menu(menu: MenuNode): void;
  sidebar(page: ShownPage): void;
  dialog(dialog: ShownDialog): void;
  toast(toast: ShownToast): void;
  alert(alert: Omit<ShownAlert, 'answer'>): AlertAnswer;
  select(selection: Selection): void;
  effects(): UiEffects;
}

/** Says OK, or Yes where there is no OK: what a test person does unless told otherwise. */
export const agree: AlertAnswerer = ({ buttons, prompt }) => ({ button: buttons.startsWith('YES') ? 'YES' : 'OK', ...(prompt ? { text: '' } : {}) });

export function createUiRecorder(answer: AlertAnswerer): UiRecorder {
  const menus: MenuNode[] = [];
  const dialogs: ShownDialog[] = [];
  const toasts: ShownToast[] = [];
  const alerts: ShownAlert[] = [];
  let sidebar: ShownPage | null = null;
  let selection: Selection | null = null;
  return {
    menu: (menu) => { menus.push(menu); },
    sidebar: (page) => { sidebar = page; },
    dialog: (dialog) => { dialogs.push(dialog); },
    toast: (toast) => { toasts.push(toast); },
    alert: (alert) => {
      const given = answer(alert);
      alerts.push({ ...alert, answer: given });
      return given;
    },
    select: (next) => { selection = next; },
    effects: () => ({ menus, sidebar, dialogs, toasts, alerts, selection }),
  };
}
