/** Pages that scripts show: the sidebar and dialogs, in frames from the host's second loopback origin. */
import type { Shown } from './api';
import { element, replaceChildren } from './dom';
import type { Say } from './messages';

/** As Google's own frame of HtmlService pages; without `allow-same-origin` the page had no localStorage. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals';

export interface Frames {
  /** Place of the sidebar beside the grid. */
  readonly sidebar: HTMLElement;
  showSidebar(page: Extract<Shown, { kind: 'sidebar' }>): void;
  showDialog(page: Extract<Shown, { kind: 'dialog' }>): void;
  /** Takes the sidebar and every dialog away. */
  closeAll(): void;
}

export function createFrames(say: Say): Frames {
  const sidebar = element('section', { class: 'sidebar', hidden: true });
  const closers = new Map<Window, () => void>();
  const closeSidebar = (): void => {
    sidebar.hidden = true;
    replaceChildren(sidebar);
  };
  /** `google.script.host` of a shown page can only ask: its frame may not touch this page. */
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const close = closers.get(source as Window);
    if (close !== undefined && isCloseRequest(data)) close();
  });
  const frame = (title: string, url: string, close: () => void): HTMLIFrameElement => {
    const made = element('iframe', { sandbox: SANDBOX, src: url, title });
    made.addEventListener('load', () => {
      if (made.contentWindow !== null) closers.set(made.contentWindow, close);
    });
    return made;
  };
  return {
    sidebar,
    showSidebar: ({ title, url }) => {
      replaceChildren(sidebar,
        element('header', {}, element('h2', {}, title),
          element('button', { class: 'quiet', type: 'button', 'aria-label': say('closeSidebar'), onclick: closeSidebar }, '×')),
        frame(say('sidebarFrame', { title }), url, closeSidebar));
      sidebar.setAttribute('aria-label', title);
      sidebar.hidden = false;
    },
    showDialog: ({ title, url, width, height }) => {
      const close = (): void => { dialog.close(); };
      const inside = frame(say('dialogFrame', { title }), url, close);
      inside.style.width = `${width}px`;
      inside.style.height = `${height}px`;
      const dialog = element('dialog', { class: 'script-dialog', 'aria-label': title },
        element('header', {}, element('h2', {}, title),
          element('button', { class: 'quiet', type: 'button', 'aria-label': say('closeDialog'), onclick: close }, '×')),
        inside);
      dialog.addEventListener('close', () => { dialog.remove(); });
      document.body.append(dialog);
      dialog.showModal();
    },
    closeAll: () => {
      closeSidebar();
      document.querySelectorAll('dialog.script-dialog').forEach((dialog) => { (dialog as HTMLDialogElement).close(); });
    },
  };
}

function isCloseRequest(data: unknown): boolean {
  return typeof data === 'object' && data !== null && (data as { guidang?: unknown }).guidang === 'close';
}
