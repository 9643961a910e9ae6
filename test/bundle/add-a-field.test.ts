/**
 * Adding a field is one edit: a declaration is put into customer.ts of a copy of the sources, the copy is built,
 * and the field is there in every place that derives from the declaration.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { deriveDocuments } from '../../scripts/docs/documents.mjs';
import { bundleServer } from '../../scripts/build/server.mjs';
import type * as FormModel from '../../sidebar/form-model';
import { OWNER, SALES, setUpArchive, type ArchiveHost } from '../support/archive-host';

const ROOT = resolve(__dirname, '../..');
const COPY = join(ROOT, 'build/add-a-field');
const THE_EDIT = `
  loyaltyCard: {
    kind: 'text', labels: { 'zh-CN': '会员卡号', en: 'Loyalty card' }, maxLength: 12,
    sensitivity: 'personal', purpose: SERVE, presets: ['sales'], section: 'contact', width: 120,
    search: 'text', duplicateKey: true, merge: 'keepFilled', synonyms: ['会员号'],
  },`;

let host: ArchiveHost;

beforeAll(async () => {
  rmSync(COPY, { recursive: true, force: true });
  for (const folder of ['src', 'sidebar', 'host', 'docs']) cpSync(join(ROOT, folder), join(COPY, folder), { recursive: true });
  const declaration = join(COPY, 'src/domain/entities/customer.ts');
  const source = readFileSync(declaration, 'utf8');
  writeFileSync(declaration, source.replace('\n  wechat: {', `${THE_EDIT}\n  wechat: {`));
  mkdirSync(join(COPY, 'dist'));
  writeFileSync(join(COPY, 'dist/Code.js'), await bundleServer(join(COPY, 'src/entry/main.ts')));
  cpSync(join(ROOT, 'dist/appsscript.json'), join(COPY, 'dist/appsscript.json'));
  host = setUpArchive({ distFolder: join(COPY, 'dist') });
}, 60_000);

afterAll(() => rmSync(COPY, { recursive: true, force: true }));

/** Zero-based column of the new header. */
function column(): number {
  return (host.cells('客户!1:1')[0] ?? []).indexOf('会员卡号');
}

test('in the tab: header, text format and a rule that refuses what the form refuses', () => {
  const letter = String.fromCharCode(65 + column());
  const type = (range: string, text: string): boolean => host.engine.typedEdit({ spreadsheetId: host.spreadsheetId, user: SALES, sheet: '客户', range, values: [[text]] }).accepted;

  expect(column()).toBeGreaterThan(0);
  expect(type(`${letter}9`, '0012345678901')).toBe(false);
  expect(type(`${letter}9`, '001234567890')).toBe(true);
  expect(host.cells(`客户!${letter}9`)).toEqual([['001234567890']]);
});

test('on the wire: accepted, checked, stored as text, answered, listed, journaled', () => {
  const values = { name: '王小明', loyaltyCard: '0012' };
  const { record } = host.ok(SALES, 'record.save', { entity: 'customer', values });

  expect(record.values['loyaltyCard']).toBe('0012');
  expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: '李四', loyaltyCard: 'x'.repeat(13) } })).toMatchObject({ error: { issues: [{ path: 'values.loyaltyCard', code: 'too_long' }] } });
  expect(host.ok(SALES, 'record.list', { entity: 'customer', filter: { loyaltyCard: '0012' } }).total).toBe(1);
  expect(host.ok(OWNER, 'record.history', { entity: 'customer', id: record.id }).entries[0]?.changes).toMatchObject({ loyaltyCard: [null, '0012'] });
});

test('in the search index and the duplicate check', () => {
  expect(host.ok(SALES, 'index.page', {}).entries[0]?.[6]).toContain('0012');
  expect(host.call(SALES, 'record.save', { entity: 'customer', values: { name: '李四', loyaltyCard: '0012' } })).toMatchObject({ error: { code: 'DUPLICATE', duplicates: [{ fields: ['loyaltyCard'] }] } });
});

test('in the form: its section, its label, its check', () => {
  const outfile = join(COPY, 'form.cjs');
  const entry = `export * from ${JSON.stringify(join(COPY, 'sidebar/form-model.ts'))}; export { CUSTOMER } from ${JSON.stringify(join(COPY, 'src/domain/entities/customer.ts'))};`;
  buildSync({ stdin: { contents: entry, resolveDir: COPY }, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'silent' });
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const form = require(outfile) as typeof FormModel & { CUSTOMER: Parameters<typeof FormModel.shownFields>[0]['entity'] };
  const context = { entity: form.CUSTOMER, enabled: new Set(host.ok(SALES, 'bootstrap', {}).fields['customer']), today: '2026-11-22' };
  const blank = form.newForm(context, {});

  expect(form.shownFields(context, blank.inputs).find(([key]) => key === 'loyaltyCard')?.[1]).toMatchObject({ section: 'contact', labels: { en: 'Loyalty card' } });
  expect(form.issuesOf(context, { ...blank, inputs: { ...blank.inputs, name: '王', loyaltyCard: 'x'.repeat(13) } })).toEqual([expect.objectContaining({ path: 'values.loyaltyCard', code: 'too_long' })]);
});

test('in the field docs', async () => {
  const fields = (await deriveDocuments(COPY)).find(({ path }) => path.endsWith('fields.md'));

  expect(fields?.text).toMatch(/loyaltyCard.*会员卡号/);
});

test('in the type', () => {
  const probe = join(COPY, 'src/domain/probe.ts');
  writeFileSync(probe, "import type { Customer } from './entities/customer';\nexport const card: Customer['loyaltyCard'] = '1';\nexport const none: Customer['loyaltyCard'] = null;\nexport const wrong: Customer['loyaltyCard'] = 7;\n");
  const program = ts.createProgram([probe], { strict: true, noEmit: true, types: [], lib: ['lib.es2020.d.ts'], target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true });
  const complaints = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

  expect(complaints).toEqual(["Type 'number' is not assignable to type 'string'."]);
}, 30_000);
