/** `npm run build [-- server sidebar host page]`: everything, or the named parts only. */
import { fileURLToPath } from 'node:url';
import { buildAll } from './build/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  await buildAll({ root, log: (line) => console.log(line) }, process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
