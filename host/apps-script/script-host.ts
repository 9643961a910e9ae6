import { createHash } from 'node:crypto';
import type { Door, DoorState } from '../door/door';
import { createSeededRandom, type SeededRandomState } from '../door/seeded-random';
import type { SheetsEngine } from '../types';
import { forgedEvent, type ChangeType, type TriggerEvent } from './events';
import { emptyHostState, type HostState, type SentMail, type StatePart, type TriggerRecord } from './host-state';
import { activeUserOf, authModeOf } from './identity';
import { readManifest } from './manifest';
import { createRealm } from './realm';
import { runScript, type RunOutcome } from './run-script';
import type { Account, Deployment, RunMode, Selection, ServiceContext } from './service-context';
import { createLockTable } from './services/lock-service';
import { createTriggerRunner, type TriggerRun } from './trigger-runner';
import { agree, createUiRecorder, type AlertAnswerer, type MenuNode } from './ui-recorder';

export interface ScriptHostOptions {
  readonly engine: SheetsEngine;
  readonly door: Door;
  readonly seed: string | number;
  /** Folder of the built bundle: one or more .js files, the HTML files and appsscript.json. */
  readonly distFolder: string;
  readonly spreadsheetId: string;
  /** People with more to say about them than their mail; anyone else is a consumer account that speaks English. */
  readonly accounts?: readonly Account[];
  readonly deployment?: Deployment;
  /** How people answer alerts and prompts; they agree by default. */
  readonly answerAlerts?: AlertAnswerer;
  /** Called after each change of what `state()` returns. */
  readonly onMutation?: (part: StatePart | 'clock') => void;
}

export interface RunRequest {
  /** As whom the code runs. */
  readonly user: string;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly mode: RunMode;
  /** For triggers: what the handler is told, and the person who caused it (by default nobody else). */
  readonly event?: TriggerEvent;
  readonly causedBy?: string;
}

/** What a person did in the grid, as far as triggers hear of it. `value` and `oldValue` are for single cells. */
export interface GridEdit {
  readonly user: string;
  readonly changeType: ChangeType;
  readonly place: Selection;
  readonly value?: string;
  readonly oldValue?: string;
}

/** Plain JSON: all that must survive a restart of the host besides the workbook. */
export interface ScriptHostState {
  readonly host: HostState;
  readonly door: DoorState;
  readonly random: SeededRandomState;
}

/** Google's side of one script project: it runs the bundle for people and triggers over one spreadsheet. */
export interface ScriptHost {
  run(request: RunRequest): RunOutcome;
  /** A person opens the file: simple and installed onOpen run, unless the person may only view. */
  openDocument(user: string): RunOutcome & { readonly menu: readonly MenuNode[] };
  clickMenu(user: string, functionName: string): RunOutcome;
  rpc(user: string, functionName: string, args: readonly unknown[]): RunOutcome;
  /** Runs a trigger handler as `user` with a forged event. */
  fire(user: string, handler: string): RunOutcome;
  /**
   * A person edited the grid: simple onEdit, then the installed onEdit and onChange triggers of everybody. Edits made while
   * an edit is being handled wait their turn, two at most; later ones reach no handler, as on Google. The outcomes of those
   * that waited come with the edit they waited for.
   */
  gridEdited(edit: GridEdit): readonly RunOutcome[];
  /** Moves the clock forward and fires the clock triggers that fall due on the way. */
  advanceTo(instant: number): readonly TriggerRun[];
  /** The person's selected cell, which the script sees as the active one. */
  select(user: string, selection: Selection): void;
  selectionOf(user: string): Selection;
  /** The person changes the language of the Google account, a BCP 47 tag. */
  speak(user: string, locale: string): void;
  /** Names that google.script.run offers to the page. */
  publicFunctions(): readonly string[];
  outbox(): readonly SentMail[];
  triggers(): readonly TriggerRecord[];
  state(): ScriptHostState;
  restore(state: ScriptHostState): void;
}

