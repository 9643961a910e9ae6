import type { ConditionalFormatRule, GridRange } from '../schema/api';
import { withMappedSource } from '../rules/stored-rule';
import { insertColumns, insertRows, moveColumns, moveRows, removeColumns, removeRows } from './cells';
import type { DimensionEdit } from './dimension-edit';
import { landingOf, mapGridRange, mapIndex } from './dimension-edit';
import type { Runs } from './runs';
import { slicedRuns, valueAt, withGap, withoutSpan, withUpdates } from './runs';
import type { Transaction } from './transaction';
import type { MetadataEntry, Sheet, Workbook } from './workbook';

/** What new rows or columns take over: formats, rules and sizes of their neighbour, or nothing. */
export type Inheritance = 'before' | 'after' | 'none';

/**
 * Inserts, deletes or moves rows or columns, and everything that hangs on them: values, formats, rules, notes, sizes,
 * metadata, protections, filters, bandings, merges, conditional formats, named ranges, sources of list rules.
 * assumed: formulas in cells are not rewritten (nothing is calculated here).
 */
export function applyDimensionEdit(tx: Transaction, workbook: Workbook, sheet: Sheet, edit: DimensionEdit, inherit: Inheritance = 'none'): void {
  applyToCells(tx, sheet, edit);
  const runsEdit = { edit, inherit };
  if (edit.dimension === 'ROWS') {
    tx.set(sheet, 'formats', sheet.formats.map((runs) => editedRuns(runs, runsEdit)));
    tx.set(sheet, 'rules', sheet.rules.map((runs) => editedRuns(runs, runsEdit)));
    tx.set(sheet, 'notes', sheet.notes.map((runs) => editedRuns(runs, { edit, inherit: 'none' })));
    tx.set(sheet, 'rowProperties', editedRuns(sheet.rowProperties, runsEdit));
  } else {
    tx.set(sheet, 'formats', editedColumns(sheet.formats, runsEdit));
    tx.set(sheet, 'rules', editedColumns(sheet.rules, runsEdit));
    tx.set(sheet, 'notes', editedColumns(sheet.notes, { edit, inherit: 'none' }));
    tx.set(sheet, 'columnProperties', editedRuns(sheet.columnProperties, runsEdit));
  }
  applyToCounts(tx, sheet, edit);
  applyToRanges(tx, workbook, sheet, edit);
  tx.set(workbook, 'metadata', workbook.metadata.flatMap((entry) => editedMetadata(entry, sheet, edit)));
  applyToRuleSources(tx, workbook, sheet, edit);
}

function applyToCells(tx: Transaction, sheet: Sheet, edit: DimensionEdit): void {
  const rows = edit.dimension === 'ROWS';
  switch (edit.kind) {
    case 'insert': return (rows ? insertRows : insertColumns)(tx, sheet, edit.at, edit.count);
    case 'delete': return (rows ? removeRows : removeColumns)(tx, sheet, edit.start, edit.end);
    case 'move': return (rows ? moveRows : moveColumns)(tx, sheet, edit, landingOf(edit));
  }
}

function applyToCounts(tx: Transaction, sheet: Sheet, edit: DimensionEdit): void {
  if (edit.kind === 'move') return;
  const [countKey, frozenKey] = edit.dimension === 'ROWS' ? ['rowCount', 'frozenRowCount'] as const : ['columnCount', 'frozenColumnCount'] as const;
  tx.set(sheet, countKey, sheet[countKey] + (edit.kind === 'insert' ? edit.count : edit.start - edit.end));
  const frozen = sheet.extras.gridProperties?.[frozenKey] ?? 0;
  const after = edit.kind === 'insert' ? (edit.at < frozen ? frozen + edit.count : frozen)
    : frozen - Math.max(0, Math.min(edit.end, frozen) - Math.min(edit.start, frozen));
  if (after !== frozen) tx.set(sheet, 'extras', { ...sheet.extras, gridProperties: { ...sheet.extras.gridProperties, [frozenKey]: after } });
}

