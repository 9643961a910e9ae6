/** The advanced Sheets service as our data door, and its errors as ours. */
import { AppError } from '../app/ports/app-error';
import { StaleLayout, type MatchedValueRange, type SheetsApi, type Spreadsheet } from '../sheets/sheets-api';

/** Google's own types lag behind the API; the JSON is what counts. */
interface SpreadsheetsService {
  batchUpdate(body: object, spreadsheetId: string, options: object): object;
  getByDataFilter(body: object, spreadsheetId: string, options: object): object;
  get(spreadsheetId: string, options: object): object;
  readonly Values: { batchGetByDataFilter(body: object, spreadsheetId: string): { valueRanges?: readonly MatchedValueRange[] } };
}

export function createSheetsApi(spreadsheetId: string): SheetsApi {
  const service = (): SpreadsheetsService => {
    if (typeof Sheets === 'undefined') throw new AppError('UNAVAILABLE', { technical: 'the Sheets service is not enabled in the manifest' });
    return Sheets.Spreadsheets as unknown as SpreadsheetsService;
  };
  return {
    getByDataFilter: (body, fields) => translated(() => service().getByDataFilter(body, spreadsheetId, { fields }) as Spreadsheet),
    batchGetByDataFilter: (dataFilters, majorDimension) => translated(() => service().Values.batchGetByDataFilter(
      { dataFilters, majorDimension, valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' }, spreadsheetId,
    ).valueRanges ?? []),
    get: (fields) => translated(() => service().get(spreadsheetId, { fields }) as Spreadsheet),
    batchUpdate: (body, fields) => translated(() => service().batchUpdate(body, spreadsheetId, { fields })),
  };
}

interface ServiceError {
  readonly message?: string;
  readonly details?: { readonly code?: number; readonly message?: string };
}

/** Google's messages may be localised, so the code decides; texts only tell one 400 from another. */
function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { message = '', details = {} } = error as ServiceError;
    throw toAppError(details.code ?? codeIn(message), details.message ?? message) ?? error;
  }
}

const STALE = /Unable to parse range|No grid with id|exceeds grid limits|beyond the last requested|doesn't exist/;
const FULL = /above the limit of 10000000 cells/;
const PROTECTED = /protected cell or object/;

function toAppError(code: number, text: string): Error | null {
  if (code === 403) return new AppError('FORBIDDEN', { technical: 'no access to the spreadsheet' });
  if (code === 404) return new AppError('NOT_FOUND', { technical: 'no such spreadsheet' });
  if (code === 429) return new AppError('QUOTA', { technical: 'Sheets API' });
  if (code >= 500) return new AppError('UNAVAILABLE', { technical: 'Sheets API' });
  if (code === 400 && PROTECTED.test(text)) return new AppError('FORBIDDEN', { technical: 'a protected range' });
  if (code === 400 && FULL.test(text)) return new AppError('QUOTA', { technical: 'the workbook is full: ten million cells' });
  if (code === 400 && STALE.test(text)) return new StaleLayout(text.slice(0, 80));
  return null;
}

/** Where the service tells no code: quotas, time-outs and server errors come as plain texts. */
function codeIn(message: string): number {
  if (/too many times|Limit exceeded|too much computer time/i.test(message)) return 429;
  return /timed out|server error|Service error|unavailable|Empty response|too many simultaneous/i.test(message) ? 503 : 0;
}
