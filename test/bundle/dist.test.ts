/** What `npm run build` left in dist/ (npm test builds first). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { GLOBALS, NAMESPACES } from '../../scripts/build/globals.mjs';
import { LIMITS } from '../../scripts/build/build.mjs';
import { assertSyntax, loadInBareRealm } from '../../scripts/build/realm.mjs';
import { findSidebarFaults } from '../../scripts/build/sidebar-guards.mjs';
import { PUSHED_FILES } from '../../scripts/build/pushed-files.mjs';
import { EN } from '../../sidebar/messages/en';
import { ZH_CN } from '../../sidebar/messages/zh-CN';
import { ROOT } from '../architecture/program';

const read = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');

/** Besides the language itself, what Apps Script offers and the bundle uses. */
const SERVICES = ['CacheService', 'HtmlService', 'LockService', 'MailApp', 'ScriptApp', 'Session', 'Sheets', 'SpreadsheetApp', 'Utilities', 'console'];

function undefinedNames(code: string): readonly string[] {
  const globals = Object.fromEntries([...SERVICES, ...GLOBALS].map((name) => [name, 'readonly'] as const));
  const messages = new Linter().verify(code, [{ languageOptions: { ecmaVersion: 2020, sourceType: 'script', globals }, rules: { 'no-undef': 'error' } }]);
  return messages.map((each) => each.message);
}

describe('what is pushed', () => {
  test('is exactly the server file, the pages and the manifest', () => {
    expect(readdirSync(join(ROOT, 'dist')).sort()).toEqual([...PUSHED_FILES].sort());
  });

  test('passes .claspignore, which keeps everything else out', () => {
    const [everything, ...kept] = readFileSync(join(ROOT, '.claspignore'), 'utf8').trim().split('\n');

    expect(everything).toBe('**/**');
    const patterns = kept.map((line) => new RegExp(`^${line.replace(/^!/, '').replace(/\./g, '\\.').replace(/\*/g, '[^/]*')}$`));
    for (const name of PUSHED_FILES) expect(patterns.some((pattern) => pattern.test(name))).toBe(true);
    for (const name of ['Code.js.map', 'secret.json', 'x.test.js', '.env']) expect(patterns.some((pattern) => pattern.test(name))).toBe(false);
  });

  test('carries the manifest of the repository', () => {
    expect(read('appsscript.json')).toBe(readFileSync(join(ROOT, 'appsscript.json'), 'utf8'));
  });

  test('goes to no script yet: the project file is committed without an id', () => {
    expect(JSON.parse(readFileSync(join(ROOT, '.clasp.json'), 'utf8'))).toMatchObject({ rootDir: 'dist' });
  });
});

describe('the server file', () => {
  const code = read('Code.js');

  test('loads where no service exists, and adds the allow-list to the globals', () => {
    expect(loadInBareRealm(code).sort()).toEqual([...GLOBALS, ...NAMESPACES].sort());
  });

  test('is a script that Apps Script can parse', () => {
    expect(() => assertSyntax(code)).not.toThrow();
  });

  test('names nothing but the language and the services', () => {
    expect(undefinedNames(code)).toEqual([]);
    expect(undefinedNames('setTimeout(f); var f = new URL("x");')).toHaveLength(2);
  });

  test.each(GLOBALS)('declares %s as a function of its own, as Google looks for it', (name) => {
    expect(code).toMatch(new RegExp(`^function ${name}\\(\\)`, 'm'));
  });

  test('is no larger than allowed', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(LIMITS.server);
  });
});

describe.each(['sidebar-zh-CN.html', 'sidebar-en.html'])('%s', (name) => {
  const html = read(name);

  test('holds nothing that Google would mangle', () => {
    expect(findSidebarFaults(html)).toEqual([]);
  });

  test('is one page that loads nothing else', () => {
    expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script>']);
    expect(html).not.toMatch(/<link\b|<img\b|\bsrc=|@import|url\((?!["']?data:)/i);
  });

  test('is no larger than allowed', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(LIMITS.sidebar);
  });
});

test('each page carries the texts of its own language only', () => {
  const chinese = inAscii(ZH_CN.otherAccount);
  const english = inAscii(EN.otherAccount);

  expect([read('sidebar-zh-CN.html').includes(chinese), read('sidebar-zh-CN.html').includes(english)]).toEqual([true, false]);
  expect([read('sidebar-en.html').includes(chinese), read('sidebar-en.html').includes(english)]).toEqual([false, true]);
});

function inAscii(text: string): string {
  return text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
