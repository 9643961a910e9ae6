/** The form for a new record or for one that exists, from the first keystroke to the saved record. */
import { useRef, useState } from 'preact/hooks';
import { isChanged, issuesOf } from '../form-model';
import { inputId, RecordFields } from '../form';
import { ErrorNote } from '../parts/error-note';
import { Page } from '../parts/page';
import type { View } from '../route';
import { checkContext, useWorkspace } from '../workspace';
import { ConflictPanel } from './conflict-panel';
import { DraftNote } from './draft-note';
import { DuplicatePanel } from './duplicate-panel';
import { IssueSummary } from './issue-summary';
import { useRecordForm } from './use-record-form';
import { useSave } from './use-save';

type FormView = Extract<View, { name: 'form' }>;

export function RecordForm({ view }: { readonly view: FormView }) {
  const { archive, language, messages, navigation, drafts, announce } = useWorkspace();
  const context = checkContext(archive, view.entity);
  const editor = useRecordForm(context, view);
  const saving = useSave(context, editor);
  const [closedSections, setClosedSections] = useState<ReadonlySet<string>>(new Set());
  const summary = useRef<HTMLDivElement>(null);
  const { form } = editor;

  const title = view.record === undefined
    ? messages.newRecord(context.entity.labels[language])
    : messages.editRecord(String(form.base[context.entity.titleField] ?? ''));

  function onSubmit(event: Event): void {
    event.preventDefault();
    const issues = issuesOf(context, form);
    editor.showIssues(issues);
    if (issues.length > 0) {
      saving.forget();
      requestAnimationFrame(() => summary.current?.focus());
    } else if (form.id !== null && !isChanged(context, form)) {
      announce(messages.nothingChanged);
      editor.discardDraft();
      navigation.back();
    } else {
      void saving.save({ form, isDuplicateConfirmed: false }).then((issueCount) => {
        if (issueCount > 0) requestAnimationFrame(() => summary.current?.focus());
      });
    }
  }

  /** Opens the section the field lies in, for a field that cannot be seen takes no focus. */
  function jumpTo(key: string): void {
    const section = context.entity.fields[key]?.section;
    setClosedSections((closed) => new Set([...closed].filter((one) => one !== section)));
    requestAnimationFrame(() => document.getElementById(inputId(key))?.focus());
  }

  function toggleSection(section: string): void {
    setClosedSections((closed) => (closed.has(section) ? new Set([...closed].filter((one) => one !== section)) : new Set([...closed, section])));
  }

  const { problem, isSaving } = saving;
  return (
    <Page title={title} actions={problem?.kind === 'conflict' ? null : (
      <>
        <button type="submit" form="record" class="primary" disabled={isSaving} aria-busy={isSaving}>{isSaving ? messages.saving : messages.save}</button>
        <button type="button" disabled={isSaving} onClick={navigation.back}>{messages.cancel}</button>
      </>
    )}>
      {editor.restoredAt !== null && <DraftNote savedAt={editor.restoredAt} onDiscard={editor.startOver} />}
      {!drafts.isLasting && <p class="note">{messages.draftNotLasting}</p>}
      {problem?.kind === 'error' && <ErrorNote error={problem.error} language={language} messages={messages} isSaving />}
      {problem?.kind === 'duplicate' && (
        <DuplicatePanel context={context} duplicates={problem.duplicates} isSaving={isSaving} onKeepEditing={saving.forget}
          onSaveAnyway={() => void saving.save({ form, isDuplicateConfirmed: true })} />
      )}
      {problem?.kind === 'conflict' && (
        <ConflictPanel context={context} conflicts={problem.conflicts} isSaving={isSaving} onKeepEditing={saving.forget}
          onChoose={(choices) => void saving.settle(problem.current, choices)} />
      )}
      {editor.isSummaryShown && editor.issues.size > 0 && <IssueSummary summaryRef={summary} context={context} issues={[...editor.issues.values()]} onJump={jumpTo} />}
      <form id="record" noValidate onSubmit={onSubmit} hidden={problem?.kind === 'conflict'}>
        <RecordFields context={context} form={form} issues={editor.issues} knownNames={knownNames(view)}
          closedSections={closedSections} onToggleSection={toggleSection} onInput={editor.input} onLeave={editor.leave} />
      </form>
    </Page>
  );
}

/** The customer whose card the form was opened from stays the one. */
function knownNames(view: FormView): Readonly<Record<string, string>> {
  return view.customer === undefined ? {} : { customerId: view.customer.name };
}
