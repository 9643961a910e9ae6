/** What the host takes for granted about Google without having seen it: comments of the form `assumed: …` in host/. */
import ts from 'typescript';
import { code } from './markdown.mjs';

const MARK = /\bassumed:\s*/i;

/**
 * @param {string} path
 * @param {string} text of a TypeScript file
 * @returns {{path: string, place: string | null, assumption: string}[]} in the order of the file, each with the declaration it stands at
 */
export function findAssumptions(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  return commentsOf(file).flatMap(({ words, start }) => words.split(MARK).slice(1)
    .map((assumption) => ({ path, place: declarationAt(file, start), assumption: sentence(assumption) })));
}

/** @param {readonly {path: string, place: string | null, assumption: string}[]} assumptions */
export function renderAssumptions(assumptions) {
  return assumptions.map(({ path, place, assumption }) => `- [ ] ${assumption} (${code(path)}${place === null ? '' : `, ${code(place)}`})`).join('\n');
}

/**
 * @param {ts.SourceFile} file
 * @returns {{words: string, start: number}[]} the words of each comment on one line; line comments in a row are one
 */
function commentsOf(file) {
  /** @type {{words: string, start: number, end: number, isLine: boolean}[]} */
  const comments = [];
  for (const { pos: start, end, kind } of commentRanges(file)) {
    const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    const words = wordsOf(file.text.slice(start + 2, isLine ? end : end - 2));
    const last = comments.at(-1);
    if (isLine && last?.isLine && /^[ \t]*\r?\n[ \t]*$/.test(file.text.slice(last.end, start))) Object.assign(last, { words: `${last.words} ${words}`, end });
    else comments.push({ words, start, end, isLine });
  }
  return comments;
}

/** A bare scanner would take a slash of a regular expression for a comment; so they are asked for token by token. @param {ts.SourceFile} file */
function commentRanges(file) {
  /** @type {Map<number, ts.CommentRange>} */
  const ranges = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    const children = node.getChildren(file);
    if (children.length > 0) return children.forEach(visit);
    for (const range of [...ts.getLeadingCommentRanges(file.text, node.pos) ?? [], ...ts.getTrailingCommentRanges(file.text, node.end) ?? []]) ranges.set(range.pos, range);
  };
  visit(file);
  return [...ranges.values()].sort((a, b) => a.pos - b.pos);
}

/**
 * @param {ts.SourceFile} file
 * @param {number} position
 * @returns {string | null} name of the innermost declaration around a comment, or of the one it heads
 */
function declarationAt(file, position) {
  /** @type {string | null} */
  let name = null;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (position < node.getFullStart() || position >= node.end) return;
    const named = /** @type {{name?: ts.Node}} */ (node).name;
    if ((ts.isFunctionLike(node) || ts.isVariableDeclaration(node) || ts.isClassLike(node)) && named !== undefined && ts.isIdentifier(named)) name = named.text;
    if (ts.isVariableStatement(node)) name = firstName(node) ?? name;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return name;
}

/** @param {ts.VariableStatement} statement */
function firstName(statement) {
  const name = statement.declarationList.declarations[0]?.name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : null;
}

/** @param {string} text */
function wordsOf(text) {
  return text.split('\n').map((line) => line.replace(/^\s*\*+\s?/, '').trim()).join(' ').replace(/\s+@\w+\s.*$/, '').trim();
}

/** @param {string} text */
function sentence(text) {
  const trimmed = text.trim().replace(/[.;]$/, '');
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
