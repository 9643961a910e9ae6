/** Mail HTML: everything put into the template is escaped, unless it came out of this tag itself. */
export interface SafeHtml {
  readonly html: string;
}

type Content = string | number | SafeHtml | readonly SafeHtml[];

export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): SafeHtml {
  return { html: strings.reduce((whole, part, i) => whole + escaped(contents[i - 1]) + part) };
}

function escaped(content: Content | undefined): string {
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  if (content === undefined) return '';
  return 'html' in content ? content.html : content.map((item) => item.html).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