function applyToRanges(tx: Transaction, workbook: Workbook, sheet: Sheet, edit: DimensionEdit): void {
  const mapped = (range: GridRange | undefined): GridRange | null => (range === undefined ? {} : mapGridRange(edit, range));
  const keepRanged = <T extends { readonly range?: GridRange }>(item: T): readonly T[] => {
    const range = mapped(item.range);
    if (range === null) return [];
    return [item.range === undefined ? item : { ...item, range }];
  };
  const keepRanges = (ranges: readonly GridRange[] | undefined): readonly GridRange[] => (ranges ?? []).flatMap((range) => mapped(range) ?? []);
  tx.set(sheet, 'protections', sheet.protections.flatMap(keepRanged)
    .map((item) => (item.unprotectedRanges === undefined ? item : { ...item, unprotectedRanges: keepRanges(item.unprotectedRanges) })));
  tx.set(sheet, 'bandings', sheet.bandings.flatMap(keepRanged));
  tx.set(sheet, 'filterViews', sheet.filterViews.flatMap(keepRanged));
  tx.set(sheet, 'basicFilter', (sheet.basicFilter === null ? [] : keepRanged(sheet.basicFilter))[0] ?? null);
  tx.set(sheet, 'merges', keepRanges(sheet.merges));
  tx.set(sheet, 'conditionalFormats', sheet.conditionalFormats.flatMap((rule): readonly ConditionalFormatRule[] => {
    const ranges = keepRanges(rule.ranges);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  }));
  tx.set(workbook, 'namedRanges', workbook.namedRanges.flatMap((named) => ((named.range?.sheetId ?? 0) === sheet.sheetId ? keepRanged(named) : [named])));
}

function editedMetadata(entry: MetadataEntry, sheet: Sheet, edit: DimensionEdit): readonly MetadataEntry[] {
  const { location } = entry;
  const type = edit.dimension === 'ROWS' ? 'ROW' : 'COLUMN';
  if (location.type !== type || location.sheetId !== sheet.sheetId) return [entry];
  const index = mapIndex(edit, location.index);
  return index === null ? [] : [{ ...entry, location: { ...location, index } }];
}

/** Lists that a rule of any tab takes from this tab follow the change. */
function applyToRuleSources(tx: Transaction, workbook: Workbook, sheet: Sheet, edit: DimensionEdit): void {
  for (const other of workbook.sheets) {
    if (!other.rules.some((runs) => runs.some((run) => run.value.source?.sheetId === sheet.sheetId))) continue;
    const known = new Map<object, unknown>();
    tx.set(other, 'rules', other.rules.map((runs) => runs.map((run) => {
      const rule = known.get(run.value) as typeof run.value | undefined ?? withMappedSource(run.value, sheet.sheetId, (range) => mapGridRange(edit, range));
      known.set(run.value, rule);
      return { ...run, value: rule };
    })));
  }
}

function editedRuns<T>(runs: Runs<T>, { edit, inherit }: { readonly edit: DimensionEdit; readonly inherit: Inheritance }): Runs<T> {
  switch (edit.kind) {
    case 'insert': return withGap(runs, edit.at, edit.count, inherit === 'none' ? undefined : valueAt(runs, inherit === 'before' ? edit.at - 1 : edit.at));
    case 'delete': return withoutSpan(runs, edit.start, edit.end);
    case 'move': {
      const landing = landingOf(edit);
      const block = slicedRuns(runs, edit.start, edit.end).map((run) => ({ ...run, start: run.start - edit.start + landing, end: run.end - edit.start + landing }));
      return withUpdates(withGap(withoutSpan(runs, edit.start, edit.end), landing, edit.end - edit.start), block);
    }
  }
}

function editedColumns<T>(columns: readonly Runs<T>[], { edit, inherit }: { readonly edit: DimensionEdit; readonly inherit: Inheritance }): readonly Runs<T>[] {
  const list = [...columns];
  const padTo = (length: number): void => { while (list.length < length) list.push([]); };
  switch (edit.kind) {
    case 'insert': {
      const source = inherit === 'none' ? [] : list[inherit === 'before' ? edit.at - 1 : edit.at] ?? [];
      if (edit.at >= list.length && source.length === 0) return list;
      padTo(edit.at);
      list.splice(edit.at, 0, ...new Array<Runs<T>>(edit.count).fill(source));
      return list;
    }
    case 'delete':
      list.splice(edit.start, edit.end - edit.start);
      return list;
    case 'move': {
      padTo(Math.max(edit.end, edit.to));
      list.splice(landingOf(edit), 0, ...list.splice(edit.start, edit.end - edit.start));
      return list;
    }
  }
}
