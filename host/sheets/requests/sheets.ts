import type { CallContext } from '../context';
import { localeOf, makeId } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import type { Mask } from '../mask';
import { parseUpdateMask, patched } from '../mask';
import { sheetById } from '../ranges';
import { fullSheetProperties, shownSheetProperties } from '../reads/sheet-properties';
import { assertMayDeleteSheet, assertMayEditSheet, assertMayRestructure } from '../rules/protections';
import { withMappedSource } from '../rules/stored-rule';
import type { SheetProperties } from '../schema/api';
import { assertCellBudget, assertColumnLimit, assertTabLimit, assertTitle } from '../store/limits';
import { applyDimensionEdit } from '../store/structure';
import type { MetadataEntry, Sheet, Workbook } from '../store/workbook';
import { emptySheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'addSheet' | 'updateSheetProperties' | 'deleteSheet' | 'duplicateSheet';

export const sheetRequests: RequestFamily<Kind> = {
  addSheet: (context, { properties = {} }) => {
    const sheet = addSheet(context, properties);
    return { addSheet: { properties: shownSheetProperties(context.workbook, sheet) } };
  },
  updateSheetProperties: (context, { properties = {}, fields }) => {
    updateSheet(context, properties, parseUpdateMask(fields, 'SheetProperties'));
    return {};
  },
  deleteSheet: (context, { sheetId }) => {
    deleteSheet(context, sheetById(context.workbook, sheetId));
    return {};
  },
  duplicateSheet: (context, body) => {
    const { workbook } = context;
    const source = sheetById(workbook, body.sourceSheetId);
    const title = body.newSheetName !== undefined && body.newSheetName !== '' ? body.newSheetName : copyTitle(workbook, source);
    const copy = addSheet(context, {
      ...source.extras, title, ...(body.newSheetId !== undefined && { sheetId: body.newSheetId }), index: body.insertSheetIndex ?? 0,
      gridProperties: { ...source.extras.gridProperties, rowCount: source.rowCount, columnCount: source.columnCount },
    });
    copyContents(context, source, copy);
    return { duplicateSheet: { properties: shownSheetProperties(workbook, copy) } };
  },
};

export function addSheet(context: CallContext, properties: SheetProperties): Sheet {
  const { workbook, tx } = context;
  if (properties.sheetType !== undefined && properties.sheetType !== 'GRID') throw notEmulated(`addSheet of type ${properties.sheetType}`);
  const taken = (id: number): boolean => workbook.sheets.some((sheet) => sheet.sheetId === id);
  const sheetId = properties.sheetId ?? makeId(context, taken);
  // assumed: Google's words for a negative id.
  if (sheetId < 0) throw invalidArgument(`Sheet id ${sheetId} must be non-negative.`);
  if (taken(sheetId)) throw invalidArgument(`Sheet with id ${sheetId} already exists.`);
  const title = properties.title ?? freeTitle(workbook);
  assertTitle(workbook, title, null);
  const { rowCount = 1000, columnCount = 26, ...gridExtras } = properties.gridProperties ?? {};
  assertTabLimit(workbook);
  assertCounts(rowCount, columnCount);
  assertCellBudget(workbook, rowCount * columnCount);
  const sheet = emptySheet({ sheetId, title, rowCount, columnCount, extras: extrasOf({ ...properties, gridProperties: gridExtras }) });
  assertFrozen(sheet, sheet.extras, rowCount, columnCount);
  tx.set(workbook, 'sheets', inserted(workbook.sheets, sheet, properties.index ?? workbook.sheets.length));
  return sheet;
}

function updateSheet(context: CallContext, properties: SheetProperties, mask: Mask): void {
  const { workbook, tx } = context;
  const sheet = sheetById(workbook, properties.sheetId);
  const before = fullSheetProperties(workbook, sheet);
  const after: SheetProperties = { ...patched<SheetProperties>(before, properties, mask), sheetId: sheet.sheetId };
  if (after.sheetType !== undefined && after.sheetType !== 'GRID') throw invalidArgument('The sheet type cannot be changed.');
  assertMayEditSheet(context, sheet);
  if (after.title !== sheet.title) {
    assertTitle(workbook, after.title ?? '', sheet.sheetId);
    tx.set(sheet, 'title', after.title ?? '');
  }
  resize(context, sheet, after.gridProperties?.rowCount ?? 0, after.gridProperties?.columnCount ?? 0);
  assertFrozen(sheet, after, sheet.rowCount, sheet.columnCount);
  tx.set(sheet, 'extras', extrasOf(after));
  if (after.index !== before.index) {
    const target = after.index ?? workbook.sheets.length;
    const others = workbook.sheets.filter((other) => other !== sheet);
    tx.set(workbook, 'sheets', inserted(others, sheet, target > (before.index ?? 0) ? target - 1 : target));
  }
  if (!workbook.sheets.some((each) => each.extras.hidden !== true)) throw noVisibleSheet();
}

function resize(context: CallContext, sheet: Sheet, rowCount: number, columnCount: number): void {
  const { workbook, tx } = context;
  assertCounts(rowCount, columnCount);
  assertCellBudget(workbook, rowCount * columnCount - sheet.rowCount * sheet.columnCount);
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.extras.gridProperties ?? {};
  const sizes = [['ROWS', sheet.rowCount, rowCount, frozenRowCount], ['COLUMNS', sheet.columnCount, columnCount, frozenColumnCount]] as const;
  for (const [dimension, present, wanted, frozen] of sizes) {
    if (wanted === present) continue;
    // Also when the same request asks for fewer frozen ones: that takes two steps (platform.md §5). assumed: always, and in these words.
    if (wanted < present && wanted <= frozen) throw invalidArgument(`Sorry, it is not possible to delete all non-frozen ${dimension === 'ROWS' ? 'rows' : 'columns'}.`);
    const edit = wanted > present ? { dimension, kind: 'insert', at: present, count: wanted - present } as const : { dimension, kind: 'delete', start: wanted, end: present } as const;
    assertMayRestructure(context, sheet, edit);
    applyDimensionEdit(tx, workbook, sheet, edit);
  }
}

function deleteSheet(context: CallContext, sheet: Sheet): void {
  const { workbook, tx } = context;
  assertMayDeleteSheet(context, sheet);
  const sheets = workbook.sheets.filter((other) => other !== sheet);
  if (!sheets.some((other) => other.extras.hidden !== true)) throw noVisibleSheet();
  tx.set(workbook, 'sheets', sheets);
  tx.set(workbook, 'namedRanges', workbook.namedRanges.filter((named) => (named.range?.sheetId ?? 0) !== sheet.sheetId));
  tx.set(workbook, 'metadata', workbook.metadata.filter(({ location }) => location.type === 'SPREADSHEET' || location.sheetId !== sheet.sheetId));
  for (const other of sheets) {
    tx.set(other, 'rules', other.rules.map((runs) => runs.map((run) => ({ ...run, value: withMappedSource(run.value, sheet.sheetId, () => null) }))));
  }
}

/** assumed: metadata is copied under new ids, protections are not. */
function copyContents(context: CallContext, source: Sheet, copy: Sheet): void {
  const { workbook, tx, cost } = context;
  for (const [row, cells] of source.rows.entries()) copy.rows[row] = cells?.slice();
  cost.rows += source.rows.length;
  const onCopy = <T extends { readonly range?: object }>(item: T): T => ({ ...item, range: { ...item.range, sheetId: copy.sheetId } });
  Object.assign(copy, {
    formats: source.formats, rules: source.rules, notes: source.notes, rowProperties: source.rowProperties, columnProperties: source.columnProperties,
    merges: source.merges.map((range) => ({ ...range, sheetId: copy.sheetId })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({ ...rule, ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId: copy.sheetId })) })),
    bandings: source.bandings.map((banding) => ({ ...onCopy(banding), bandedRangeId: makeId(context, () => false) })),
    filterViews: source.filterViews.map((view) => ({ ...onCopy(view), filterViewId: makeId(context, () => false) })),
    basicFilter: source.basicFilter === null ? null : onCopy(source.basicFilter),
  });
  const copies = workbook.metadata.flatMap((entry): readonly MetadataEntry[] => {
    if (entry.location.type === 'SPREADSHEET' || entry.location.sheetId !== source.sheetId) return [];
    const metadataId = makeId(context, (id) => workbook.metadata.some((other) => other.metadataId === id));
    return [{ ...entry, metadataId, location: { ...entry.location, sheetId: copy.sheetId } }];
  });
  tx.set(workbook, 'metadata', [...workbook.metadata, ...copies]);
}

