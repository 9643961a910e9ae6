import { demoLanguage } from '../demos/demo-language';
import { loadSuperstore } from '../demos/superstore';
import { PlainError } from '../state/plain-error';
import type { Workbench } from './server';

/** Fills a new workbook through the product's door, as a person would with very much patience. */
export type LoadDemo = (workbench: Workbench) => Promise<void>;

export type Demos = Readonly<Record<string, LoadDemo>>;

/** The names are what `--demo` takes; the first opens without any flag. */
export const DEMOS: Demos = {
  superstore: (workbench) => loadSuperstore(workbench, demoLanguage(process.env)),
  'superstore-zh': (workbench) => loadSuperstore(workbench, 'zh-CN'),
  'superstore-en': (workbench) => loadSuperstore(workbench, 'en'),
};

/** The name of a demo that is there; null asks for the usual one, if there is one. Throws `PlainError` for a name that is none. */
export function demoName(name: string | null, demos: Demos = DEMOS): string | null {
  const known = Object.keys(demos);
  if (name === null) return known[0] ?? null;
  if (!known.includes(name)) throw new PlainError(`There is no demo called ${JSON.stringify(name)}. ${known.length === 0 ? 'There are none yet.' : `Known: ${known.join(', ')}.`}`);
  return name;
}

/** Throws `PlainError` for a name that is none. */
export async function loadDemo(name: string, workbench: Workbench, demos: Demos = DEMOS): Promise<void> {
  await demos[demoName(name, demos)!]!(workbench);
}
