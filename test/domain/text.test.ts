import fc from 'fast-check';
import { cleanText, isBlank, toHalfWidth } from '../../src/domain/text';

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

test.each([['', true], [' \u3000\n', true], ['0', false], [' a ', false]])('isBlank(%j) is %s', (text, blank) => {
  expect(isBlank(text)).toBe(blank);
});
