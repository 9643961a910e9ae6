/** What can be done with a record that exists: history for everybody, archiving and restoring for those who may write. */
import { useState } from 'preact/hooks';
import type { WireRecord } from '../../src/contract/methods';
import type { CallError } from '../rpc';
import { useWorkspace } from '../workspace';
import { ErrorNote } from './error-note';
import { Icon } from './icon';

interface RecordActionsProps {
  readonly record: WireRecord;
  readonly title: string;
  readonly onChanged: (record: WireRecord) => void;
}

export function RecordActions({ record, title, onChanged }: RecordActionsProps) {
  const { archive, rpc, sync, messages, language, navigation, announce } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const isArchived = record.archivedAt !== null;

  async function change(method: 'record.archive' | 'record.restore'): Promise<void> {
    setBusy(true);
    setError(null);
    const { entity, id, revision, row } = record;
    const result = await rpc.call(method, { entity, id, revision, row });
    setBusy(false);
    if (!result.ok) {
      if (result.error.current !== undefined) onChanged(result.error.current);
      return setError(result.error);
    }
    setAsking(false);
    announce(method === 'record.archive' ? messages.archivedNow(title) : messages.restoredNow(title));
    onChanged(result.data.record);
    await sync.refresh();
  }

  const openHistory = (): void => navigation.open({ name: 'history', entity: record.entity, id: record.id, title });
  return (
    <div class="more" role="group" aria-label={messages.moreActions}>
      <button type="button" class="plain" onClick={openHistory}><Icon name="clock" />{messages.history}</button>
      {archive.user.canWrite && !isAsking && (isArchived
        ? <button type="button" class="plain" disabled={isBusy} onClick={() => void change('record.restore')}><Icon name="restore" />{messages.restore}</button>
        : <button type="button" class="plain" onClick={() => setAsking(true)}><Icon name="archive" />{messages.archive}</button>)}
      {isAsking && (
        <ArchiveQuestion title={title} isBusy={isBusy} onYes={() => void change('record.archive')} onNo={() => setAsking(false)} />
      )}
      {error !== null && <ErrorNote error={error} language={language} messages={messages} />}
    </div>
  );
}

interface ArchiveQuestionProps {
  readonly title: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function ArchiveQuestion({ title, isBusy, onYes, onNo }: ArchiveQuestionProps) {
  const { messages } = useWorkspace();
  return (
    <div class="note" role="alertdialog" aria-labelledby="archive-question" aria-describedby="archive-explained"
      onKeyDown={(event) => { if (event.key === 'Escape') onNo(); }}>
      <div>
        <p id="archive-question"><strong>{messages.archiveQuestion(title)}</strong></p>
        <p id="archive-explained">{messages.archiveExplained}</p>
        <div class="buttons">
          <button type="button" class="small primary" disabled={isBusy} ref={(button) => button?.focus()} onClick={onYes}>{messages.archive}</button>
          <button type="button" class="small" disabled={isBusy} onClick={onNo}>{messages.cancel}</button>
        </div>
      </div>
    </div>
  );
}
