/** `npm run bench [-- --json --size N]`: what every operation costs on a large archive, beside what other libraries cost. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundleBench } from './bench/bundle.mjs';
import { buildAll } from './build/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await buildAll({ root, log: (line) => console.error(line) }, ['server']);
  const program = await bundleBench({ root, program: 'main' });
  const { status } = spawnSync(process.execPath, [...program, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
