import type { CallContext } from '../context';
import { assertMayWrite } from '../context';
import { invalidArgument } from '../errors';
import type { Mask } from '../mask';
import { below, project } from '../mask';
import { parseA1, resolveA1 } from '../ranges';
import type { Resolved } from '../ranges';
import { resolveFilter } from '../reads/data-filters';
import { buildSpreadsheet } from '../reads/spreadsheet-resource';
import { applyRequest } from '../requests/registry';
import type { DataFilter } from '../schema/api';
import { readPayload } from '../schema/read-payload';
import type { Method } from './method';
import { flagParam, listParam } from './method';

export const getMethod: Method = {
  query: ['ranges', 'includeGridData', 'excludeTablesInBandedRanges'], responseSchema: 'Spreadsheet', write: false,
  run: (context, { params, mask }) => {
    const ranges = listParam(params, 'ranges').map((range) => resolveA1(context.workbook, range));
    return buildSpreadsheet(context, { mask, includeGridData: flagParam(params, 'includeGridData'), ranges: ranges.length > 0 ? ranges : null });
  },
};

export const getByDataFilterMethod: Method = {
  query: [], responseSchema: 'Spreadsheet', write: false,
  run: (context, { body, mask }) => {
    const { dataFilters = [], includeGridData = false } = readPayload('GetSpreadsheetByDataFilterRequest', body ?? {}, '') as { readonly dataFilters?: readonly DataFilter[]; readonly includeGridData?: boolean };
    // assumed: without filters every tab is answered; filters that match nothing answer no tab.
    const ranges = dataFilters.length > 0 ? dataFilters.flatMap((filter) => resolveFilter(context, filter)) : null;
    return buildSpreadsheet(context, { mask, includeGridData, ranges });
  },
};

interface BatchBody {
  readonly requests?: readonly unknown[];
  readonly includeSpreadsheetInResponse?: boolean;
  readonly responseRanges?: readonly string[];
  readonly responseIncludeGridData?: boolean;
}

export const batchUpdateMethod: Method = {
  query: [], responseSchema: 'BatchUpdateSpreadsheetResponse', write: true,
  run: (context, { body, mask }) => {
    assertMayWrite(context.workbook, context.user);
    const { requests, ...options } = (body ?? {}) as BatchBody;
    const { includeSpreadsheetInResponse, responseRanges = [], responseIncludeGridData = false } = readPayload('BatchUpdateSpreadsheetRequest', options, '') as BatchBody;
    if (!Array.isArray(requests) || requests.length === 0) throw invalidArgument('Must specify at least one request.');
    // assumed: ranges of the answer are judged before anything is applied.
    responseRanges.forEach((range) => parseA1(context.workbook, range));
    const replies = requests.map((request, index) => applyRequest(context, request, index));
    const updated = includeSpreadsheetInResponse === true ? below(mask ?? '*', 'updatedSpreadsheet') : null;
    const ranges = responseRanges.map((range) => resolveA1(context.workbook, range));
    return {
      ...project({ spreadsheetId: context.workbook.id, replies }, mask ?? '*') as object,
      ...(updated !== null && { updatedSpreadsheet: updatedSpreadsheet(context, { mask: mask === null ? null : updated, includeGridData: responseIncludeGridData, ranges }) }),
    };
  },
};

function updatedSpreadsheet(context: CallContext, request: { readonly mask: Mask | null; readonly includeGridData: boolean; readonly ranges: readonly Resolved[] }): object {
  return buildSpreadsheet(context, { ...request, ranges: request.ranges.length > 0 ? request.ranges : null });
}
