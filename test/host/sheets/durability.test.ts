import type { Mutation } from '../../../host/sheets/engine';
import { createSheetsEngine } from '../../../host/sheets/engine';
import { aWorkbook, EDITOR, NOW, OWNER, range, refusal } from './a-workbook';

/** A workbook that went through every kind of change, and the log of it as a file would hold it. */
function aLoggedWorkbook() {
  const log: string[] = [];
  let now = NOW;
  const engine = createSheetsEngine({ now: () => now, onMutation: (mutation) => { log.push(JSON.stringify(mutation)); } });
  const book = aWorkbook({ engine });
  book.batch([
    { addSheet: {} }, { addProtectedRange: { protectedRange: { range: range(9, 10, 0, 2) } } },
    { setDataValidation: { range: range(0, 9, 0, 1), rule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=LEN(A1)<=30' }] }, strict: true } } },
    { repeatCell: { range: range(0, 9, 0, 1), cell: { note: 'n', userEnteredFormat: { wrapStrategy: 'CLIP' } }, fields: 'note,userEnteredFormat' } },
  ], EDITOR);
  book.put('Data!B1:B2', [['=B2'], ['x']], 'USER_ENTERED');
  book.type('A1', '3-4');
  now += 400 * 86_400_000;
  book.type('A2', '3-4');
  book.call('create', {}, { properties: { title: 'Second' } }, EDITOR);
  engine.bulkLoad(book.id, 0, 4, [['a', 1, true, null], ['b', 2]]);
  refusal(() => book.batch([{ addSheet: {} }, { deleteSheet: { sheetId: 999 } }]));
  book.call('get');
  return { book, engine, log };
}

const stateOf = (engine: { exportState(): unknown }): unknown => JSON.parse(JSON.stringify(engine.exportState()));

test('replaying the log makes the same state, ids and years included', () => {
  const { engine, log } = aLoggedWorkbook();
  const told: Mutation[] = [];
  const again = createSheetsEngine({ now: () => 0, onMutation: (mutation) => { told.push(mutation); } });

  for (const line of log) again.replay(JSON.parse(line) as Mutation);

  expect(stateOf(again)).toEqual(stateOf(engine));
  expect(told).toEqual([]);
});

test('reads, refused calls and calls without effect are not in the log', () => {
  const { book, log } = aLoggedWorkbook();
  const before = log.length;

  book.call('get');
  refusal(() => book.batch([{ deleteSheet: { sheetId: 999 } }]));
  book.type('A10', 'x', { user: 'viewer@example.com' });
  book.batch([{ clearBasicFilter: {} }]);

  expect(log.length).toBe(before);
  expect(log.map((line) => (JSON.parse(line) as Mutation).kind)).toEqual(['create', 'share', 'share', 'call', 'call', 'call', 'typedEdit', 'typedEdit', 'call', 'bulkLoad']);
});

test('a snapshot brings everything back, and later changes go on from it', () => {
  const { book, engine, log } = aLoggedWorkbook();
  const saved = JSON.stringify(engine.exportState());
  const restored = createSheetsEngine({ now: () => NOW });

  restored.importState(JSON.parse(saved));
  expect(stateOf(restored)).toEqual(JSON.parse(saved));

  const before = log.length;
  book.batch([{ addSheet: {} }, { insertDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 3 }, inheritFromBefore: false } }]);
  for (const line of log.slice(before)) restored.replay(JSON.parse(line) as Mutation);
  expect(stateOf(restored)).toEqual(stateOf(engine));
});

test('a restored rule still judges', () => {
  const { book, engine } = aLoggedWorkbook();
  const restored = createSheetsEngine({ now: () => NOW });
  restored.importState(JSON.parse(JSON.stringify(engine.exportState())));

  const edit = { spreadsheetId: book.id, user: OWNER, sheet: 'Data', range: 'A3' };

  expect(restored.typedEdit({ ...edit, values: [['x'.repeat(31)]] }).accepted).toBe(false);
  expect(restored.typedEdit({ ...edit, values: [['x'.repeat(30)]] }).accepted).toBe(true);
});

test('a state of another version is refused', () => {
  expect(() => createSheetsEngine({ now: () => NOW }).importState({ version: 2 })).toThrow('Cannot read a workbook state of version 2.');
});
