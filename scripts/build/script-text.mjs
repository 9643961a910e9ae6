/**
 * Google rewrites inline scripts of an HtmlService page without understanding them: from `//` to the end of the
 * line is cut even inside a string, HTML comments go, `<?` is a template tag, and other characters than ASCII may be
 * decoded wrongly (esbuild's `charset: 'ascii'` leaves them in regular expressions). None of these may stand in the text.
 */
import { parse } from 'acorn';

const UNFIT = /\/\/|<!--|<\/script|<\?|[^\t\n\r\x20-\x7e]/i;

/**
 * The same program without what Google mangles: rewritten token by token, so that only strings, templates and
 * regular expressions change their spelling and none its meaning.
 * @param {string} code minified, without comments
 */
export function escapeScript(code) {
  /** @type {import('acorn').Token[]} */
  const tokens = [];
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'script', onToken: tokens });
  const raw = taggedRanges(program);
  let result = '';
  let end = 0;
  for (const token of tokens) {
    const text = code.slice(token.start, token.end);
    if (!UNFIT.test(text)) continue;
    if (raw.some((range) => range.start <= token.start && token.end <= range.end)) {
      throw new Error(`A tagged template sees its own spelling, so this cannot be escaped: ${text.slice(0, 80)}`);
    }
    result += code.slice(end, token.start) + escapeToken(token.type.label, text);
    end = token.end;
  }
  return result + code.slice(end);
}

/**
 * @param {string} label acorn's name of the token's type
 * @param {string} text
 */
function escapeToken(label, text) {
  if (label === 'regexp') return escapeRegExp(text);
  if (label !== 'string' && label !== 'template') return text;
  return text.replace(/\\?[^\t\n\r\x20-\x7e]|\\\/(?=\/)|\\[^]|\/(?=\/)|<(?=!--|\/script|\?)/gi, respell);
}

/** Every slash of the body becomes `\x2f`: also one before the closing slash, which would make two. @param {string} text */
function escapeRegExp(text) {
  const close = text.lastIndexOf('/');
  const body = text.slice(1, close).replace(/\\?[^\t\n\r\x20-\x7e]|\\\/|\/|\\[^]|<(?=!--|\\?\/script|\?)/gi, respell);
  return `/${body}${text.slice(close)}`;
}

/** @param {string} found a slash, escaped or not, a less-than sign, a character beyond ASCII, or another escape, which stays */
function respell(found) {
  if (found === '/' || found === '\\/') return '\\x2f';
  if (found === '<') return '\\x3c';
  const unit = found.charCodeAt(found.length - 1);
  return unit > 0x7e ? `\\u${unit.toString(16).padStart(4, '0')}` : found;
}

/**
 * @param {unknown} node of an acorn tree
 * @returns {{start: number, end: number}[]} where tagged templates have their text
 */
function taggedRanges(node) {
  if (Array.isArray(node)) return node.flatMap(taggedRanges);
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(taggedRanges);
  return 'type' in node && node.type === 'TaggedTemplateExpression' && 'quasi' in node
    ? [.../** @type {{quasi: {quasis: {start: number, end: number}[]}}} */ (node).quasi.quasis, ...below]
    : below;
}
