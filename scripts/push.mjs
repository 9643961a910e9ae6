/** `npm run push`: sends dist/ to the bound script, replacing all its files; or says what is missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runClasp } from './push/clasp.mjs';
import { findMissing } from './push/preconditions.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const projectFile = join(root, '.clasp.json');

const missing = findMissing({
  projectFile: existsSync(projectFile) ? readFileSync(projectFile, 'utf8') : null,
  loggedIn: existsSync(join(homedir(), '.clasprc.json')),
  dist: existsSync(dist) ? readdirSync(dist) : [],
});
for (const line of missing) console.error(line);
process.exitCode = missing.length > 0 ? 1 : runClasp(['push', '-f'], root);
