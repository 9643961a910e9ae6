import type { Execution } from '../door/door';
import type { SeededRandom } from '../door/seeded-random';
import type { FileRole, SheetsEngine } from '../types';
import type { HostState, StatePart } from './host-state';
import type { Manifest } from './manifest';
import type { LockTable } from './services/lock-service';
import type { UiRecorder } from './ui-recorder';

/** Google's authorisation modes: NONE and LIMITED are those of simple triggers. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** How an execution came about. `load` is the script's top level, where no service may be touched. */
export type RunMode = 'rpc' | 'menu' | 'trigger' | 'simple';

/** A person of the host. Google's limits differ by kind of account. */
export interface Account {
  readonly email: string;
  readonly kind?: 'consumer' | 'workspace';
  /** BCP 47 tag of the person's language; `en` by default. */
  readonly locale?: string;
}

/** Bound to its spreadsheet, or an editor add-on that is (or is not yet) in use in this file. */
export type Deployment = 'bound' | 'add-on' | 'add-on-not-in-use';

/** The cell a person has selected; rows and columns count from 1. */
export interface Selection {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** All that the services of one execution need to know. */
export interface ServiceContext {
  readonly engine: SheetsEngine;
  readonly spreadsheetId: string;
  readonly distFolder: string;
  readonly manifest: Manifest;
  readonly scriptId: string;
  readonly deployment: Deployment;
  readonly mode: RunMode;
  readonly authMode: AuthMode;
  /** As whom the code runs. */
  readonly effectiveUser: string;
  /** The person at the keyboard as far as the script may know; `''` when it may not. */
  readonly activeUser: string;
  readonly role: FileRole;
  readonly execution: Execution;
  readonly state: HostState;
  readonly locks: LockTable;
  readonly random: SeededRandom;
  readonly ui: UiRecorder;
  readonly selection: Selection;
  account(email: string): Account;
  now(): number;
  /** Tells the persistence that a part of the state has changed. */
  changed(part: StatePart): void;
  /** Passes the door under a service's name: for methods of objects that otherwise live in the script's memory. */
  pass<T>(service: string, method: string, apply: () => T): T;
}
