/** Composition: which adapter stands behind which port, once per run. */
import type { AppContext } from '../app/app-context';
import type { RecordTarget } from '../app/ports/archive';
import { ENTITIES } from '../domain/entities';
import { createCache, createClock, createEntropy, createIdentity, createLock, createMailer, createTriggers, createView } from '../google/services';
import { createSheetsApi } from '../google/sheets-api';
import { reviewDigest } from '../mail/review-digest';
import { createArchive } from '../sheets/archive';
import type { ArchiveContext } from '../sheets/archive-context';
import { createHints } from '../sheets/hints';
import { createOutbox } from '../sheets/outbox';
import { createSetup } from '../sheets/set-up';

/** Timed jobs run as whoever installed them, so they act as the job and not as that person. */
export const JOB = 'job';

/**
 * @param expected the record whose row a cold request must look up along with the settings
 * @param id of a record whose row the cache may know
 */
export function createContext(actor: 'person' | typeof JOB, expected: RecordTarget | null, id: string | null): AppContext {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const clock = createClock();
  const entropy = createEntropy();
  const archiveContext: ArchiveContext = {
    api: createSheetsApi(spreadsheet.getId()),
    hints: createHints(createCache(), ENTITIES.map(({ name }) => name), id),
    expected, entropy, url: spreadsheet.getUrl(), now: () => clock.now(),
  };
  return {
    archive: createArchive(archiveContext),
    setup: createSetup(archiveContext, Session.getScriptTimeZone()),
    outbox: createOutbox(archiveContext),
    clock, entropy, lock: createLock(), mailer: createMailer(), triggers: createTriggers(), view: createView(), digests: reviewDigest,
    ownsFile: () => {
      const owner = spreadsheet.getOwner() as GoogleAppsScript.Base.User | null;
      return owner === null || owner.getEmail() === createIdentity().email();
    },
    actor: actor === JOB ? JOB : createIdentity().email(),
  };
}
