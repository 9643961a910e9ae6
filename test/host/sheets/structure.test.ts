import * as fc from 'fast-check';
import { mapGridRange, mapSpan } from '../../../host/sheets/store/dimension-edit';
import { ApiError } from '../../../host/types';
import type { WorkbookFixture } from './a-workbook';
import { aWorkbook, range } from './a-workbook';

type Dimension = 'ROWS' | 'COLUMNS';
type Edit =
  | { readonly kind: 'insert'; readonly dimension: Dimension; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly dimension: Dimension; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly dimension: Dimension; readonly at: number; readonly count: number; readonly to: number }
  | { readonly kind: 'sort'; readonly column: number; readonly descending: boolean };

/** A cell of the naive model: its value is its name, and everything else follows the name. */
type ModelCell = { readonly name: number; readonly noted: boolean; readonly ruled: boolean; readonly bold: boolean } | null;

/** Rows and columns as lists of tokens; cells by token; metadata by token. */
interface Model {
  rows: string[];
  columns: string[];
  readonly cells: Map<string, ModelCell>;
  readonly rowTag: { token: string | null };
  readonly columnTag: { token: string | null };
  /** Tokens of the protected rows; null once a move tore them apart, where Google's own rule is not known. */
  protectedRows: ReadonlySet<string> | null;
}

const SIZE = 8;
let tokens = 0;
const token = (): string => `t${tokens++}`;

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), dimension: fc.constantFrom<Dimension>('ROWS', 'COLUMNS'), at: fc.nat(SIZE), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('delete' as const), dimension: fc.constantFrom<Dimension>('ROWS', 'COLUMNS'), at: fc.nat(SIZE), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('move' as const), dimension: fc.constantFrom<Dimension>('ROWS', 'COLUMNS'), at: fc.nat(SIZE), count: fc.integer({ min: 1, max: 3 }), to: fc.nat(SIZE) }),
  fc.record({ kind: fc.constant('sort' as const), column: fc.nat(SIZE), descending: fc.boolean() }),
), { maxLength: 12 });

const cellsArbitrary = fc.array(fc.record({ row: fc.nat(SIZE - 1), column: fc.nat(SIZE - 1), noted: fc.boolean(), ruled: fc.boolean(), bold: fc.boolean() }), { maxLength: 25 });

test('values, notes, rules, formats, metadata and protections stay with their cells through any edits', () => {
  fc.assert(fc.property(cellsArbitrary, edits, (cells, list) => {
    const { book, model } = aModelled(cells);

    for (const edit of list) applyToBoth(book, model, edit);

    expect(readBook(book)).toEqual({ ...readModel(model), ...(model.protectedRows === null && { protectedRows: expect.anything() }) });
  }), { numRuns: 150, seed: 20260905 });
});

test('a batch of edits that is refused at its end leaves all of it as it was', () => {
  fc.assert(fc.property(cellsArbitrary, edits, (cells, list) => {
    const { book, model } = aModelled(cells);
    const before = readBook(book);
    const requests = list.map((edit) => requestOf(model, edit, 'dry')).filter((request) => request !== null);

    // Whether the end refuses it or, after deletes, a step before: nothing may stay.
    expect(() => book.batch([...requests, { deleteSheet: { sheetId: 999 } }])).toThrow(ApiError);

    expect(readBook(book)).toEqual(before);
  }), { numRuns: 60, seed: 7 });
});

test.each([
  ['an insert above', { kind: 'insert', at: 2, count: 1 } as const, [3, 6]],
  ['an insert inside', { kind: 'insert', at: 3, count: 2 } as const, [2, 7]],
  ['an insert right below', { kind: 'insert', at: 5, count: 2 } as const, [2, 5]],
  ['a delete of the start', { kind: 'delete', start: 0, end: 3 } as const, [0, 2]],
  ['a delete of all', { kind: 'delete', start: 1, end: 6 } as const, null],
  ['a move of the whole', { kind: 'move', start: 1, end: 6, to: 9 } as const, [5, 8]],
  ['a move past it', { kind: 'move', start: 7, end: 8, to: 0 } as const, [3, 6]],
  ['a move into it', { kind: 'move', start: 7, end: 8, to: 3 } as const, [2, 6]],
  ['a move out of it', { kind: 'move', start: 3, end: 4, to: 9 } as const, [2, 4]],
  ['a move within it', { kind: 'move', start: 2, end: 3, to: 5 } as const, [2, 5]],
])('the span 2…5 after %s', (_what, edit, span) => {
  expect(mapSpan({ dimension: 'ROWS', ...edit }, [2, 5])).toEqual(span);
});

test('open sides of a range stay open', () => {
  const edit = { dimension: 'ROWS', kind: 'delete', start: 0, end: 1 } as const;

  expect(mapGridRange(edit, { sheetId: 0, startColumnIndex: 1 })).toEqual({ sheetId: 0, startColumnIndex: 1 });
  expect(mapGridRange(edit, { startRowIndex: 3 })).toEqual({ startRowIndex: 2 });
});

