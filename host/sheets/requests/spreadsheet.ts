import { invalidArgument } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import type { SpreadsheetProperties } from '../schema/api';
import type { RequestFamily } from './handler';

export const spreadsheetRequests: RequestFamily<'updateSpreadsheetProperties'> = {
  updateSpreadsheetProperties: ({ tx, workbook }, { properties = {}, fields }) => {
    const mask = parseUpdateMask(fields, 'SpreadsheetProperties');
    const before = workbook.properties;
    const after = patched<SpreadsheetProperties>(before, properties, mask);
    // assumed: Google's words for these refusals.
    if ((after.title ?? '') === '') throw invalidArgument('The spreadsheet title cannot be empty.');
    if (before.importFunctionsExternalUrlAccessAllowed === true && after.importFunctionsExternalUrlAccessAllowed !== true) throw invalidArgument('importFunctionsExternalUrlAccessAllowed cannot be set to false.');
    if (after.locale === undefined || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(after.locale)) throw invalidArgument(`Unsupported locale: ${after.locale ?? ''}`);
    if (after.timeZone === undefined || !isTimeZone(after.timeZone)) throw invalidArgument(`Invalid time zone: ${after.timeZone ?? ''}`);
    tx.set(workbook, 'properties', after);
    return {};
  },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
