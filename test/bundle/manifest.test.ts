import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/program';
import { usedServices, type ServiceUse } from './used-services';

const manifest = JSON.parse(readFileSync(join(ROOT, 'appsscript.json'), 'utf8')) as { readonly oauthScopes: readonly string[] };
const declared = manifest.oauthScopes;
let uses: readonly ServiceUse[] = [];
beforeAll(async () => { uses = await usedServices(); }, 120_000);

test('the calls of the bundle are seen, and the references know all of them', () => {
  expect(uses.map((use) => use.method)).toEqual(expect.arrayContaining(['Mail.MailApp.sendEmail', 'Base.Ui.showSidebar', 'sheets.spreadsheets.batchUpdate']));
  expect(uses.filter((use) => use.scopes === null)).toEqual([]);
});

test('every method that is called has a scope', () => {
  const uncovered = uses.filter(({ scopes }) => scopes !== null && scopes.length > 0 && !scopes.some((scope) => declared.includes(scope)));

  expect(uncovered).toEqual([]);
});

test.each(declared)('%s is asked for, because a method called has no other', (scope) => {
  const needs = uses.filter(({ scopes }) => scopes?.filter((each) => declared.includes(each)).join() === scope);

  expect(needs.length).toBeGreaterThan(0);
});

test('the manifest says what else Google must know', () => {
  expect(manifest).toMatchObject({
    runtimeVersion: 'V8', timeZone: 'Asia/Shanghai', exceptionLogging: 'STACKDRIVER',
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
  });
});
