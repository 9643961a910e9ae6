/** The sidebar as a whole: it asks who is there and what the archive holds, then shows one view at a time. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BootstrapData } from '../src/contract/methods';
import type { Language } from '../src/domain/language';
import { createDraftStore } from './draft-store';
import { createIndexSync, type WhenIdle } from './index-sync';
import type { KeyValueStore } from './key-value-store';
import type { Messages } from './messages/messages';
import { ErrorNote } from './parts/error-note';
import { Skeleton } from './parts/skeleton';
import { createRecentStore } from './recent-store';
import { HOME, navigation, type Path, type View } from './route';
import type { CallError, Rpc } from './rpc';
import { useFreshness } from './use-freshness';
import { CustomerCard } from './views/customer-card';
import { History } from './views/history';
import { Home } from './views/home';
import { RecordForm } from './views/record-form';
import { SetUp } from './views/set-up';
import { Status } from './views/status';
import { TransactionCard } from './views/transaction-card';
import { WorkspaceContext, type Workspace } from './workspace';

export interface AppProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly rpc: Rpc;
  readonly store: KeyValueStore;
  readonly whenIdle: WhenIdle;
}

export function App(props: AppProps) {
  const { language, messages, rpc } = props;
  const [archive, setArchive] = useState<BootstrapData | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [said, announce] = useAnnouncement();

  async function bootstrap(): Promise<void> {
    setError(null);
    const result = await rpc.call('bootstrap', {});
    if (!result.ok) return setError(result.error);
    rpc.setServerTime(result.data.now);
    setArchive(result.data);
  }

  async function onSetUp(): Promise<void> {
    await bootstrap();
    announce(messages.setUpDone);
  }

  useEffect(() => void bootstrap(), []);

  return (
    <>
      {error !== null && archive === null && <main><h1 class="unseen">{messages.appName}</h1><ErrorNote error={error} language={language} messages={messages} onRetry={() => void bootstrap()} /></main>}
      {error === null && archive === null && <main><h1 class="unseen">{messages.appName}</h1><Skeleton label={messages.loading} rows={7} /></main>}
      {archive !== null && !archive.ready && <SetUp archive={archive} rpc={rpc} language={language} messages={messages} onDone={onSetUp} />}
      {archive?.ready === true && <Archive {...props} archive={archive} announce={announce} onStale={bootstrap} />}
      <div class="toast" role="status" aria-live="polite">{said !== '' && <span>{said}</span>}</div>
    </>
  );
}

interface ArchiveProps extends AppProps {
  readonly archive: BootstrapData;
  readonly announce: (text: string) => void;
  readonly onStale: () => Promise<void>;
}

function Archive({ archive, announce, onStale, language, messages, rpc, store, whenIdle }: ArchiveProps) {
  const [path, setPath] = useState<Path>(HOME);
  const { email } = archive.user;
  const lasting = useMemo(() => ({
    sync: createIndexSync(rpc, whenIdle),
    drafts: createDraftStore(store, email, Date.now()),
    recents: createRecentStore(store, email),
    navigation: navigation(setPath),
    cards: new Map(),
    search: { query: '' },
  }), [email]);
  const workspace: Workspace = { ...lasting, language, messages, archive, rpc, announce };

  useEffect(() => void lasting.sync.load(archive.seq), [lasting]);
  useFreshness(lasting.sync, onStale);

  const view = path[path.length - 1] as View;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <CurrentView key={`${path.length} ${view.name}`} view={view} />
    </WorkspaceContext.Provider>
  );
}

function CurrentView({ view }: { readonly view: View }) {
  switch (view.name) {
    case 'home': return <Home />;
    case 'status': return <Status />;
    case 'customer': return <CustomerCard id={view.id} row={view.row} />;
    case 'transaction': return <TransactionCard record={view.record} customerName={view.customerName} />;
    case 'form': return <RecordForm view={view} />;
    case 'history': return <History view={view} />;
  }
}

const SAID_FOR_MS = 5000;
const GOING_ON = ['pointerdown', 'keydown'] as const;

/** One message at a time, gone after a moment or as soon as the person goes on: it must not lie over the next form. */
function useAnnouncement(): readonly [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  function announce(text: string): void {
    clearTimeout(timer.current);
    setSaid(text);
    timer.current = setTimeout(() => setSaid(''), SAID_FOR_MS);
  }
  useEffect(() => {
    const hush = (): void => announce('');
    GOING_ON.forEach((event) => document.addEventListener(event, hush));
    return () => GOING_ON.forEach((event) => document.removeEventListener(event, hush));
  }, []);
  return [said, announce];
}
