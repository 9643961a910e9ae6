/** Compiles lines that exist nowhere as if they stood in a folder of the project. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { programOf, ROOT } from './program';

export interface Probe {
  readonly code?: string;
  /** Folder, from the root of the project, of which some module is imported. */
  readonly importOf?: string;
}

/** @returns per probe the codes of the compiler's complaints, those about its imports included */
export function compileIn(folder: string, probes: readonly Probe[]): readonly (readonly number[])[] {
  const sources = new Map(probes.map((probe, index) => [join(ROOT, folder, `probe-${index}.ts`), sourceOf(probe, folder)]));
  const program = programOf(folder, sources);
  const ofTheProgram = program.getOptionsDiagnostics();
  return [...sources.keys()].map((name) => {
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`${name} was not compiled.`);
    return [...ofTheProgram.filter((each) => each.file === file), ...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((each) => each.code);
  });
}

function sourceOf({ code, importOf }: Probe, folder: string): string {
  if (importOf === undefined) return `${code ?? ''}\nexport {};\n`;
  const target = relative(join(ROOT, folder), join(ROOT, importOf, moduleIn(importOf)));
  return `import * as target from ${JSON.stringify(target.startsWith('.') ? target : `./${target}`)};\nexport const found = typeof target;\n`;
}

function moduleIn(folder: string): string {
  const file = readdirSync(join(ROOT, folder)).find((name) => /(?<!\.d)\.ts$/.test(name));
  if (file === undefined) throw new Error(`${folder} holds no module to import.`);
  return file.replace(/\.ts$/, '');
}
