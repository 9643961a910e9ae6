/** The page as one person sees it: everything below the top level is created here and wired together. */
import type { Api, Changes, MenuItem, Person, Shown, WorkbookSnapshot } from './api';
import { createDialogs } from './dialogs';
import { element } from './dom';
import { createEditDesk } from './edit-desk';
import { followChanges } from './feed';
import { createFrames } from './frames';
import { blockName } from './grid/a1';
import { createGrid, type GridSelection } from './grid/grid';
import { createMenuBar, type MenuEntry } from './menu-bar';
import { sayIn, type Language } from './messages';
import { callLogView } from './panels/call-log';
import { clockView } from './panels/clock';
import { createDrawer } from './panels/drawer';
import { inboxView } from './panels/inbox';
import { sheetMenus } from './sheet-menus';
import { createToasts } from './toasts';
import { createTopBar } from './top-bar';
import { showTime } from './zoned-time';

export interface WorkbenchOptions {
  readonly api: Api;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly language: Language;
}

const REFRESH_AFTER_MS = 500;
const SELECTION_AFTER_MS = 150;

/** Fills `place`; resolves once the grid shows the workbook. */
export async function openWorkbench(place: HTMLElement, { api, person, people, language }: WorkbenchOptions): Promise<void> {
  const say = sayIn(language);
  const viewer = person.fileRole === 'viewer';
  let snapshot: WorkbookSnapshot = await api.workbook();

  const toasts = createToasts(say('close'));
  const dialogs = createDialogs(say);
  const frames = createFrames(say);
  const drawer = createDrawer(say('close'));
  const menuBar = createMenuBar(say('menuBar'));
  /** Changes come in bursts, and the call log of a long session is large. */
  const refreshSoon = latestOnly(REFRESH_AFTER_MS, () => attempt(async () => { await Promise.all([refreshClock(), refreshCounts()]); }));
  const showAt = (at: string): string => showTime(new Date(at), snapshot.timeZone, language);
  const failed = (error: unknown): void => {
    console.error(error);
    toasts.show({ message: say('requestFailed', { reason: error instanceof Error ? error.message : String(error) }), seconds: 10 });
  };
  const attempt = (work: () => Promise<void>): void => { work().catch(failed); };

  const gridPlace = element('div', { class: 'grid' });
  const topBar = createTopBar({
    title: snapshot.title, people, user: person, language, say, menuBar: menuBar.element,
    openClock: () => attempt(openClock), openInbox: () => attempt(openInbox), openCalls: () => attempt(openCalls),
  });
  place.replaceChildren(topBar.element, element('main', {}, gridPlace, frames.sidebar), drawer.element, toasts.element);

  const tabTitle = (sheetId: number): string | null => snapshot.tabs.find((tab) => tab.sheetId === sheetId)?.title ?? null;
  const desk = createEditDesk({
    api, dialogs, say, failed, tabTitle,
    commandRefused: () => { grid.show(snapshot); },
    write: (sheetId, cells) => { grid.writeValues(sheetId, cells); },
  });
  const tellSelection = latestOnly(SELECTION_AFTER_MS, (selection: GridSelection) => attempt(() => api.select(selection)));
  const grid = createGrid(gridPlace, language, {
    canEdit: () => !viewer,
    refusedToView: () => { toasts.show({ message: say('viewOnlyHint') }); },
    edited: (edit) => { desk.submit(edit); },
    commanded: (command) => { desk.command(command); },
    selected: (selection) => {
      gridPlace.dataset['selection'] = `${tabTitle(selection.sheetId) ?? ''}!${blockName(selection.row, selection.column, selection.rows, selection.columns)}`;
      tellSelection(selection);
    },
  });
  grid.show(snapshot);

  const show = (shown: Shown): void => {
    switch (shown.kind) {
      case 'toast': toasts.show(shown); break;
      case 'alert': attempt(() => dialogs.tell({ title: shown.title ?? '', text: shown.message })); break;
      case 'sidebar': frames.showSidebar(shown); break;
      case 'dialog': frames.showDialog(shown); break;
      case 'select': grid.select(shown.sheetId, shown.row, shown.column); break;
    }
  };
  const clickMenu = async (functionName: string): Promise<void> => {
    const done = toasts.show({ message: say('working'), seconds: 0 });
    const shown = await api.clickMenu(functionName).finally(done);
    shown.forEach(show);
    refreshSoon();
  };
  const menuEntries = (items: readonly MenuItem[]): readonly MenuEntry[] => items.map((item) => {
    if (item.kind === 'item') return { kind: 'item', label: item.label, choose: () => attempt(() => clickMenu(item.function)) };
    return item.kind === 'menu' ? { ...item, items: menuEntries(item.items) } : item;
  });
  const refreshMenu = async (): Promise<void> => {
    if (viewer) return;
    const scriptMenus = (await api.menu(language)).filter((item) => item.kind === 'menu').map((menu) => ({ label: menu.label, items: menuEntries(menu.items) }));
    menuBar.update([...scriptMenus, ...sheetMenus({
      say, selection: grid.selection, command: desk.command, tell: (message) => { toasts.show({ message }); },
      tabTitle: (sheetId) => tabTitle(sheetId) ?? '', prompt: dialogs.prompt, ask: dialogs.ask,
    })]);
  };

  async function refreshCounts(): Promise<void> {
    const [mails, { calls }] = await Promise.all([api.outbox(), api.calls()]);
    topBar.showCounts({ mails: mails.length, calls: calls.length });
  }
  async function refreshClock(): Promise<void> {
    topBar.showTime(showAt(await api.now()));
  }
  async function openInbox(): Promise<void> {
    drawer.open(say('inboxTitle'), inboxView(await api.outbox(), say, showAt));
  }
  async function openCalls(): Promise<void> {
    drawer.open(say('callsTitle'), callLogView(await api.calls(), say, showAt));
  }
  async function openClock(): Promise<void> {
    drawer.open(say('clockTitle'), clockView({
      now: new Date(await api.now()), timeZone: snapshot.timeZone, language, say,
      move: (to) => attempt(() => moveClock(to)), refuse: (message) => { toasts.show({ message }); },
    }));
  }
  async function moveClock(to: Date): Promise<void> {
    const done = toasts.show({ message: say('clockMoving'), seconds: 0 });
    const { now, runs } = await api.setNow(to.toISOString()).finally(done);
    toasts.show({ message: say('clockMoved', { now: showAt(now), count: runs.length }) });
    for (const { handler, error } of runs.filter(({ ok }) => !ok)) toasts.show({ message: say('jobFailed', { handler, reason: error ?? '' }), seconds: 15 });
    await Promise.all([refreshClock(), refreshCounts(), openClock()]);
  }
  async function applyChanges(changes: Changes): Promise<void> {
    if (changes.structural || changes.cells.some(({ style }) => style !== undefined && style >= snapshot.styles.length)) {
      snapshot = await api.workbook();
      topBar.showTitle(snapshot.title);
      grid.show(snapshot);
    } else {
      for (const { sheetId } of snapshot.tabs) grid.write(sheetId, changes.cells.filter((cell) => cell.sheetId === sheetId));
    }
    changes.shown.forEach(show);
    refreshSoon();
  }

  await Promise.all([grid.steady, refreshMenu(), refreshClock(), refreshCounts()]);
  place.dataset['state'] = 'ready';
  let lost: (() => void) | null = null;
  const stop = new AbortController();
  window.addEventListener('pagehide', () => { stop.abort(); });
  void followChanges(api, snapshot.seq, {
    changed: applyChanges,
    lost: () => { lost = toasts.show({ message: say('changesLost'), seconds: 0 }); },
    back: () => {
      lost?.();
      toasts.show({ message: say('changesBack') });
    },
  }, stop.signal);
}

/** Calls with the last value once it has been quiet for a while. */
function latestOnly<T = void>(quietMs: number, call: (value: T) => void): (value: T) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (value) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { call(value); }, quietMs);
  };
}
