/** What the buttons of the top bar open, over the host's own state. */
import type { Api } from '../api';
import type { Language, Say } from '../messages';
import type { Toasts } from '../toasts';
import { showTime } from '../zoned-time';
import { CALLS_SHOWN, callLogView } from './call-log';
import { clockView } from './clock';
import type { Drawer } from './drawer';
import { inboxView } from './inbox';

export interface PanelsOptions {
  readonly api: Api;
  readonly say: Say;
  readonly language: Language;
  readonly drawer: Drawer;
  readonly toasts: Toasts;
  timeZone(): string;
  attempt(work: () => Promise<void>): void;
  /** The clock was moved, and jobs may have run. */
  clockMoved(): void;
}

export interface Panels {
  openInbox(): void;
  openCalls(): void;
  openClock(): void;
}

export function createPanels({ api, say, language, drawer, toasts, timeZone, attempt, clockMoved }: PanelsOptions): Panels {
  const showAt = (at: string): string => showTime(new Date(at), timeZone(), language);
  const openClock = async (): Promise<void> => {
    drawer.open(say('clockTitle'), clockView({
      now: new Date(await api.now()), timeZone: timeZone(), language, say,
      move: (to) => { attempt(() => moveClock(to)); },
      refuse: (message) => { toasts.show({ message }); },
    }));
  };
  const moveClock = async (to: Date): Promise<void> => {
    const done = toasts.show({ message: say('clockMoving'), seconds: 0 });
    const { now, runs } = await api.setNow(to.toISOString()).finally(done);
    toasts.show({ message: say('clockMoved', { now: showAt(now), count: runs.length }) });
    for (const { handler, error } of runs.filter(({ ok }) => !ok)) toasts.show({ message: say('jobFailed', { handler, reason: error ?? '' }), seconds: 15 });
    clockMoved();
    await openClock();
  };
  return {
    openClock: () => { attempt(openClock); },
    openInbox: () => { attempt(async () => { drawer.open(say('inboxTitle'), inboxView(await api.outbox(), say, showAt)); }); },
    openCalls: () => {
      attempt(async () => { drawer.open(say('callsTitle'), callLogView({ ...await api.calls(CALLS_SHOWN), language, timeZone: timeZone(), say })); });
    },
  };
}
