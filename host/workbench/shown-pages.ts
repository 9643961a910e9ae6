import { randomUUID } from 'node:crypto';

/** A page that a script showed to somebody. Whoever knows its key acts as that person, as with a browser's session. */
export interface ShownPageRecord {
  readonly user: string;
  readonly html: string;
}

export interface ShownPages {
  /** Returns the key under which the page is served. */
  add(page: ShownPageRecord): string;
  find(key: string): ShownPageRecord | null;
}

/** Pages kept for each person: the newest sidebar and dialogs; older ones are long closed. */
const KEPT_PER_PERSON = 20;

export function createShownPages(newKey: () => string = randomUUID): ShownPages {
  const pages = new Map<string, ShownPageRecord>();
  return {
    add: (page) => {
      const key = newKey();
      pages.set(key, page);
      const own = [...pages].filter(([, { user }]) => user === page.user).map(([kept]) => kept);
      own.slice(0, -KEPT_PER_PERSON).forEach((old) => pages.delete(old));
      return key;
    },
    find: (key) => pages.get(key) ?? null,
  };
}
