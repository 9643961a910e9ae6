/** Prints, for each size given as an argument, what the counting tests judge, as one JSON list. */
import { SearchIndex } from '../../sidebar/search-index';
import type { BootstrapData } from '../../src/contract/methods';
import { SALES } from '../support/archive-host';
import { largeArchive, type LargeArchive } from '../support/large-archive';
import { measure, type Counted, type Traced } from './measure';
import { measureAll } from './operations';

export interface Examination {
  readonly customers: number;
  /** By the operation's name. */
  readonly operations: Readonly<Record<string, Traced>>;
  readonly bootstrap: { readonly bytes: number; readonly counts: BootstrapData['counts'] };
  /** The whole search index, loaded page by page as the sidebar does it, and then one search. */
  readonly index: { readonly pages: readonly Counted[]; readonly mostBytes: number; readonly entries: number; readonly search: Counted; readonly hits: number };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map((size) => examine(Number(size)))));

function examine(customers: number): Examination {
  const archive = largeArchive(customers);
  const operations = Object.fromEntries(measureAll(archive));
  const bootstrap = archive.host.ok(SALES, 'bootstrap', {});
  return { customers, operations, bootstrap: { bytes: bytesOf(bootstrap), counts: bootstrap.counts }, index: loadIndex(archive) };
}

function loadIndex({ host }: LargeArchive): Examination['index'] {
  const index = new SearchIndex();
  const pages: Counted[] = [];
  let mostBytes = 0;
  let next: string | null = '1';
  while (next !== null) {
    const from: string = next;
    pages.push(measure(host, () => {
      const page = host.ok(SALES, 'index.page', from === '1' ? {} : { next: from });
      mostBytes = Math.max(mostBytes, bytesOf(page));
      index.addPage(page.entries);
      next = page.next;
    }));
  }
  let hits = 0;
  const search = measure(host, () => { hits = index.search('example.org', 20).total; });
  return { pages, mostBytes, entries: index.size, search, hits };
}

function bytesOf(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data));
}
