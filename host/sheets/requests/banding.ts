import type { CallContext } from '../context';
import { makeId } from '../context';
import { invalidArgument } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { areaOf, overlapOf, sheetById } from '../ranges';
import { omitZeros } from '../reads/omit-zeros';
import type { BandedRange } from '../schema/api';
import { intersection } from '../store/area';
import type { Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'addBanding' | 'updateBanding' | 'deleteBanding';

export const bandingRequests: RequestFamily<Kind> = {
  addBanding: (context, { bandedRange = {} }) => {
    const taken = (id: number): boolean => context.workbook.sheets.some((sheet) => sheet.bandings.some((banding) => banding.bandedRangeId === id));
    const bandedRangeId = bandedRange.bandedRangeId ?? makeId(context, taken);
    if (taken(bandedRangeId)) throw invalidArgument(`Banded range with id ${bandedRangeId} already exists.`);
    const { sheet, banding } = checked(context, { ...bandedRange, bandedRangeId });
    context.tx.set(sheet, 'bandings', [...sheet.bandings, banding]);
    return { addBanding: { bandedRange: omitZeros(banding) } };
  },
  updateBanding: (context, { bandedRange = {}, fields }) => {
    const mask = parseUpdateMask(fields, 'BandedRange');
    const { sheet, banding: present } = find(context, bandedRange.bandedRangeId);
    const next = checked(context, { ...patched<BandedRange>(present, bandedRange, mask), bandedRangeId: present.bandedRangeId ?? 0 });
    context.tx.set(sheet, 'bandings', sheet.bandings.filter((banding) => banding !== present));
    context.tx.set(next.sheet, 'bandings', [...next.sheet.bandings, next.banding]);
    return {};
  },
  deleteBanding: (context, { bandedRangeId }) => {
    const { sheet, banding } = find(context, bandedRangeId);
    context.tx.set(sheet, 'bandings', sheet.bandings.filter((other) => other !== banding));
    return {};
  },
};

/** assumed: Google's words, also for a taken id and for missing colours. */
function find({ workbook }: CallContext, id: number | undefined): { readonly sheet: Sheet; readonly banding: BandedRange } {
  for (const sheet of workbook.sheets) {
    const banding = sheet.bandings.find((candidate) => candidate.bandedRangeId === id);
    if (banding !== undefined) return { sheet, banding };
  }
  throw invalidArgument(`No banding with id: ${id ?? 0}`);
}

function checked({ workbook }: CallContext, banding: BandedRange): { readonly sheet: Sheet; readonly banding: BandedRange } {
  const sheet = sheetById(workbook, banding.range?.sheetId);
  const area = areaOf(sheet, banding.range ?? {});
  if (banding.rowProperties === undefined && banding.columnProperties === undefined) throw invalidArgument('At least one of rowProperties or columnProperties must be specified.');
  const overlaps = sheet.bandings.some((other) => other.bandedRangeId !== banding.bandedRangeId && intersection(overlapOf(sheet, other.range), area) !== null);
  if (overlaps) throw invalidArgument('You cannot add alternating background colors to a range that already has alternating background colors.');
  return { sheet, banding: { ...banding, range: { ...banding.range, sheetId: sheet.sheetId } } };
}
