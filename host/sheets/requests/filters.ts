import type { CallContext } from '../context';
import { makeId } from '../context';
import { invalidArgument, notEmulated } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { areaOf, sheetById } from '../ranges';
import { omitZeros } from '../reads/omit-zeros';
import type { FilterView } from '../schema/api';
import type { Sheet } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'setBasicFilter' | 'clearBasicFilter' | 'addFilterView' | 'updateFilterView' | 'deleteFilterView';

/** Filters are kept and given back. One that would hide or sort rows for everybody is refused by name; views change nothing for others. */
export const filterRequests: RequestFamily<Kind> = {
  setBasicFilter: (context, { filter = {} }) => {
    for (const acting of ['criteria', 'filterSpecs', 'sortSpecs'] as const) if (Object.keys(filter[acting] ?? {}).length > 0) throw notEmulated(`setBasicFilter with ${acting}`);
    const sheet = sheetById(context.workbook, filter.range?.sheetId);
    areaOf(sheet, filter.range ?? {});
    context.tx.set(sheet, 'basicFilter', { ...filter, range: { ...filter.range, sheetId: sheet.sheetId } });
    return {};
  },
  clearBasicFilter: (context, { sheetId }) => {
    context.tx.set(sheetById(context.workbook, sheetId), 'basicFilter', null);
    return {};
  },
  addFilterView: (context, { filter = {} }) => {
    const taken = (id: number): boolean => context.workbook.sheets.some((sheet) => sheet.filterViews.some((view) => view.filterViewId === id));
    const filterViewId = filter.filterViewId ?? makeId(context, taken);
    if (taken(filterViewId)) throw invalidArgument(`Filter view with id ${filterViewId} already exists.`);
    const { sheet, view } = checked(context, { ...filter, filterViewId });
    context.tx.set(sheet, 'filterViews', [...sheet.filterViews, view]);
    return { addFilterView: { filter: omitZeros(view) } };
  },
  updateFilterView: (context, { filter = {}, fields }) => {
    const mask = parseUpdateMask(fields, 'FilterView');
    const { sheet, view: present } = find(context, filter.filterViewId);
    const next = checked(context, { ...patched<FilterView>(present, filter, mask), filterViewId: present.filterViewId ?? 0 });
    context.tx.set(sheet, 'filterViews', sheet.filterViews.filter((view) => view !== present));
    context.tx.set(next.sheet, 'filterViews', [...next.sheet.filterViews, next.view]);
    return {};
  },
  deleteFilterView: (context, { filterId }) => {
    const { sheet, view } = find(context, filterId);
    context.tx.set(sheet, 'filterViews', sheet.filterViews.filter((other) => other !== view));
    return {};
  },
};

/** assumed: Google's words, also for a taken id and a missing title. */
function find({ workbook }: CallContext, id: number | undefined): { readonly sheet: Sheet; readonly view: FilterView } {
  for (const sheet of workbook.sheets) {
    const view = sheet.filterViews.find((candidate) => candidate.filterViewId === id);
    if (view !== undefined) return { sheet, view };
  }
  throw invalidArgument(`No filter view with id: ${id ?? 0}`);
}

function checked({ workbook }: CallContext, view: FilterView): { readonly sheet: Sheet; readonly view: FilterView } {
  const sheet = sheetById(workbook, view.range?.sheetId);
  areaOf(sheet, view.range ?? {});
  if ((view.title ?? '') === '') throw invalidArgument('A filter view must have a title.');
  return { sheet, view: { ...view, range: { ...view.range, sheetId: sheet.sheetId } } };
}
