import { parseArgs } from 'node:util';
import { PlainError } from '../state/plain-error';

export interface WorkbenchFlags {
  /** A workbook without any data, instead of the demo. */
  readonly empty: boolean;
  readonly demo: string | null;
  /** File that keeps the workbook; without one it lives as long as the host. */
  readonly workbook: string | null;
  readonly port: number | null;
  readonly json: boolean;
}

/** Throws `PlainError` for what it does not know. `--no-open` concerns only the script that opens the browser. */
export function parseFlags(args: readonly string[]): WorkbenchFlags {
  const { empty = false, json = false, demo, workbook, port } = valuesOf(args);
  if (empty && demo !== undefined) throw new PlainError('Say either --empty or --demo, not both.');
  if (workbook === '') throw new PlainError('--workbook needs the name of a file.');
  return { empty, json, demo: demo ?? null, workbook: workbook ?? null, port: port === undefined ? null : portOf(port) };
}

const FLAGS = {
  empty: { type: 'boolean' }, demo: { type: 'string' }, workbook: { type: 'string' }, port: { type: 'string' },
  'no-open': { type: 'boolean' }, json: { type: 'boolean' },
} as const;

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const cause = (error as Error).message.split('. ')[0]!;
    throw new PlainError(`${cause}. The flags are --empty, --demo NAME, --workbook FILE, --port N, --no-open and --json.`, { cause: error });
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1 && port <= 65_535)) throw new PlainError(`--port needs a number from 1 to 65535, not ${JSON.stringify(text)}.`);
  return port;
}
