/** Which of Google's methods the bundle calls, and which scopes each of them asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { programOf, ROOT } from '../architecture/program';

export interface ServiceUse {
  /** `Mail.MailApp.sendEmail`, for the Sheets service `sheets.spreadsheets.batchUpdate`. */
  readonly method: string;
  /** Any one of them suffices; empty when the method needs none, null when the references do not know it. */
  readonly scopes: readonly string[] | null;
}

const OUR_SHEETS_SERVICE = 'SpreadsheetsService';

/** Only what the bundle really holds counts, and only src/google and src/entry can name Google (test/architecture.test.ts). */
export async function usedServices(): Promise<readonly ServiceUse[]> {
  const program = programOf('src/entry');
  const files = (await bundledFiles()).map((path) => program.getSourceFile(join(ROOT, path))).filter((file) => file !== undefined);
  const methods = new Set(files.flatMap((file) => methodsIn(file, program.getTypeChecker())));
  const scopes = scopesByMethod();
  return [...methods].sort().map((method) => ({ method, scopes: scopes.get(method) ?? null }));
}

async function bundledFiles(): Promise<readonly string[]> {
  const { metafile } = await build({ absWorkingDir: ROOT, entryPoints: ['src/entry/main.ts'], bundle: true, write: false, metafile: true, format: 'esm', outdir: 'unused', logLevel: 'silent' });
  return Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
}

function methodsIn(file: ts.SourceFile, checker: ts.TypeChecker): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const declarations = checker.getSymbolAtLocation(node.name)?.declarations ?? [];
      found.push(...declarations.filter((each) => ts.isMethodSignature(each) && isGoogles(each)).map(nameOf));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A service of Google's types, or our own interface of the Sheets service, behind which they lag. */
function isGoogles(declaration: ts.Declaration): boolean {
  return ['GoogleAppsScript', OUR_SHEETS_SERVICE].includes(pathOf(declaration)[0] ?? '');
}

function nameOf(declaration: ts.Node): string {
  const path = pathOf(declaration);
  if (path[0] === OUR_SHEETS_SERVICE) return sheetsMethod(['Spreadsheets', ...path.slice(1)]);
  return path[1] === 'Sheets' ? sheetsMethod(path.slice(3)) : path.slice(1).join('.');
}

/** Names of the namespaces, interfaces and members around a declaration, and its own. */
function pathOf(declaration: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let node: ts.Node | undefined = declaration; node !== undefined; node = node.parent) {
    if (isNamed(node) && ts.isIdentifier(node.name)) names.unshift(node.name.text);
  }
  return names;
}

function isNamed(node: ts.Node): node is ts.MethodSignature | ts.PropertySignature | ts.InterfaceDeclaration | ts.ModuleDeclaration {
  return ts.isMethodSignature(node) || ts.isPropertySignature(node) || ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node);
}

/** `Spreadsheets`, `ValuesCollection`, `get` → `sheets.spreadsheets.values.get` */
function sheetsMethod(path: readonly string[]): string {
  return ['sheets', ...path.map((part) => part.replace(/Collection$/, '')).map((part) => part.charAt(0).toLowerCase() + part.slice(1))].join('.');
}

function scopesByMethod(): ReadonlyMap<string, readonly string[]> {
  const discovery = JSON.parse(readFileSync(join(ROOT, 'test/fixtures/sheets-v4.json'), 'utf8')) as { readonly resources: Readonly<Record<string, DiscoveryResource>> };
  return new Map([...appsScriptScopes(), ...sheetsScopes(discovery.resources)]);
}

function appsScriptScopes(): ReadonlyMap<string, readonly string[]> {
  const folder = dirname(require.resolve('gas-types-detailed/package.json'));
  const scopes = new Map<string, readonly string[]>();
  for (const name of readdirSync(folder).filter((each) => /^google-apps-script\..*\.d\.ts$/.test(each))) {
    const visit = (node: ts.Node): void => {
      if (ts.isMethodSignature(node)) scopes.set(nameOf(node), [...scopes.get(nameOf(node)) ?? [], ...scopesSaidIn(node.getFullText())]);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2020, true));
  }
  return scopes;
}

function scopesSaidIn(comment: string): readonly string[] {
  const [, authorization = ''] = comment.split('Authorization:');
  return [...authorization.matchAll(/\* - (https:\/\/\S+)/g)].map((match) => match[1]!);
}

interface DiscoveryResource {
  readonly methods?: Readonly<Record<string, { readonly id: string; readonly scopes: readonly string[] }>>;
  readonly resources?: Readonly<Record<string, DiscoveryResource>>;
}

function sheetsScopes(resources: Readonly<Record<string, DiscoveryResource>>): readonly (readonly [string, readonly string[]])[] {
  return Object.values(resources).flatMap((resource) => [
    ...Object.values(resource.methods ?? {}).map(({ id, scopes }) => [id, scopes] as const),
    ...sheetsScopes(resource.resources ?? {}),
  ]);
}
