/** Google's command line, run without installing it into the project (it weighs 277 MB). */
import { spawnSync } from 'node:child_process';

/** clasp 3.4.1 runs on Node 20 although it asks for 22. */
const CLASP = '@google/clasp@3.4.1';

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {number} exit code
 */
export function runClasp(args, cwd) {
  return spawnSync('npx', ['--yes', CLASP, ...args], { cwd, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
