/** The programs of test/bench as files for a plain Node: under jest they would take five times as long. */
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * @param {{root: string, program: 'main' | 'examine'}} what
 * @returns {Promise<string[]>} arguments for Node: flags that keep a process below 2 GB, and the file
 */
export async function bundleBench({ root, program }) {
  const outfile = join(root, `build/host/bench-${program}.cjs`);
  await build({
    absWorkingDir: root, entryPoints: [join(root, `test/bench/${program}.ts`)], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    packages: 'external', logLevel: 'silent', plugins: [nodeHash(root)],
  });
  return ['--max-semi-space-size=32', '--max-old-space-size=1500', outfile];
}

/**
 * Node's SHA-256 in place of the product's own: the generator hashes a million texts.
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
function nodeHash(root) {
  return {
    name: 'node-hash',
    setup: ({ onResolve }) => { onResolve({ filter: /\/sha256$/ }, () => ({ path: join(root, 'test/support/node-sha256.ts') })); },
  };
}
