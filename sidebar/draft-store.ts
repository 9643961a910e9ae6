/** What was typed into a form and not saved yet, one draft per form and person. */
import type { Values } from '../src/domain/field';
import type { Inputs } from './form-model';
import type { KeyValueStore } from './key-value-store';

export interface Draft {
  readonly inputs: Inputs;
  /** The record the typing started from, so that a change by others in between is still noticed when saving. */
  readonly base: Values;
  readonly revision: number | null;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

export interface DraftStore {
  find(form: string): Draft | null;
  keep(form: string, draft: Draft): void;
  discard(form: string): void;
  /** False when drafts are lost with the sidebar. */
  readonly isLasting: boolean;
}

/** Personal data does not lie in a browser for ever. */
const KEPT_DAYS = 30;

/** @param person drafts of another person at the same browser stay unseen */
export function createDraftStore(store: KeyValueStore, person: string, now: number): DraftStore {
  const prefix = `guidang:draft:${person}:`;
  forgetOld(store, now);
  return {
    get isLasting() { return store.isLasting; },
    find: (form) => readDraft(store.get(prefix + form)),
    keep: (form, draft) => store.set(prefix + form, JSON.stringify(draft)),
    discard: (form) => store.remove(prefix + form),
  };
}

function forgetOld(store: KeyValueStore, now: number): void {
  for (const key of store.keys().filter((one) => one.startsWith('guidang:draft:'))) {
    const draft = readDraft(store.get(key));
    if (draft === null || now - draft.savedAt > KEPT_DAYS * 86_400_000) store.remove(key);
  }
}

/** Null for nothing, and for what an older version or a stranger may have left there. */
function readDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null;
    const isWhole = typeof draft?.savedAt === 'number' && typeof draft.inputs === 'object' && typeof draft.base === 'object' && draft.revision !== undefined;
    return isWhole ? draft as Draft : null;
  } catch {
    return null;
  }
}
