/** The workbench page, build/page. Univer is 11 MB, so an unchanged page is not bundled again. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version } from 'esbuild';
import { buildIfChanged } from './build/cached.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'build/page');

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root, entryPoints: { page: join(root, 'host/page/main.ts') }, outdir: target, bundle: true, minify: true, format: 'iife', target: 'es2022',
  charset: 'utf8', legalComments: 'eof', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'silent',
};

mkdirSync(target, { recursive: true });
cpSync(join(root, 'host/page/index.html'), join(target, 'index.html'));
const built = await buildIfChanged({ root, output: join(target, 'page.js'), recipe: version + JSON.stringify(options) }, async () => {
  const { metafile } = await build({ ...options, metafile: true });
  return metafile;
});
console.log(`build/page ${built ? 'built' : 'unchanged'}`);
