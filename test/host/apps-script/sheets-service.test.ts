import { ApiError } from '../../../host/types';
import { aFakeEngine, aScriptHost, EDITOR, OWNER } from './script-fixture';

test.each<[string, object]>([
  ['Sheets.Spreadsheets.batchUpdate({ requests: [1] }, "w")', { method: 'spreadsheets.batchUpdate', params: { spreadsheetId: 'w' }, body: { requests: [1] } }],
  ['Sheets.Spreadsheets.batchUpdate({ requests: [] }, "w", { fields: "replies" })', { method: 'spreadsheets.batchUpdate', params: { spreadsheetId: 'w', fields: 'replies' }, body: { requests: [] } }],
  ['Sheets.Spreadsheets.get("w")', { method: 'spreadsheets.get', params: { spreadsheetId: 'w' } }],
  ['Sheets.Spreadsheets.get("w", { ranges: ["A1"], includeGridData: false })', { method: 'spreadsheets.get', params: { spreadsheetId: 'w', ranges: ['A1'], includeGridData: false } }],
  ['Sheets.Spreadsheets.getByDataFilter({ dataFilters: [] }, "w", { fields: "sheets" })', { method: 'spreadsheets.getByDataFilter', params: { spreadsheetId: 'w', fields: 'sheets' }, body: { dataFilters: [] } }],
  ['Sheets.Spreadsheets.create({ properties: { title: "T" } })', { method: 'spreadsheets.create', params: {}, body: { properties: { title: 'T' } } }],
  ['Sheets.Spreadsheets.Values.get("w", "A1:B2", { valueRenderOption: "FORMULA" })', { method: 'spreadsheets.values.get', params: { spreadsheetId: 'w', range: 'A1:B2', valueRenderOption: 'FORMULA' } }],
  ['Sheets.Spreadsheets.Values.batchGet("w", { ranges: ["A1"] })', { method: 'spreadsheets.values.batchGet', params: { spreadsheetId: 'w', ranges: ['A1'] } }],
  ['Sheets.Spreadsheets.Values.batchGetByDataFilter({ dataFilters: [] }, "w")', { method: 'spreadsheets.values.batchGetByDataFilter', params: { spreadsheetId: 'w' }, body: { dataFilters: [] } }],
  ['Sheets.Spreadsheets.Values.update({ values: [["客"]] }, "w", "A1", { valueInputOption: "RAW" })', { method: 'spreadsheets.values.update', params: { spreadsheetId: 'w', range: 'A1', valueInputOption: 'RAW' }, body: { values: [['客']] } }],
  ['Sheets.Spreadsheets.Values.batchUpdate({ data: [] }, "w")', { method: 'spreadsheets.values.batchUpdate', params: { spreadsheetId: 'w' }, body: { data: [] } }],
  ['Sheets.Spreadsheets.Values.append({ values: [[1]] }, "w", "A1")', { method: 'spreadsheets.values.append', params: { spreadsheetId: 'w', range: 'A1' }, body: { values: [[1]] } }],
  ['Sheets.Spreadsheets.Values.clear({}, "w", "A1")', { method: 'spreadsheets.values.clear', params: { spreadsheetId: 'w', range: 'A1' }, body: {} }],
  ['Sheets.Spreadsheets.DeveloperMetadata.search({ dataFilters: [] }, "w")', { method: 'spreadsheets.developerMetadata.search', params: { spreadsheetId: 'w' }, body: { dataFilters: [] } }],
  ['Sheets.Spreadsheets.DeveloperMetadata.get("w", 9)', { method: 'spreadsheets.developerMetadata.get', params: { spreadsheetId: 'w', metadataId: 9 } }],
])('%s', (expression, call) => {
  const engine = aFakeEngine(() => ({ answer: ['客户', 0, false, null] }));

  expect(aScriptHost('', { engine }).evaluate(`return ${expression};`, EDITOR)).toEqual({ answer: ['客户', 0, false, null] });
  expect(engine.calls).toEqual([{ ...call, user: EDITOR }]);
});

test('reads and writes are counted apart, with the cells and rows that the engine tells', () => {
  const { host } = aScriptHost('function both() { Sheets.Spreadsheets.get("w"); Sheets.Spreadsheets.batchUpdate({}, "w"); Sheets.Spreadsheets.Values.clear({}, "w", "A1"); }');
  const { calls, trace } = host.rpc(OWNER, 'both', []);

  expect(calls).toMatchObject({ calls: 3, reads: 1, writes: 2, otherCalls: 0, cells: 21 });
  expect(trace.map(({ service, method, write, rows }) => [service, method, write, rows])).toEqual([
    ['Sheets', 'spreadsheets.get', false, 2], ['Sheets', 'spreadsheets.batchUpdate', true, 2], ['Sheets', 'spreadsheets.values.clear', true, 2],
  ]);
});

