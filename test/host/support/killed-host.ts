import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createSeededRandom } from '../../../host/door/seeded-random';
import type { WorkbenchOptions } from '../../../host/workbench/server';

export interface HostProcess {
  readonly url: string;
  readonly spreadsheetId: string;
  /** Ends it without any warning (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
}

const running = new Set<HostProcess>();

/** A failed test must not leave its hosts behind. */
afterEach(async () => { await Promise.all([...running].map((host) => host.kill())); });

/** Starts a host in another process; `folder` takes the program. Rejects with what it complained when it did not start. */
export async function startHostProcess(folder: string, options: WorkbenchOptions): Promise<HostProcess> {
  const root = join(__dirname, '../../..');
  const program = join(folder, 'host.cjs');
  buildSync({ entryPoints: [join(__dirname, 'serve-child.ts')], outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', logLevel: 'silent' });
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { env: { ...process.env, NODE_PATH: join(root, 'node_modules') }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => { child.once('close', () => resolve()); });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complaint += text; });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void ended.then(() => reject(new Error(`The host did not start: ${complaint}`)));
  });
  const host: HostProcess = {
    ...(JSON.parse(line) as { url: string; spreadsheetId: string }),
    kill: () => {
      child.kill('SIGKILL');
      running.delete(host);
      return ended;
    },
  };
  running.add(host);
  return host;
}

export interface KillPlan {
  /** How many saves are tried in all. */
  readonly saves: number;
  /** How many of them are under way at once. */
  readonly inFlight: number;
  /** Decides after how many acknowledgements the host is killed. */
  readonly seed: string | number;
  /** One save; true when it was acknowledged. May reject, as it does when the host is gone. */
  save(index: number): Promise<boolean>;
}

/** Saves without pause and kills the host somewhere in the middle. Returns the saves that were acknowledged. */
export async function killDuringSaves(host: HostProcess, { saves, inFlight, seed, save }: KillPlan): Promise<readonly number[]> {
  const killAfter = Math.floor(saves / 10) + createSeededRandom(seed).integer(Math.floor(saves * 0.8));
  const acknowledged: number[] = [];
  let next = 0;
  let killed: Promise<void> | null = null;
  const worker = async (): Promise<void> => {
    while (next < saves) {
      const index = next;
      next += 1;
      const isSaved = await save(index).catch(() => false);
      if (isSaved) acknowledged.push(index);
      if (acknowledged.length >= killAfter) killed ??= host.kill();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await (killed ?? host.kill());
  return acknowledged;
}
