/** The program behind `npm start`, bundled into build/host. Ends with exit code 1 after a complaint in plain words. */
import { join } from 'node:path';
import { runWorkbench } from './run';

const root = join(__dirname, '../..');

async function main(): Promise<void> {
  const workbench = await runWorkbench({
    args: process.argv.slice(2),
    distFolder: join(root, 'dist'),
    pageFolder: join(root, 'build/page'),
    print: (line) => { process.stdout.write(`${line}\n`); },
    complain: (line) => { process.stderr.write(`${line}\n`); },
  });
  if (workbench === null) {
    process.exitCode = 1;
    return;
  }
  const stop = (): void => {
    workbench.close().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

void main();
