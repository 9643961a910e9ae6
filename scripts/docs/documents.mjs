/** Every derived document, as it should stand on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { readAnswerTypes } from './answer-types.mjs';
import { findAssumptions, renderAssumptions } from './assumptions.mjs';
import { renderFields } from './fields.mjs';
import { loadModule } from './load.mjs';
import { renderMethods } from './methods.mjs';

const APPENDIX = /(<!-- assumptions -->\n)[^]*(<!-- end of assumptions -->)/;

/**
 * @param {string} root
 * @returns {Promise<{path: string, text: string}[]>} paths are relative to the root
 */
export async function deriveDocuments(root) {
  const [fields, methods] = await Promise.all([fieldsPage(root), methodsPage(root)]);
  return [
    { path: 'docs/fields.md', text: fields },
    { path: 'docs/methods.md', text: methods },
    { path: 'docs/verify-on-google.md', text: withAssumptions(root) },
  ];
}

/** @param {string} root */
async function fieldsPage(root) {
  const [{ ENTITIES }, { PRESET_NAMES }] = await Promise.all([loadModule(join(root, 'src/domain/entities/index.ts')), loadModule(join(root, 'src/domain/preset.ts'))]);
  return renderFields(ENTITIES, PRESET_NAMES);
}

/** @param {string} root */
async function methodsPage(root) {
  const contract = join(root, 'src/contract');
  const [{ PARAMS }, texts, { METHODS }] = await Promise.all(
    [join(contract, 'params.ts'), join(contract, 'issue-texts.ts'), join(root, 'src/entry/methods.ts')].map(loadModule));
  const params = Object.fromEntries(Object.entries(PARAMS).map(([method, schema]) => [method, /** @type {import('./methods.mjs').Schema} */ (/** @type {unknown} */ (z.toJSONSchema(schema)))]));
  const { answers, types } = readAnswerTypes(readFileSync(join(contract, 'methods.ts'), 'utf8'));
  return renderMethods({ params, answers, types, registry: METHODS, errors: texts.ERROR_TEXTS, issues: texts.ISSUE_TEXTS });
}

/** The list of probes is written by hand; only what stands between its marks is derived. @param {string} root */
function withAssumptions(root) {
  const text = readFileSync(join(root, 'docs/verify-on-google.md'), 'utf8');
  if (!APPENDIX.test(text)) throw new Error('docs/verify-on-google.md has lost the marks of its appendix.');
  const assumptions = sourcesUnder(join(root, 'host')).flatMap((path) => findAssumptions(relative(root, path), readFileSync(path, 'utf8')));
  return text.replace(APPENDIX, (_, start, end) => `${start}${renderAssumptions(assumptions)}\n${end}`);
}

/** @param {string} folder @returns {string[]} */
function sourcesUnder(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).sort().map((name) => join(folder, name));
}
