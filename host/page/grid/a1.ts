/** `0` is `A`, `26` is `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** A1 name of a block whose corner is zero-based; one cell has no colon. */
export function blockName(row: number, column: number, rows: number, columns: number): string {
  const first = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(column + columns - 1)}${row + rows}`;
}
