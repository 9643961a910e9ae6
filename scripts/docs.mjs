/** `npm run docs`: writes the documents that are derived from the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveDocuments } from './docs/documents.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const { path, text } of await deriveDocuments(root)) {
  writeFileSync(join(root, path), text);
  console.log(path);
}
