/** The whole build: dist/ is exactly what goes to Google, build/ what runs here. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHost } from './host.mjs';
import { assertLoads } from './realm.mjs';
import { bundleServer } from './server.mjs';
import { bundleSidebar } from './sidebar.mjs';

/** Most bytes of a file of dist/: the server file is loaded again for every call, a sidebar page each time it is opened. */
export const LIMITS = /** @type {const} */ ({ server: 250_000, sidebar: 300_000 });

const LANGUAGES = ['zh-CN', 'en'];

/**
 * @typedef {{readonly root: string, readonly log: (line: string) => void}} BuildContext
 * @typedef {'server' | 'sidebar' | 'host' | 'page'} Part
 */

/** @type {Readonly<Record<Part, (context: BuildContext) => Promise<void> | void>>} */
const PARTS = { server: buildServer, sidebar: buildSidebar, host: buildHost, page: buildPage };

/**
 * @param {BuildContext} context
 * @param {readonly string[]} [parts] all of them when none is named; then dist/ is made anew, so that it holds nothing old
 */
export async function buildAll(context, parts = []) {
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const dist = join(context.root, 'dist');
  if (parts.length === 0) rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const [part, run] of Object.entries(PARTS)) {
    if (parts.length === 0 || parts.includes(part)) await run(context);
  }
}

/** @param {BuildContext} context */
async function buildServer(context) {
  const code = await bundleServer(join(context.root, 'src/entry/main.ts'));
  assertLoads(code);
  writeSized(context, { name: 'Code.js', text: code, limit: LIMITS.server });
  writeFileSync(join(context.root, 'dist/appsscript.json'), readFileSync(join(context.root, 'appsscript.json')));
}

/** @param {BuildContext} context */
async function buildSidebar(context) {
  const folder = join(context.root, 'sidebar');
  const shell = readFileSync(join(folder, 'shell.html'), 'utf8');
  const pages = await Promise.all(LANGUAGES.map((language) =>
    bundleSidebar({ script: join(folder, `main-${language}.tsx`), style: join(folder, 'style.css'), shell })));
  pages.forEach((text, index) => writeSized(context, { name: `sidebar-${LANGUAGES[index]}.html`, text, limit: LIMITS.sidebar }));
}

/** @param {BuildContext} context */
async function buildHost({ root, log }) {
  const built = await bundleHost({ root, entry: join(root, 'host/workbench/main.ts'), output: join(root, 'build/host/workbench.cjs') });
  log(`build/host/workbench.cjs ${built ? 'built' : 'unchanged'}`);
}

/** The grid page of the workbench has a build of its own, which also decides whether it is needed. @param {BuildContext} context */
function buildPage({ root, log }) {
  const script = join(root, 'scripts/build-page.mjs');
  if (!existsSync(script)) throw new Error('scripts/build-page.mjs is missing.');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  for (const line of `${stdout}${stderr}`.split('\n').filter((line) => line.trim() !== '')) log(line);
  if (status !== 0) throw new Error(`scripts/build-page.mjs ended with ${status}.`);
}

/**
 * @param {BuildContext} context
 * @param {{name: string, text: string, limit: number}} file
 */
function writeSized({ root, log }, { name, text, limit }) {
  const size = Buffer.byteLength(text);
  assertSize(name, size, limit);
  writeFileSync(join(root, 'dist', name), text);
  log(`dist/${name} ${kilobytes(size)} of ${kilobytes(limit)}`);
}

/**
 * @param {string} name
 * @param {number} size
 * @param {number} limit
 */
export function assertSize(name, size, limit) {
  if (size > limit) throw new Error(`dist/${name} has ${kilobytes(size)}, more than the ${kilobytes(limit)} allowed.`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
