import { invalidArgument, PROTECTED_MESSAGE } from '../errors';
import { overlapOf } from '../ranges';
import { roleIn } from '../context';
import type { GridRange, ProtectedRange } from '../schema/api';
import type { Area } from '../store/area';
import { difference, intersection } from '../store/area';
import type { DimensionEdit } from '../store/dimension-edit';
import type { Sheet, Workbook } from '../store/workbook';

export interface Actor { readonly workbook: Workbook; readonly user: string }

/** The owner always edits; a warning stops nobody; otherwise the list of editors decides. Nobody without write access edits. */
export function mayEditProtection({ workbook, user }: Actor, protection: ProtectedRange): boolean {
  const role = roleIn(workbook, user);
  if (role === 'owner') return true;
  if (role !== 'editor') return false;
  return protection.warningOnly === true || (protection.editors?.users ?? []).some((editor) => editor.toLowerCase() === user.toLowerCase());
}

/** Refuses a write into cells that a hard protection keeps from this user. */
export function assertMayEdit(actor: Actor, sheet: Sheet, area: Area): void {
  if (sheet.protections.some((protection) => !mayEditProtection(actor, protection) && covers(sheet, protection, area))) throw invalidArgument(PROTECTED_MESSAGE);
}

/** The warning that asks before an edit of these cells, if any. assumed: it asks the owner too. */
export function findWarning(sheet: Sheet, area: Area): ProtectedRange | undefined {
  return sheet.protections.find((protection) => protection.warningOnly === true && covers(sheet, protection, area));
}

/** A hard protection blocks inserting, deleting and moving rows or columns across it. */
export function assertMayRestructure(actor: Actor, sheet: Sheet, edit: DimensionEdit): void {
  const blocked = sheet.protections.some((protection) => !mayEditProtection(actor, protection) && crosses(sheet, protection, edit));
  if (blocked) throw invalidArgument(PROTECTED_MESSAGE);
}

/** Changes of the tab itself (title, deletion): refused under any hard protection of the whole tab. */
export function assertMayEditSheet(actor: Actor, sheet: Sheet): void {
  const blocked = sheet.protections.some((protection) => isSheetProtection(protection) && !mayEditProtection(actor, protection));
  if (blocked) throw invalidArgument(PROTECTED_MESSAGE);
}

/** Deleting a tab deletes every protected cell on it. */
export function assertMayDeleteSheet(actor: Actor, sheet: Sheet): void {
  if (sheet.protections.some((protection) => !mayEditProtection(actor, protection))) throw invalidArgument(PROTECTED_MESSAGE);
}

export function isSheetProtection(protection: ProtectedRange): boolean {
  return isUnbounded(protection.range);
}

function isUnbounded(range: GridRange | undefined): boolean {
  return range?.startRowIndex === undefined && range?.endRowIndex === undefined && range?.startColumnIndex === undefined && range?.endColumnIndex === undefined;
}

function covers(sheet: Sheet, protection: ProtectedRange, area: Area): boolean {
  const inside = intersection(overlapOf(sheet, protection.range), area);
  if (inside === null) return false;
  const holes = (protection.unprotectedRanges ?? []).map((range) => overlapOf(sheet, range));
  return holes.reduce<readonly Area[]>((rest, hole) => rest.flatMap((part) => difference(part, hole)), [inside]).length > 0;
}

function crosses(sheet: Sheet, protection: ProtectedRange, edit: DimensionEdit): boolean {
  const area = overlapOf(sheet, protection.range);
  const range = protection.range ?? {};
  const [start, end, open] = edit.dimension === 'ROWS'
    ? [area.top, area.bottom, range.endRowIndex === undefined] as const
    : [area.left, area.right, range.endColumnIndex === undefined] as const;
  if (edit.kind === 'insert') return edit.at > start && (edit.at < end || open);
  if (edit.start < end && edit.end > start) return true;
  return edit.kind === 'move' && edit.to > start && edit.to < end;
}
