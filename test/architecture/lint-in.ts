/** Lints lines that exist nowhere as if they stood in a folder of the project, all in one run of ESLint. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program';

export interface LintProbe {
  readonly folder: string;
  readonly code: string;
}

/** ESLint loads its configuration as an ES module, which jest's realm does not, so it runs in a process of its own. */
const PROGRAM = `
  const { ESLint } = require('eslint');
  const eslint = new ESLint();
  const lint = async ({ file, code }) => (await eslint.lintText(code, { filePath: file }))[0].messages.map((each) => each.ruleId);
  (async () => {
    const answers = [];
    for (const probe of JSON.parse(process.argv[1])) answers.push(await lint(probe));
    console.log(JSON.stringify(answers));
  })();
`;

/** @returns per probe the names of the rules that it breaks */
export function lintIn(probes: readonly LintProbe[]): readonly (readonly string[])[] {
  const files = probes.map(({ folder, code }) => ({ file: join(ROOT, folder, someModuleIn(folder)), code }));
  return JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM, JSON.stringify(files)], { cwd: ROOT, encoding: 'utf8' })) as string[][];
}

/** Types are looked up for files that a project holds: the text of one of them is replaced in memory. */
function someModuleIn(folder: string): string {
  const name = readdirSync(join(ROOT, folder)).find((each) => /(?<!\.d)\.tsx?$/.test(each));
  if (name === undefined) throw new Error(`${folder} holds no module.`);
  return name;
}