function extrasOf(properties: SheetProperties): SheetProperties {
  const { sheetId: _id, title: _title, index: _index, sheetType: _type, gridProperties = {}, ...rest } = properties;
  const { rowCount: _rows, columnCount: _columns, ...gridRest } = gridProperties;
  return Object.keys(gridRest).length > 0 ? { ...rest, gridProperties: gridRest } : rest;
}

function assertCounts(rowCount: number, columnCount: number): void {
  if (rowCount < 1) throw invalidArgument("You can't delete all the rows on the sheet.");
  if (columnCount < 1) throw invalidArgument("You can't delete all the columns on the sheet.");
  assertColumnLimit(columnCount);
}

/** assumed: Google's words. */
function assertFrozen(sheet: Sheet, properties: SheetProperties, rowCount: number, columnCount: number): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = properties.gridProperties ?? {};
  if (frozenRowCount < 0 || frozenColumnCount < 0) throw invalidArgument('The number of frozen rows and columns must be non-negative.');
  if (frozenRowCount >= rowCount) throw invalidArgument(`You can't freeze all visible rows on the sheet "${sheet.title}".`);
  if (frozenColumnCount >= columnCount) throw invalidArgument(`You can't freeze all visible columns on the sheet "${sheet.title}".`);
}

function noVisibleSheet(): Error {
  return invalidArgument("You can't remove all the visible sheets in a document.");
}

/** assumed: an index past the end means the end; Google's words for a negative one. */
function inserted(sheets: readonly Sheet[], sheet: Sheet, index: number): readonly Sheet[] {
  if (index < 0) throw invalidArgument(`Sheet index ${index} must be non-negative.`);
  return [...sheets.slice(0, index), sheet, ...sheets.slice(index)];
}

/** The first tab is named in the account's language. */
export function freeTitle(workbook: Workbook): string {
  const word = localeOf(workbook).startsWith('zh') ? '工作表' : 'Sheet';
  return firstFree(workbook, (number) => `${word}${number}`, workbook.sheets.length + 1);
}

function copyTitle(workbook: Workbook, source: Sheet): string {
  const name = localeOf(workbook).startsWith('zh') ? `${source.title}的副本` : `Copy of ${source.title}`;
  return firstFree(workbook, (number) => (number === 1 ? name : `${name} ${number}`), 1);
}

function firstFree(workbook: Workbook, name: (number: number) => string, from: number): string {
  for (let number = from; ; number += 1) {
    if (!workbook.sheets.some((sheet) => sheet.title.toLowerCase() === name(number).toLowerCase())) return name(number);
  }
}
