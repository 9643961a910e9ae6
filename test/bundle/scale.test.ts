/**
 * The call budget of the architecture, held by the built bundle at every size up to the design size. Counts, never times.
 * The counting itself runs in a Node of its own.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { bundleBench } from '../../scripts/bench/bundle.mjs';
import type { Examination } from '../bench/examine';
import { cellsRead, traceLines, type Traced } from '../bench/measure';
import { ADDED, MOST_OTHER_CALLS, OPERATIONS, type Operation } from '../bench/operations';

const SIZES = [1_000, 10_000, 100_000];
const MOST_BOOTSTRAP_BYTES = 200_000;
const MOST_PAGE_BYTES = 1_000_000;

let examinations: readonly Examination[] = [];

beforeAll(async () => {
  const root = resolve(__dirname, '../..');
  examinations = JSON.parse(await outputOf([...await bundleBench({ root, program: 'examine' }), ...SIZES.map(String)])) as Examination[];
}, 240_000);

describe.each(SIZES)('with %d customers', (customers) => {
  const found = (): Examination => {
    const examination = examinations.find((each) => each.customers === customers);
    if (examination === undefined) throw new Error(`nothing was counted at ${customers}`);
    return examination;
  };

  test.each(OPERATIONS)('$name keeps to its budget', (operation) => {
    const measured = found().operations[operation.name];

    expect(measured === undefined ? 'not counted' : overBudget(operation, measured)).toBeNull();
  });

  test('the daily run finds who is due within three reads', () => {
    const sheets = found().operations['daily reminders']?.calls.filter(({ service }) => service === 'Sheets') ?? [];

    const readsBeforeQueueing = sheets.findIndex(({ write }) => write);

    expect(readsBeforeQueueing).toBeGreaterThan(0);
    expect(readsBeforeQueueing).toBeLessThanOrEqual(3);
  });

  test('the first screen takes at most 200 KB', () => {
    const { bytes, counts } = found().bootstrap;

    expect(bytes).toBeLessThanOrEqual(MOST_BOOTSTRAP_BYTES);
    expect(counts).toMatchObject({ customer: customers + ADDED.customer, transaction: 2 * customers + ADDED.transaction });
  });

  test('the whole search index comes in pages of one read and at most 1 MB each, and then finds people without a call', () => {
    const { pages, mostBytes, entries, search, hits } = found().index;

    expect(entries).toBe(customers + ADDED.customer);
    expect(pages.filter(({ reads, writes }) => reads !== 1 || writes !== 0)).toEqual([]);
    expect(mostBytes).toBeLessThanOrEqual(MOST_PAGE_BYTES);
    expect(search).toMatchObject({ reads: 0, writes: 0, otherCalls: 0 });
    expect(hits).toBeGreaterThan(0);
  });
});

test('no operation takes more Sheets calls on a large archive than on a small one', () => {
  const counts = examinations.map(({ operations }) => Object.entries(operations).map(([name, { reads, writes }]) => ({ name, reads, writes })));

  expect(counts).toHaveLength(SIZES.length);
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[2]).toEqual(counts[0]);
});

/** What exceeds the budget, with the calls that did it; null when nothing does. */
function overBudget({ budget }: Operation, measured: Traced): string | null {
  const counts = { reads: measured.reads, writes: measured.writes, cellsRead: cellsRead(measured), otherCalls: measured.otherCalls };
  const limits = { cellsRead: Infinity, otherCalls: MOST_OTHER_CALLS, ...budget };
  const over = (Object.keys(counts) as (keyof typeof counts)[]).filter((key) => counts[key] > limits[key]);
  return over.length === 0 ? null : `${over.map((key) => `${key} ${counts[key]} of ${limits[key]}`).join(', ')}:\n${traceLines(measured)}`;
}

/** What Node prints when run with these arguments. */
function outputOf(args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(Buffer.concat(parts).toString()) : fail(new Error(`the count ended with ${code}`))));
  });
}
