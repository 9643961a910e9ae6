/** Where the sidebar opens: the search over every customer, and what was opened last. */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { displayPhone } from '../display';
import { Icon } from '../parts/icon';
import { Skeleton } from '../parts/skeleton';
import { useWorkspace } from '../workspace';
import { CustomerItem } from './customer-item';

const SHOWN = 50;

export function Home() {
  const { archive, messages, navigation, sync, search } = useWorkspace();
  const [query, setQuery] = useState(search.query);
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => sync.onChange(() => redraw()), [sync]);
  useEffect(() => box.current?.focus(), []);

  function type(text: string): void {
    search.query = text;
    setQuery(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') moveFocus(event, 1);
    else if (event.key === 'ArrowUp') moveFocus(event, -1);
    else if (event.key === 'Escape' && query !== '') { type(''); box.current?.focus(); }
  }

  return (
    <div class="home" onKeyDown={onKeyDown}>
      <header class="bar top">
        <h1>{messages.appName}</h1>
        <span class="quiet">{messages.customersInArchive(customerCount(archive.counts['customer'] ?? 0, sync.index.size, sync.state === 'ready'))}</span>
        <button type="button" class="round" aria-label={messages.status} title={messages.status} onClick={() => navigation.open({ name: 'status' })}><Icon name="clock" /></button>
      </header>
      <search class="searchbox">
        <Icon name="search" />
        <input ref={box} type="text" inputMode="search" enterkeyhint="search" aria-label={messages.searchLabel} aria-describedby="search-help" data-stop
          autoComplete="off" spellcheck={false} placeholder={messages.searchPlaceholder} value={query} onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.isComposing) openFirst(); }} />
        {query !== '' && <button type="button" class="round" aria-label={messages.clearSearch} onClick={() => { type(''); box.current?.focus(); }}><Icon name="close" /></button>}
        <p id="search-help" class="unseen">{messages.searchHelp}</p>
      </search>
      <main>
        <IndexNotice />
        {query.trim() === '' ? <Recent /> : <Results query={query} />}
      </main>
      {archive.user.canWrite
        ? (
          <footer class="actions">
            <button type="button" class="primary" onClick={() => navigation.open({ name: 'form', entity: 'customer' })}><Icon name="plus" />{messages.newCustomer}</button>
            <button type="button" onClick={() => navigation.open({ name: 'form', entity: 'transaction' })}>{messages.newTransaction}</button>
          </footer>
        )
        : <footer class="actions"><p class="quiet">{archive.user.role === null && archive.user.email !== '' ? messages.noRole(archive.user.email) : messages.readOnly}</p></footer>}
    </div>
  );

  function openFirst(): void {
    const [first] = sync.index.search(query, SHOWN).hits;
    if (first !== undefined) navigation.open({ name: 'customer', id: first.id, row: first.row });
  }
}

/** The server's count until the index knows better. */
function customerCount(counted: number, indexed: number, isIndexWhole: boolean): number {
  return isIndexWhole ? indexed : Math.max(counted, indexed);
}

/** Up and down walk through the search box and the list under it. */
function moveFocus(event: KeyboardEvent, step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

function IndexNotice() {
  const { archive, messages, sync } = useWorkspace();
  const total = archive.counts['customer'] ?? 0;
  if (sync.state === 'failed') {
    return (
      <div class="note bad" role="alert">
        <div>
          <p>{messages.indexFailed}</p>
          <button type="button" class="small" onClick={() => void sync.load(archive.seq)}>{messages.tryAgain}</button>
        </div>
      </div>
    );
  }
  return sync.state === 'loading' && sync.index.size > 0 && sync.index.size < total
    ? <p class="quiet progress"><progress max={total} value={sync.index.size} aria-label={messages.loading} />{messages.indexLoading(sync.index.size, total)}</p>
    : null;
}

function Recent() {
  const { archive, messages, recents, sync } = useWorkspace();
  const list = recents.list();
  const isEmpty = (archive.counts['customer'] ?? 0) === 0 && sync.index.size === 0;
  if (isEmpty) return <EmptyState title={messages.emptyArchive} help={archive.user.canWrite ? messages.emptyArchiveHelp : ''} />;
  if (list.length === 0) return <p class="tip">{messages.searchHelp}</p>;
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{messages.recent}</h2>
      <ul class="list">
        {list.map((one) => {
          const { row, name, company, archived } = sync.index.find(one.id) ?? { ...one, archived: false };
          return <CustomerItem key={one.id} id={one.id} row={row} name={name} detail={company} isArchived={archived} />;
        })}
      </ul>
    </section>
  );
}

function Results({ query }: { readonly query: string }) {
  const { messages, sync } = useWorkspace();
  const { hits, total } = sync.index.search(query, SHOWN);
  if (total === 0 && sync.state === 'loading') return <Skeleton label={messages.noResultYet} />;
  return (
    <section aria-label={messages.results}>
      <p class="quiet count" role="status">{total === 0 ? '' : messages.resultCount(hits.length, total)}</p>
      {total === 0
        ? <EmptyState title={messages.noResult(query.trim())} help={messages.noResultHelp} />
        : (
          <ul class="list">
            {hits.map(({ id, row, name, company, phone, archived }) => (
              <CustomerItem key={id} id={id} row={row} name={name} detail={detail(name, company, phone)} isArchived={archived} />
            ))}
          </ul>
        )}
    </section>
  );
}

function detail(name: string, company: string, phone: string): string {
  return [company === name ? '' : company, phone === '' ? '' : displayPhone(phone)].filter((text) => text !== '').join(' · ');
}

function EmptyState({ title, help }: { readonly title: string; readonly help: string }) {
  return (
    <div class="hero">
      <Icon name="person" />
      <p><strong>{title}</strong></p>
      <p class="quiet">{help}</p>
    </div>
  );
}
