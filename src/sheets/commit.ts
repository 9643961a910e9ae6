/** The one write: rows, their pre-image, Journal rows and head, all or nothing, then a look at what was really hit. */
import { AppError } from '../app/ports/app-error';
import type { CommitRequest, RecordWrite } from '../app/ports/archive';
import { ARCHIVED, diff, type Changes } from '../domain/changes';
import { SYSTEM } from './column-layout';
import type { Field, Values } from '../domain/field';
import type { RecordStamp, StoredRecord } from '../domain/record';
import { rowAddress } from './a1';
import { CELLS, type ArchiveContext } from './archive-context';
import { gridReader } from './grid-reader';
import { encodeJournalCells, encodeOperation } from './journal-codec';
import type { OpenedRow } from './open-record';
import { RING_COLUMN, ringLabel, ringRow, writeFault, type WriteFault } from './preimage-ring';
import { appendRows, copyCells, text, writeCells } from './requests';
import { encodeRow, rowDigest } from './row-codec';
import { rowFormats } from './row-formats';
import type { ExtendedValue, Request } from './sheets-api';
import { encodeHead, type Notice } from './system-tab';
import { sheetIdOf, SYSTEM_ROWS } from './tabs';

/** Rows that a full tab grows by. */
const GROW_ROWS = { records: 500, journal: 1000 } as const;

/**
 * @throws AppError INTERNAL with a reference when the pre-image shows that another row or column was hit,
 * or that something typed in between was overwritten; the ring keeps what was there
 */
export function commit(context: ArchiveContext, opened: OpenedRow, request: CommitRequest): readonly StoredRecord[] {
  const records = request.writes.map((write) => recordOf(write, request));
  const first = request.writes[0] as RecordWrite;
  const journal = encodeOperation({
    seq: opened.tail.lastSeq + 1, previousHash: opened.tail.hash, salt: context.entropy.hex(), at: request.at, by: request.by,
    method: request.method, operationId: request.operationId,
    records: request.writes.map((write, i) => ({ entity: write.entity.name, id: write.id, revision: (records[i] as StoredRecord).stamp.revision, changes: changesOf(write) })),
  });
  const lastSeq = opened.tail.lastSeq + journal.length;
  const lastRow = opened.tail.nextRow + journal.length - 1;
  const systemId = sheetIdOf(opened.tabs, 'system');
  const journalId = sheetIdOf(opened.tabs, 'journal');
  const sheetId = sheetIdOf(opened.tabs, opened.entity.name);
  const ring = ringRow(opened.tail.lastSeq);
  const width = opened.grids[sheetId]?.columnCount ?? 0;
  const row = rowRequests(opened, sheetId, request.writes, records);
  const created = request.writes.filter((write) => write.before === null).length;
  const counts = { ...opened.head.counts, [opened.entity.name]: (opened.head.counts[opened.entity.name] ?? 0) + created };
  const requests: Request[] = [
    ...growth(opened, { sheetId, rows: first.row + request.writes.length }, { sheetId: journalId, rows: lastRow + 1 }),
    ...widened(opened, systemId, RING_COLUMN + width),
    copyCells(
      { sheetId, startRowIndex: first.row, endRowIndex: first.row + 1, startColumnIndex: 0, endColumnIndex: width },
      { sheetId: systemId, startRowIndex: ring, endRowIndex: ring + 1, startColumnIndex: RING_COLUMN, endColumnIndex: RING_COLUMN + width },
    ),
    writeCells(systemId, ring, 0, [[text(ringLabel({ operationId: request.operationId, sheetId, row: first.row, at: request.at }))]]),
    ...row.requests,
    writeCells(journalId, opened.tail.nextRow, 0, journal.map(encodeJournalCells)),
    writeCells(systemId, SYSTEM_ROWS.head, 1, [[text(encodeHead({ seq: lastSeq, row: lastRow, hash: journal[journal.length - 1]?.[5] ?? '', counts }))]]),
  ];
  const answer = context.api.batchUpdate({
    requests, includeSpreadsheetInResponse: true, responseIncludeGridData: true,
    responseRanges: [rowAddress(opened.grids[systemId]?.title ?? '', ring, RING_COLUMN + width), rowAddress(opened.grids[sheetId]?.title ?? '', first.row, width)],
  }, `updatedSpreadsheet(${CELLS})`);
  const fault = writeFault(gridReader(answer.updatedSpreadsheet ?? {}), {
    entity: opened.entity.name, layout: opened.layout, systemId, sheetId, ring, row: first.row, id: first.id, expected: opened.cells, written: row.columns,
  });
  if (fault !== null) throw reportFault(context, systemId, lastSeq, fault, request.at);
  context.hints.remember({ journal: { seq: lastSeq, row: lastRow }, rows: request.writes.length === 1 ? { [first.id]: first.row } : {} });
  return records;
}

