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

/** Nothing in it can be seen: white space, zero-width and other invisible characters. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/** Cells and JSON carry them badly and people never mean them: control characters but tab and line ends, halves of surrogate pairs. */
export function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Cs}]/u.test(text);
}

/** Embeddings, overrides and isolates: they make what follows read backwards, also past the end of the text. */
export function hasDirectionControl(text: string): boolean {
  return /[\u202A-\u202E\u2066-\u2069]/.test(text);
}

/**
 * A cell's text for a place that has one short line, such as a row of a mail: anything may stand in a cell. JSON writes the
 * answer with at most two characters for each of its own.
 * @param maxLength UTF-16 units, the ellipsis of a cut text included; pairs are never cut in half
 */
export function oneLine(text: string, maxLength: number): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').replace(/[\u202A-\u202E\u2066-\u2069\p{Cs}]/gu, '').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).replace(/\p{Cs}$/u, '')}…`;
}

function toAscii(fullWidth: string): string {
  return String.fromCharCode(fullWidth.charCodeAt(0) - 0xFEE0);
}
