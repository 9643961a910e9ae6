/** Keeps what is shown current while somebody looks at it. */
import { useEffect, useRef } from 'preact/hooks';
import type { IndexSync } from './index-sync';

const REFRESH_EVERY_MS = 60_000;
/** A sidebar may stay open for days: today's date, the team and the fields are asked for again after this. */
const STALE_AFTER_MS = 3_600_000;

/** Asks for changes every minute while visible and when the window is returned to, and for everything when that was long ago. */
export function useFreshness(sync: IndexSync, onStale: () => Promise<void>): void {
  const bootedAt = useRef(Date.now());
  const refreshedAt = useRef(Date.now());
  const stale = useRef(onStale);
  stale.current = onStale;

  useEffect(() => {
    function look(): void {
      if (document.visibilityState !== 'visible') return;
      refreshedAt.current = Date.now();
      void sync.refresh();
      if (Date.now() - bootedAt.current > STALE_AFTER_MS) {
        bootedAt.current = Date.now();
        void stale.current();
      }
    }
    /** Moving between grid and sidebar is no reason to ask each time. */
    function onReturn(): void {
      if (Date.now() - refreshedAt.current > RETURN_PAUSE_MS) look();
    }
    const timer = setInterval(look, REFRESH_EVERY_MS);
    window.addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [sync]);
}

const RETURN_PAUSE_MS = 5_000;
