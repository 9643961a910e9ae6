import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { normalisePhone, parsePhone, phoneTail } from '../../src/domain/phone';

describe('normalisePhone', () => {
  test.each([
    '13812345678', '138 1234 5678', '138-1234-5678', '138\u20131234\u20145678', '１３８１２３４５６７８', '+8613812345678', '+86 138 1234 5678',
    '＋８６－１３８１２３４５６７８', '(86)13812345678', '（+86）13812345678', '0086 13812345678', '86 138 1234 5678', ' 138.1234.5678\u3000', '\u202A138 1234 5678\u202C', '\u200B13812345678',
  ])('stores %j as one and the same mobile number', (typed) => {
    expect(normalisePhone(typed)).toBe('+8613812345678');
  });

  test.each([
    ['010-12345678', '+861012345678'], ['(010) 1234 5678', '+861012345678'], ['0755-86013388', '+8675586013388'],
    ['+86 0755 86013388', '+8675586013388'], ['400-820-8820', '+864008208820'], ['8008208820', '+868008208820'],
    ['+44 (0)20 7946 0958', '+442079460958'], ['0085291234567', '+85291234567'],
  ])('stores %j as %s', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored);
  });

  test.each([
    '', ' ', '+', '12012345678', '1381234567', '138123456789', '+8612345678901', '86013388', '95588', '110', '1234', '010-12345678转123',
    '010-12345678 ext. 5', '010-12345678#5', '13812345678x', 'tel:13812345678', '13812345678/13912345678', '13812345678 13912345678',
    '13812345678王', '138+12345678', '++8613812345678', '=13812345678', '+441534123456', '+1 123 456 7890', '+0123456789',
    '+1234567890123456', '1'.repeat(1000), '-13812345678',
  ])('refuses %j', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });

  test('takes every mobile prefix from 13 to 19 that is in use, however it is spaced, and its own result again', () => {
    const anyMobile = fc.tuple(fc.constantFrom('130', '135', '139', '150', '155', '166', '170', '176', '180', '189', '191', '199'), fc.nat(99_999_999))
      .map(([prefix, rest]) => prefix + String(rest).padStart(8, '0'));
    fc.assert(fc.property(anyMobile, fc.constantFrom('', ' ', '-', '\u3000', '－'), (mobile, gap) => {
      const typed = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)].join(gap);

      expect(normalisePhone(typed)).toBe(`+86${mobile}`);
      expect(normalisePhone(`+86${mobile}`)).toBe(`+86${mobile}`);
    }), { numRuns: 500, seed: 1 });
  });

  test('never throws and gives E.164 or nothing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() 86转') }), (typed) => {
      expect(normalisePhone(typed) ?? '+8613812345678').toMatch(/^\+[1-9]\d{6,14}$/);
    }), { numRuns: 2000, seed: 2 });
  });
});

describe('parsePhone', () => {
  test('tells all about a mobile number', () => {
    expect(parsePhone('13812345678')).toEqual({
      e164: '+8613812345678', kind: 'mobile', national: '138 1234 5678', international: '+86 138 1234 5678', region: 'CN',
    });
  });

  test.each([
    ['010-12345678', 'landline', 'CN'], ['400-820-8820', 'other', 'CN'], ['+85291234567', 'mobile', 'HK'], ['+85223456789', 'landline', 'HK'],
    ['+85366123456', 'mobile', 'MO'], ['+886912345678', 'mobile', 'TW'], ['+12012345678', 'other', 'US'], ['+819012345678', 'mobile', 'JP'],
    ['+442079460958', 'landline', 'GB'], ['+4915123456789', 'mobile', 'DE'], ['+6581234567', 'mobile', 'SG'], ['+821012345678', 'mobile', 'KR'],
  ])('%s is a %s number of %s', (typed, kind, region) => {
    expect(parsePhone(typed)).toMatchObject({ kind, region });
  });

  test.each(['+61412345678', '+390612345678', '+14165551234'])('%s, of a plan we do not carry, is kept as it is', (e164) => {
    expect(parsePhone(e164)).toEqual({ e164, kind: 'other', national: e164, international: e164, region: null });
  });

  test('a number without country code belongs to the default region', () => {
    expect(parsePhone('9123 4567')).toBeNull();
    expect(parsePhone('9123 4567', 'HK')).toMatchObject({ e164: '+85291234567', region: 'HK' });
    expect(parsePhone('13812345678', 'HK')).toBeNull();
  });
});

test.each([
  ['+8613812345678', 4, '5678'], ['138 1234 5678', 6, '345678'], ['１３８１２３４５６７８', 4, '5678'], ['123', 4, '123'], ['', 4, ''], ['123', 0, ''],
])('the tail of %j, %d long, is %j', (text, length, tail) => {
  expect(phoneTail(text, length)).toBe(tail);
});

test('the committed numbering plans are those of the installed package', () => {
  const root = path.join(__dirname, '../..');
  const fresh = execFileSync(process.execPath, ['scripts/phone-metadata.mjs', '--print'], { cwd: root, encoding: 'utf8' });

  expect(readFileSync(path.join(root, 'src/domain/phone-metadata.ts'), 'utf8')).toBe(fresh);
});
