/** A call that failed, in words: what happened, what to do, and the reference to report. */
import { useEffect, useRef } from 'preact/hooks';
import { ERROR_TEXTS } from '../../src/contract/issue-texts';
import type { Language } from '../../src/domain/language';
import { issueText } from '../display';
import type { Messages } from '../messages/messages';
import type { CallError } from '../rpc';
import { Icon } from './icon';

interface ErrorNoteProps {
  readonly error: CallError;
  readonly language: Language;
  readonly messages: Messages;
  readonly onRetry?: () => void;
  /** While something typed waits to be saved: says what becomes of it. */
  readonly isSaving?: boolean;
}

export function ErrorNote({ error, language, messages, onRetry, isSaving = false }: ErrorNoteProps) {
  const nextStep = isSaving ? messages.nextStep[error.code] : undefined;
  const note = useRef<HTMLDivElement>(null);
  // The button that failed may be far from here on a small screen.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [error]);
  return (
    <div class="note bad" role="alert" ref={note}>
      <Icon name="warning" />
      <div>
        <p>{error.otherAccount === true ? messages.otherAccount : ERROR_TEXTS[error.code][language]}</p>
        {error.issues?.map((issue) => <p key={issue.path + issue.code}>{issueText(issue, language)}</p>)}
        {nextStep !== undefined && <p>{nextStep}</p>}
        {error.ref !== undefined && <p class="quiet">{messages.reference(error.ref)}</p>}
        {onRetry !== undefined && <button type="button" class="small" onClick={onRetry}>{messages.tryAgain}</button>}
      </div>
    </div>
  );
}
