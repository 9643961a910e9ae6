import type { UiEffects } from '../apps-script/ui-recorder';
import type { ChangeFeed } from './change-feed';
import type { LocalHost } from './local-host';
import type { SnapshotReader } from './snapshot';
import type { Shown } from '../wire/doors';

/** What the routes of the workbench work with. */
export interface RouteContext {
  readonly host: LocalHost;
  readonly reader: SnapshotReader;
  readonly feed: ChangeFeed;
  /** Turns what a run showed into addresses that this person's page can open. */
  shownTo(user: string, effects: UiEffects): readonly Shown[];
  /** Puts what a run showed on this person's page, which did not ask for it itself. */
  tellShown(user: string, effects: UiEffects): void;
}
