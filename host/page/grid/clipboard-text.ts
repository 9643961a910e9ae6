/**
 * Text as spreadsheets put it on the clipboard: tabs between cells, line feeds between rows,
 * and quotes around a cell that itself holds a tab, a line feed or a quote. One line feed at the end is not a row.
 */
export function parseClipboardText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (at <= source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : null;
    const end = cell?.end ?? plainEnd(source, at);
    row.push(cell?.text ?? source.slice(at, end));
    if (source[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

function plainEnd(source: string, from: number): number {
  const rest = source.slice(from).search(/[\t\n]/);
  return rest < 0 ? source.length : from + rest;
}

/** Null when the quote turns out to be an ordinary character: no closing quote stands before a tab, a line feed or the end. */
function quotedCell(source: string, from: number): { readonly text: string; readonly end: number } | null {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(from));
  return match === null ? null : { text: (match[1] ?? '').replaceAll('""', '"'), end: from + match[0].length };
}
