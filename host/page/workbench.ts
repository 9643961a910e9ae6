/** The page as one person sees it: everything below the top level is created here and wired together. */
import type { Api } from './api';
import type { Changes, Person } from '../wire/doors';
import type { WorkbookSnapshot } from '../wire/workbook';
import { createDialogs } from './dialogs';
import { element } from './dom';
import { createEditDesk } from './edit-desk';
import { followChanges } from './feed';
import { createFrames } from './frames';
import { blockName } from './grid/a1';
import { createGrid, type GridSelection } from './grid/grid';
import { createMenuBar } from './menu-bar';
import { sayIn, type Language } from './messages';
import { createDrawer } from './panels/drawer';
import { createPanels } from './panels/panels';
import { createScriptUi } from './script-ui';
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

/** Changes come in bursts, and the call log of a long session is large. */
const REFRESH_AFTER_MS = 500;
const SELECTION_AFTER_MS = 150;
/** The virtual clock goes on with this machine's. */
const CLOCK_EVERY_MS = 20_000;

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
  const failed = (error: unknown): void => {
    console.error(error);
    toasts.show({ message: say('requestFailed', { reason: error instanceof Error ? error.message : String(error) }), seconds: 10 });
  };
  const attempt = (work: () => Promise<void>): void => { work().catch(failed); };
  const tell = (message: string): void => { toasts.show({ message }); };
  const tabTitle = (sheetId: number): string | null => snapshot.tabs.find((tab) => tab.sheetId === sheetId)?.title ?? null;

  const refreshClock = async (): Promise<void> => {
    topBar.showTime(showTime(new Date(await api.now()), snapshot.timeZone, language));
  };
  const refreshTopBar = async (): Promise<void> => {
    const [mails, { count }] = await Promise.all([api.outbox(), api.calls(0), refreshClock()]);
    topBar.showCounts({ mails: mails.length, calls: count });
  };
  const refreshSoon = latestOnly(REFRESH_AFTER_MS, () => { attempt(refreshTopBar); });
  const tellSelection = latestOnly(SELECTION_AFTER_MS, (selection: GridSelection) => { attempt(() => api.select(selection)); });

  const panels = createPanels({ api, say, language, drawer, toasts, attempt, timeZone: () => snapshot.timeZone, clockMoved: refreshSoon });
  const topBar = createTopBar({ title: snapshot.title, people, user: person, language, say, menuBar: menuBar.element, ...panels });
  const gridPlace = element('div', { class: 'grid' });
  place.replaceChildren(topBar.element, element('main', {}, gridPlace, frames.sidebar, drawer.element), toasts.element);

  const desk = createEditDesk({
    api, dialogs, say, failed, tabTitle,
    commandRefused: () => { grid.show(snapshot); },
    write: (sheetId, cells) => { grid.writeValues(sheetId, cells); },
  });
  const grid = createGrid(gridPlace, language, {
    canEdit: () => !viewer,
    refusedToView: () => { tell(say('viewOnlyHint')); },
    edited: (edit) => { desk.submit(edit); },
    commanded: (command) => { desk.command(command); },
    selected: (selection) => {
      gridPlace.dataset['selection'] = `${tabTitle(selection.sheetId) ?? ''}!${blockName(selection.row, selection.column, selection.rows, selection.columns)}`;
      tellSelection(selection);
    },
  });
  grid.show(snapshot);

  const scripts = createScriptUi({ api, say, language, grid, frames, dialogs, toasts, attempt, ran: refreshSoon });
  const fillMenuBar = async (): Promise<void> => {
    if (viewer) return;
    menuBar.update([...await scripts.menus(), ...sheetMenus({
      say, tell, selection: grid.selection, command: desk.command, prompt: dialogs.prompt, ask: dialogs.ask, tabTitle: (sheetId) => tabTitle(sheetId) ?? '',
    })]);
  };

  /** A style that this page's snapshot does not know was first told to somebody else's. */
  const needsSnapshot = ({ structural, cells }: Changes): boolean => structural || cells.some(({ style }) => style !== undefined && style >= snapshot.styles.length);
  const apply = async (changes: Changes): Promise<void> => {
    if (needsSnapshot(changes)) {
      snapshot = await api.workbook();
      topBar.showTitle(snapshot.title);
      grid.show(snapshot);
    } else {
      for (const { sheetId } of snapshot.tabs) grid.write(sheetId, changes.cells.filter((cell) => cell.sheetId === sheetId));
    }
    scripts.show(changes.shown);
    refreshSoon();
  };

  await Promise.all([grid.steady, fillMenuBar(), refreshTopBar()]);
  place.dataset['state'] = 'ready';
  let forgetLoss: (() => void) | null = null;
  setInterval(() => {
    if (document.visibilityState === 'visible' && forgetLoss === null) attempt(refreshClock);
  }, CLOCK_EVERY_MS);
  const stop = new AbortController();
  window.addEventListener('pagehide', () => { stop.abort(); });
  void followChanges(api, snapshot.seq, {
    changed: apply,
    lost: () => { forgetLoss = toasts.show({ message: say('changesLost'), seconds: 0 }); },
    back: () => {
      forgetLoss?.();
      forgetLoss = null;
      tell(say('changesBack'));
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
