/** `npm test [-- jest arguments]`: build, then types, lint and tests; the last line is `N passed, N failed`. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build/build.mjs';
import { endAll, runNode } from './run/process.mjs';
import { summaryLine, totalsOf } from './run/totals.mjs';

/** A failed test that leaves a server open would keep jest waiting for ever. */
const TIME_LIMIT_MS = 15 * 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const resultFile = join(root, 'build/jest-result.json');

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    endAll('SIGKILL');
    process.exit(1);
  });
}
const timer = setTimeout(() => {
  console.error(`Stopped: ${TIME_LIMIT_MS / 60_000} minutes are over.`);
  endAll('SIGKILL');
}, TIME_LIMIT_MS);

const totals = (await built()) ? await checked() : { passed: 0, failed: 1, skipped: 0 };
clearTimeout(timer);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(summaryLine(totals));
process.exitCode = totals.failed > 0 ? 1 : 0;

async function built() {
  try {
    await buildAll({ root, log: (line) => console.log(line) });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** Types and lint run one after the other beside the tests, which leave a core idle while they wait for a browser. */
async function checked() {
  const [checks, jest] = await Promise.all([staticChecks(), tests(process.argv.slice(2))]);
  for (const check of checks.filter((each) => !each.ok)) console.log(`\n${check.name} failed:\n${check.output}`);
  return totalsOf(jest, checks);
}

async function staticChecks() {
  const types = await check('types', ['node_modules/typescript/bin/tsc', '-b']);
  const lint = await check('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']);
  return [types, lint];
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function check(name, args) {
  const { code, output } = await runNode(args, { cwd: root, collect: true });
  return { name, ok: code === 0, output };
}

/** @param {readonly string[]} jestArguments */
async function tests(jestArguments) {
  rmSync(resultFile, { force: true });
  await runNode(['node_modules/jest/bin/jest.js', '--maxWorkers=2', '--json', `--outputFile=${resultFile}`, ...jestArguments], { cwd: root });
  return existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
}
