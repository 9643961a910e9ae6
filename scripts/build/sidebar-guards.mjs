/** What must not stand in an HtmlService page, each with the reason. A build with a finding fails. */

/** @type {readonly {readonly name: string, readonly pattern: RegExp, readonly why: string}[]} */
export const GUARDS = [
  { name: 'two slashes', pattern: /\/\//g, why: 'Google cuts a line there, even inside a string' },
  { name: 'HTML comment', pattern: /<!--/g, why: 'Google removes comments, and a script with it' },
  { name: 'script end inside the script', pattern: /<\/script(?=[^]*<\/script)/gi, why: 'the browser would end the script there' },
  { name: 'template tag', pattern: /<\?/g, why: 'it is special in templates' },
  { name: 'character beyond ASCII', pattern: /[^\n\r\t\x20-\x7e]/g, why: 'Google may decode it wrongly' },
  { name: 'meta charset', pattern: /<meta\s+charset/gi, why: 'Google removes it, so nothing may depend on it' },
];

/**
 * @param {string} html
 * @returns {string[]} one line per finding, with what stands around it
 */
export function findSidebarFaults(html) {
  return GUARDS.flatMap(({ name, pattern, why }) =>
    [...html.matchAll(pattern)].map((match) => `${name} at ${match.index}: …${around(html, match.index)}… (${why})`));
}

/**
 * @param {string} text
 * @param {number} index
 */
function around(text, index) {
  return JSON.stringify(text.slice(Math.max(0, index - 40), index + 40)).slice(1, -1);
}
