/** `npm start [-- --empty --workbook FILE --port N --no-open --json]`: build, then the workbench, then the browser. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build/build.mjs';
import { addressIn, open, openerFor } from './run/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = process.argv.slice(2);

try {
  await buildAll({ root, log: (line) => console.error(line) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const opener = openerFor(flags, { platform: process.platform, display: Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) });
const workbench = spawn(process.execPath, [fileURLToPath(new URL('../build/host/workbench.cjs', import.meta.url)), ...flags], { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => workbench.kill(signal));
workbench.on('close', (code) => process.exit(code ?? 1));

let opened = false;
createInterface({ input: workbench.stdout }).on('line', (line) => {
  console.log(line);
  const address = addressIn(line);
  if (opener === null || address === null || opened) return;
  opened = true;
  open(opener, address);
});
