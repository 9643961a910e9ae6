/** What every view may use: the person, the archive, the ways to ask, to remember, to go elsewhere and to speak. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BootstrapData, CustomerCardData } from '../src/contract/methods';
import type { CheckContext } from '../src/domain/check-record';
import { findEntity } from '../src/domain/entities';
import type { Language } from '../src/domain/language';
import type { DraftStore } from './draft-store';
import type { IndexSync } from './index-sync';
import type { Messages } from './messages/messages';
import type { RecentStore } from './recent-store';
import type { Navigation } from './route';
import type { Rpc } from './rpc';

export interface Workspace {
  readonly language: Language;
  readonly messages: Messages;
  readonly archive: BootstrapData;
  readonly rpc: Rpc;
  readonly sync: IndexSync;
  readonly drafts: DraftStore;
  readonly recents: RecentStore;
  readonly navigation: Navigation;
  /** Cards seen since the sidebar was opened: shown at once, then fetched anew. */
  readonly cards: Map<string, CustomerCardData>;
  /** What stands in the search box, so that it is still there on the way back. */
  readonly search: { query: string };
  /** Says it to everybody: shown for a moment, read out by screen readers. */
  announce(text: string): void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('A view was rendered outside the workspace');
  return workspace;
}

/** The rules for one kind of record in this workbook, today. */
export function checkContext(archive: BootstrapData, entityName: string): CheckContext {
  const entity = findEntity(entityName);
  if (entity === null) throw new Error(`No entity ${entityName}`);
  return { entity, enabled: new Set(archive.fields[entityName] ?? []), today: archive.today };
}
