/** Compiles lines that exist nowhere as if they stood in a folder of the project. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

export interface Probe {
  readonly code?: string;
  /** Folder, from the root of the project, of which some module is imported. */
  readonly importOf?: string;
}

/** Sources are parsed once for all folders whose options read them alike. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** @returns per probe the codes of the compiler's complaints, those about its imports included */
export function compileIn(folder: string, probes: readonly Probe[]): readonly (readonly number[])[] {
  const config = configOf(folder);
  const sources = new Map(probes.map((probe, index) => [join(ROOT, folder, `probe-${index}.ts`), sourceOf(probe, folder)]));
  const program = ts.createProgram({
    rootNames: [...config.fileNames, ...sources.keys()],
    options: { ...config.options, noEmit: true },
    projectReferences: config.projectReferences ?? [],
    host: hostWith(sources, config.options),
  });
  const ofTheProgram = program.getOptionsDiagnostics();
  return [...sources.keys()].map((name) => {
    const file = program.getSourceFile(name);
    if (file === undefined) throw new Error(`${name} was not compiled.`);
    return [...ofTheProgram.filter((each) => each.file === file), ...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((each) => each.code);
  });
}

function configOf(folder: string): ts.ParsedCommandLine {
  const path = join(ROOT, folder, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (each) => { throw new Error(String(each.messageText)); } });
  if (config === undefined) throw new Error(`${path} cannot be read.`);
  return config;
}

function sourceOf({ code, importOf }: Probe, folder: string): string {
  if (importOf === undefined) return `${code ?? ''}\nexport {};\n`;
  const target = relative(join(ROOT, folder), join(ROOT, importOf, moduleIn(importOf)));
  return `import ${JSON.stringify(target.startsWith('.') ? target : `./${target}`)};\n`;
}

function moduleIn(folder: string): string {
  const file = readdirSync(join(ROOT, folder)).find((name) => /(?<!\.d)\.tsx?$/.test(name));
  if (file === undefined) throw new Error(`${folder} holds no module to import.`);
  return file.replace(/\.tsx?$/, '');
}

/** TypeScript's own switch for editors, kept out of its public types: a referenced project's sources stand for its output, which may not be there yet. */
type SourceHost = ts.CompilerHost & { readonly useSourceOfProjectReferenceRedirect: () => boolean };

/** Reads the probes from memory. */
function hostWith(sources: ReadonlyMap<string, string>, options: ts.CompilerOptions): SourceHost {
  const host = ts.createCompilerHost(options);
  const kind = `${options.target} ${options.jsx} `;
  return {
    ...host,
    useSourceOfProjectReferenceRedirect: () => true,
    fileExists: (name) => sources.has(name) || host.fileExists(name),
    readFile: (name) => sources.get(name) ?? host.readFile(name),
    getSourceFile: (name, languageVersion) => {
      const own = sources.get(name);
      if (own !== undefined) return ts.createSourceFile(name, own, languageVersion);
      if (!parsed.has(kind + name)) parsed.set(kind + name, host.getSourceFile(name, languageVersion));
      return parsed.get(kind + name);
    },
  };
}
