import { ApiError } from '../types';
import type { ChangeType } from '../apps-script/events';
import type { Selection } from '../apps-script/service-context';
import { actionOf, overlaps } from './grid-command';
import { BadInput, countIn, flagIn, textIn, typedRowsIn, type Fields } from './input';
import type { RouteContext } from './route-context';
import type { EditAnswer, GridCommand } from '../wire/doors';
import type { SnapshotTab } from '../wire/workbook';

/** A person types or pastes; afterwards the triggers hear of it, as on Google. */
export function edit(context: RouteContext, user: string, fields: Fields): EditAnswer {
  const { host: { engine, spreadsheetId } } = context;
  const [sheet, range] = [textIn(fields, 'sheet'), textIn(fields, 'range')];
  const before = isSingleCell(range) ? valueAt(context, user, sheet, range) : null;
  const answer = refusalAsAnswer(() => engine.typedEdit({ spreadsheetId, user, sheet, range, values: typedRowsIn(fields, 'values'), confirmed: flagIn(fields, 'confirmed'), paste: flagIn(fields, 'paste') }));
  if (!answer.accepted) return answer;
  const tab = tabsOf(context, user).find(({ title }) => title.toLowerCase() === sheet.toLowerCase());
  if (tab === undefined || answer.cells.length === 0) return answer;
  const after = answer.cells[0]!.value;
  tellTriggers(context, user, 'EDIT', placeOf(tab.sheetId, answer.cells), {
    ...(before === null || after === null || after === '' ? {} : { value: String(after) }),
    ...(before === null || before.value === null ? {} : { oldValue: String(before.value) }),
  });
  return answer;
}

/** A person inserts, deletes, moves, sorts or changes tabs. A warning-only protection asks first. */
export function command(context: RouteContext, user: string, fields: Fields): EditAnswer {
  const { host: { engine, spreadsheetId } } = context;
  const wanted = commandIn(fields);
  const tabs = tabsOf(context, user);
  const tab = 'sheetId' in wanted ? tabs.find(({ sheetId }) => sheetId === wanted.sheetId) : undefined;
  if ('sheetId' in wanted && tab === undefined) throw new BadInput(`There is no tab ${wanted.sheetId}.`);
  const action = actionOf(wanted, tab ?? { frozenRows: 0 });
  const { disturbed } = action;
  const warning = disturbed === null ? undefined : tab?.protections.find(({ warningOnly, range }) => warningOnly && overlaps(range, disturbed));
  if (warning !== undefined && !flagIn(fields, 'confirmed')) return { accepted: false, asks: true, message: WARNING, cells: [] };
  const answer = refusalAsAnswer(() => {
    engine.execute({ method: 'spreadsheets.batchUpdate', params: { spreadsheetId }, body: { requests: [action.request] }, user });
    return { accepted: true, cells: [] };
  });
  if (answer.accepted) tellTriggers(context, user, action.changeType, context.host.scripts.selectionOf(user), {});
  return answer;
}

/** The person's cursor, which a script sees as the active cell. */
export function select({ host }: RouteContext, user: string, fields: Fields): object {
  const [sheetId, row, column] = [countIn(fields, 'sheetId'), countIn(fields, 'row'), countIn(fields, 'column')];
  const size = (name: string): number => (fields[name] === undefined ? 1 : Math.max(1, countIn(fields, name)));
  host.scripts.select(user, { sheetId, row: row + 1, column: column + 1, rows: size('rows'), columns: size('columns') });
  return {};
}

/** Google's question before an edit of cells under a warning-only protection. */
const WARNING = "Heads up! You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?";

const LINES = ['index', 'count'] as const;
const COMMANDS: Readonly<Record<GridCommand['command'], { readonly numbers: readonly string[]; readonly title?: true }>> = {
  insertRows: { numbers: LINES }, deleteRows: { numbers: LINES }, insertColumns: { numbers: LINES }, deleteColumns: { numbers: LINES },
  moveRows: { numbers: [...LINES, 'to'] }, moveColumns: { numbers: [...LINES, 'to'] },
  sort: { numbers: ['column'] }, renameTab: { numbers: [], title: true }, moveTab: { numbers: ['to'] },
  addTab: { numbers: [], title: true }, deleteTab: { numbers: [] }, duplicateTab: { numbers: [] },
};

/** `moveColumn` and `moveRow` are the same with a count of one. */
function commandIn(fields: Fields): GridCommand {
  const given = textIn(fields, 'command');
  const single = given === 'moveColumn' || given === 'moveRow';
  const name = single ? `${given}s` : given;
  if (!Object.hasOwn(COMMANDS, name)) throw new BadInput(`There is no command ${JSON.stringify(given)}. Known are ${Object.keys(COMMANDS).join(', ')}.`);
  const { numbers, title } = COMMANDS[name as GridCommand['command']];
  const source: Fields = single ? { count: 1, ...fields } : fields;
  return {
    command: name,
    ...(name === 'addTab' ? {} : { sheetId: countIn(source, 'sheetId') }),
    ...Object.fromEntries(numbers.map((number) => [number, countIn(source, number)])),
    ...(title === true ? { title: textIn(source, 'title') } : {}),
    ...(name === 'sort' ? { ascending: source['ascending'] === undefined || flagIn(source, 'ascending') } : {}),
  } as GridCommand;
}

function tellTriggers({ host, tellShown }: RouteContext, user: string, changeType: ChangeType, place: Selection, values: { readonly value?: string; readonly oldValue?: string }): void {
  host.scripts.select(user, place);
  for (const outcome of host.scripts.gridEdited({ user, changeType, place, ...values })) tellShown(user, outcome.ui);
}

/** What Google refuses is an answer here, for a person reads it. */
function refusalAsAnswer(work: () => EditAnswer): EditAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return { accepted: false, message: error.message, cells: [] };
    throw error;
  }
}

function tabsOf({ host, reader }: RouteContext, user: string): readonly SnapshotTab[] {
  return reader.tabs({ spreadsheetId: host.spreadsheetId, user });
}

function isSingleCell(range: string): boolean {
  return /^\$?[A-Z]{1,3}\$?\d+$/i.test(range);
}

function valueAt({ host, reader }: RouteContext, user: string, sheet: string, range: string): { readonly value: unknown } | null {
  const block = { a1Range: `'${sheet.replace(/'/g, "''")}'!${range}` };
  try {
    return reader.cells({ spreadsheetId: host.spreadsheetId, user, blocks: [block] })?.[0] ?? null;
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

/** Selections count from 1. */
function placeOf(sheetId: number, cells: EditAnswer['cells']): Selection {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return { sheetId, row: top + 1, column: left + 1, rows: Math.max(...rows) - top + 1, columns: Math.max(...columns) - left + 1 };
}
