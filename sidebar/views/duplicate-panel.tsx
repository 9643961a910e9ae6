/** Records that look like the one being saved: open one of them, or save all the same. */
import { useEffect, useRef } from 'preact/hooks';
import type { DuplicateCandidate } from '../../src/contract/envelope';
import type { CheckContext } from '../../src/domain/check-record';
import { useWorkspace } from '../workspace';

interface DuplicatePanelProps {
  readonly context: CheckContext;
  readonly duplicates: readonly DuplicateCandidate[];
  readonly isSaving: boolean;
  readonly onSaveAnyway: () => void;
  readonly onKeepEditing: () => void;
}

export function DuplicatePanel({ context, duplicates, isSaving, onSaveAnyway, onKeepEditing }: DuplicatePanelProps) {
  const { messages, language, navigation } = useWorkspace();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const labelsOf = (keys: readonly string[]): string => keys.map((key) => context.entity.fields[key]?.labels[language] ?? key).join(messages.listSeparator);
  return (
    <div class="note warn" role="alert" tabIndex={-1} ref={panel}>
      <div>
        <p><strong>{messages.duplicateTitle}</strong></p>
        <ul class="matches">
          {duplicates.map((match) => (
            <li key={match.id}>
              <strong>{match.title}</strong>
              <span class="quiet">{messages.duplicateSame(labelsOf(match.fields))}</span>
              <button type="button" class="small" onClick={() => navigation.open({ name: 'customer', id: match.id })}>{messages.openExisting(match.title)}</button>
            </li>
          ))}
        </ul>
        <div class="buttons">
          <button type="button" class="small" disabled={isSaving} onClick={onSaveAnyway}>{messages.saveAnyway}</button>
          <button type="button" class="small" disabled={isSaving} onClick={onKeepEditing}>{messages.keepEditing}</button>
        </div>
      </div>
    </div>
  );
}
