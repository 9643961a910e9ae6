import { randomUUID } from 'node:crypto';
import { createScriptHost, type ScriptHost } from '../apps-script/script-host';
import { createVirtualClock } from '../door/clock';
import { createDoor, type Door } from '../door/door';
import type { SheetsQuota } from '../door/quota-meter';
import { sheetsThroughDoor, type SheetsCaller } from '../rest/sheets-door';
import { createSheetsEngine, type DurableSheetsEngine, type Mutation } from '../sheets/engine';
import { PlainError } from '../state/plain-error';
import { openWorkbookFile, type StoredWorkbook, type WorkbookFile } from '../state/workbook-file';
import { touchedBy, touchedByTyping, type Touched } from './touched-cells';
import { createScriptRecorder, type ScriptEntry } from './script-recorder';

export interface LocalHostOptions {
  readonly distFolder: string;
  /** File that keeps everything; null forgets it all when the host ends. */
  readonly file: string | null;
  /** Epoch milliseconds at which the clock stands still; null follows this machine's clock. */
  readonly now: number | null;
  /** Makes ids and chances repeatable; a new one each time by default. */
  readonly seed?: string | number;
  readonly sheetsQuota?: SheetsQuota | 'off';
  /** Length of the log beside the file from which a new snapshot is due; see `RecordOptions`. */
  readonly compactAboveBytes?: number;
  /** Name of the demo that a new workbook is going to be filled with. */
  readonly demo?: string | null;
  /** Told of every write to the workbook, whoever did it. */
  readonly onTouched: (touched: Touched) => void;
}

/** A workbook with its script, people and clock, kept on disk when there is a file. */
export interface LocalHost {
  readonly engine: DurableSheetsEngine;
  readonly door: Door;
  readonly scripts: ScriptHost;
  readonly spreadsheetId: string;
  /** True when the workbook was made now, false when it was in the file. */
  readonly isNew: boolean;
  /** Name of the demo that is to be loaded: a new one, or one that a killed host left half-done. */
  unfinishedDemo(): string | null;
  /** Notes that the demo is complete; resolves once that survives a power cut. */
  finishDemo(): Promise<void>;
  /** A call of the Sheets API from outside the script, through the call door. */
  readonly sheets: SheetsCaller;
  /** Does a piece of work for somebody outside; resolves with its result once all it changed survives a power cut. */
  settle<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
}

export const OWNER = 'owner@example.com';

/** Everybody who has access to a new workbook besides its owner. */
export const TEAM = [
  { email: 'manager@example.com', role: 'editor' },
  { email: 'sales@example.com', role: 'editor' },
  { email: 'service@example.com', role: 'editor' },
  { email: 'viewer@example.com', role: 'viewer' },
] as const;

/** Everything in the snapshot. `starts` counts how often the host was started, so that no two starts draw the same ids. */
interface SavedState {
  readonly spreadsheetId: string;
  readonly starts: number;
  readonly sheets: unknown;
  readonly script: ReturnType<ScriptHost['state']>;
  /** Missing in files of earlier hosts, which forgot that a demo was not complete. */
  readonly unfinishedDemo?: string | null;
}

type Entry = { readonly sheets: Mutation } | { readonly script: ScriptEntry } | { readonly demo: 'finished' };

/** Throws `PlainError` when the file cannot be used. */
export function openLocalHost(options: LocalHostOptions): LocalHost {
  const stored = options.file === null ? null : openWorkbookFile(options.file);
  try {
    return assemble(options, stored);
  } catch (error) {
    stored?.abandon();
    throw error;
  }
}

const TRACE_LIMIT = 20_000;

