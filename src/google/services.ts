/** Apps Script's services behind the ports of src/app. */
import { AppError } from '../app/ports/app-error';
import type { Cache, Clock, Entropy, Identity, Lock, Mailer, Triggers } from '../app/ports/services';

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
    dayOf: (epochMs) => Utilities.formatDate(new Date(epochMs), zone, 'yyyy-MM-dd'),
    softStopReached: () => Date.now() - started > SOFT_STOP_MS,
  };
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

/** Utilities.getUuid is the only good entropy of the realm; its version and variant digits are dropped. */
export function createEntropy(): Entropy {
  return {
    hex: () => {
      const digits = Utilities.getUuid().replace(/-/g, '');
      return digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17);
    },
  };
}

export function createIdentity(): Identity {
  return { email: () => Session.getEffectiveUser().getEmail() || null };
}

/** Entries too long for the cache are left out: everything in it can be read again. */
export function createCache(): Cache {
  return {
    get: (keys) => CacheService.getDocumentCache()?.getAll([...keys]) ?? {},
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

export function createTriggers(): Triggers {
  return {
    ensureDaily: (handler, hour) => {
      if (ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === handler)) return false;
      ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
      return true;
    },
  };
}
