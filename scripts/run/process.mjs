/** Child processes that never outlive this one. */
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a Node program in a process group of its own, so that its workers end with it.
 * @param {readonly string[]} args
 * @param {{readonly cwd: string, readonly collect?: boolean, readonly env?: NodeJS.ProcessEnv}} options `collect` keeps the output for `output` instead of showing it at once
 * @returns {Promise<{code: number, output: string}>} a killed program has code 1
 */
export function runNode(args, { cwd, collect = false, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, detached: true, stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => { output += text; });
    running.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends every program that `runNode` started and that still runs, with its workers. @param {NodeJS.Signals} signal */
export function endAll(signal) {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
