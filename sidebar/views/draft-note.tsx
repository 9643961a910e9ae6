/** Says that typing of an earlier visit has been brought back, and offers to drop it. */
import { displayInstant } from '../display';
import { useWorkspace } from '../workspace';

export function DraftNote({ savedAt, onDiscard }: { readonly savedAt: number; readonly onDiscard: () => void }) {
  const { messages, language } = useWorkspace();
  return (
    <div class="note" role="status">
      <div>
        <p>{messages.draftRestored(displayInstant(savedAt, language))}</p>
        <button type="button" class="small" onClick={onDiscard}>{messages.discardDraft}</button>
      </div>
    </div>
  );
}
