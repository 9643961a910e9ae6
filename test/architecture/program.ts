/** A folder of the project as the compiler sees it, with files added that exist nowhere. */
import { join, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(__dirname, '../..');

/** TypeScript's own switch for editors, kept out of its public types: a referenced project's sources stand for its output, which may not be there yet. */
type SourceHost = ts.CompilerHost & { readonly useSourceOfProjectReferenceRedirect: () => boolean };

/** Sources are parsed once for all folders whose options read them alike. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** @param added absolute path → text */
export function programOf(folder: string, added: ReadonlyMap<string, string> = new Map()): ts.Program {
  const { fileNames, options, projectReferences = [] } = configOf(folder);
  return ts.createProgram({ rootNames: [...fileNames, ...added.keys()], options: { ...options, noEmit: true }, projectReferences, host: hostWith(added, options) });
}

function configOf(folder: string): ts.ParsedCommandLine {
  const path = join(ROOT, folder, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (each) => { throw new Error(String(each.messageText)); } });
  if (config === undefined) throw new Error(`${path} cannot be read.`);
  return config;
}

function hostWith(added: ReadonlyMap<string, string>, options: ts.CompilerOptions): SourceHost {
  const host = ts.createCompilerHost(options);
  const kind = `${options.target} ${options.jsx} `;
  return {
    ...host,
    useSourceOfProjectReferenceRedirect: () => true,
    fileExists: (name) => added.has(name) || host.fileExists(name),
    readFile: (name) => added.get(name) ?? host.readFile(name),
    getSourceFile: (name, languageVersion) => {
      const own = added.get(name);
      if (own !== undefined) return ts.createSourceFile(name, own, languageVersion, true);
      if (!parsed.has(kind + name)) parsed.set(kind + name, host.getSourceFile(name, languageVersion));
      return parsed.get(kind + name);
    },
  };
}
