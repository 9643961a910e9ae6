/** Stable ids: a prefix per entity, `-`, and ten characters of Crockford's base 32 (50 random bits). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const PATTERN = new RegExp(`^[A-Z]{1,2}-[${ALPHABET}]{${LENGTH}}$`);

export function isRecordId(text: string): boolean {
  return PATTERN.test(text);
}

/**
 * @param random at least 13 hexadecimal digits of good entropy; further ones are not used
 */
export function makeRecordId(prefix: string, random: string): string {
  const bits = BigInt(`0x${random.slice(0, 13)}`) >> BigInt(2);
  let rest = bits;
  let text = '';
  for (let i = 0; i < LENGTH; i += 1) {
    text = ALPHABET.charAt(Number(rest & BigInt(31))) + text;
    rest >>= BigInt(5);
  }
  return `${prefix}-${text}`;
}
