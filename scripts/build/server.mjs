/** The one server file: a bundle that Apps Script can parse, and a real function declaration for every global. */
import { build } from 'esbuild';
import { GLOBALS } from './globals.mjs';

/** es2020 keeps `?.` and `??` and rewrites private and static members, which Apps Script cannot parse. */
const COMMON = /** @type {const} */ ({ bundle: true, write: false, target: 'es2020', charset: 'utf8', logLevel: 'silent', legalComments: 'none' });

/**
 * @param {string} entry absolute path of the module whose exports become the script's globals
 * @returns {Promise<string>} the text of Code.js; rejects when the exports differ from the allow-list
 */
export async function bundleServer(entry) {
  assertGlobals(await exportsOf(entry), GLOBALS);
  const footer = GLOBALS.map((name) => `function ${name}() { return Guidang.${name}.apply(this, arguments); }`).join('\n');
  const result = await build({ ...COMMON, entryPoints: [entry], format: 'iife', globalName: 'Guidang', minify: true, footer: { js: footer } });
  return textOf(result.outputFiles);
}

/**
 * @param {readonly string[]} found
 * @param {readonly string[]} allowed
 */
export function assertGlobals(found, allowed) {
  const extra = found.filter((name) => !allowed.includes(name));
  const missing = allowed.filter((name) => !found.includes(name));
  if (extra.length === 0 && missing.length === 0) return;
  throw new Error([
    'src/entry/main.ts must export exactly the allow-list of scripts/build/globals.mjs.',
    ...(extra.length > 0 ? [`Not on the list: ${extra.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`Not exported: ${missing.join(', ')}.`] : []),
  ].join(' '));
}

/**
 * The metafile of an IIFE lists no exports, so the names come from a pass as an ES module.
 * @param {string} entry
 */
async function exportsOf(entry) {
  const { metafile } = await build({ ...COMMON, entryPoints: [entry], format: 'esm', metafile: true, outdir: 'unused' });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** @param {readonly import('esbuild').OutputFile[]} files */
function textOf(files) {
  const [file] = files;
  if (file === undefined || files.length !== 1) throw new Error(`Expected one output file, got ${files.length}.`);
  return file.text;
}
