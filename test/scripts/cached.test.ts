import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from '../../scripts/build/cached.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guidang-test-'));
  writeFileSync(join(root, 'in.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const buildWith = (recipe: string): Promise<boolean> => {
  const output = join(root, 'out.js');
  return buildIfChanged({ root, output, recipe }, async () => {
    writeFileSync(output, 'built');
    return { inputs: { 'in.ts': { bytes: 3, imports: [] } }, outputs: {} };
  });
};

test('a bundle is built once and then left alone', async () => {
  expect([await buildWith('a'), await buildWith('a')]).toEqual([true, false]);
});

test.each([
  ['an input changes', () => writeFileSync(join(root, 'in.ts'), 'two'), 'a'],
  ['an input goes', () => rmSync(join(root, 'in.ts')), 'a'],
  ['the output goes', () => rmSync(join(root, 'out.js')), 'a'],
  ['the recipe changes', () => undefined, 'b'],
])('it is built again when %s', async (_, change, recipe) => {
  await buildWith('a');

  change();

  expect(await buildWith(recipe)).toBe(true);
});
