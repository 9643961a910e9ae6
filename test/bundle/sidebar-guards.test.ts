import { GUARDS, findSidebarFaults } from '../../scripts/build/sidebar-guards.mjs';
import { fillShell } from '../../scripts/build/sidebar.mjs';

const page = (script: string): string => `<!DOCTYPE html><html><body><script>${script}</script></body></html>`;

/** One sample per guard that it must find. */
const SAMPLES: Readonly<Record<string, string>> = {
  'two slashes': page('var a="https://host"'),
  'HTML comment': page('var a="<!-- x -->"'),
  'script end inside the script': page('var a="</script>"'),
  'template tag': page('var a="<?= b ?>"'),
  'character beyond ASCII': page('var a="客"'),
  'meta charset': page('').replace('<body>', '<meta charset="utf-8"><body>'),
};

test('every guard has a sample', () => {
  expect(Object.keys(SAMPLES)).toEqual(GUARDS.map((guard) => guard.name));
});

test.each(Object.entries(SAMPLES))('%s is found, with its place and the reason', (name, html) => {
  expect(findSidebarFaults(html)).toEqual([expect.stringMatching(new RegExp(`^${name} at \\d+: .*\\(.+\\)$`))]);
});

test('a page without any of it has no faults', () => {
  expect(findSidebarFaults(page('var a="\\u5ba2",b=a<2/1'))).toEqual([]);
});

describe('filling the shell', () => {
  const shell = '<style>/*STYLE*/</style><script>/*SCRIPT*/</script>';

  test('puts the parts where their placeholders stand, dollar signs included', () => {
    expect(fillShell(shell, { '/*STYLE*/': 'p{}\n', '/*SCRIPT*/': 'f("$&")' })).toBe('<style>p{}</style><script>f("$&")</script>');
  });

  test.each([['missing', ''], ['twice', shell + shell]])('refuses a shell whose placeholder is %s', (_, text) => {
    expect(() => fillShell(text, { '/*STYLE*/': '' })).toThrow('exactly once');
  });
});
