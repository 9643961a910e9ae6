/** What happened to a record, newest first: who, when, and each field before and after. */
import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../src/contract/methods';
import { ARCHIVED } from '../../src/domain/changes';
import type { Value } from '../../src/domain/field';
import { displayInstant, displayValue } from '../display';
import type { Messages } from '../messages/messages';
import { ErrorNote } from '../parts/error-note';
import { Page } from '../parts/page';
import { Skeleton } from '../parts/skeleton';
import type { View } from '../route';
import type { CallError } from '../rpc';
import { checkContext, useWorkspace } from '../workspace';

export function History({ view }: { readonly view: Extract<View, { name: 'history' }> }) {
  const { rpc, messages, language } = useWorkspace();
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);

  async function fetchHistory(): Promise<void> {
    setError(null);
    const result = await rpc.call('record.history', { entity: view.entity, id: view.id });
    if (result.ok) setEntries([...result.data.entries].sort((a, b) => b.seq - a.seq));
    else setError(result.error);
  }

  useEffect(() => void fetchHistory(), [view.id]);

  return (
    <Page title={messages.history} actions={null}>
      <p class="quiet">{view.title}</p>
      {error !== null && <ErrorNote error={error} language={language} messages={messages} onRetry={() => void fetchHistory()} />}
      {entries === null && error === null && <Skeleton label={messages.loading} />}
      {entries?.length === 0 && <p class="tip">{messages.noHistory}</p>}
      <ol class="history">
        {entries?.map((entry) => <Entry key={entry.seq} entry={entry} entity={view.entity} />)}
      </ol>
    </Page>
  );
}

function Entry({ entry, entity }: { readonly entry: HistoryEntry; readonly entity: string }) {
  const { archive, messages, language } = useWorkspace();
  const { fields } = checkContext(archive, entity).entity;
  const changes = Object.entries(entry.changes).filter(([key]) => key !== ARCHIVED);
  const text = (key: string, value: unknown): string => {
    const field = fields[key];
    return field === undefined ? String(value ?? '') : displayValue(field, value as Value, {}, language);
  };
  return (
    <li>
      <p><strong>{happened(entry, messages)}</strong> <span class="quiet">{entry.by === 'job' ? messages.byJob : entry.by}</span></p>
      <p class="quiet"><time dateTime={entry.at}>{displayInstant(entry.at, language)}</time></p>
      {changes.length > 0 && (
        <dl class="changes">
          {changes.map(([key, [before, after]]) => (
            <div key={key}>
              <dt>{fields[key]?.labels[language] ?? key}</dt>
              <dd>
                {text(key, before) !== '' && <><del aria-label={messages.from}>{text(key, before)}</del>{' '}</>}
                <ins aria-label={messages.to}>{text(key, after) || messages.empty}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function happened({ method, revision, changes }: HistoryEntry, messages: Messages): string {
  if (ARCHIVED in changes) return changes[ARCHIVED]?.[1] == null ? messages.changeRestored : messages.changeArchived;
  if (method.startsWith('import')) return messages.changeImported;
  if (revision === 1) return messages.changeCreated;
  return method === 'record.save' ? messages.changeEdited : messages.changeOther;
}
