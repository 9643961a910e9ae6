/** Saving a form, and what may stand in the way: issues, a duplicate, a conflict, or a failure. */
import { useRef, useState } from 'preact/hooks';
import type { DuplicateCandidate } from '../../src/contract/envelope';
import type { WireRecord } from '../../src/contract/methods';
import type { CheckContext } from '../../src/domain/check-record';
import type { FieldConflict } from '../../src/domain/reconcile';
import { isChanged, rebase, saveParams, type ConflictChoices, type FormState } from '../form-model';
import { createAttempts, isUnknown, type SaveResult } from '../save-attempts';
import type { CallError } from '../rpc';
import { useWorkspace } from '../workspace';
import type { RecordEditor } from './use-record-form';

export type SaveProblem =
  | { readonly kind: 'error'; readonly error: CallError }
  | { readonly kind: 'duplicate'; readonly duplicates: readonly DuplicateCandidate[] }
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[]; readonly current: WireRecord };

export interface SaveAttempt {
  readonly form: FormState;
  readonly isDuplicateConfirmed: boolean;
}

export interface Saving {
  readonly isSaving: boolean;
  readonly problem: SaveProblem | null;
  /** Gives the number of issues the server found. */
  save(attempt: SaveAttempt): Promise<number>;
  /** Carries the form over to the record as it stands now, then saves it. */
  settle(current: WireRecord, choices: ConflictChoices): Promise<void>;
  forget(): void;
}

export function useSave(context: CheckContext, editor: RecordEditor): Saving {
  const { rpc, sync, navigation, messages, announce, cards } = useWorkspace();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const attempts = useRef(createAttempts(rpc));

  async function save(attempt: SaveAttempt): Promise<number> {
    setSaving(true);
    const result = await submit(attempt);
    setSaving(false);
    if (!result.ok) return fail(result.error);
    arrive(result.data.record);
    return 0;
  }

  /** If an earlier attempt turns out to have been saved after all, only what was typed since remains to be sent. */
  async function submit({ form, isDuplicateConfirmed }: SaveAttempt): Promise<SaveResult> {
    const params = saveParams(context, form, isDuplicateConfirmed);
    const earlier = await attempts.current.settleEarlier(params);
    if (earlier === null || (!earlier.ok && !isUnknown(earlier.error))) return attempts.current.send(params);
    if (!earlier.ok) return earlier;
    const rest = rebase(context, form, earlier.data.record, {});
    editor.adopt(rest);
    return isChanged(context, rest) ? attempts.current.send(saveParams(context, rest, isDuplicateConfirmed)) : earlier;
  }

  function arrive(record: WireRecord): void {
    editor.discardDraft();
    const customerId = record.entity === 'customer' ? record.id : String(record.values['customerId']);
    const card = cards.get(customerId);
    if (record.entity === 'customer' && card !== undefined) cards.set(customerId, { ...card, customer: record });
    announce(messages.saved(String(record.values[context.entity.titleField] ?? record.id)));
    void sync.refresh();
    if (record.entity === 'customer') navigation.showCustomer(record.id, record.row);
    else navigation.showCustomer(customerId, sync.index.find(customerId)?.row);
  }

  function fail(error: CallError): number {
    const issues = error.code === 'VALIDATION' ? error.issues ?? [] : [];
    if (error.code === 'DUPLICATE' && error.duplicates !== undefined) setProblem({ kind: 'duplicate', duplicates: error.duplicates });
    else if (error.code === 'CONFLICT' && error.conflicts !== undefined && error.current !== undefined) {
      setProblem({ kind: 'conflict', conflicts: error.conflicts, current: error.current });
    } else if (issues.length > 0) {
      setProblem(null);
      editor.showIssues(issues);
    } else setProblem({ kind: 'error', error });
    return issues.length;
  }

  async function settle(current: WireRecord, choices: ConflictChoices): Promise<void> {
    const form = rebase(context, editor.form, current, choices);
    editor.adopt(form);
    setProblem(null);
    await save({ form, isDuplicateConfirmed: false });
  }

  return { isSaving, problem, save, settle, forget: () => setProblem(null) };
}
