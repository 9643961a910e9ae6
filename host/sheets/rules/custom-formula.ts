import type { Cell } from '../store/workbook';
import type { CellPosition, FormulaTemplate, TemplatePart } from './formula-template';
import { resolveAxis } from './formula-template';

/** What a rule may look at: values and shown texts of its own tab. */
export interface RuleView {
  readonly rowCount: number;
  value(row: number, column: number): Cell;
  shown(row: number, column: number): string;
}

/** Judges the cell at a position. */
export type CustomCheck = (view: RuleView, at: CellPosition) => boolean;

type Token = TemplatePart | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'number'; readonly number: number };
type CellPart = Exclude<TemplatePart, string> & { readonly kind: 'cell' };

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b, '<': (a, b) => a < b, '>=': (a, b) => a >= b, '>': (a, b) => a > b, '=': (a, b) => a === b, '<>': (a, b) => a !== b,
};

/**
 * The only formulas that are calculated here, all of them shapes of data validation: `REGEXMATCH(TO_TEXT(A2),"re")`, `LEN(A2)<=n`,
 * `COUNTIF(A:A,A2)=1`, `ISNUMBER(A2)`, `NOT(x)`, `AND(x,…)`, `OR(x,…)`. Null for every other formula.
 */
export function parseCustomFormula(template: FormulaTemplate): CustomCheck | null {
  const tokens = template.flatMap((part): readonly Token[] => (typeof part === 'string' ? lex(part) : [part]));
  if (tokens.includes('?') || tokens[0] !== '=') return null;
  let position = 1;
  const check = parseCondition();
  return position === tokens.length ? check : null;

  function take(expected?: string): Token | null {
    const token = tokens[position];
    if (token === undefined || (expected !== undefined && token !== expected)) return null;
    position += 1;
    return token;
  }

  function parseCondition(): CustomCheck | null {
    const name = take();
    if (typeof name !== 'string' || take('(') === null) return null;
    switch (name) {
      case 'AND': return parseAll((checks) => (view, at) => checks.every((each) => each(view, at)));
      case 'OR': return parseAll((checks) => (view, at) => checks.some((each) => each(view, at)));
      case 'NOT': return parseAll((checks) => (view, at) => !(checks[0]?.(view, at) ?? false), 1);
      case 'ISNUMBER': return parseCell((cell) => (view, at) => typeof view.value(...place(cell, at)) === 'number');
      case 'REGEXMATCH': return parseRegexMatch();
      case 'LEN': return parseComparison(parseCell((cell) => cell), (cell) => (view, at) => [...view.shown(...place(cell, at))].length);
      case 'COUNTIF': return parseCountIf();
      default: return null;
    }
  }

  function parseAll(combine: (checks: readonly CustomCheck[]) => CustomCheck, limit = Infinity): CustomCheck | null {
    const checks: CustomCheck[] = [];
    do {
      const check = parseCondition();
      if (check === null) return null;
      checks.push(check);
    } while (take(',') !== null);
    return take(')') === null || checks.length > limit ? null : combine(checks);
  }

  function parseCell<T>(build: (cell: CellPart) => T): T | null {
    const cell = take();
    return cell === null || typeof cell === 'string' || cell.kind !== 'cell' || take(')') === null ? null : build(cell);
  }

  function parseRegexMatch(): CustomCheck | null {
    if (take('TO_TEXT') === null || take('(') === null) return null;
    const cell = parseCell((part) => part);
    if (cell === null || take(',') === null) return null;
    const text = take();
    if (text === null || typeof text === 'string' || text.kind !== 'text' || take(')') === null) return null;
    const pattern = compile(text.text);
    return pattern === null ? null : (view, at) => pattern.test(view.shown(...place(cell, at)));
  }

  function parseCountIf(): CustomCheck | null {
    const columns = take();
    if (columns === null || typeof columns === 'string' || columns.kind !== 'columns' || take(',') === null) return null;
    return parseComparison(parseCell((cell) => cell), (cell) => (view, at) => countEqual(view, place(cell, at), [resolveAxis(columns.from, at.column), resolveAxis(columns.to, at.column)]));
  }

  function parseComparison(cell: CellPart | null, measure: (cell: CellPart) => (view: RuleView, at: CellPosition) => number): CustomCheck | null {
    const operator = take();
    const limit = take();
    const compare = typeof operator === 'string' ? COMPARE[operator] : undefined;
    if (cell === null || compare === undefined || limit === null || typeof limit === 'string' || limit.kind !== 'number') return null;
    const measured = measure(cell);
    return (view, at) => compare(measured(view, at), limit.number);
  }
}

/** COUNTIF compares without case, and a number with its text. */
function countEqual(view: RuleView, [row, column]: [number, number], [from, to]: readonly [number, number]): number {
  const key = (cell: Cell): string => (cell === null || typeof cell === 'object' ? '' : String(cell).toLowerCase());
  const wanted = key(view.value(row, column));
  let count = 0;
  for (let index = 0; index < view.rowCount; index += 1) {
    for (let each = from; each <= to; each += 1) if (key(view.value(index, each)) === wanted) count += 1;
  }
  return count;
}

function place(cell: CellPart, at: CellPosition): [row: number, column: number] {
  return [resolveAxis(cell.row, at.row), resolveAxis(cell.column, at.column)];
}

/** RE2 as far as JavaScript knows it; a leading `(?i)` is honoured. */
function compile(pattern: string): RegExp | null {
  const ignoreCase = pattern.startsWith('(?i)') ? 'i' : '';
  const source = ignoreCase === '' ? pattern : pattern.slice(4);
  return tryRegExp(source, `u${ignoreCase}`) ?? tryRegExp(source, ignoreCase);
}

/** JavaScript's `u` mode refuses needless escapes that RE2 allows: null means "try another mode", not a lost error. */
function tryRegExp(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

function lex(text: string): readonly Token[] {
  return (text.match(/"(?:[^"]|"")*"|[A-Za-z_]+|\d+(?:\.\d+)?|<=|>=|<>|[=<>(),]|\s+|./g) ?? []).flatMap((piece): readonly Token[] => {
    if (piece.trim() === '') return [];
    if (piece.startsWith('"') && piece.length > 1) return [{ kind: 'text', text: piece.slice(1, -1).replace(/""/g, '"') }];
    if (/^\d/.test(piece)) return [{ kind: 'number', number: Number(piece) }];
    return [/^[A-Za-z_]+$|^[=<>(),]+$/.test(piece) ? piece.toUpperCase() : '?'];
  });
}
