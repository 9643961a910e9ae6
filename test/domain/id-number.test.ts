import fc from 'fast-check';
import { checkIdNumber } from '../../src/domain/id-number';
import { makeIdNumber } from '../builders/id-number';

const anyId = fc.record({
  region: fc.constantFrom('110105', '440301', '310115', '650102', '710000', '810000', '830000'),
  birthDate: fc.constantFrom('1900-01-01', '1949-12-31', '1988-02-29', '2000-02-29', '2024-06-05'),
  sequence: fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0')),
}).map(makeIdNumber);

test('the example of the standard is a woman born on 31 December 1949 in Beijing', () => {
  expect(checkIdNumber('11010519491231002X')).toEqual({
    ok: true, normalised: '11010519491231002X', birthDate: '1949-12-31', gender: 'female', provinceCode: '11',
  });
});

test('the other example of the standard is a man born in 1880, before the years we keep', () => {
  expect(checkIdNumber('440524188001010014')).toEqual({ ok: false, reason: 'date' });
});

test.each(['11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002X'])('%j is read as typed', (typed) => {
  expect(checkIdNumber(typed)).toMatchObject({ ok: true, normalised: '11010519491231002X' });
});

test.each([
  ['', 'format'], ['110105491231002', 'format'], ['1101051949123100', 'format'], ['11010519491231002XX', 'format'],
  ['1101051949123100X2', 'format'], ['11010519491231002A', 'format'],
  [makeIdNumber({ region: '100105' }), 'province'], [makeIdNumber({ region: '910105' }), 'province'],
  [makeIdNumber({ birthDate: '2023-02-29' }), 'date'], [makeIdNumber({ birthDate: '1990-13-01' }), 'date'],
  [makeIdNumber({ birthDate: '1990-00-10' }), 'date'], ['110105194912310021', 'checksum'], ['110105194912310120', 'checksum'],
])('%j is refused for its %s', (text, reason) => {
  expect(checkIdNumber(text)).toEqual({ ok: false, reason });
});

test('takes 34 provinces and the code of Taiwan residents, and no other', () => {
  const taken = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'))
    .filter((code) => checkIdNumber(makeIdNumber({ region: `${code}0000` })).ok);

  expect(taken).toHaveLength(35);
});

test('every made number passes and tells date and gender', () => {
  fc.assert(fc.property(anyId, (id) => {
    expect(checkIdNumber(id)).toEqual({
      ok: true, normalised: id, birthDate: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
      gender: '13579'.includes(id.charAt(16)) ? 'male' : 'female', provinceCode: id.slice(0, 2),
    });
  }), { seed: 1 });
});

test('no single wrong digit passes', () => {
  fc.assert(fc.property(anyId, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, other) => {
    fc.pre(other !== id.charAt(at));

    expect(checkIdNumber(id.slice(0, at) + other + id.slice(at + 1)).ok).toBe(false);
  }), { numRuns: 2000, seed: 2 });
});

test('no two swapped neighbours pass', () => {
  fc.assert(fc.property(anyId, fc.nat(16), (id, at) => {
    fc.pre(id.charAt(at) !== id.charAt(at + 1));

    expect(checkIdNumber(id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)).ok).toBe(false);
  }), { numRuns: 2000, seed: 3 });
});
