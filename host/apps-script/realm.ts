import * as vm from 'node:vm';
import * as gas from 'gas-local';
import { realmPrelude, type RealmControls, type RealmPorts } from './realm-prelude';
import { TAG } from './wire';

/** One bare script realm: ECMAScript's own globals, the services defined in it, and nothing of the web's or Node's. */
export interface Realm {
  define: RealmControls['define'];
  defineUnknown: RealmControls['defineUnknown'];
  /** Runs every .js file of a built bundle's folder; throws `ScriptFailure` when its top level throws. */
  load(folder: string): void;
  /** True for what google.script.run offers to the page: a top-level function whose name does not end in `_`. */
  isPublic(name: string): boolean;
  /** Names the bundle declared as top-level functions or variables, in order (`const` and `let` stay invisible). */
  declaredNames(): readonly string[];
  /**
   * Calls a function by name (`obj.method` too, as menus and triggers allow) with tagged argument text and returns
   * what `RealmControls.invoke` gives; null when there is no such function.
   */
  invoke(name: string, argsText: string): string | null;
}

/** An error that a script threw, in words: nothing of the realm is kept. */
export interface ScriptFailure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export class ScriptLoadError extends Error {
  constructor(readonly failure: ScriptFailure) {
    super(failure.message);
  }
}

const PRELUDE = new vm.Script(`(${realmPrelude.toString()})`, { filename: 'realm-prelude.js' });
const NOTHING = new vm.Script('0');
const NAME = /^[A-Za-z_$][\w$]*$/;
const DOTTED_NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

export function createRealm(ports: RealmPorts): Realm {
  const context = vm.createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
  const controls = (PRELUDE.runInContext(context) as typeof realmPrelude)(ports, TAG);
  const ownNames = (): string[] => [...vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]];
  let given = new Set<string>();
  const functionNamed = (name: string): unknown => {
    const [first = ''] = name.split('.');
    const inherited = first in Object.prototype && !ownNames().includes(first);
    if (!DOTTED_NAME.test(name) || given.has(first) || inherited) return null;
    try {
      const found: unknown = vm.runInContext(name, context);
      return typeof found === 'function' ? found : null;
    } catch {
      return null; // not declared: the only way in which reading a dotted name fails
    }
  };
  return {
    define: controls.define,
    defineUnknown: controls.defineUnknown,
    load: (folder) => {
      given = new Set(ownNames());
      try {
        gas.require(folder, context);
      } catch (error) {
        throw new ScriptLoadError(failureOf(controls.describe(error), error));
      }
    },
    isPublic: (name) => NAME.test(name) && !name.endsWith('_') && functionNamed(name) !== null,
    declaredNames: () => ownNames().filter((name) => !given.has(name)),
    invoke: (name, argsText) => {
      const found = functionNamed(name);
      if (found === null) return null;
      const text = controls.invoke(found, argsText);
      NOTHING.runInContext(context); // lets the script's promise jobs run before its execution ends
      return text;
    },
  };
}

/** Reads the `e…` text of the realm. A syntax error is the host's own object, so the realm cannot describe it. */
export function failureOf(text: string, error?: unknown): ScriptFailure {
  if (error instanceof SyntaxError) return { name: error.name, message: error.message, stack: String(error.stack) };
  return JSON.parse(text.slice(1)) as ScriptFailure;
}
