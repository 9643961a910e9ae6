/**
 * RFC 4180 with any line end. An empty text is one row of one empty cell.
 * assumed: a quote inside an unquoted cell stands for itself, and text without a closing quote is refused.
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  if (delimiter.length !== 1) throw new RangeError('delimiter');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[index + 1] === '\n') index += 1;
      endRow();
    } else cell += character;
  }
  if (quoted) throw new RangeError('Could not parse text.');
  if (cell !== '' || row.length > 0 || rows.length === 0) endRow();
  return rows;
}
