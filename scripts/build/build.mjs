/** The whole build: dist/ is exactly what goes to Google, build/ what runs here. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHost } from './host.mjs';
import { PUSHED_FILES } from './pushed-files.mjs';
import { assertLoads } from './realm.mjs';
import { bundleServer } from './server.mjs';
import { bundleSidebar } from './sidebar.mjs';

/** Most bytes of a file of dist/: the server file is loaded again for every call, a sidebar page each time it is opened. */
export const LIMITS = /** @type {const} */ ({ server: 250_000, sidebar: 300_000 });

const LANGUAGES = ['zh-CN', 'en'];

/**
 * @typedef {{readonly root: string, readonly log: (line: string) => void}} BuildContext
 * @typedef {{readonly name: string, readonly text: string, readonly limit?: number}} DistFile
 */

const PARTS = ['server', 'sidebar', 'host', 'page'];

/**
 * dist/ is written only when all its files are good, so that it never mixes two builds.
 * @param {BuildContext} context
 * @param {readonly string[]} [named] of PARTS; all when none is named
 */
export async function buildAll(context, named = []) {
  const unknown = named.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  const parts = named.length === 0 ? PARTS : named;
  writeDist(context, [...(parts.includes('server') ? await serverFiles(context) : []), ...(parts.includes('sidebar') ? await sidebarFiles(context) : [])]);
  if (parts.includes('host')) await buildHost(context);
  if (parts.includes('page')) buildPage(context);
}

/** @param {BuildContext} context @returns {Promise<DistFile[]>} */
async function serverFiles({ root }) {
  const code = await bundleServer(join(root, 'src/entry/main.ts'));
  assertLoads(code);
  return [{ name: 'Code.js', text: code, limit: LIMITS.server }, { name: 'appsscript.json', text: readFileSync(join(root, 'appsscript.json'), 'utf8') }];
}

/** @param {BuildContext} context @returns {Promise<DistFile[]>} */
function sidebarFiles({ root }) {
  const folder = join(root, 'sidebar');
  const shell = readFileSync(join(folder, 'shell.html'), 'utf8');
  return Promise.all(LANGUAGES.map(async (language) => ({
    name: `sidebar-${language}.html`, limit: LIMITS.sidebar,
    text: await bundleSidebar({ script: join(folder, `main-${language}.tsx`), style: join(folder, 'style.css'), shell }),
  })));
}

/** @param {BuildContext} context @param {readonly DistFile[]} files */
function writeDist({ root, log }, files) {
  for (const { name, text, limit } of files) if (limit !== undefined) log(sizeLine(name, Buffer.byteLength(text), limit));
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(dist, name), text);
  for (const name of readdirSync(dist).filter((each) => !PUSHED_FILES.some((known) => known === each))) rmSync(join(dist, name), { recursive: true });
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
 * @param {string} name
 * @param {number} size bytes
 * @param {number} limit bytes
 * @throws when the file is larger than allowed
 */
export function sizeLine(name, size, limit) {
  if (size > limit) throw new Error(`dist/${name} has ${kilobytes(size)}, more than the ${kilobytes(limit)} allowed.`);
  return `dist/${name} ${kilobytes(size)} of ${kilobytes(limit)}`;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