const RUN_LIMIT_MS = 6 * 60_000;
const SIMPLE_TRIGGER_LIMIT_MS = 30_000;
const RUNS_AT_ONCE = 30;
/** Google's "only queues up to 2 trigger events". assumed: installed edit and change triggers share the queue of the simple one. */
const EDITS_WAITING = 2;
const NO_ACCESS = 'You do not have permission to access the requested document.';
const SIMPLE_TRIGGERS = new Set(['onOpen', 'onEdit', 'onSelectionChange']);

export function createScriptHost(options: ScriptHostOptions): ScriptHost {
  const { engine, door, spreadsheetId, distFolder } = options;
  const { clock } = door;
  const deployment = options.deployment ?? 'bound';
  const random = createSeededRandom(`${options.seed}/script`);
  const locks = createLockTable();
  const accounts = new Map((options.accounts ?? []).map((account) => [account.email, account]));
  const selections = new Map<string, Selection>();
  const underWay = new Map<string, number>();
  const scriptId = createHash('sha256').update(`script of ${spreadsheetId}`).digest('base64url');
  const editsWaiting: GridEdit[] = [];
  let handlingEdit = false;
  let state = emptyHostState();
  let manifestRead: ReturnType<typeof readManifest> | null = null;
  let declared: readonly string[] | null = null;

  const account = (email: string): Account => accounts.get(email) ?? { email };
  const changed = (part: StatePart | 'clock'): void => options.onMutation?.(part);
  const selectionOf = (user: string): Selection => selections.get(user) ?? { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 };

  const run = (request: RunRequest): RunOutcome => {
    const { user, mode, functionName } = request;
    const role = engine.roleOf(spreadsheetId, user);
    if (role === null) return refusal(NO_ACCESS);
    // Viewers have neither menus nor simple triggers; google.script.run still reaches the script as that person.
    if (role === 'viewer' && (mode === 'menu' || mode === 'simple')) return refusal('You do not have permission to perform that action.');
    if ((underWay.get(user) ?? 0) >= RUNS_AT_ONCE) return refusal('There are too many scripts running simultaneously for this Google user account.');
    const execution = door.startExecution({ user, functionName, limitMs: mode === 'simple' ? SIMPLE_TRIGGER_LIMIT_MS : RUN_LIMIT_MS });
    if (mode === 'rpc' || mode === 'menu') execution.chargeScriptRun();
    const context: ServiceContext = {
      engine, spreadsheetId, distFolder, scriptId, deployment, mode, role, execution, state, locks, random, account, changed,
      manifest: manifestRead ??= readManifest(distFolder),
      authMode: authModeOf(mode, functionName, deployment),
      effectiveUser: user,
      activeUser: activeUserOf(request, account),
      ui: createUiRecorder(options.answerAlerts ?? agree),
      selection: selectionOf(user),
      now: clock.now,
      pass: (service, method, apply) => execution.call({ service, method, user }, () => ({ result: apply() })),
    };
    underWay.set(user, (underWay.get(user) ?? 0) + 1);
    try {
      const mathRandom = createSeededRandom(`${options.seed}/execution ${execution.number}`).next;
      const outcome = runScript(context, { functionName, args: request.args ?? [], event: request.event ?? null }, mathRandom);
      if (outcome.ui.selection !== null) selections.set(user, outcome.ui.selection);
      return outcome;
    } finally {
      locks.releaseAll(execution.number);
      underWay.set(user, underWay.get(user)! - 1);
      changed('clock');
    }
  };

  const declares = (name: string): boolean => (declared ??= declaredNames(distFolder)).includes(name);

  const triggers = createTriggerRunner({
    clock, account, changed, state: () => state,
    run: (trigger, event, causedBy) => run({ user: trigger.owner, functionName: trigger.handler, mode: 'trigger', event, ...(causedBy === null ? {} : { causedBy }) }),
  });

  const tellTriggers = ({ user, changeType, place, value, oldValue }: GridEdit): readonly RunOutcome[] => {
    const outcomes: RunOutcome[] = [];
    const fireInstalled = (wanted: TriggerRecord['event'], event: TriggerEvent): void => {
      for (const { outcome } of triggers.fireInstalled(wanted, event, user)) if (outcome !== null) outcomes.push(outcome);
    };
    if (changeType === 'EDIT') {
      const event: TriggerEvent = { kind: 'edit', place, ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) };
      if (declares('onEdit')) outcomes.push(run({ user, functionName: 'onEdit', mode: 'simple', event }));
      fireInstalled('ON_EDIT', event);
    }
    fireInstalled('ON_CHANGE', { kind: 'change', changeType });
    return outcomes;
  };

  return {
    run,
    openDocument: (user) => {
      const role = engine.roleOf(spreadsheetId, user);
      if (role === null) return { ...refusal(NO_ACCESS), menu: [] };
      if (role === 'viewer') return { ...nothingDone(), ok: true, menu: [] };
      const outcome = declares('onOpen') ? run({ user, functionName: 'onOpen', mode: 'simple', event: { kind: 'open' } }) : { ...nothingDone(), ok: true };
      triggers.fireInstalled('ON_OPEN', { kind: 'open' }, user);
      return { ...outcome, menu: outcome.ui.menus };
    },
    clickMenu: (user, functionName) => run({ user, functionName, mode: 'menu' }),
    rpc: (user, functionName, args) => run({ user, functionName, args, mode: 'rpc' }),
    fire: (user, handler) => {
      const trigger = state.triggers.find((candidate) => candidate.handler === handler && candidate.owner === user) ?? null;
      const event: TriggerEvent = handler === 'onOpen' || handler === 'onInstall' ? { kind: 'open' } : forgedEvent(trigger, selectionOf(user));
      const mode: RunMode = SIMPLE_TRIGGERS.has(handler) ? 'simple' : handler === 'onInstall' ? 'menu' : 'trigger';
      return run({ user, functionName: handler, mode, event });
    },
    gridEdited: (edit) => {
      if (handlingEdit) {
        if (editsWaiting.length < EDITS_WAITING) editsWaiting.push(edit);
        return [];
      }
      handlingEdit = true;
      try {
        const outcomes = [...tellTriggers(edit)];
        for (let next = editsWaiting.shift(); next !== undefined; next = editsWaiting.shift()) outcomes.push(...tellTriggers(next));
        return outcomes;
      } finally {
        handlingEdit = false;
        editsWaiting.length = 0;
      }
    },
    advanceTo: (instant) => {
      if (instant < clock.now()) throw new RangeError('The clock only moves forward.');
      const runs = triggers.fireDue(instant);
      clock.advanceTo(Math.max(instant, clock.now()));
      changed('clock');
      return runs;
    },
    select: (user, selection) => { selections.set(user, selection); },
    selectionOf,
    speak: (user, locale) => { accounts.set(user, { ...account(user), locale }); },
    publicFunctions: () => (declared ??= declaredNames(distFolder)).filter((name) => !name.endsWith('_')),
    outbox: () => state.outbox,
    triggers: () => state.triggers,
    state: () => ({ host: structuredClone(state), door: door.state(), random: random.state() }),
    restore: (saved) => {
      state = structuredClone(saved.host);
      door.restore(saved.door);
      random.restore(saved.random);
    },
  };
}

/** Loads the bundle once without services, to see what it declares: it may touch none while loading. */
function declaredNames(distFolder: string): readonly string[] {
  const realm = createRealm({ bridge: () => 'u', log: () => undefined, now: () => 0, random: () => 0 });
  realm.load(distFolder);
  return realm.declaredNames().filter((name) => realm.isPublic(name) || name.endsWith('_'));
}

function nothingDone(): RunOutcome {
  const calls = { calls: 0, reads: 0, writes: 0, otherCalls: 0, cells: 0, modelSeconds: { lo: 0, mid: 0, hi: 0, drawn: 0 } };
  return { ok: false, result: null, calls, trace: [], ui: createUiRecorder(agree).effects(), logs: [], replyLength: 0, durationMs: 0 };
}

function refusal(message: string): RunOutcome {
  return { ...nothingDone(), error: { name: 'Exception', message } };
}
