import { findAssumptions, renderAssumptions } from '../../scripts/docs/assumptions.mjs';

const SOURCE = `
/**
 * What it is for.
 * assumed: a block of
 * two lines.
 * @param x nothing of this
 */
export function documented(x: string): string {
  const trap = /'/.test(x) ? '// assumed: text in a string' : \`\${x} // assumed: text in a template\`;
  // assumed: first line
  // and its second.

  return trap; // assumed: at the end of a line
}
// Nothing taken for granted here.
export const TABLE = { a: 1 /* assumed: in the middle; */ };
`;

test('every comment that takes something for granted is found, with its declaration', () => {
  expect(findAssumptions('host/a.ts', SOURCE)).toEqual([
    { path: 'host/a.ts', place: 'documented', assumption: 'A block of two lines' },
    { path: 'host/a.ts', place: 'documented', assumption: 'First line and its second' },
    { path: 'host/a.ts', place: 'documented', assumption: 'At the end of a line' },
    { path: 'host/a.ts', place: 'TABLE', assumption: 'In the middle' },
  ]);
});

test('an assumption becomes a box to tick', () => {
  expect(renderAssumptions([{ path: 'host/a.ts', place: 'f', assumption: 'It is so' }])).toBe('- [ ] It is so (`host/a.ts`, `f`)');
});
