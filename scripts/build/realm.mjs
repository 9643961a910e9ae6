/** Proof that Apps Script can take the server file: it parses, loads without any service, and adds the expected names only. */
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { GLOBALS, NAMESPACES } from './globals.mjs';

/** @param {string} code @throws when the script would not load on Google, or would add other names than the allow-list's */
export function assertLoads(code) {
  assertSyntax(code);
  const found = loadInBareRealm(code);
  const expected = [...GLOBALS, ...NAMESPACES];
  const extra = found.filter((name) => !expected.some((known) => known === name));
  const missing = GLOBALS.filter((name) => !found.includes(name));
  if (extra.length > 0) throw new Error(`The bundle adds global names that are not on the allow-list: ${extra.join(', ')}.`);
  if (missing.length > 0) throw new Error(`The bundle lacks the globals ${missing.join(', ')}.`);
}

/**
 * A script of 2020: class fields, private names and static blocks, on which Apps Script fails, are later.
 * @param {string} code
 */
export function assertSyntax(code) {
  try {
    parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  } catch (error) {
    throw new Error(`Apps Script cannot parse the bundle: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * Runs the code where nothing but the language exists: a service touched at load, which would kill the menu
 * of a user who has not granted anything yet, is a ReferenceError here.
 * @param {string} code
 * @returns {string[]} the global names it leaves behind
 */
export function loadInBareRealm(code) {
  const realm = createContext(Object.create(null));
  runInContext(code, realm, { filename: 'Code.js' });
  return Object.getOwnPropertyNames(realm);
}
