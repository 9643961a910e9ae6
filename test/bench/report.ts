/** The bench's figures as Markdown, for people. */
import { COMPARED, OURS, PEER_SIZES, PEERS, type PeerCost } from './peers';
import type { Measured } from './measure';

/** Operation → customers → its cost. */
export type Figures = Readonly<Record<string, Readonly<Record<number, Measured>>>>;

export function reportOf(figures: Figures, sizes: readonly number[]): string {
  return [...sizes.flatMap((size) => [operationsTable(figures, size), peersTable(figures, size)]), NOTE].join('\n\n');
}

function operationsTable(figures: Figures, size: number): string {
  const rows = Object.entries(figures).flatMap(([name, bySize]) => {
    const measured = bySize[size];
    if (measured === undefined) return [];
    const { reads, writes, otherCalls, cells, modelSeconds: { lo, mid, hi } } = measured;
    return [[name, ...[reads, writes, otherCalls, cells].map(grouped), [lo, mid, hi].map(seconds).join(' / ')]];
  });
  return `### ${grouped(size)} customers\n\n${table(['Operation', 'Reads', 'Writes', 'Other calls', 'Cells', 'Model s lo / mid / hi'], rows)}`;
}

function peersTable(figures: Figures, size: number): string {
  const ours = COMPARED.map((compared) => {
    const measured = figures[OURS[compared]]?.[size];
    return measured === undefined ? '' : cell(measured.reads + measured.writes, measured.cells, measured.modelSeconds.mid);
  });
  const peers = PEERS.map(({ name, columns, costs }) => [name, ...COMPARED.map((compared) => peerCell(costs[compared], size, columns))]);
  return `${grouped(size)} rows: calls, cells, model s (mid)\n\n${table(['', ...COMPARED], [['**Guidang**', ...ours], ...peers])}`;
}

/** Their seconds are known for three sizes only. */
function peerCell({ calls, tables, rows, seconds: known }: PeerCost, size: number, columns: number): string {
  return cell(calls, (tables * size + rows) * columns, known[PEER_SIZES.indexOf(size as (typeof PEER_SIZES)[number])]);
}

function cell(calls: number, cells: number, modelSeconds: number | undefined): string {
  return `${calls}, ${grouped(cells)}${modelSeconds === undefined ? '' : `, ${seconds(modelSeconds)}`}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function seconds(value: number): string {
  return value.toFixed(2);
}

const NOTE = [
  'Ours are Sheets API calls counted at the door of the local host, running the built script; their seconds hold the trip of',
  'google.script.run (0.6 s mid), the lock and the Journal. The others are SpreadsheetApp calls that reach the server, counted by running',
  'each library on a counting stand-in; they have no lock and no history, and their seconds leave out the trip and the term per row.',
  'Seconds are of host/door/latency-model.json, built from published measurements (docs/performance.md): nothing was timed on Google.',
].join('\n');
