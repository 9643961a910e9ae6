/** How the archive is: the last daily run, mails that wait, room left, and faults that a save noticed. */
import { useEffect, useState } from 'preact/hooks';
import type { WorkbookStatusData } from '../../src/contract/methods';
import { displayInstant } from '../display';
import { ErrorNote } from '../parts/error-note';
import { Page } from '../parts/page';
import { Skeleton } from '../parts/skeleton';
import type { CallError } from '../rpc';
import { useWorkspace } from '../workspace';

export function Status() {
  const { rpc, messages, language } = useWorkspace();
  const [status, setStatus] = useState<WorkbookStatusData | null>(null);
  const [error, setError] = useState<CallError | null>(null);

  async function fetchStatus(): Promise<void> {
    setError(null);
    const result = await rpc.call('workbook.status', {});
    if (result.ok) setStatus(result.data);
    else setError(result.error);
  }

  useEffect(() => void fetchStatus(), []);

  return (
    <Page title={messages.status} actions={null}>
      {error !== null && <ErrorNote error={error} language={language} messages={messages} onRetry={() => void fetchStatus()} />}
      {status === null && error === null && <Skeleton label={messages.loading} />}
      {status !== null && <Figures status={status} />}
      {status !== null && <Notices status={status} />}
    </Page>
  );
}

function Figures({ status }: { readonly status: WorkbookStatusData }) {
  const { messages, language } = useWorkspace();
  const { lastJob, mails, cells } = status;
  const rows = [
    [messages.lastRun, lastJob === null ? messages.neverRun : displayInstant(lastJob.at, language)],
    [messages.mailsWaiting, String(mails.pending)],
    [messages.mailsUnknown, String(mails.unknown)],
    [messages.cellsUsed, `${((cells.used / cells.limit) * 100).toFixed(1)} %`],
  ];
  return (
    <>
      <dl class="changes">{rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {mails.pending > 0 && <p class="tip">{messages.mailsWaitingHelp}</p>}
      {mails.unknown > 0 && <p class="tip">{messages.mailsUnknownHelp}</p>}
    </>
  );
}

function Notices({ status }: { readonly status: WorkbookStatusData }) {
  const { messages, language } = useWorkspace();
  if (status.notices.length === 0) return <p class="tip">{messages.noNotices}</p>;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{messages.notices}</h2>
      <ol class="history">
        {status.notices.map(({ at, code, ref }) => (
          <li key={`${at} ${code} ${ref}`}>
            <p>{messages.notice(code)}</p>
            <p class="quiet"><time dateTime={at}>{displayInstant(at, language)}</time>{ref !== '' && ` · ${messages.reference(ref)}`}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
