import { createChangeFeed } from '../../../host/workbench/change-feed';
import { MANY_CELLS, touchedBy, touchedByTyping } from '../../../host/workbench/touched-cells';

const START = 1000;
const idle = new AbortController().signal;

describe('the feed', () => {
  test('tells what happened after a position, once', () => {
    const feed = createChangeFeed(START);
    feed.changed([{ a1Range: 'A1' }]);
    feed.changed([{ a1Range: 'B2' }]);

    expect(feed.since(START, 'owner@example.com')).toEqual({ seq: START + 2, shown: [], touched: [{ a1Range: 'A1' }, { a1Range: 'B2' }] });
    expect(feed.since(START + 1, 'owner@example.com').touched).toEqual([{ a1Range: 'B2' }]);
    expect(feed.since(START + 2, 'owner@example.com').touched).toEqual([]);
  });

  test('one change that only a snapshot tells outweighs all others', () => {
    const feed = createChangeFeed(START);
    feed.changed([{ a1Range: 'A1' }]);
    feed.changed(null);
    feed.changed([{ a1Range: 'B2' }]);

    expect(feed.since(START, 'owner@example.com').touched).toBeNull();
    expect(feed.since(START + 2, 'owner@example.com').touched).toEqual([{ a1Range: 'B2' }]);
  });

  test.each([['from an earlier start', START - 1], ['from the future', START + 5]])('a position %s needs a snapshot', (_, seq) => {
    expect(createChangeFeed(START).since(seq, 'owner@example.com').touched).toBeNull();
  });

  test('who comes after too many changes needs a snapshot', () => {
    const feed = createChangeFeed(START);
    for (let change = 0; change < 501; change += 1) feed.changed([{ a1Range: 'A1' }]);

    expect(feed.since(START, 'owner@example.com').touched).toBeNull();
    expect(feed.since(START + 1, 'owner@example.com').touched).toHaveLength(500);
  });

  test('shows things to one person, and empty shows are no news', () => {
    const feed = createChangeFeed(START);
    feed.show('sales@example.com', [{ kind: 'toast', message: 'saved' }]);
    feed.show('sales@example.com', []);

    expect(feed.since(START, 'sales@example.com').shown).toEqual([{ kind: 'toast', message: 'saved' }]);
    expect(feed.since(START, 'owner@example.com').shown).toEqual([]);
    expect(feed.seq()).toBe(START + 1);
  });

  test('a wait ends with news, with time, or when the client has gone', async () => {
    const feed = createChangeFeed(START);
    const gone = new AbortController();

    const news = feed.wait(idle, 60_000);
    const left = feed.wait(gone.signal, 60_000);
    gone.abort();
    await left;
    feed.changed([]);
    await news;
    await feed.wait(idle, 1);
    await feed.wait(gone.signal, 60_000);
  });
});

describe('where a write went', () => {
  const batch = (...requests: readonly object[]) => touchedBy({ method: 'spreadsheets.batchUpdate', body: { requests } }, {});
  const rows = [{ values: [{}, {}] }, { values: [{}] }];
  const small = { sheetId: 4, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 3 };

  test.each<[string, Parameters<typeof touchedBy>[0]['method'], object, unknown]>([
    ['an update', 'spreadsheets.values.update', { updatedRange: 'S!A1:B2' }, [{ a1Range: 'S!A1:B2' }]],
    ['an append', 'spreadsheets.values.append', { updates: { updatedRange: 'S!A9' } }, [{ a1Range: 'S!A9' }]],
    ['an append of nothing', 'spreadsheets.values.append', {}, []],
    ['a clear', 'spreadsheets.values.clear', { clearedRange: 'S!A1' }, [{ a1Range: 'S!A1' }]],
    ['many clears', 'spreadsheets.values.batchClear', { clearedRanges: ['S!A1', 'S!B1'] }, [{ a1Range: 'S!A1' }, { a1Range: 'S!B1' }]],
    ['many updates', 'spreadsheets.values.batchUpdate', { responses: [{ updatedRange: 'S!A1' }, {}] }, [{ a1Range: 'S!A1' }]],
    ['a new workbook', 'spreadsheets.create', {}, null],
  ])('%s of values says so in its answer', (_, method, response, touched) => {
    expect(touchedBy({ method }, response)).toEqual(touched);
  });

  test.each<[string, object, unknown]>([
    ['cells from a corner', { updateCells: { start: { sheetId: 4, rowIndex: 3 }, rows, fields: 'userEnteredValue' } }, [{ gridRange: { sheetId: 4, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 } }]],
    ['cells of a range', { updateCells: { range: small, rows, fields: 'userEnteredValue,userEnteredFormat.numberFormat,note' } }, [{ gridRange: small }]],
    ['one cell many times', { repeatCell: { range: small, cell: {}, fields: 'userEnteredFormat(textFormat)' } }, [{ gridRange: small }]],
    ['a copied row', { copyPaste: { source: {}, destination: small } }, [{ gridRange: small }]],
    ['no cells at all', { updateCells: { start: {}, rows: [], fields: 'userEnteredValue' } }, []],
    ['validation rules', { updateCells: { range: small, rows, fields: 'dataValidation' } }, null],
    ['every field', { updateCells: { range: small, rows, fields: '*' } }, null],
    ['a whole column', { repeatCell: { range: { sheetId: 4, startColumnIndex: 0, endColumnIndex: 1 }, cell: {}, fields: 'note' } }, null],
    ['very many cells', { repeatCell: { range: { endRowIndex: MANY_CELLS + 1, endColumnIndex: 1 }, cell: {}, fields: 'note' } }, null],
    ['rows at an unknown place', { appendCells: { sheetId: 4, rows, fields: 'userEnteredValue' } }, null],
    ['a new row', { insertDimension: {} }, null],
  ])('%s in a batch', (_, request, touched) => {
    expect(batch(request)).toEqual(touched);
  });

  test('a batch is told by its cells only if every request is', () => {
    const cells = { repeatCell: { range: small, cell: {}, fields: 'note' } };

    expect(batch(cells, cells)).toHaveLength(2);
    expect(batch(cells, { addSheet: {} })).toBeNull();
  });

  test('typing names its tab, quoted', () => {
    expect(touchedByTyping({ sheet: "Tom's 客户", range: 'B3:D9' })).toEqual([{ a1Range: "'Tom''s 客户'!B3:D9" }]);
  });
});
