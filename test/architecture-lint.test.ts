/** What the compiler cannot see of the layers, lint refuses (ARCHITECTURE.md). */
import { lintIn } from './architecture/lint-in';

const CASES = [
  { folder: 'src/domain', what: 'a package', code: "import * as z from 'zod/mini';\nexport const a = z;\n", rule: 'no-restricted-imports' },
  { folder: 'src/domain', what: 'the clock', code: 'export const now = (): number => Date.now();\n', rule: 'no-restricted-globals' },
  { folder: 'src/domain', what: 'chance', code: 'export const dice = (): number => Math.random();\n', rule: 'no-restricted-properties' },
  { folder: 'src/domain', what: 'types that it was not given', code: '/// <reference types="node" />\nexport const a = 1;\n', rule: '@typescript-eslint/triple-slash-reference' },
  { folder: 'src/contract', what: 'all locales of zod', code: "import { z } from 'zod/mini';\nexport const a = z;\n", rule: 'no-restricted-syntax' },
  { folder: 'src/contract', what: 'the whole of zod', code: "import * as z from 'zod';\nexport const a = z;\n", rule: 'no-restricted-imports' },
  { folder: 'src/app', what: 'an async function', code: 'export async function wait(): Promise<void> {}\n', rule: 'no-restricted-syntax' },
  { folder: 'src/app', what: 'the clock', code: 'export const now = (): Date => new Date();\n', rule: 'no-restricted-globals' },
  { folder: 'src/sheets', what: 'chance', code: 'export const dice = (): number => Math.random();\n', rule: 'no-restricted-properties' },
  { folder: 'sidebar/views', what: 'markup as text', code: 'export const a = (text: string) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n', rule: 'no-restricted-syntax' },
  { folder: 'sidebar', what: 'a promise nobody waits for', code: 'export function go(): void { Promise.resolve(1); }\n', rule: '@typescript-eslint/no-floating-promises' },
  { folder: 'host/page', what: 'markup from a variable', code: 'export const show = (node: Element, text: string): void => { node.innerHTML = text; };\n', rule: 'no-unsanitized/property' },
] as const;

const LAWFUL = [
  { folder: 'src/domain', code: 'export const half = (n: number): number => n / 2;\n' },
  { folder: 'src/contract', code: "import * as z from 'zod/mini';\nexport const a = z.string();\n" },
  { folder: 'src/google', code: 'export const now = (): number => Date.now();\n' },
];

let broken: readonly (readonly string[])[] = [];
beforeAll(() => { broken = lintIn([...CASES, ...LAWFUL]); }, 120_000);

test.each(CASES.map(({ folder, what, rule }, index) => [folder, what, rule, index] as const))('%s may not hold %s (%s)', (_folder, _what, rule, index) => {
  expect(broken[index]).toContain(rule);
});

test('lawful lines break no rule', () => {
  expect(broken.slice(CASES.length)).toEqual(LAWFUL.map(() => []));
});
