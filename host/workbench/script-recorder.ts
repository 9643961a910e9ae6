import type { HostState, SentMail, StatePart } from '../apps-script/host-state';
import type { ScriptHost, ScriptHostState } from '../apps-script/script-host';
import type { Door, DoorState } from '../door/door';

/** What one piece of work changed besides the workbook. The cache is left out: any item of it may vanish. */
export interface ScriptEntry {
  readonly door: DoorState;
  readonly parts?: Partial<Pick<HostState, RecordedPart>>;
  /** Mails sent meanwhile. */
  readonly mails?: readonly SentMail[];
}

type SavedScript = Pick<ScriptHostState, 'host' | 'door'>;

export interface ScriptRecorder {
  /** To be told of every change by the script host. */
  changed(part: StatePart | 'clock'): void;
  /** Begins to count mails from what the host holds now. */
  begin(scripts: ScriptHost): void;
  /** What changed since it was last asked, or null. */
  take(scripts: ScriptHost, door: Door): ScriptEntry | null;
  replay(state: SavedScript, entries: readonly ScriptEntry[]): SavedScript;
  withoutCache(state: ScriptHostState): ScriptHostState;
}

const RECORDED_PARTS = ['properties', 'triggers', 'quotas', 'sequence'] as const;
type RecordedPart = (typeof RECORDED_PARTS)[number];

export function createScriptRecorder(): ScriptRecorder {
  const changes = new Set<StatePart | 'clock'>();
  let mailsRecorded = 0;
  let lastDoor = '';
  return {
    changed: (part) => { changes.add(part); },
    begin: (scripts) => {
      changes.clear();
      mailsRecorded = scripts.outbox().length;
    },
    take: (scripts, door) => {
      const mails = scripts.outbox().slice(mailsRecorded);
      const doorState = door.state();
      const needsState = RECORDED_PARTS.some((part) => changes.has(part));
      const doorText = JSON.stringify(doorState);
      if (!needsState && mails.length === 0 && doorText === lastDoor) return null;
      changes.clear();
      mailsRecorded += mails.length;
      lastDoor = doorText;
      const parts = needsState ? partsOf(scripts.state().host) : null;
      return { door: doorState, ...(parts === null ? {} : { parts }), ...(mails.length === 0 ? {} : { mails }) };
    },
    replay: (state, entries) => {
      const outbox = [...state.host.outbox, ...entries.flatMap(({ mails = [] }) => mails)];
      const host = Object.assign({}, state.host, ...entries.map(({ parts }) => parts ?? {}), { outbox }) as HostState;
      return { host, door: entries.at(-1)?.door ?? state.door };
    },
    withoutCache: (state) => ({ ...state, host: { ...state.host, cache: {} } }),
  };
}

function partsOf({ properties, triggers, quotas, sequence }: HostState): Pick<HostState, RecordedPart> {
  return { properties, triggers, quotas, sequence };
}
