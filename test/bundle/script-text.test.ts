import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { escapeScript } from '../../scripts/build/script-text.mjs';
import { findSidebarFaults } from '../../scripts/build/sidebar-guards.mjs';

const evaluate = (code: string): unknown => runInNewContext(code);

describe('escaping what Google would cut out of an inline script', () => {
  test.each([
    ['a URL in a string', '"https://host/a//b"'],
    ['a comment opening in a string', '"<!-- x"'],
    ['a script end in a string', '"</script>"'],
    ['a template tag in a string', '"<?xml ?>"'],
    ['slashes in a row', '"////"'],
    ['an escaped backslash before slashes', '"\\\\//"'],
    ['an escaped slash before a slash', '"\\//"'],
    ['a template', '`https://${1 + 1}//${`//`}`'],
    ['a regular expression that ends in an escaped slash', '"a/b/".replace(/\\//g, "-")'],
    ['slashes in a character class', '/^[//]+$/.test("//")'],
    ['a comment in a regular expression', '/^<!--(.*)-->$/.exec("<!--x-->")[1]'],
    ['a script end in a regular expression', '/<\\/script>/i.test("</SCRIPT>")'],
    ['an escaped backslash that ends a regular expression', '/[\\\\]\\\\/.test("\\\\\\\\")'],
    ['Chinese in a regular expression', '/^(\\d+)年[，、]$/.exec("2026年、")[1]'],
    ['a character outside the basic plane in a regular expression', '/^[😀-😂]$/u.test("😁")'],
    ['an escaped character beyond ASCII', '/\\。/.test("。")'],
    ['Chinese in a string and a template', '"客户" + `档${1}案`'],
    ['a flag after the slashes', '"x//y".split(/\\/\\//u).length'],
  ])('%s means the same afterwards', (_, code) => {
    const escaped = escapeScript(code);

    expect(findSidebarFaults(escaped)).toEqual([]);
    expect(evaluate(escaped)).toEqual(evaluate(code));
  });

  test('any text at all survives in a string', () => {
    const pieces = fc.constantFrom('/', '\\', '<', '!--', '/script', '?', '"', 'a', '\n');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')), (text) => {
      const escaped = escapeScript(JSON.stringify(text));

      expect(evaluate(escaped)).toBe(text);
      expect(findSidebarFaults(escaped)).toEqual([]);
    }), { seed: 1, numRuns: 500 });
  });

  test('a program without such text is left alone', () => {
    const code = 'var a=4/2/1,b=a<2?"x":"y";while(a-->0);';

    expect(escapeScript(code)).toBe(code);
  });

  test('a tagged template, which sees its own spelling, is refused', () => {
    expect(() => escapeScript('String.raw`https://x`')).toThrow('tagged template');
  });
});
