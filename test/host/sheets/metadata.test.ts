import type { SheetsMethod } from '../../../host/types';
import { aWorkbook, OWNER, refusal } from './a-workbook';

type Json = Readonly<Record<string, unknown>>;

const column = (index: number): Json => ({ dimensionRange: { dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 } });
const row = (index: number): Json => ({ dimensionRange: { dimension: 'ROWS', startIndex: index, endIndex: index + 1 } });
const create = (metadataId: number, location: Json, more: Json = {}): Json => ({ createDeveloperMetadata: { developerMetadata: { metadataId, metadataKey: 'k', visibility: 'DOCUMENT', location, ...more } } });

/** Entries 1…5: spreadsheet, tab, row 2, column 1, column 1 of another tab. */
function aTaggedWorkbook() {
  const book = aWorkbook();
  book.batch([
    { addSheet: { properties: { sheetId: 7, title: 'Other' } } },
    create(1, { spreadsheet: true }, { metadataKey: 'book' }), create(2, { sheetId: 0 }, { metadataValue: 'v' }), create(3, row(2)), create(4, column(1), { visibility: 'PROJECT' }),
    create(5, { dimensionRange: { dimension: 'COLUMNS', sheetId: 7, startIndex: 1, endIndex: 2 } }),
  ]);
  return {
    ...book,
    search: (...dataFilters: readonly Json[]): readonly number[] => ((book.call('developerMetadata.search', {}, { dataFilters })['matchedDeveloperMetadata'] ?? []) as { developerMetadata: { metadataId: number } }[])
      .map((hit) => hit.developerMetadata.metadataId),
  };
}

const lookup = (developerMetadataLookup: Json): Json => ({ developerMetadataLookup });

