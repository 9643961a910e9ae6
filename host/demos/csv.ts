/** One line of a table, by the names of its first line. */
export type CsvLine = Readonly<Record<string, string>>;

const QUOTED_OR_PLAIN = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** Reads RFC 4180: quoted cells may hold commas, line ends and doubled quotes. Throws on a line that is longer or shorter than the first. */
export function parseCsv(text: string): readonly CsvLine[] {
  const [header = [], ...lines] = rowsOf(text);
  return lines.map((cells, index) => {
    if (cells.length !== header.length) throw new Error(`Line ${index + 2} has ${cells.length} cells, the first line has ${header.length}.`);
    return Object.fromEntries(header.map((name, column) => [name, cells[column]!]));
  });
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length || row.length > 0; at = QUOTED_OR_PLAIN.lastIndex) {
    QUOTED_OR_PLAIN.lastIndex = at;
    const cell = QUOTED_OR_PLAIN.exec(text);
    if (cell === null) throw new Error(`Character ${at + 1} begins no cell: a quote inside plain text, or one that is never closed.`);
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2]!);
    if (cell[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
