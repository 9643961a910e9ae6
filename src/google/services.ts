/** Apps Script's services behind the ports of src/app. */
import { AppError } from '../app/ports/app-error';
import { createDayFinder } from '../domain/civil-day';
import { sha256Hex } from '../domain/sha256';
import type { Cache, Clock, Entropy, Identity, Lock, Mailer, Triggers, View } from '../app/ports/services';

const LOCK_WAIT_MS = 10_000;
/** Of the six minutes a run may take. */
const SOFT_STOP_MS = 4.5 * 60_000;
const CACHE_SECONDS = 21_600;
const MAX_CACHE_BYTES = 90_000;

export function createClock(): Clock {
  const started = Date.now();
  const zone = Session.getScriptTimeZone();
  return {
    now: () => Date.now(),
    dayOf: createDayFinder((epochMs) => offsetMinutes(Utilities.formatDate(new Date(epochMs), zone, 'Z'))),
    softStopReached: () => Date.now() - started > SOFT_STOP_MS,
  };
}

/** `+0830` → 510. */
function offsetMinutes(text: string): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5));
  return text.startsWith('-') ? -minutes : minutes;
}

export function createLock(): Lock {
  return {
    run: (work) => {
      const lock = LockService.getDocumentLock();
      if (lock === null) throw new AppError('UNAVAILABLE', { technical: 'no document lock outside a document' });
      if (!lock.tryLock(LOCK_WAIT_MS)) throw new AppError('BUSY');
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}

/**
 * Utilities.getUuid is the only good entropy of the realm: 122 random bits, drawn once a run. What is given out is
 * hashed from them and a counter, so that an import of thousands does not ask the service thousands of times.
 */
export function createEntropy(): Entropy {
  let seed: string | null = null;
  let drawn = 0;
  return {
    hex: () => {
      seed ??= Utilities.getUuid();
      drawn += 1;
      return sha256Hex(`${seed} ${drawn}`).slice(0, 30);
    },
  };
}

export function createIdentity(): Identity {
  return { email: () => Session.getEffectiveUser().getEmail() || null };
}

/** Everything in the cache can be read again: entries too long for it are left out, and a cache that fails is an empty one. */
export function createCache(): Cache {
  return {
    get: (keys) => {
      try {
        return CacheService.getDocumentCache()?.getAll([...keys]) ?? {};
      } catch (error) {
        console.warn(`the cache did not answer: ${(error as Error).name}`);
        return {};
      }
    },
    put: (entries) => {
      const fitting = Object.entries(entries).filter(([, text]) => text.length * 3 <= MAX_CACHE_BYTES);
      CacheService.getDocumentCache()?.putAll(Object.fromEntries(fitting), CACHE_SECONDS);
    },
  };
}

export function createMailer(): Mailer {
  return {
    remainingQuota: () => MailApp.getRemainingDailyQuota(),
    send: ({ to, subject, text, html }) => MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name: 'Guidang 归档' }),
  };
}

export function createView(): View {
  return {
    showTab: (sheetId) => {
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = spreadsheet.getSheets().find((tab) => tab.getSheetId() === sheetId);
      if (sheet !== undefined) spreadsheet.setActiveSheet(sheet);
    },
  };
}

export function createTriggers(): Triggers {
  return {
    ensureDaily: (handler, hour) => {
      if (ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === handler)) return false;
      ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
      return true;
    },
  };
}