test.each([
  ['everything', lookup({}), [1, 2, 3, 4, 5]],
  ['by key', lookup({ metadataKey: 'book' }), [1]],
  ['by value', lookup({ metadataValue: 'v' }), [2]],
  ['by id', lookup({ metadataId: 3 }), [3]],
  ['by type', lookup({ locationType: 'COLUMN' }), [4, 5]],
  ['by visibility', lookup({ visibility: 'PROJECT' }), [4]],
  ['on the spreadsheet', lookup({ metadataLocation: { spreadsheet: true } }), [1]],
  ['on a tab with its rows and columns', lookup({ metadataLocation: { sheetId: 0 } }), [2, 3, 4]],
  ['on a tab exactly', lookup({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' }), [2]],
  ['on a row and all that crosses it', lookup({ metadataLocation: row(2) }), [2, 3, 4]],
  ['on a row exactly', lookup({ metadataLocation: row(2), locationMatchingStrategy: 'EXACT_LOCATION' }), [3]],
  ['in cells', { gridRange: { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } }, [2, 4]],
  ['in A1 cells', { a1Range: 'Data!A3' }, [2, 3]],
])('search finds %s', (_what, filter, ids) => {
  const book = aTaggedWorkbook();

  expect(book.search(filter)).toEqual(ids);
});

test('hits of several filters are told once, with every filter', () => {
  const book = aTaggedWorkbook();
  const [first, second] = [lookup({ metadataId: 1 }), lookup({ metadataKey: 'book' })];

  expect(book.call('developerMetadata.search', {}, { dataFilters: [first, second] })['matchedDeveloperMetadata']).toEqual([
    { developerMetadata: { metadataId: 1, metadataKey: 'book', visibility: 'DOCUMENT', location: { locationType: 'SPREADSHEET', spreadsheet: true } }, dataFilters: [first, second] },
  ]);
});

test.each([
  [create(1, { spreadsheet: true }), 'Cannot add developer metadata with ID [1] because developer metadata with that ID already exists.'],
  [create(9, { dimensionRange: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } }), 'DimensionRange must represent a single row or column.'],
  [create(9, { dimensionRange: { dimension: 'ROWS', startIndex: 0 } }), 'DimensionRange must specify both a startIndex and an endIndex.'],
  [create(9, row(20)), 'DimensionRange.startIndex[20] is after the last row in grid.'],
  [create(9, { sheetId: 99 }), 'No grid with id: 99'],
  [create(9, { spreadsheet: true }, { metadataKey: null }), 'Developer metadata must always have a key specified.'],
  [create(9, { spreadsheet: true }, { visibility: null }), 'Developer metadata must always have a visibility specified.'],
  [create(9, { spreadsheet: true }, { metadataValue: 'x'.repeat(30_000) }), 'Developer metadata exceeds the limit of 30000 characters for the spreadsheet.'],
])('creating is refused %#', (request, words) => {
  const book = aTaggedWorkbook();

  expect(refusal(() => book.batch([request]))).toBe(`400 Invalid requests[0].createDeveloperMetadata: ${words}`);
});

test('a search of the spreadsheet with INTERSECTING is refused', () => {
  const book = aTaggedWorkbook();

  expect(refusal(() => book.search(lookup({ metadataLocation: { spreadsheet: true }, locationMatchingStrategy: 'INTERSECTING_LOCATION' })))).toContain('400 ');
});

describe('PROJECT entries', () => {
  const entry = (metadataId: number, visibility: string, location: object) => ({ createDeveloperMetadata: { developerMetadata: { metadataId, metadataKey: 'k', visibility, location } } });
  const column = { dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } };
  const hosted = () => {
    const book = aWorkbook();
    const as = (client: string | undefined, method: string, body?: unknown, params: object = {}) => book.engine.execute({
      method: `spreadsheets.${method}` as SheetsMethod, params: { spreadsheetId: book.id, ...params }, user: OWNER, ...(body !== undefined && { body }), ...(client !== undefined && { client }),
    }).response as { readonly matchedDeveloperMetadata?: readonly { readonly developerMetadata: { readonly metadataId: number } }[] };
    const found = (client?: string) => (as(client, 'developerMetadata.search', { dataFilters: [{ developerMetadataLookup: {} }] }).matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata.metadataId);
    book.batch([entry(1, 'PROJECT', { spreadsheet: true }), entry(2, 'PROJECT', column), entry(3, 'DOCUMENT', column)]);
    as('other', 'batchUpdate', { requests: [entry(4, 'PROJECT', { sheetId: 0 })] });
    return { book, as, found };
  };

  test('are seen by the client that made them only', () => {
    const { as, found } = hosted();

    expect(found()).toEqual([1, 2, 3]);
    expect(found('other')).toEqual([3, 4]);
    expect(refusal(() => as('other', 'developerMetadata.get', undefined, { metadataId: 2 }))).toBe('404 Requested entity was not found.');
  });

  test.each([[undefined, [1], [2, 3], []], ['other', [], [3], [4]]])('come to the client %s with the resource', (client, ofBook, ofColumn, ofSheet) => {
    const { as } = hosted();
    const response = as(client, 'get', undefined, { ranges: ['Data!A1:C1'], fields: 'developerMetadata.metadataId,sheets(developerMetadata.metadataId,data.columnMetadata.developerMetadata.metadataId)' });
    const ids = (list: readonly number[]) => (list.length === 0 ? {} : { developerMetadata: list.map((metadataId) => ({ metadataId })) });

    expect(response).toEqual({ ...ids(ofBook), sheets: [{ data: [{ columnMetadata: [{}, ids(ofColumn), {}] }], ...ids(ofSheet) }] });
  });

  test('cannot be deleted or read through by another client, but keep their ids', () => {
    const { as, found, book } = hosted();
    const lookup = { developerMetadataLookup: { metadataId: 2 } };

    expect(as('other', 'batchUpdate', { requests: [{ deleteDeveloperMetadata: { dataFilter: lookup } }] })).toMatchObject({ replies: [{}] });
    expect(as('other', 'values.batchGetByDataFilter', { dataFilters: [lookup] })).toEqual({ spreadsheetId: book.id });
    expect(refusal(() => as('other', 'batchUpdate', { requests: [entry(2, 'DOCUMENT', { sheetId: 0 })] }))).toContain('already exists');
    expect(found()).toEqual([1, 2, 3]);
  });

  test('stay with their client through a snapshot', () => {
    const { book, found } = hosted();
    book.engine.importState(JSON.parse(JSON.stringify(book.engine.exportState())));

    expect([found(), found('other')]).toEqual([[1, 2, 3], [3, 4]]);
  });
});

test('keys repeat, even on one column', () => {
  const book = aTaggedWorkbook();

  book.batch([create(10, column(1)), create(11, column(1))]);

  expect(book.search(lookup({ metadataKey: 'k', locationType: 'COLUMN' }))).toEqual([4, 5, 10, 11]);
});

test('the budget is one for the spreadsheet and one for each tab', () => {
  const book = aWorkbook();
  const value = { metadataValue: 'x'.repeat(20_000) };

  book.batch([create(1, { spreadsheet: true }, value), create(2, column(0), value)]);

  expect(refusal(() => book.batch([create(3, { sheetId: 0 }, value)]))).toContain('Developer metadata exceeds the limit');
});

test.each([
  ['an insert before', { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } }, 3],
  ['an insert after', { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } }, 1],
  ['a delete before', { deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } }, 0],
  ['its own delete', { deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } }, null],
  ['a move to the right', { moveDimension: { source: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }, destinationIndex: 4 } }, 3],
  ['a move across it', { moveDimension: { source: { dimension: 'COLUMNS', startIndex: 3, endIndex: 5 }, destinationIndex: 0 } }, 3],
])('column metadata follow %s', (_what, request, index) => {
  const book = aTaggedWorkbook();

  book.batch([request]);

  expect(book.search(lookup({ metadataId: 4 }))).toEqual(index === null ? [] : [4]);
  if (index !== null) expect(book.call('developerMetadata.get', { metadataId: 4 })['location']).toMatchObject({ dimensionRange: { ...(index > 0 && { startIndex: index }), endIndex: index + 1 } });
});

test('metadata die with their tab', () => {
  const book = aTaggedWorkbook();

  book.batch([{ deleteSheet: { sheetId: 7 } }]);

  expect(book.search(lookup({}))).toEqual([1, 2, 3, 4]);
  expect(refusal(() => book.call('developerMetadata.get', { metadataId: 5 }))).toBe('404 Requested entity was not found.');
});
