/**
 * What is stored of a text that a person typed: composed (NFC), without outer white space, with LF line ends.
 * Nothing else is touched: `=1+1`, `01234`, inner spaces and full-width letters stay as they are.
 */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\r\n/g, '\n').trim();
}

/** Full-width ASCII (U+FF01–FF5E) and the ideographic space to plain ASCII: for ids, phones and numbers, never for names. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, toAscii).replace(/\u3000/g, ' ');
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

function toAscii(fullWidth: string): string {
  return String.fromCharCode(fullWidth.charCodeAt(0) - 0xFEE0);
}
