/** 公民身份号码 (GB 11643-1999): six digits of region, birth date, three digits in sequence, check character. */
import { isPlainDate, type PlainDate } from './plain-date';
import { toHalfWidth } from './text';

export type CheckedIdNumber =
  | {
    readonly ok: true; readonly normalised: string; readonly birthDate: PlainDate;
    readonly gender: 'male' | 'female'; readonly provinceCode: string;
  }
  | { readonly ok: false; readonly reason: 'format' | 'province' | 'date' | 'checksum' };

/**
 * Checks 18 digits, the last of which may be X; takes full-width digits, spaces and a small x. Without a clock it cannot
 * say that a birth date lies ahead. The 15 digits of before 1999 are refused: they have no check character.
 */
export function checkIdNumber(text: string): CheckedIdNumber {
  const id = toHalfWidth(text).replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, reason: 'format' };
  const provinceCode = id.slice(0, 2);
  if (!PROVINCE_CODES.has(provinceCode)) return { ok: false, reason: 'province' };
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isPlainDate(birthDate)) return { ok: false, reason: 'date' };
  if (checkCharacter(id) !== id.charAt(17)) return { ok: false, reason: 'checksum' };
  return { ok: true, normalised: id, birthDate, gender: Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female', provinceCode };
}

/** The 34 of GB/T 2260, and 83, which residence permits of people from Taiwan carry (Hong Kong 81 and Macao 82 are in the 34). */
const PROVINCE_CODES: ReadonlySet<string> = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83',
]);

/** MOD 11-2 (ISO 7064): the weight of the leftmost digit is 2^17 mod 11. */
function checkCharacter(id: string): string {
  let remainder = 0;
  for (const digit of id.slice(0, 17)) remainder = (remainder + Number(digit)) * 2 % 11;
  return '0123456789X'.charAt((12 - remainder) % 11);
}