function recordOf(write: RecordWrite, request: CommitRequest): StoredRecord {
  const revision = (write.before?.stamp.revision ?? 0) + 1;
  const stamp: RecordStamp = {
    revision, createdAt: write.before?.stamp.createdAt ?? request.at, createdBy: write.before?.stamp.createdBy ?? request.by,
    updatedAt: request.at, updatedBy: request.by, operationId: request.operationId,
    digest: rowDigest(write.id, revision, write.values), archivedAt: write.archivedAt,
  };
  return { id: write.id, values: write.values, stamp, row: write.row };
}

function changesOf(write: RecordWrite): Changes {
  const fields = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([key]) => (write.entity.fields[key] as Field).derived !== true));
  const before = write.before?.stamp.archivedAt ?? null;
  const archive: Changes = before === write.archivedAt ? {} : { [ARCHIVED]: [before, write.archivedAt] };
  return { ...diff(fields(write.before?.values ?? {}), fields(write.values)), ...archive };
}

/**
 * A changed record writes only the cells of values that changed: what people typed elsewhere in the row stays to the
 * letter. New records are written as blocks of our columns.
 */
function rowRequests(opened: OpenedRow, sheetId: number, writes: readonly RecordWrite[], records: readonly StoredRecord[]): { requests: readonly Request[]; columns: readonly number[] } {
  const encoded = records.map((record) => encodeRow(opened.entity, opened.layout, record, opened.config.language));
  const first = writes[0] as RecordWrite;
  if (first.before === null) {
    const columns = Object.values(opened.layout.columns).sort((a, b) => a - b);
    const block = (start: number, width: number): ExtendedValue[][] => encoded.map((cells) => Array.from({ length: width }, (_, i) => cells.get(start + i) ?? {}));
    return { requests: runsOf(columns).map(({ start, width }) => writeCells(sheetId, first.row, start, block(start, width))), columns };
  }
  const columns = new Set([SYSTEM, ...Object.keys(diff(first.before.values, first.values))].map((key) => opened.layout.columns[key]));
  const cells = encoded[0] as ReadonlyMap<number, ExtendedValue>;
  const changed = [...cells.keys()].filter((column) => columns.has(column)).sort((a, b) => a - b);
  const values = (start: number, width: number): ExtendedValue[] => Array.from({ length: width }, (_, i) => cells.get(start + i) ?? {});
  return { requests: runsOf(changed).map(({ start, width }) => writeCells(sheetId, first.row, start, [values(start, width)])), columns: changed };
}

/** Neighbouring columns, in ascending order, go into one request; columns of people's own lie between. */
function runsOf(columns: readonly number[]): { start: number; width: number }[] {
  const runs: { start: number; width: number }[] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.start + last.width === column) last.width += 1;
    else runs.push({ start: column, width: 1 });
  }
  return runs;
}

interface Need {
  readonly sheetId: number;
  readonly rows: number;
}

/** Makes room in the record tab, with formats and rules, and in the Journal. */
function growth(opened: OpenedRow, records: Need, journal: Need): readonly Request[] {
  const requests: Request[] = [];
  const rowCount = opened.grids[records.sheetId]?.rowCount ?? 0;
  if (records.rows > rowCount) {
    const length = Math.max(GROW_ROWS.records, records.rows - rowCount);
    requests.push(appendRows(records.sheetId, length), ...rowFormats(opened.entity, opened.layout.columns, opened.config.language, records.sheetId, rowCount, rowCount + length));
  }
  const journalRows = opened.grids[journal.sheetId]?.rowCount ?? 0;
  if (journal.rows > journalRows) requests.push(appendRows(journal.sheetId, Math.max(GROW_ROWS.journal, journal.rows - journalRows)));
  return requests;
}

/** The ring must hold the widest row, however many columns people add to a tab. */
function widened(opened: OpenedRow, systemId: number, columns: number): readonly Request[] {
  const missing = columns - (opened.grids[systemId]?.columnCount ?? 0);
  return missing > 0 ? [{ appendDimension: { sheetId: systemId, dimension: 'COLUMNS', length: missing } }] : [];
}

/** Leaves a notice for the status page; the reference ties it to the log. */
function reportFault(context: ArchiveContext, systemId: number, seq: number, fault: WriteFault, at: string): AppError {
  const notice: Notice = { at, code: fault, ref: context.entropy.hex().slice(0, 8) };
  const row = SYSTEM_ROWS.notices + (seq % SYSTEM_ROWS.noticeCount);
  context.api.batchUpdate({ requests: [writeCells(systemId, row, 1, [[text(JSON.stringify(notice))]])] }, 'spreadsheetId');
  return new AppError('INTERNAL', { technical: `write fault ${fault}`, ref: notice.ref });
}
