/**
 * Every customer of the archive in the browser, so that a keystroke asks nobody. One prepared text per customer is
 * scanned for the query; pinyin is added to these texts in idle slices, and everything else is found from the start.
 */
import type { IndexEntry } from '../src/contract/methods';
import { fold, queryMatcher, searchKeys } from '../src/domain/search-keys';

/** One customer as the result list shows it. */
export interface Hit {
  readonly id: string;
  readonly row: number;
  readonly archived: boolean;
  readonly name: string;
  readonly company: string;
  readonly phone: string;
}

export interface SearchResult {
  /** Best first, at most as many as asked for. */
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** What the rules of search-keys.ts look through: here always one text with a value or key per line, each after a line feed. */
type Keys = readonly [text: string];

/** A customer keeps the same position in `entries` and `keys` for the life of the index; `positions` finds it by id, `archived` holds those of archived ones. */
export class SearchIndex {
  private readonly entries: IndexEntry[] = [];
  private readonly keys: Keys[] = [];
  private readonly positions = new Map<string, number>();
  private readonly archived = new Set<number>();
  /** Keys below this position hold pinyin. */
  private prepared = 0;

  get size(): number {
    return this.entries.length;
  }

  get isPrepared(): boolean {
    return this.prepared === this.entries.length;
  }

  /** Entries that are there already are newer than a page of a snapshot, and stay. */
  addPage(page: readonly IndexEntry[]): void {
    for (const entry of page) {
      if (!this.positions.has(entry[0])) this.put(entry, plainKeys(entry));
    }
  }

  /** Entries changed since: they replace what is there. */
  applyDelta(changed: readonly IndexEntry[]): void {
    for (const entry of changed) this.put(entry, fullKeys(entry));
  }

  /** Prepares pinyin until `isTimeUp` or everything is done. */
  prepare(isTimeUp: () => boolean): void {
    while (!this.isPrepared && !isTimeUp()) {
      this.keys[this.prepared] = fullKeys(this.entries[this.prepared] as IndexEntry);
      this.prepared += 1;
    }
  }

  find(id: string): Hit | null {
    const position = this.positions.get(id);
    return position === undefined ? null : this.hitAt(position);
  }

  /** Every word of the query must be found; matches at the beginning of a name or another value come first, archived customers last. */
  search(typed: string, limit: number): SearchResult {
    const query = typed.trim();
    if (query === '') return { hits: [], total: 0 };
    const matches = this.matching(query);
    const firstWord = fold(query).split(' ')[0] as string;
    const ranks: readonly number[][] = [[], [], [], [], [], []];
    for (const position of matches) {
      if (ranks[0]?.length === limit) break;
      const areEnoughBeginnings = ranks[1]?.length === limit;
      const ranked = ranks[this.rank(position, firstWord, areEnoughBeginnings)] as number[];
      if (ranked.length < limit) ranked.push(position);
    }
    return { hits: ranks.flat().slice(0, limit).map((position) => this.hitAt(position)), total: matches.length };
  }

  private put(entry: IndexEntry, keys: Keys): void {
    const position = this.positions.get(entry[0]) ?? this.entries.length;
    this.positions.set(entry[0], position);
    this.entries[position] = entry;
    this.keys[position] = keys;
    if (entry[2] === 1) this.archived.add(position);
    else this.archived.delete(position);
  }

  /** Ids are compared from their beginning and only when asked for by their prefix: inside they are noise. */
  private matching(query: string): readonly number[] {
    const matches = queryMatcher(query);
    const id = /^[a-z]{1,2}-/i.test(query) ? query.toUpperCase() : null;
    const found: number[] = [];
    for (let i = 0; i < this.keys.length; i += 1) {
      if (matches(this.keys[i] as Keys) || id !== null && this.entries[i]?.[0].startsWith(id) === true) found.push(i);
    }
    return found;
  }

  /** 0 begins the name, 1 begins another value or its pinyin, 2 somewhere inside; 3 more when archived. */
  private rank(position: number, word: string, areEnoughBeginnings: boolean): number {
    const [text] = this.keys[position] as Keys;
    const rank = text.startsWith(word, 1) ? 0 : !areEnoughBeginnings && text.includes(`\n${word}`) ? 1 : 2;
    return this.archived.has(position) ? rank + 3 : rank;
  }

  private hitAt(position: number): Hit {
    const [id, row, archived, name, company, phone] = this.entries[position] as IndexEntry;
    return { id, row, archived: archived === 1, name, company, phone };
  }
}

function plainKeys([, , , name, company, phone, text]: IndexEntry): Keys {
  return [`\n${[name, company, phone, ...text.split('\n')].map(fold).join('\n')}`];
}

function fullKeys(entry: IndexEntry): Keys {
  const [, , , name, company] = entry;
  return [`${plainKeys(entry)[0]}\n${[...searchKeys(name), ...searchKeys(company)].join('\n')}`];
}
