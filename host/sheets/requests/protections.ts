import type { CallContext } from '../context';
import { makeId } from '../context';
import { invalidArgument, notEmulated, PROTECTED_MESSAGE } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { areaOf, sheetById } from '../ranges';
import { shownProtection } from '../reads/shown-protection';
import { isSheetProtection, mayEditProtection } from '../rules/protections';
import type { GridRange, ProtectedRange } from '../schema/api';
import type { Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'addProtectedRange' | 'updateProtectedRange' | 'deleteProtectedRange';

export const protectionRequests: RequestFamily<Kind> = {
  addProtectedRange: (context, { protectedRange = {} }) => {
    const { workbook, tx } = context;
    const taken = (id: number): boolean => workbook.sheets.some((sheet) => sheet.protections.some((protection) => protection.protectedRangeId === id));
    const protectedRangeId = protectedRange.protectedRangeId ?? makeId(context, taken);
    // assumed: Google's words.
    if (taken(protectedRangeId)) throw invalidArgument(`Protected range with ID ${protectedRangeId} already exists.`);
    const { requestingUserCanEdit: _shownOnly, ...given } = protectedRange;
    const { sheet, protection } = checked(context, { ...given, protectedRangeId });
    tx.set(sheet, 'protections', [...sheet.protections, withMaker(context, protection)]);
    return { addProtectedRange: { protectedRange: shownProtection(context, withMaker(context, protection)) } };
  },
  updateProtectedRange: (context, { protectedRange = {}, fields }) => {
    const { tx } = context;
    const mask = parseUpdateMask(fields, 'ProtectedRange');
    const { sheet, protection: present } = find(context, protectedRange.protectedRangeId);
    if (!mayEditProtection(context, present)) throw invalidArgument(PROTECTED_MESSAGE);
    const next = { ...patched<ProtectedRange>(present, protectedRange, mask), protectedRangeId: present.protectedRangeId ?? 0 };
    const target = checked(context, next);
    const protection = next.warningOnly === true ? target.protection : withMaker(context, openToAll(context, present, target.protection));
    tx.set(sheet, 'protections', sheet.protections.filter((other) => other !== present));
    tx.set(target.sheet, 'protections', [...target.sheet.protections, protection]);
    return {};
  },
  deleteProtectedRange: (context, { protectedRangeId }) => {
    const { sheet, protection } = find(context, protectedRangeId);
    if (!mayEditProtection(context, protection)) throw invalidArgument(PROTECTED_MESSAGE);
    context.tx.set(sheet, 'protections', sheet.protections.filter((other) => other !== protection));
    return {};
  },
};

function find({ workbook }: CallContext, id: number | undefined): { readonly sheet: Sheet; readonly protection: ProtectedRange } {
  for (const sheet of workbook.sheets) {
    const protection = sheet.protections.find((candidate) => candidate.protectedRangeId === id);
    if (protection !== undefined) return { sheet, protection };
  }
  // assumed: Google's words.
  throw invalidArgument(`No protected range with id: ${id ?? 0}`);
}

/** assumed: Google's words for the refusals. */
function checked({ workbook }: CallContext, protection: ProtectedRange): { readonly sheet: Sheet; readonly protection: ProtectedRange } {
  if (protection.tableId !== undefined) throw notEmulated('protection of a table');
  const named = workbook.namedRanges.find((candidate) => candidate.namedRangeId === protection.namedRangeId);
  if (protection.namedRangeId !== undefined && named === undefined) throw invalidArgument(`No named range with id: ${protection.namedRangeId}`);
  const range = named?.range ?? protection.range;
  if (range === undefined) throw invalidArgument('A protected range must specify a range or a namedRangeId.');
  const sheet = sheetById(workbook, range.sheetId);
  areaOf(sheet, range);
  if ((protection.unprotectedRanges ?? []).length > 0 && !isSheetProtection({ range })) throw invalidArgument('Unprotected ranges are only supported on protected sheets.');
  if ((protection.unprotectedRanges ?? []).some((part) => (part.sheetId ?? 0) !== sheet.sheetId)) throw invalidArgument('Unprotected ranges must be on the same sheet as the protected range.');
  protection.unprotectedRanges?.forEach((part) => areaOf(sheet, part));
  if (protection.warningOnly === true && protection.editors !== undefined) throw invalidArgument('A protection that only warns cannot have editors.');
  const withSheet = (part: GridRange): GridRange => ({ ...part, sheetId: sheet.sheetId });
  return { sheet, protection: { ...protection, range: withSheet(range), ...(protection.unprotectedRanges !== undefined && { unprotectedRanges: protection.unprotectedRanges.map(withSheet) }) } };
}

/** Neither the owner nor whoever sets the protection can be shut out (platform.md §8). */
function withMaker({ workbook, user }: CallContext, protection: ProtectedRange): ProtectedRange {
  if (protection.warningOnly === true) return protection;
  const owners = Object.entries(workbook.people).filter(([, role]) => role === 'owner').map(([email]) => email);
  const users = [...new Set([...(protection.editors?.users ?? []), ...owners, user].map((email) => email.toLowerCase()))];
  return { ...protection, editors: { ...protection.editors, users } };
}

/** Switching the warning off without naming editors opens the range to every editor of the file (platform.md §8). */
function openToAll({ workbook }: CallContext, before: ProtectedRange, after: ProtectedRange): ProtectedRange {
  if (before.warningOnly !== true || after.editors !== undefined) return after;
  return { ...after, editors: { users: Object.entries(workbook.people).filter(([, role]) => role !== 'viewer').map(([email]) => email) } };
}
