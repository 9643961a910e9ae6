import { sizeLine } from '../../scripts/build/build.mjs';
import { GLOBALS } from '../../scripts/build/globals.mjs';
import { assertLoads, assertSyntax, loadInBareRealm } from '../../scripts/build/realm.mjs';
import { assertGlobals } from '../../scripts/build/server.mjs';

const STUBS = GLOBALS.map((name) => `function ${name}() {}`).join('\n');

describe('the allow-list of globals', () => {
  test('accepts exactly the list, in any order', () => {
    expect(() => assertGlobals(['b', 'a'], ['a', 'b'])).not.toThrow();
  });

  test('names what is exported beyond it and what is missing', () => {
    expect(() => assertGlobals(['a', 'debugEverything'], ['a', 'onOpen'])).toThrow(/Not on the list: debugEverything\. Not exported: onOpen\./);
  });
});

describe('a script that may go to Google', () => {
  test('defines the allow-list and nothing else', () => {
    expect(() => assertLoads(STUBS)).not.toThrow();
    expect(() => assertLoads(`${STUBS}\nvar leaked = 1;`)).toThrow('leaked');
    expect(() => assertLoads('function onOpen() {}')).toThrow(/lacks.*handleRequest/);
  });

  test.each([
    ['a Google service', 'SpreadsheetApp.getUi();'],
    ['a name of the browser', 'new URL("https://x");'],
    ['a name of Node', 'process.env;'],
    ['a timer', 'setTimeout(function () {}, 1);'],
  ])('touches %s at load: refused', (_, line) => {
    expect(() => loadInBareRealm(line)).toThrow('is not defined');
  });

  test.each([
    ['a class field', 'class A { x = 1 }'],
    ['a static field', 'class A { static x = 1 }'],
    ['a private name', 'class A { #x() {} }'],
    ['a static block', 'class A { static { } }'],
    ['a module', 'export const a = 1;'],
    ['logical assignment', 'var a; a ??= 1;'],
    ['top-level await', 'await 1;'],
  ])('holds %s, which Apps Script cannot parse: refused', (_, code) => {
    expect(() => assertSyntax(code)).toThrow('Apps Script cannot parse');
  });

  test('may use everything of 2020', () => {
    expect(() => assertSyntax('async function f(a) { return a?.b ?? await a; }')).not.toThrow();
  });
});

test('a file above its limit fails with both sizes', () => {
  expect(sizeLine('Code.js', 249_900, 250_000)).toBe('dist/Code.js 249.9 KB of 250.0 KB');
  expect(() => sizeLine('Code.js', 250_100, 250_000)).toThrow('dist/Code.js has 250.1 KB, more than the 250.0 KB allowed');
});
