/** `npm run bench [-- --json --size N …]`: the cost of every operation at each size, as JSON or as Markdown. */
import { parseArgs } from 'node:util';
import { largeArchive } from '../support/large-archive';
import type { Measured } from './measure';
import { measureAll } from './operations';
import { reportOf, type Figures } from './report';

const SIZES = [1_000, 10_000, 100_000];
/** Fewer customers leave a filtered list without a second page, more do not fit into a workbook. */
const [LEAST, MOST] = [500, 100_000];

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, size: { type: 'string', multiple: true, default: SIZES.map(String) } } });
  const sizes = values.size.map(sizeOf);
  const figures = figuresAt(sizes);
  process.stdout.write(`${values.json ? JSON.stringify(figures) : reportOf(figures, sizes)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < LEAST || size > MOST) throw new Error(`--size takes a number of customers from ${LEAST} to ${MOST}, not ${text}.`);
  return size;
}

function figuresAt(sizes: readonly number[]): Figures {
  const figures: Record<string, Record<number, Measured>> = {};
  for (const size of sizes) {
    for (const [name, { reads, writes, otherCalls, cells, modelSeconds }] of measureAll(largeArchive(size))) {
      (figures[name] ??= {})[size] = { reads, writes, otherCalls, cells, modelSeconds };
    }
  }
  return figures;
}
