/** Before `npm start` and `npm test`: installs the packages when they are missing or the lock file has changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findOutdated } from './run/installed.mjs';

const root = new URL('..', import.meta.url);
const hidden = new URL('node_modules/.package-lock.json', root);

const outdated = findOutdated(read(new URL('package-lock.json', root)), existsSync(hidden) ? read(hidden) : null);
if (outdated.length > 0) {
  console.error(`Installing ${outdated.length} packages …`);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(root), stdio: ['ignore', 2, 2], shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('The packages could not be installed.');
  process.exitCode = status ?? 1;
}

/** @param {URL} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
