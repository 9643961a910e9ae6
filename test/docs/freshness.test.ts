import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deriveDocuments } from '../../scripts/docs/documents.mjs';

const ROOT = resolve(__dirname, '../..');

test('the derived documents say what the code says: else run `npm run docs`', async () => {
  const documents = await deriveDocuments(ROOT);

  expect(documents.map((each) => each.path)).toEqual(['docs/fields.md', 'docs/methods.md', 'docs/verify-on-google.md']);
  for (const { path, text } of documents) expect({ path, text: readFileSync(join(ROOT, path), 'utf8') }).toEqual({ path, text });
});
