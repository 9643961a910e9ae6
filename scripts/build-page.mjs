/** Bundles the workbench page into build/page. Univer is 11 MB, so an unchanged page is not built again. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'host/page');
const target = join(root, 'build/page');

/** Returns whether anything had to be built. */
export async function buildPage() {
  const key = keyOfInputs();
  const keyFile = join(target, '.key');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return false;
  mkdirSync(target, { recursive: true });
  await build({
    entryPoints: { page: join(source, 'main.ts') }, outdir: target, bundle: true, minify: true, format: 'iife', target: 'es2022',
    charset: 'utf8', legalComments: 'eof', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'warning',
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  });
  cpSync(join(source, 'index.html'), join(target, 'index.html'));
  writeFileSync(keyFile, key);
  return true;
}

function keyOfInputs() {
  const hash = createHash('sha256');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...files.sort(), join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.error((await buildPage()) ? 'Built build/page' : 'build/page is up to date');
}
