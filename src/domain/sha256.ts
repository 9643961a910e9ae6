import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of the text's UTF-8 bytes, 64 small hex digits. A lone surrogate counts as U+FFFD, as TextEncoder has it. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const code = point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point;
    if (code < 0x80) {
      bytes[length++] = code;
    } else if (code < 0x800) {
      bytes[length++] = 0xC0 | code >> 6;
      bytes[length++] = 0x80 | code & 0x3F;
    } else if (code < 0x10000) {
      bytes[length++] = 0xE0 | code >> 12;
      bytes[length++] = 0x80 | code >> 6 & 0x3F;
      bytes[length++] = 0x80 | code & 0x3F;
    } else {
      bytes[length++] = 0xF0 | code >> 18;
      bytes[length++] = 0x80 | code >> 12 & 0x3F;
      bytes[length++] = 0x80 | code >> 6 & 0x3F;
      bytes[length++] = 0x80 | code & 0x3F;
    }
  }
  return bytes.subarray(0, length);
}