function assemble(options: LocalHostOptions, stored: StoredWorkbook | null): LocalHost {
  const saved = (stored?.state ?? null) as SavedState | null;
  const entries = (stored?.entries ?? []) as readonly Entry[];
  const starts = (saved?.starts ?? 0) + 1;
  const wallClock = (): number => options.now ?? Date.now();
  let file: WorkbookFile | null = null;

  const clock = createVirtualClock(saved?.script.door.now ?? wallClock());
  const engine = watched(createSheetsEngine({ now: clock.now, onMutation: (mutation) => { file?.append({ sheets: mutation } satisfies Entry); } }), options.onTouched);
  const seed = `${options.seed ?? randomUUID()}/start ${starts}`;
  const door = createDoor({ clock, seed, traceLimit: TRACE_LIMIT, ...(options.sheetsQuota === undefined ? {} : { sheetsQuota: options.sheetsQuota }) });
  const spreadsheetId = saved?.spreadsheetId ?? newWorkbook(engine);
  let unfinishedDemo = saved === null ? options.demo ?? null : entries.some((entry) => 'demo' in entry) ? null : saved.unfinishedDemo ?? null;
  const recorder = createScriptRecorder();
  const scripts = createScriptHost({ engine, door, seed, distFolder: options.distFolder, spreadsheetId, onMutation: recorder.changed });

  if (saved !== null) {
    const random = scripts.state().random;
    engine.importState(saved.sheets);
    replayAll(engine, entries.flatMap((entry) => ('sheets' in entry ? [entry.sheets] : [])), options.file!);
    const script = recorder.replay(saved.script, entries.flatMap((entry) => ('script' in entry ? [entry.script] : [])));
    scripts.restore({ ...script, random });
  }
  recorder.begin(scripts);
  file = stored?.record({
    capture: (): SavedState => ({ spreadsheetId, starts, sheets: engine.exportState(), script: recorder.withoutCache(scripts.state()), unfinishedDemo }),
    ...(options.compactAboveBytes === undefined ? {} : { compactAboveBytes: options.compactAboveBytes }),
  }) ?? null;

  let lastLook = wallClock();
  /** Lets the virtual clock go on as this machine's did, and runs what fell due meanwhile. */
  const keepTime = (): void => {
    const passed = wallClock() - lastLook;
    lastLook += passed;
    if (passed > 0) scripts.advanceTo(door.clock.now() + passed);
  };
  if (wallClock() > clock.now()) scripts.advanceTo(wallClock());

  const settle = async <T>(work: () => T): Promise<T> => {
    try {
      keepTime();
      return work();
    } finally {
      const entry = recorder.take(scripts, door);
      if (entry !== null) file?.append({ script: entry } satisfies Entry);
      await file?.durable();
    }
  };

  return {
    engine, door, scripts, spreadsheetId, settle,
    unfinishedDemo: () => unfinishedDemo,
    isNew: saved === null,
    finishDemo: async () => {
      unfinishedDemo = null;
      file?.append({ demo: 'finished' } satisfies Entry);
      await file?.durable();
    },
    sheets: sheetsThroughDoor(engine, door),
    close: async () => { await file?.close(); },
  };
}

/** The same engine, which tells where it was written. */
function watched(engine: DurableSheetsEngine, onTouched: (touched: Touched) => void): DurableSheetsEngine {
  return {
    ...engine,
    execute: (call) => {
      const answer = engine.execute(call);
      if (answer.cost.write) onTouched(touchedBy(call, answer.response));
      return answer;
    },
    typedEdit: (edit) => {
      const answer = engine.typedEdit(edit);
      if (answer.accepted) onTouched(touchedByTyping(edit));
      return answer;
    },
  };
}

function replayAll(engine: DurableSheetsEngine, mutations: readonly Mutation[], file: string): void {
  try {
    mutations.forEach(engine.replay);
  } catch (error) {
    throw new PlainError(`The log of ${file} does not fit its snapshot, or was written by another version of this host.`, { cause: error });
  }
}

function newWorkbook(engine: DurableSheetsEngine): string {
  const spreadsheetId = engine.createWorkbook({ title: 'Guidang', owner: OWNER });
  for (const { email, role } of TEAM) engine.share(spreadsheetId, email, role);
  return spreadsheetId;
}
