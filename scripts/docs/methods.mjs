/** docs/methods.md: every method of the one door. */
import { code, page, table } from './markdown.mjs';

/**
 * @typedef {import('../../src/domain/language').Labels} Labels
 * @typedef {{readonly type?: string, readonly enum?: readonly string[], readonly anyOf?: readonly Schema[], readonly items?: Schema,
 *   readonly properties?: Readonly<Record<string, Schema>>, readonly required?: readonly string[], readonly additionalProperties?: boolean | Schema,
 *   readonly maxLength?: number, readonly maxItems?: number, readonly minimum?: number, readonly maximum?: number}} Schema
 * @typedef {{readonly permission: string, readonly writes: boolean}} Registration
 */

/**
 * @param {object} contract
 * @param {Readonly<Record<string, Schema>>} contract.params method → JSON Schema of its params
 * @param {Readonly<Record<string, {readonly data: string, readonly comment: string}>>} contract.answers method → type of its data, and what is said about it
 * @param {readonly string[]} contract.types declarations that the answers name
 * @param {Readonly<Record<string, Registration>>} contract.registry
 * @param {Readonly<Record<string, Labels>>} contract.errors
 * @param {Readonly<Record<string, Labels>>} contract.issues
 */
export function renderMethods({ params, answers, types, registry, errors, issues }) {
  return page([
    '# Methods',
    'Written by `npm run docs` from `src/contract`; do not edit. Everything that the sidebar, a script or a test asks of Guidang goes through `handleRequest(json)`:',
    block('jsonc', '{ "method": "record.get", "params": { … }, "operationId": "op-…" }   // the id is for changes: a retry with the same one has no second effect\n{ "ok": true, "data": … }\n{ "ok": false, "error": { "code", "message", "issues": [{ "path", "code", "message" }], "ref" } }'),
    'Dates are `YYYY-MM-DD`, instants UTC ISO 8601, money decimal strings, choices option keys. A field of an unknown name is an issue.',
    ...Object.entries(params).map(([method, schema]) => renderMethod(method, schema, answers[method], registry[method])),
    page(['## Types', block('ts', types.join('\n\n'))]).trimEnd(),
    page(['## Error codes', labels(errors)]).trimEnd(),
    page(['## Issue codes', 'The codes of `issues`, with the words people see.', labels(issues)]).trimEnd(),
  ]);
}

/**
 * @param {string} method
 * @param {Schema} schema
 * @param {{readonly data: string, readonly comment: string} | undefined} answer
 * @param {Registration | undefined} registration undefined for a method that cannot be called
 */
function renderMethod(method, schema, answer, registration) {
  const properties = Object.entries(schema.properties ?? {});
  const rows = properties.map(([name, property]) => [code(name), typeWords(property), schema.required?.includes(name) ? 'yes' : '']);
  return page([
    `## ${code(method)}`,
    answer?.comment ?? '',
    registration === undefined ? 'Not registered.' : `${registration.writes ? 'Writes' : 'Reads'}; needs ${code(registration.permission)}.`,
    properties.length === 0 ? 'No params.' : table(['Param', 'Type', 'Needed'], rows),
    `Data: ${code(answer?.data ?? 'unknown')}`,
  ]).trimEnd();
}

/** @param {Schema} schema @returns {string} */
function typeWords(schema) {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeWords).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  if (schema.type === 'array') return `list of ${typeWords(schema.items ?? {})}${upTo(schema.maxItems, 'entries')}`;
  if (schema.type === 'object') return objectWords(schema);
  if (schema.type === 'string') return `text${upTo(schema.maxLength, 'characters')}`;
  if (schema.type === 'integer') return `whole number${between(schema)}`;
  return schema.type ?? 'anything';
}

/** @param {Schema} schema */
function objectWords({ properties, required = [], additionalProperties }) {
  if (properties !== undefined) {
    return `{ ${Object.entries(properties).map(([name, each]) => `${code(name)}${required.includes(name) ? '' : '?'}: ${typeWords(each)}`).join('; ')} }`;
  }
  return `name → ${typeof additionalProperties === 'object' ? typeWords(additionalProperties) : 'anything'}`;
}

/** @param {number | undefined} limit @param {string} unit */
function upTo(limit, unit) {
  return limit === undefined ? '' : ` (≤ ${limit} ${unit})`;
}

/** JSON Schema of an integer always bounds it by what JavaScript counts exactly. @param {Schema} schema */
function between({ minimum, maximum }) {
  const from = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? '' : ` from ${minimum}`;
  const to = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`;
  return from + to;
}

/** @param {Readonly<Record<string, Labels>>} texts */
function labels(texts) {
  return table(['Code', '中文', 'English'], Object.entries(texts).map(([key, text]) => [code(key), text['zh-CN'], text.en]));
}

/** @param {string} language @param {string} text */
function block(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