test('frozen rows follow inserts and deletes among them', () => {
  const book = aWorkbook();
  const frozen = () => book.get('sheets.properties.gridProperties.frozenRowCount');
  book.batch([{ updateSheetProperties: { properties: { gridProperties: { frozenRowCount: 2 } }, fields: 'gridProperties.frozenRowCount' } }]);

  book.batch([{ insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);
  expect(frozen()).toEqual({ sheets: [{ properties: { gridProperties: { frozenRowCount: 3 } } }] });

  book.batch([{ deleteDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 5 } } }]);
  expect(frozen()).toEqual({ sheets: [{ properties: { gridProperties: { frozenRowCount: 2 } } }] });
});

function aModelled(cells: readonly { readonly row: number; readonly column: number; readonly noted: boolean; readonly ruled: boolean; readonly bold: boolean }[]): { readonly book: WorkbookFixture; readonly model: Model } {
  const book = aWorkbook({ rows: SIZE, columns: SIZE });
  const model: Model = {
    rows: Array.from({ length: SIZE }, token), columns: Array.from({ length: SIZE }, token), cells: new Map(),
    rowTag: { token: null }, columnTag: { token: null }, protectedRows: null,
  };
  model.rowTag.token = model.rows[3] ?? null;
  model.columnTag.token = model.columns[2] ?? null;
  model.protectedRows = new Set(model.rows.slice(2, 5));
  cells.forEach(({ row, column, noted, ruled, bold }, name) => {
    model.cells.set(`${model.rows[row] ?? ''}/${model.columns[column] ?? ''}`, { name, noted, ruled, bold });
    const cell = {
      userEnteredValue: { numberValue: name }, ...(noted && { note: `note ${name}` }), ...(bold && { userEnteredFormat: { textFormat: { bold: true } } }),
      ...(ruled && { dataValidation: { condition: { type: 'BOOLEAN' } } }),
    };
    book.batch([{ updateCells: { start: { rowIndex: row, columnIndex: column }, rows: [{ values: [cell] }], fields: '*' } }]);
  });
  const tag = (metadataId: number, dimension: Dimension, startIndex: number) => ({ createDeveloperMetadata: { developerMetadata: { metadataId, metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange: { dimension, startIndex, endIndex: startIndex + 1 } } } } });
  book.batch([tag(1, 'ROWS', 3), tag(2, 'COLUMNS', 2), { addProtectedRange: { protectedRange: { range: { startRowIndex: 2, endRowIndex: 5 } } } }]);
  return { book, model };
}

function applyToBoth(book: WorkbookFixture, model: Model, edit: Edit): void {
  const request = requestOf(model, edit, 'apply');
  if (request !== null) book.batch([request]);
}

/** The request for an edit, fitted to the present size; null when nothing lawful is left of it. `apply` changes the model too. */
function requestOf(model: Model, edit: Edit, mode: 'apply' | 'dry'): Readonly<Record<string, unknown>> | null {
  if (edit.kind === 'sort') {
    const column = edit.column % model.columns.length;
    if (mode === 'apply') sortModel(model, column, edit.descending);
    return { sortRange: { range: range(0, model.rows.length, 0, model.columns.length), sortSpecs: [{ dimensionIndex: column, sortOrder: edit.descending ? 'DESCENDING' : 'ASCENDING' }] } };
  }
  const list = edit.dimension === 'ROWS' ? model.rows : model.columns;
  const start = edit.at % list.length;
  const end = Math.min(start + edit.count, list.length);
  const span = { dimension: edit.dimension, startIndex: start, endIndex: end };
  switch (edit.kind) {
    case 'insert':
      if (mode === 'apply') replaceTokens(model, edit.dimension, [...list.slice(0, start), ...Array.from({ length: end - start }, token), ...list.slice(start)]);
      return { insertDimension: { range: span } };
    case 'delete':
      // Without the model a later step does not know the size, so a dry run deletes only what is always there.
      if (mode === 'dry') return { deleteDimension: { range: { ...span, startIndex: 0, endIndex: 1 } } };
      if (end - start >= list.length) return null;
      replaceTokens(model, edit.dimension, [...list.slice(0, start), ...list.slice(end)]);
      return { deleteDimension: { range: span } };
    case 'move': {
      const to = edit.to % (list.length + 1);
      if (mode === 'apply' && (to < start || to > end)) moveTokens(model, edit.dimension, { start, end, to });
      return { moveDimension: { source: span, destinationIndex: to } };
    }
  }
}

