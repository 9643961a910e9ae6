/** What a use case may ask of the world. Put together in src/entry. */
import type { Archive } from './ports/archive';
import type { DigestWriter } from './ports/digest-writer';
import type { Outbox } from './ports/outbox';
import type { Clock, Entropy, Lock, Mailer, Triggers, View } from './ports/services';
import type { WorkbookSetup } from './ports/workbook-setup';

export interface AppContext {
  readonly archive: Archive;
  readonly setup: WorkbookSetup;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly lock: Lock;
  readonly entropy: Entropy;
  readonly mailer: Mailer;
  readonly triggers: Triggers;
  readonly view: View;
  readonly digests: DigestWriter;
  /** Whether the file belongs to the person at the keyboard; files of a shared drive belong to nobody, so there everybody counts. */
  readonly ownsFile: () => boolean;
  /** Mail address of the person at the keyboard, `job` in a timed run, null when Google does not tell. */
  readonly actor: string | null;
}

/** The method being served and the id under which it is done at most once. */
export interface Operation {
  readonly id: string;
  readonly method: string;
}
