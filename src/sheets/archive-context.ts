/** What every part of the archive shares within one request. */
import type { RecordTarget } from '../app/ports/archive';
import type { Entropy } from '../app/ports/services';
import type { Hints } from './hints';
import type { SheetsApi } from './sheets-api';

export interface ArchiveContext {
  /** The record this request is about, so that a cold cache costs one read and not two. */
  readonly expected: RecordTarget | null;
  readonly api: SheetsApi;
  readonly hints: Hints;
  /** Address of the workbook, for links in mails. */
  readonly url: string;
  readonly entropy: Entropy;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Fields masks of the reads by data filter. */
export const CELLS = 'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),data(startRow,startColumn,rowData(values(userEnteredValue,effectiveValue)),columnMetadata(developerMetadata(metadataKey,metadataValue))))';
