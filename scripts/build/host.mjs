/** The local host as one file for Node. Packages stay outside: it runs beside node_modules. */
import { build, version } from 'esbuild';
import { buildIfChanged } from './cached.mjs';

/**
 * @param {{root: string, entry: string, output: string}} files absolute paths
 * @returns {Promise<boolean>} whether it had to be built
 */
export function bundleHost({ root, entry, output }) {
  /** @type {import('esbuild').BuildOptions} */
  const options = { absWorkingDir: root, entryPoints: [entry], outfile: output, bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'silent' };
  return buildIfChanged({ root, output, recipe: version + JSON.stringify(options) }, async () => {
    const { metafile } = await build({ ...options, metafile: true });
    return metafile;
  });
}
