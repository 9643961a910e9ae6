/**
 * What the last requests learned of the workbook, kept in the document cache: settings, column layouts, the
 * Journal's last sequence number, rows of records. All of it is verified on read or re-read under the lock.
 */
import type { Cache } from '../app/ports/services';
import { VERSION } from '../contract/version';
import type { ColumnLayout } from './column-layout';
import type { Settings } from './settings-codec';
import type { TabIds } from './tabs';

export interface Structure {
  readonly settings: Settings;
  readonly tabs: TabIds;
}

export interface Hints {
  structure(): Structure | null;
  layout(entity: string): ColumnLayout | null;
  /** Sequence number and zero-based row of the Journal's last row. */
  journal(): JournalHint | null;
  /** Zero-based row; null once the grid has turned out to be another than believed. */
  row(target: { readonly id: string; readonly row?: number | undefined }): number | null;
  remember(news: { structure?: Structure | undefined; layouts?: Readonly<Record<string, ColumnLayout>>; journal?: JournalHint; rows?: Readonly<Record<string, number>> }): void;
  /** Whether this request relies on Settings that an earlier one left in the cache. */
  trusted(): boolean;
  /** Nothing that was known counts from now on, the caller's own row hints included. */
  forget(): void;
  /** Writes what was learned to the cache, in one call, if anything was. */
  flush(): void;
}

export interface JournalHint {
  readonly seq: number;
  readonly row: number;
}

/** What an older version kept may mean something else. */
const STRUCTURE = `${VERSION}.structure`;
const JOURNAL = `${VERSION}.journal`;

/** @param expectedId the record this request is about: fetched in the same call */
export function createHints(cache: Cache, entities: readonly string[], expectedId: string | null): Hints {
  let known: Map<string, string> | null = null;
  let rowsDoubted = false;
  let fromCache = false;
  const fresh: Record<string, string> = {};
  const keys = [STRUCTURE, JOURNAL, ...entities.map(layoutKey), ...(expectedId === null ? [] : [rowKey(expectedId)])];
  const read = (key: string): string | null => {
    if (known === null) {
      known = new Map(Object.entries(cache.get(keys)));
      fromCache = (known.get(STRUCTURE) ?? '') !== '';
    }
    return known.get(key) ?? null;
  };
  const parsed = <T>(key: string): T | null => {
    const text = read(key);
    return text === null || text === '' ? null : (JSON.parse(text) as T);
  };
  const write = (key: string, value: unknown): void => {
    const text = JSON.stringify(value);
    if (read(key) === text) return;
    known?.set(key, text);
    fresh[key] = text;
  };
  return {
    structure: () => parsed<Structure>(STRUCTURE),
    layout: (entity) => parsed<ColumnLayout>(layoutKey(entity)),
    journal: () => parsed<JournalHint>(JOURNAL),
    row: ({ id, row }) => (rowsDoubted ? null : row ?? parsed<number>(rowKey(id))),
    remember: ({ structure, layouts = {}, journal, rows = {} }) => {
      if (structure !== undefined) write(STRUCTURE, structure);
      if (journal !== undefined) write(JOURNAL, { seq: journal.seq, row: journal.row });
      for (const [entity, layout] of Object.entries(layouts)) write(layoutKey(entity), layout);
      for (const [id, row] of Object.entries(rows)) write(rowKey(id), row);
    },
    trusted: () => fromCache && !rowsDoubted,
    forget: () => {
      rowsDoubted = true;
      for (const key of [STRUCTURE, JOURNAL, ...entities.map(layoutKey)]) {
        known?.set(key, '');
        fresh[key] = '';
      }
    },
    flush: () => {
      if (Object.keys(fresh).length > 0) cache.put(fresh);
    },
  };
}

const layoutKey = (entity: string): string => `${VERSION}.layout.${entity}`;
const rowKey = (id: string): string => `${VERSION}.row.${id}`;
