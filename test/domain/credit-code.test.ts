import { checkCreditCode } from '../../src/domain/credit-code';

/** Published codes of 腾讯, 华为, 百度, 小米 and 阿里. */
const TRUE_CODES = [
  '9144030071526726XG', '914403001922038216', '91110000802100433B', '91110108551385082Q', '91330100799655058B', '91330100716105852F',
];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

test.each(TRUE_CODES)('%s is a code', (code) => {
  expect(checkCreditCode(code)).toEqual({ ok: true, normalised: code });
});

test.each([
  ['9144030071526726xg'], [' 9144 0300 7152 6726 XG '], ['９１４４０３００７１５２６７２６ＸＧ'],
])('%j is read as typed', (typed) => {
  expect(checkCreditCode(typed)).toEqual({ ok: true, normalised: '9144030071526726XG' });
});

test.each(['', '9144030071526726X', '9144030071526726XGG', '914403007152672IXG', '9144030071526726XO', '91A4030071526726XG', '腾讯'])(
  '%j has not the form of a code', (text) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'format' });
  });

test.each(TRUE_CODES)('no single wrong character of %s passes', (code) => {
  for (let at = 0; at < code.length; at++) {
    for (const other of ALPHABET) {
      if (other === code.charAt(at)) continue;
      expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
    }
  }
});

test.each(TRUE_CODES)('no two swapped neighbours of %s pass', (code) => {
  for (let at = 0; at + 1 < code.length; at++) {
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    if (swapped !== code) expect(checkCreditCode(swapped).ok).toBe(false);
  }
});
