/** The product's own modules, for scripts that Node 20 runs without TypeScript. */
import { createRequire } from 'node:module';
import { build } from 'esbuild';

/**
 * @param {string} entry absolute path of a TypeScript module
 * @returns {Promise<any>} its exports
 */
export async function loadModule(entry) {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'silent' });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} gave no output.`);
  const module = { exports: {} };
  new Function('module', 'exports', 'require', file.text)(module, module.exports, createRequire(entry));
  return module.exports;
}