test.each([
  [400, 'INVALID_ARGUMENT', 'badRequest'], [403, 'PERMISSION_DENIED', 'forbidden'], [404, 'NOT_FOUND', 'notFound'], [429, 'RESOURCE_EXHAUSTED', 'rateLimitExceeded'], [503, 'UNAVAILABLE', 'backendError'],
])('an API error %i is a GoogleJsonResponseException with details', (code, status, reason) => {
  const engine = aFakeEngine(() => { throw new ApiError(code, status, 'What went wrong.'); });
  const probe = 'try { Sheets.Spreadsheets.batchUpdate({}, "w"); } catch (e) { return [e.name, e.message, e.details, e instanceof Error, String(e)]; }';
  const message = 'API call to sheets.spreadsheets.batchUpdate failed with error: What went wrong.';

  expect(aScriptHost('', { engine }).evaluate(probe)).toEqual([
    'GoogleJsonResponseException', message, { code, message: 'What went wrong.', errors: [{ domain: 'global', reason, message: 'What went wrong.' }] }, true, `GoogleJsonResponseException: ${message}`,
  ]);
});

test.each(['Sheets.Spreadsheets.batchUpdate({})', 'Sheets.Spreadsheets.get()', 'Sheets.Spreadsheets.Values.get("w")', 'Sheets.Spreadsheets.get("w", {}, {})', 'Sheets.Spreadsheets.batchUpdate(null, "w")'])('%s does not match the signature', (expression) => {
  expect(() => aScriptHost().evaluate(`return ${expression};`)).toThrow("don't match the method signature for Sheets.spreadsheets.");
});

test('what the script does to an answer does not reach the engine', () => {
  const kept = { values: [[1]] };
  aScriptHost('', { engine: aFakeEngine(() => kept) }).evaluate('Sheets.Spreadsheets.Values.get("w", "A1").values[0][0] = 2;');

  expect(kept).toEqual({ values: [[1]] });
});

describe('faults reach the script as Google’s errors', () => {
  const source = `
    function save() {
      try { Sheets.Spreadsheets.batchUpdate({ n: 1 }, 'w'); return 'saved'; }
      catch (e) { var seen = e.details ? e.details.code : String(e); try { Sheets.Spreadsheets.get('w'); } catch (again) { seen += ' again'; } return seen; }
    }`;

  test.each([
    ['error-before', { ok: true, result: 503 }, ['spreadsheets.get']],
    ['error-after', { ok: true, result: 503 }, ['spreadsheets.batchUpdate', 'spreadsheets.get']],
    ['quota', { ok: true, result: 429 }, ['spreadsheets.get']],
    ['delay', { ok: true, result: 'saved' }, ['spreadsheets.batchUpdate']],
    ['kill-before', { ok: false, killed: 'The execution was terminated.' }, []],
    ['kill-after', { ok: false, killed: 'The execution was terminated.' }, ['spreadsheets.batchUpdate']],
  ] as const)('%s', (kind, outcome, reached) => {
    const engine = aFakeEngine();
    const { host, door } = aScriptHost(source, { engine });
    door.planFaults([{ kind, service: 'Sheets', method: 'spreadsheets.batchUpdate', delayMs: 5 }]);

    expect(host.rpc(OWNER, 'save', [])).toMatchObject(outcome);
    expect(engine.calls.map(({ method }) => method)).toEqual(reached);
  });
});

test('the same seed gives the same trace through the whole host', () => {
  const run = (seed: string): string => {
    const { host, door } = aScriptHost('function work() { Sheets.Spreadsheets.get("w"); Utilities.getUuid(); CacheService.getScriptCache().put("k", String(Math.random())); return [Utilities.getUuid(), Math.random(), Date.now()]; }', { seed, doorOptions: { seed } });
    const results = [1, 2, 3].map(() => host.rpc(OWNER, 'work', []).result);
    return JSON.stringify([results, door.entries()]);
  };

  expect(run('s')).toBe(run('s'));
  expect(run('s')).not.toBe(run('t'));
});

describe('time limits', () => {
  const source = 'function onEdit() { Utilities.sleep(31000); } function long() { Utilities.sleep(200000); Utilities.sleep(200000); return "done"; } function short() { Utilities.sleep(299000); return "done"; } function stubborn() { try { Utilities.sleep(999999999); } catch (e) { return "caught"; } }';

  test.each([['short', { ok: true, result: 'done' }], ['long', { ok: false, killed: 'Exceeded maximum execution time' }], ['stubborn', { ok: false, killed: 'Exceeded maximum execution time' }]])('six minutes for %s', (name, outcome) => {
    expect(aScriptHost(source).host.rpc(OWNER, name, [])).toMatchObject(outcome);
  });

  test('half a minute for a simple trigger', () => {
    expect(aScriptHost(source).host.fire(OWNER, 'onEdit')).toMatchObject({ ok: false, killed: 'Exceeded maximum execution time' });
  });
});
