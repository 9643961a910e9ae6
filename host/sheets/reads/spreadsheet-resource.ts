import type { CallContext } from '../context';
import type { Mask } from '../mask';
import { below, project } from '../mask';
import { shownMetadata, visibleMetadata } from '../metadata';
import type { Resolved } from '../ranges';
import { wholeSheet } from '../ranges';
import type { MetadataEntry, Sheet } from '../store/workbook';
import { buildGridData } from './grid-data';
import { omitZeros } from './omit-zeros';
import { shownProtection } from './shown-protection';
import { shownSheetProperties } from './sheet-properties';

/** What a read of the spreadsheet resource wants. */
export interface ResourceRequest {
  /** Null: everything, grid data only if asked for. */
  readonly mask: Mask | null;
  readonly includeGridData: boolean;
  /** Null: every tab in full. Otherwise only the tabs of these ranges, with their grid data in this order. */
  readonly ranges: readonly Resolved[] | null;
}

/** The Spreadsheet resource, built to its mask. With a mask, `includeGridData` does not count: the mask decides. */
export function buildSpreadsheet(context: CallContext, { mask, includeGridData, ranges }: ResourceRequest): object {
  const { workbook } = context;
  const wanted = mask ?? '*';
  const sheetsMask = below(wanted, 'sheets');
  const dataMask = mask === null && !includeGridData ? null : below(sheetsMask, 'data');
  const sheets = ranges === null ? workbook.sheets : workbook.sheets.filter((sheet) => ranges.some((range) => range.sheet === sheet));
  const ownMetadata = below(wanted, 'developerMetadata');
  const properties = below(wanted, 'properties');
  const namedRanges = below(wanted, 'namedRanges');
  return {
    ...(below(wanted, 'spreadsheetId') !== null && { spreadsheetId: workbook.id }),
    ...(properties !== null && { properties: project(workbook.properties, properties) }),
    ...(sheetsMask !== null && sheets.length > 0 && { sheets: sheets.map((sheet) => buildSheet(context, sheet, { mask: sheetsMask, dataMask, ranges })) }),
    ...listed('namedRanges', workbook.namedRanges.map(omitZeros), namedRanges),
    ...(below(wanted, 'spreadsheetUrl') !== null && { spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit` }),
    ...listed('developerMetadata', metadataOf(visibleMetadata(context), (entry) => entry.location.type === 'SPREADSHEET'), ownMetadata),
  };
}

function buildSheet(context: CallContext, sheet: Sheet, request: { readonly mask: Mask; readonly dataMask: Mask | null; readonly ranges: readonly Resolved[] | null }): object {
  const { mask, dataMask, ranges } = request;
  const { workbook } = context;
  const part = (name: string): Mask | null => below(mask, name);
  const properties = part('properties');
  const basicFilter = part('basicFilter');
  const areas = ranges === null ? [wholeSheet(sheet)] : ranges.filter((range) => range.sheet === sheet).map((range) => range.area);
  const ofSheet = ({ location }: MetadataEntry): boolean => location.type === 'SHEET' && location.sheetId === sheet.sheetId;
  return {
    ...(properties !== null && { properties: project(shownSheetProperties(workbook, sheet), properties) }),
    ...(dataMask !== null && { data: areas.map((area) => buildGridData(context, sheet, area, dataMask)) }),
    ...listed('merges', sheet.merges.map(omitZeros), part('merges')),
    ...listed('conditionalFormats', sheet.conditionalFormats.map(omitZeros), part('conditionalFormats')),
    ...listed('filterViews', sheet.filterViews.map(omitZeros), part('filterViews')),
    ...listed('protectedRanges', sheet.protections.map((protection) => shownProtection(context, protection)), part('protectedRanges')),
    ...(basicFilter !== null && sheet.basicFilter !== null && { basicFilter: project(omitZeros(sheet.basicFilter), basicFilter) }),
    ...listed('bandedRanges', sheet.bandings.map(omitZeros), part('bandedRanges')),
    ...(part('developerMetadata') !== null && listed('developerMetadata', metadataOf(visibleMetadata(context), ofSheet), part('developerMetadata'))),
  };
}

/** Google leaves empty lists out. */
function listed(name: string, items: readonly unknown[], mask: Mask | null): object {
  return mask === null || items.length === 0 ? {} : { [name]: project(items, mask) };
}

function metadataOf(entries: readonly MetadataEntry[], accepts: (entry: MetadataEntry) => boolean): readonly unknown[] {
  return entries.filter(accepts).map(shownMetadata);
}
