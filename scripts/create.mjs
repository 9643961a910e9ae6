/** `npm run create`: makes a new workbook on Google with a script bound to it, and notes the script's id in .clasp.json. */
import { fileURLToPath } from 'node:url';
import { runClasp } from './push/clasp.mjs';
import { createBoundScript } from './push/create.mjs';

try {
  const scriptId = createBoundScript(fileURLToPath(new URL('..', import.meta.url)), runClasp);
  console.log(`Script ${scriptId} is noted in .clasp.json. Next: npm run build, then npm run push.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
