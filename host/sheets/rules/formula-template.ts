import { columnIndex, columnName } from '../a1';

/** A row or column of a reference: relative ones count from the cell that holds the formula. */
interface Axis { readonly absolute: boolean; readonly index: number }

export type TemplatePart = string
  | { readonly kind: 'cell'; readonly row: Axis; readonly column: Axis }
  | { readonly kind: 'columns'; readonly from: Axis; readonly to: Axis };

/** A formula whose references are relative to its cell, so that it reads right wherever the cell goes. */
export type FormulaTemplate = readonly TemplatePart[];

export interface CellPosition { readonly row: number; readonly column: number }

const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_(])|(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![A-Za-z0-9_(!])/g;

export function parseTemplate(formula: string, at: CellPosition): FormulaTemplate {
  const parts: TemplatePart[] = [];
  let position = 0;
  for (const match of formula.matchAll(PIECES)) {
    const part = referenceOf(match, at);
    if (part === null) continue;
    if (match.index > position) parts.push(formula.slice(position, match.index));
    parts.push(part);
    position = match.index + match[0].length;
  }
  if (position < formula.length) parts.push(formula.slice(position));
  return parts;
}

export function renderTemplate(template: FormulaTemplate, at: CellPosition): string {
  return template.map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'columns') return `${columnText(part.from, at)}:${columnText(part.to, at)}`;
    const row = resolveAxis(part.row, at.row);
    return row < 0 || resolveAxis(part.column, at.column) < 0 ? '#REF!' : `${columnText(part.column, at)}${part.row.absolute ? '$' : ''}${row + 1}`;
  }).join('');
}

export function resolveAxis(axis: Axis, origin: number): number {
  return axis.absolute ? axis.index : origin + axis.index;
}

function referenceOf(match: RegExpMatchArray, at: CellPosition): TemplatePart | null {
  const [, fromMark, from, toMark, to, columnMark, column, rowMark, row] = match;
  if (from !== undefined && to !== undefined) return { kind: 'columns', from: columnAxis(fromMark, from, at), to: columnAxis(toMark, to, at) };
  if (column === undefined || row === undefined) return null;
  const rowAbsolute = rowMark === '$';
  return { kind: 'cell', column: columnAxis(columnMark, column, at), row: { absolute: rowAbsolute, index: Number(row) - 1 - (rowAbsolute ? 0 : at.row) } };
}

function columnAxis(mark: string | undefined, name: string, at: CellPosition): Axis {
  const absolute = mark === '$';
  return { absolute, index: (columnIndex(name) ?? 0) - (absolute ? 0 : at.column) };
}

function columnText(axis: Axis, at: CellPosition): string {
  const column = resolveAxis(axis, at.column);
  return column < 0 ? '#REF!' : `${axis.absolute ? '$' : ''}${columnName(column)}`;
}
