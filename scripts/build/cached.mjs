/** Skips a bundle whose inputs have not changed since it was written. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {{root: string, output: string, recipe: string}} bundle folder that the metafile's paths start from, file that is
 *   written, and a text that changes with the way it is built
 * @param {() => Promise<import('esbuild').Metafile>} build writes the output
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function buildIfChanged({ root, output, recipe }, build) {
  /** @param {readonly string[]} files */
  const hash = (files) => hashOf(files.map((file) => join(root, file)), recipe);
  const stampFile = `${output}.inputs.json`;
  const stamp = readStamp(stampFile);
  if (stamp !== null && existsSync(output) && hash(stamp.inputs) === stamp.hash) return false;
  const { inputs } = await build();
  const files = Object.keys(inputs).sort();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ hash: hash(files), inputs: files }));
  return true;
}

/**
 * @param {string} file
 * @returns {{hash: string, inputs: string[]} | null}
 */
function readStamp(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {readonly string[]} files
 * @param {string} recipe
 */
function hashOf(files, recipe) {
  const hash = createHash('sha256').update(recipe);
  for (const file of files) hash.update(`\0${file}\0`).update(existsSync(file) ? readFileSync(file) : 'missing');
  return hash.digest('hex');
}
