import type { CallTotals, TraceEntry } from '../door/trace';
import { createBridge } from './bridge';
import { eventObject, type TriggerEvent } from './events';
import { createRealm, failureOf, ScriptLoadError, type Realm, type ScriptFailure } from './realm';
import type { ServiceContext } from './service-context';
import { createServices, UNKNOWN_SERVICES } from './services';
import type { UiEffects } from './ui-recorder';

/** How one execution went. */
export interface RunOutcome {
  readonly ok: boolean;
  /** A JSON copy, as google.script.run hands it out; null when there is none. */
  readonly result: unknown;
  readonly error?: ScriptFailure;
  /** Why the execution was ended from outside; its result is then lost. */
  readonly killed?: string;
  readonly calls: CallTotals;
  readonly trace: readonly TraceEntry[];
  readonly ui: UiEffects;
  readonly logs: readonly LogLine[];
  /** Characters of the reply. */
  readonly replyLength: number;
  /** Virtual milliseconds from the script's start to its end. */
  readonly durationMs: number;
}

export interface LogLine {
  /** `Logger.log`, `console.warn` … */
  readonly source: string;
  readonly text: string;
}

export interface ScriptCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly event: TriggerEvent | null;
}

/** Loads the bundle afresh, as Google does for every execution, and calls one function of it. */
export function runScript(context: ServiceContext, call: ScriptCall, mathRandom: () => number): RunOutcome {
  const { execution } = context;
  const logs: LogLine[] = [];
  const bridge = createBridge(context);
  const realm = createRealm({ bridge: bridge.call, log: (source, text) => { logs.push({ source, text }); }, now: context.now, random: mathRandom });
  const services = createServices(context);
  for (const [name, service] of Object.entries(services)) realm.define(name, bridge.encode(service));
  for (const name of [...UNKNOWN_SERVICES, ...context.manifest.advancedServices.filter((symbol) => !(symbol in services))]) realm.defineUnknown(name);

  const text = loadAndInvoke(realm, () => {
    bridge.open();
    if (context.mode === 'rpc' && !realm.isPublic(call.functionName)) return null;
    const spreadsheet = services['SpreadsheetApp']!.members['getActive']!() as Parameters<typeof eventObject>[2];
    const args = call.event === null ? call.args : [eventObject(call.event, context, spreadsheet)];
    return realm.invoke(call.functionName, bridge.encode(args).slice(1));
  });

  const killed = execution.killed();
  const shared = {
    calls: execution.totals(), trace: execution.entries(), ui: context.ui.effects(), logs,
    replyLength: killed === null && text?.startsWith('v') === true ? text.length - 1 : 0, durationMs: context.now() - execution.startedAt(),
  };
  if (killed !== null) return { ...shared, ok: false, result: null, killed, error: { name: 'Exception', message: killed } };
  if (text === null) return { ...shared, ok: false, result: null, error: { name: 'Exception', message: `Script function not found: ${call.functionName}` } };
  if (text.startsWith('e')) return { ...shared, ok: false, result: null, error: failureOf(text) };
  return { ...shared, ok: true, result: text === 'n' ? null : JSON.parse(text.slice(1)) as unknown };

  function loadAndInvoke(loaded: Realm, invoke: () => string | null): string | null {
    try {
      loaded.load(context.distFolder);
    } catch (error) {
      if (error instanceof ScriptLoadError) return `e${JSON.stringify(error.failure)}`;
      throw error;
    }
    return invoke();
  }
}
