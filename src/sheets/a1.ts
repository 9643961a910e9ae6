/** The few A1 addresses that the API insists on: response ranges and links. */

/** Zero-based column → letters. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** One zero-based row, columns 0 to `columnCount` (exclusive), of the tab with this title. */
export function rowAddress(title: string, row: number, columnCount: number): string {
  return `'${title.replace(/'/g, "''")}'!A${row + 1}:${columnLetters(columnCount - 1)}${row + 1}`;
}
