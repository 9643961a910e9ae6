/**
 * What Google does to a page before the browser sees it (platform.md §3, reports of six projects): in inline scripts everything
 * from `//` to the end of the line goes, even inside a string, and non-ASCII text arrives as UTF-8 read as Latin-1;
 * HTML comments go everywhere; `<title>`, `<meta>` and icon links of the file are ignored.
 * assumed: of non-ASCII script text the reports say "may be mis-decoded"; here it always is, so that nobody relies on luck.
 */
export function mangleLikeGoogle(html: string): string {
  const parts: string[] = [];
  let rest = html;
  for (;;) {
    const opening = /<script\b[^>]*>/i.exec(rest);
    if (opening === null) break;
    const bodyStart = opening.index + opening[0].length;
    const closing = /<\/script\s*>/i.exec(rest.slice(bodyStart));
    const bodyEnd = closing === null ? rest.length : bodyStart + closing.index;
    parts.push(mangleMarkup(rest.slice(0, opening.index)), opening[0], mangleScript(rest.slice(bodyStart, bodyEnd)), closing?.[0] ?? '');
    rest = rest.slice(bodyEnd + (closing?.[0].length ?? 0));
  }
  parts.push(mangleMarkup(rest));
  return parts.join('');
}

function mangleMarkup(markup: string): string {
  return markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<title\b[^>]*>[\s\S]*?<\/title\s*>/gi, '')
    .replace(/<meta\b[^>]*>/gi, '')
    .replace(/<link\b[^>]*\brel\s*=\s*["']?(?:shortcut )?icon\b[^>]*>/gi, '');
}

function mangleScript(script: string): string {
  const stripped = script.replace(/<!--[\s\S]*?-->/g, '').replace(/\/\/[^\n\r]*/g, '');
  return stripped.replace(/[^\p{ASCII}]+/gu, (text) => Buffer.from(text, 'utf8').toString('latin1'));
}
