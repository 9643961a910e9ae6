/** A form while it is being filled in: what stands in it, what is wrong with it, and its draft. */
import { useRef, useState } from 'preact/hooks';
import type { CheckContext } from '../../src/domain/check-record';
import type { Values } from '../../src/domain/field';
import { autofill } from '../autofill';
import type { ToldIssue } from '../display';
import { fieldOfIssue, formOf, issuesOf, newForm, type FormState, type Inputs } from '../form-model';
import type { View } from '../route';
import { useWorkspace } from '../workspace';

type FormView = Extract<View, { name: 'form' }>;

export interface RecordEditor {
  readonly form: FormState;
  readonly issues: ReadonlyMap<string, ToldIssue>;
  /** The summary comes with an attempt to save; before that, errors only stand at their fields. */
  readonly isSummaryShown: boolean;
  /** When the draft that was brought back was typed; null if there was none. */
  readonly restoredAt: number | null;
  input(key: string, value: string | readonly string[]): void;
  /** Checks the field and fills in what follows from it. */
  leave(key: string): void;
  showIssues(issues: readonly ToldIssue[]): void;
  /** Takes over a form that was settled elsewhere. */
  adopt(form: FormState): void;
  discardDraft(): void;
  startOver(): void;
}

export function useRecordForm(context: CheckContext, view: FormView): RecordEditor {
  const { archive, drafts, messages, language, announce } = useWorkspace();
  const draftKey = `${view.entity}:${view.record?.id ?? `new:${view.customer?.id ?? ''}`}`;
  const fresh = (): FormState => (view.record === undefined ? newForm(context, knownValues(view, archive.user.email)) : formOf(context, view.record));
  const [restored, setRestored] = useState(() => drafts.find(draftKey));
  const [form, setForm] = useState<FormState>(() => {
    const start = fresh();
    return restored === null ? start : { ...start, base: restored.base, revision: restored.revision, inputs: { ...start.inputs, ...restored.inputs } };
  });
  // One event may change and leave a field before the next rendering: the newest form is kept beside the state.
  const newest = useRef(form);
  const [issues, setIssues] = useState<ReadonlyMap<string, ToldIssue>>(new Map());
  const [isSummaryShown, setSummaryShown] = useState(false);

  function adopt(next: FormState): void {
    newest.current = next;
    setForm(next);
    const isUntouched = view.record === undefined && JSON.stringify(next.inputs) === JSON.stringify(fresh().inputs);
    if (isUntouched) drafts.discard(draftKey);
    else drafts.keep(draftKey, { inputs: next.inputs, base: next.base, revision: next.revision, savedAt: Date.now() });
  }

  function change(inputs: Inputs): FormState {
    const next = { ...newest.current, inputs: { ...newest.current.inputs, ...inputs } };
    adopt(next);
    return next;
  }

  function input(key: string, value: string | readonly string[]): void {
    const next = change({ [key]: value });
    // An error that is told already goes as soon as it is cured, wherever the cure was.
    setIssues((told) => (told.size === 0 ? told : onlyTold(issuesOf(context, next), new Set(told.keys()))));
  }

  function leave(key: string): void {
    const filled = autofill(context.entity, context.enabled, key, newest.current.inputs);
    const targets = Object.keys(filled);
    if (targets.length > 0) {
      change(filled);
      announce(messages.autofilled(targets.map((one) => context.entity.fields[one]?.labels[language] ?? one).join(messages.listSeparator)));
    }
    setIssues((told) => onlyTold(issuesOf(context, newest.current), new Set([...told.keys(), key])));
  }

  return {
    form, issues, isSummaryShown, restoredAt: restored?.savedAt ?? null, input, leave, adopt,
    showIssues(found) {
      setIssues(new Map(found.map((issue) => [fieldOfIssue(issue) ?? issue.path, issue])));
      setSummaryShown(found.length > 0);
    },
    discardDraft: () => drafts.discard(draftKey),
    startOver() {
      drafts.discard(draftKey);
      setRestored(null);
      newest.current = fresh();
      setForm(newest.current);
      setIssues(new Map());
      setSummaryShown(false);
      announce(messages.draftDiscarded);
    },
  };
}

/** Errors appear at a field when it is left, not while somebody is still on the way to it. */
function onlyTold(issues: readonly ToldIssue[], told: ReadonlySet<string>): ReadonlyMap<string, ToldIssue> {
  const entries = issues.map((issue) => [fieldOfIssue(issue) ?? issue.path, issue] as const);
  return new Map(entries.filter(([key]) => told.has(key)));
}

function knownValues(view: FormView, userEmail: string): Values {
  if (view.entity === 'customer') return { ownerEmail: userEmail };
  return view.customer === undefined ? {} : { customerId: view.customer.id };
}