function replaceTokens(model: Model, dimension: Dimension, next: string[]): void {
  if (dimension === 'COLUMNS') {
    model.columns = next;
    if (model.columnTag.token !== null && !next.includes(model.columnTag.token)) model.columnTag.token = null;
    return;
  }
  model.rows = next;
  if (model.rowTag.token !== null && !next.includes(model.rowTag.token)) model.rowTag.token = null;
  if (model.protectedRows === null) return;
  const indices = next.flatMap((each, index) => (model.protectedRows?.has(each) === true ? [index] : []));
  model.protectedRows = new Set(indices.length === 0 ? [] : next.slice(indices[0], (indices[indices.length - 1] ?? 0) + 1));
}

function moveTokens(model: Model, dimension: Dimension, { start, end, to }: { readonly start: number; readonly end: number; readonly to: number }): void {
  const list = dimension === 'ROWS' ? model.rows : model.columns;
  const block = list.slice(start, end);
  const next = [...list.slice(0, to).filter((each) => !block.includes(each)), ...block, ...list.slice(to).filter((each) => !block.includes(each))];
  if (dimension === 'COLUMNS') {
    model.columns = next;
    return;
  }
  const before = model.protectedRows;
  model.rows = next;
  const indices = next.flatMap((each, index) => (before?.has(each) === true ? [index] : []));
  if (indices.length > 0 && (indices[indices.length - 1] ?? 0) - (indices[0] ?? 0) + 1 !== indices.length) model.protectedRows = null;
}

function sortModel(model: Model, column: number, descending: boolean): void {
  const key = (row: string): number | null => model.cells.get(`${row}/${model.columns[column] ?? ''}`)?.name ?? null;
  const order = model.rows.map((row, index) => ({ row, index })).sort((left, right) => {
    const [a, b] = [key(left.row), key(right.row)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || left.index - right.index;
    return (descending ? b - a : a - b) || left.index - right.index;
  });
  const before = model.rows;
  const protectedIndices = before.map((row) => model.protectedRows?.has(row) === true);
  model.rows = order.map(({ row }) => row);
  if (model.protectedRows !== null) model.protectedRows = new Set(model.rows.filter((_row, index) => protectedIndices[index] === true));
}

function readModel(model: Model): object {
  const at = (list: readonly string[], wanted: string | null) => (wanted === null ? null : list.indexOf(wanted));
  return {
    cells: model.rows.flatMap((row, y) => model.columns.flatMap((column, x) => {
      const cell = model.cells.get(`${row}/${column}`);
      return cell == null ? [] : [{ y, x, name: cell.name, note: cell.noted ? `note ${cell.name}` : undefined, ruled: cell.ruled, bold: cell.bold }];
    })),
    rowTag: at(model.rows, model.rowTag.token), columnTag: at(model.columns, model.columnTag.token),
    size: [model.rows.length, model.columns.length],
    protectedRows: model.protectedRows === null ? 'torn' : [...model.protectedRows].map((row) => model.rows.indexOf(row)).sort((a, b) => a - b),
  };
}

interface Cell { readonly userEnteredValue?: { readonly numberValue: number }; readonly note?: string; readonly dataValidation?: object; readonly userEnteredFormat?: object }

/** What the engine holds, as the model tells it. Cells that an insert gave only a format or rule to are left out. */
function readBook(book: WorkbookFixture): unknown {
  const [sheet] = (book.get('sheets(properties.gridProperties,protectedRanges.range,data(rowData.values(userEnteredValue,note,dataValidation,userEnteredFormat)))') as {
    sheets: { properties: { gridProperties: { rowCount: number; columnCount: number } }; protectedRanges?: { range: { startRowIndex?: number; endRowIndex: number } }[]; data: { rowData?: { values?: Cell[] }[] }[] }[];
  }).sheets;
  const rows = sheet?.data[0]?.rowData ?? [];
  const tags = (book.call('developerMetadata.search', {}, { dataFilters: [{ developerMetadataLookup: {} }] })['matchedDeveloperMetadata'] ?? []) as { developerMetadata: { metadataId: number; location: { dimensionRange: { endIndex: number } } } }[];
  const tagged = (id: number): number | null => (tags.find((tag) => tag.developerMetadata.metadataId === id)?.developerMetadata.location.dimensionRange.endIndex ?? 0) - 1;
  const guard = sheet?.protectedRanges?.[0]?.range;
  return {
    cells: rows.flatMap((row, y) => (row.values ?? []).flatMap((cell, x) => (cell.userEnteredValue === undefined ? [] : [{
      y, x, name: cell.userEnteredValue.numberValue, note: cell.note, ruled: cell.dataValidation !== undefined, bold: cell.userEnteredFormat !== undefined,
    }]))),
    rowTag: tagged(1) === -1 ? null : tagged(1), columnTag: tagged(2) === -1 ? null : tagged(2),
    size: [sheet?.properties.gridProperties.rowCount, sheet?.properties.gridProperties.columnCount],
    protectedRows: guard === undefined ? [] : Array.from({ length: guard.endRowIndex - (guard.startRowIndex ?? 0) }, (_, offset) => (guard.startRowIndex ?? 0) + offset),
  };
}
