import { demoLanguage } from '../demos/demo-language';
import { loadSuperstore } from '../demos/superstore';
import { PlainError } from '../state/plain-error';
import type { Workbench } from './server';

/** Fills a new workbook through the product's door, as a person would with very much patience. */
export type LoadDemo = (workbench: Workbench) => Promise<void>;

/** Demo archives by the name that `--demo` takes. The first is what opens without any flag. */
export const DEMOS: Readonly<Record<string, LoadDemo>> = {
  superstore: (workbench) => loadSuperstore(workbench, demoLanguage(process.env)),
  'superstore-zh': (workbench) => loadSuperstore(workbench, 'zh-CN'),
  'superstore-en': (workbench) => loadSuperstore(workbench, 'en'),
};

/** Throws `PlainError` for a name that is none. Null asks for the usual demo, if there is one. */
export function demoNamed(name: string | null, demos: Readonly<Record<string, LoadDemo>> = DEMOS): LoadDemo | null {
  if (name === null) return Object.values(demos)[0] ?? null;
  if (!Object.hasOwn(demos, name)) throw new PlainError(`There is no demo called ${JSON.stringify(name)}. ${Object.keys(demos).length === 0 ? 'There are none yet.' : `Known: ${Object.keys(demos).join(', ')}.`}`);
  return demos[name]!;
}

/** Loads a demo by name into a host; see `demoNamed` for the names. */
export async function loadDemo(name: string | null, host: Workbench): Promise<void> {
  await demoNamed(name)?.(host);
}
