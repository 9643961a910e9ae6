import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from '../../src/domain/sha256';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('gives the digest of FIPS 180-4 for vector %#', (text, digest) => {
  expect(sha256Hex(text)).toBe(digest);
});

test.each([
  ['at the edges of one to four bytes', '\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\u{10000}\u{10FFFF}'],
  ['with lone surrogates', 'a\uD800b\uDC00c\uDBFF'],
  ['with a reversed pair', '\uDC00\uD800'],
])('agrees with node on text %s', (_, text) => {
  expect(sha256Hex(text)).toBe(createHash('sha256').update(Buffer.from(new TextEncoder().encode(text))).digest('hex'));
});

test('agrees with node on any string of code units', () => {
  const anyUnits = fc.array(fc.integer({ min: 0, max: 0xFFFF }), { maxLength: 200 }).map((units) => String.fromCharCode(...units));
  fc.assert(fc.property(anyUnits, (text) => {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(Buffer.from(new TextEncoder().encode(text))).digest('hex'));
  }), { numRuns: 500, seed: 1 });
});
