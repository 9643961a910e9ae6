import fc from 'fast-check';
import { cleanText, hasControlCharacter, hasDirectionControl, isBlank, oneLine, toHalfWidth } from '../../src/domain/text';

const anyText = fc.string({ unit: 'binary' });

describe('cleanText', () => {
  test.each([
    ['trims outer white space of every kind', ' \t\u3000\u00A0王小明\u3000\n', '王小明'],
    ['turns CRLF into LF', '一\r\n二\r\n', '一\n二'],
    ['leaves a lone CR', '一\r二', '一\r二'],
    ['composes', 'e\u0301', '\u00E9'],
    ['leaves a formula as text', '=1+1', '=1+1'],
    ['leaves leading zeros', '01234', '01234'],
    ['leaves full-width letters and inner spaces', 'Ａ　Ｂ  c', 'Ａ　Ｂ  c'],
    ['leaves an empty text', '', ''],
  ])('%s', (_, typed, stored) => {
    expect(cleanText(typed)).toBe(stored);
  });

  test('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }), { seed: 1 });
  });

  test('leaves every composed text without CR and outer white space alone', () => {
    fc.assert(fc.property(anyText, (text) => {
      const plain = `a${text.normalize('NFC').replace(/\r/g, '')}z`.normalize('NFC');

      expect(cleanText(plain)).toBe(plain);
    }), { seed: 2 });
  });
});

describe('toHalfWidth', () => {
  test('maps all of full-width ASCII and the ideographic space', () => {
    const ascii = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('');
    const fullWidth = Array.from(ascii, (char) => String.fromCharCode(char.charCodeAt(0) + 0xFEE0)).join('');

    expect(toHalfWidth(`${fullWidth}\u3000`)).toBe(`${ascii} `);
  });

  test('leaves everything else', () => {
    expect(toHalfWidth('王ab12。￥\uFF5F')).toBe('王ab12。￥\uFF5F');
  });
});

test.each([
  ['', true], [' \u3000\n', true], ['\u200B', true], ['\uFEFF\u200D\u200C', true], ['\u3164', true], ['\u2800', true], ['\u00AD', true],
  ['0', false], [' a ', false], ['\u200B王', false], ['👩\u200D💻', false], ['\uD800', false],
])('isBlank(%j) is %s', (text, blank) => {
  expect(isBlank(text)).toBe(blank);
});

test.each([
  ['\u0000', true], ['a\u001Fb', true], ['\u007F', true], ['a\uD800b', true], ['\uDC00', true], ['\uDE00\uD83D', true],
  ['一\t二\r\n三', false], ['😀', false], ['𠮷', false], ['\u200D', false],
])('hasControlCharacter(%j) is %s', (text, expected) => {
  expect(hasControlCharacter(text)).toBe(expected);
});

test.each<readonly [string, boolean]>([
  ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'].map((mark): [string, boolean] => [`a${mark}b`, true]),
  ['می\u200Cخواهم', false], ['שלום', false], ['a\u200Eb', false],
])('hasDirectionControl(%j) is %s', (text, expected) => {
  expect(hasDirectionControl(text)).toBe(expected);
});

describe('oneLine', () => {
  test.each([
    ['王小明', 100, '王小明'], ['  一\r\n二\t三\u0000四 ', 100, '一 二 三 四'], ['abcdef', 6, 'abcdef'], ['abcdefg', 6, 'abcde…'],
    ['abcd😀fg', 6, 'abcd…'], ['a\uD800b', 6, 'ab'], ['gnp.\u202Eexe', 9, 'gnp.exe'], ['', 6, ''],
  ])('%j in %d is %j', (text, maxLength, line) => {
    expect(oneLine(text, maxLength)).toBe(line);
  });

  test('fits, is well-formed, has no line end, and JSON at most doubles it', () => {
    const anything = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('"', '\\', '\u0001', '\uD83D', '\uDE00', '😀', '\n', 'x'), maxLength: 300 }));
    fc.assert(fc.property(anything, fc.integer({ min: 1, max: 100 }), (text, maxLength) => {
      const line = oneLine(text, maxLength);

      expect(line.length).toBeLessThanOrEqual(maxLength);
      expect(line).not.toMatch(/[\n\r\u2028\u2029]|\p{Cs}/u);
      expect(JSON.stringify(line).length).toBeLessThanOrEqual(2 * maxLength + 2);
    }), { seed: 42, numRuns: 2000 });
  });
});
