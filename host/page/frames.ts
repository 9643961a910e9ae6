/** Pages that scripts show: the sidebar and dialogs, in frames from the host's second loopback origin. */
import type { Shown } from '../wire/doors';
import { element, replaceChildren } from './dom';
import type { Say } from './messages';

/** As Google's own frame of HtmlService pages; without `allow-same-origin` the page had no localStorage. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals';

export interface Frames {
  /** Place of the sidebar beside the grid. */
  readonly sidebar: HTMLElement;
  showSidebar(page: Extract<Shown, { kind: 'sidebar' }>): void;
  showDialog(page: Extract<Shown, { kind: 'dialog' }>): void;
}

export function createFrames(say: Say): Frames {
  const sidebar = element('section', { class: 'sidebar', hidden: true });
  const shown = new Map<MessageEventSource, PageOwner>();
  const closeSidebar = (): void => {
    sidebar.hidden = true;
    replaceChildren(sidebar);
  };
  /** `google.script.host` of a shown page can only ask: its frame may not touch this page. */
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const owner = source === null ? undefined : shown.get(source);
    if (owner !== undefined) answer(owner, data);
  });
  const register = (frame: HTMLIFrameElement, close: () => void): void => {
    for (const [source, { frame: known }] of shown) {
      if (!known.isConnected) shown.delete(source);
    }
    if (frame.contentWindow !== null) shown.set(frame.contentWindow, { frame, close });
  };
  return {
    sidebar,
    showSidebar: ({ title, url }) => {
      const frame = frameOf(say('sidebarFrame', { title }), url);
      replaceChildren(sidebar, heading(title, say('closeSidebar'), closeSidebar), frame);
      sidebar.setAttribute('aria-label', title);
      sidebar.hidden = false;
      register(frame, closeSidebar);
    },
    showDialog: ({ title, url, width, height }) => {
      const frame = frameOf(say('dialogFrame', { title }), url);
      resize(frame, width, height);
      const dialog = element('dialog', { class: 'script-dialog', 'aria-label': title });
      const close = (): void => { dialog.close(); };
      dialog.append(heading(title, say('closeDialog'), close), frame);
      dialog.addEventListener('close', () => { dialog.remove(); });
      document.body.append(dialog);
      dialog.showModal();
      register(frame, close);
    },
  };
}

interface PageOwner {
  readonly frame: HTMLIFrameElement;
  close(): void;
}

function frameOf(title: string, url: string): HTMLIFrameElement {
  return element('iframe', { sandbox: SANDBOX, src: url, title, autofocus: true });
}

function heading(title: string, closeLabel: string, close: () => void): HTMLElement {
  return element('header', {}, element('h2', {}, title),
    element('button', { class: 'quiet', type: 'button', 'aria-label': closeLabel, onclick: close }, '×'));
}

/** Requests are those of the host's shim. A sidebar keeps its 300 pixels, as on Google. */
function answer({ frame, close }: PageOwner, data: unknown): void {
  if (typeof data !== 'object' || data === null || !('guidang' in data)) return;
  const { guidang, width, height } = data as { readonly guidang: unknown; readonly width?: unknown; readonly height?: unknown };
  if (guidang === 'close') close();
  if (guidang === 'resize' && frame.closest('dialog') !== null) resize(frame, width, height);
  if (guidang === 'focus') document.querySelector<HTMLElement>('.grid [contenteditable]')?.focus();
}

function resize(frame: HTMLIFrameElement, width: unknown, height: unknown): void {
  if (typeof width === 'number') frame.style.width = `${width}px`;
  if (typeof height === 'number') frame.style.height = `${height}px`;
}
