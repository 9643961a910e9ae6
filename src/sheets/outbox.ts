/** The Outbox tab: one mail a row. */
import type { DigestContent, LoadedOutbox, MailStatus, Outbox, OutboxMail } from '../app/ports/outbox';
import type { ArchiveContext } from './archive-context';
import { needStructure, withFreshLayout } from './known-layout';
import { appendRowsOfCells, text, writeCells } from './requests';
import type { GridRange, Primitive } from './sheets-api';
import { sheetIdOf } from './tabs';
import { readValues } from './values-reader';

const COLUMNS = 6;

interface LoadedRows extends LoadedOutbox {
  /** Key → zero-based row. */
  readonly rows: ReadonlyMap<string, number>;
}

export function createOutbox(context: ArchiveContext): Outbox {
  return {
    load: () => withFreshLayout(context, () => load(context)),
    save: (loaded, mails) => withFreshLayout(context, () => save(context, loaded as LoadedRows, mails)),
  };
}

function load(context: ArchiveContext): LoadedRows {
  const range: GridRange = { sheetId: sheetIdOf(needStructure(context).tabs, 'outbox'), startRowIndex: 1, startColumnIndex: 0, endColumnIndex: COLUMNS };
  const cells = readValues(context.api, [{ gridRange: range }]).range(range);
  const mails = cells.map(mailOf);
  return {
    mails: mails.flatMap((mail) => mail ?? []),
    rows: new Map(mails.flatMap((mail, i) => (mail === null ? [] : [[mail.key, i + 1] as const]))),
  };
}

/** New mails go below the last one, wherever that is by now; the grid grows by itself. */
function save(context: ArchiveContext, loaded: LoadedRows, mails: readonly OutboxMail[]): void {
  if (mails.length === 0) return;
  const sheetId = sheetIdOf(needStructure(context).tabs, 'outbox');
  const known = mails.flatMap((mail) => {
    const row = loaded.rows.get(mail.key);
    return row === undefined ? [] : [writeCells(sheetId, row, 0, [cellsOf(mail).map(text)])];
  });
  const news = mails.filter((mail) => !loaded.rows.has(mail.key));
  const added = news.length === 0 ? [] : [appendRowsOfCells(sheetId, news.map((mail) => cellsOf(mail).map(text)))];
  context.api.batchUpdate({ requests: [...known, ...added] }, 'spreadsheetId');
}

function cellsOf(mail: OutboxMail): readonly string[] {
  return [mail.key, mail.status, mail.recipient, JSON.stringify(mail.content), mail.updatedAt, mail.reason];
}

/** Null for a row that was damaged by hand: it is left alone and never sent. */
function mailOf(cells: readonly Primitive[]): OutboxMail | null {
  const [key = '', status = '', recipient = '', content = '', updatedAt = '', reason = ''] = cells.map((cell) => String(cell ?? ''));
  const digest = digestOf(content);
  return key === '' || digest === null ? null : { key, status: status as MailStatus, recipient, content: digest, updatedAt, reason };
}

function digestOf(content: string): DigestContent | null {
  try {
    const digest = JSON.parse(content) as DigestContent | null;
    return typeof digest?.date === 'string' && Array.isArray(digest.items) ? digest : null;
  } catch {
    return null;
  }
}
