/**
 * 统一社会信用代码 (GB 32100-2015): 17 characters and a check character. The modulus 31 is prime and the weights differ,
 * so every single wrong character and every swap of two neighbours is found.
 */
import { toHalfWidth } from './text';

export type CheckedCreditCode =
  | { readonly ok: true; readonly normalised: string }
  | { readonly ok: false; readonly reason: 'format' | 'checksum' };

/** Takes small and full-width letters and spaces between groups; gives capitals without spaces. */
export function checkCreditCode(text: string): CheckedCreditCode {
  const code = toHalfWidth(text).replace(/\s/g, '').toUpperCase();
  if (!SHAPE.test(code)) return { ok: false, reason: 'format' };
  return checkCharacter(code) === code.charAt(17) ? { ok: true, normalised: code } : { ok: false, reason: 'checksum' };
}

/** Digits and capitals without I, O, S, V, Z; a character's value is its position. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Authority, kind of body, six digits of region, nine of organisation, check character. */
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const char of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = weight * 3 % 31;
  }
  return ALPHABET.charAt((31 - sum % 31) % 31);
}
