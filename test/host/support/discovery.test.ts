import { ApiError, type SheetsCall } from '../../../host/types';
import { assertValidExchange, exchangeProblems, validatedEngine } from './discovery';

const READ: SheetsCall = { method: 'spreadsheets.values.get', params: { spreadsheetId: 'a', range: 'A1' }, user: 'owner@example.com' };
const WRITE: SheetsCall = {
  method: 'spreadsheets.batchUpdate', params: { spreadsheetId: 'a' }, user: 'owner@example.com',
  body: { requests: [{ addSheet: { properties: { title: 'Customers', index: 0 } } }] },
};

test.each<[string, Parameters<typeof exchangeProblems>[0]]>([
  ['a read', { call: READ, response: { range: 'Sheet1!A1', majorDimension: 'ROWS', values: [['a', 1, true]] } }],
  ['an empty read', { call: READ, response: { range: 'Sheet1!A1', majorDimension: 'ROWS' } }],
  ['a write', { call: WRITE, response: { spreadsheetId: 'a', replies: [{}] } }],
  ['a refusal', { call: READ, error: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } } }],
  ['a wrong request that was refused', { call: { ...WRITE, body: { x: 1 } }, error: { error: { code: 400, message: 'no', status: 'INVALID_ARGUMENT' } } }],
])('%s as Google describes it passes', (_, exchange) => {
  expect(exchangeProblems(exchange)).toEqual([]);
});

test.each<[string, Parameters<typeof exchangeProblems>[0], string]>([
  ['an unknown field of an answer', { call: READ, response: { range: 'A1', rows: [] } }, 'response: must NOT have additional properties'],
  ['an unknown enum value', { call: READ, response: { majorDimension: 'DIAGONALS' } }, 'response/majorDimension: must be equal to one of'],
  ['a missing answer', { call: READ }, 'response: must be object'],
  ['an unknown kind of request', { call: { ...WRITE, body: { requests: [{ addRow: {} }] } }, response: {} }, 'request/requests/0: must NOT have additional properties'],
  ['an integer beyond 32 bits', { call: { ...WRITE, body: { requests: [{ deleteSheet: { sheetId: 2 ** 31 } }] } }, response: {} }, 'request/requests/0/deleteSheet/sheetId: must be <= 2147483647'],
  ['a fraction for an integer', { call: { ...WRITE, body: { requests: [{ deleteSheet: { sheetId: 1.5 } }] } }, response: {} }, 'must be integer'],
  ['a missing path parameter', { call: { ...READ, params: { spreadsheetId: 'a' } }, response: {} }, 'parameter range is missing'],
  ['an unknown parameter', { call: { ...READ, params: { ...READ.params, colour: 1 } }, response: {} }, 'parameter colour does not exist'],
  ['a wrong option', { call: { ...READ, params: { ...READ.params, valueRenderOption: 'PRETTY' } }, response: {} }, 'parameter valueRenderOption must not be'],
  ['a body where none belongs', { call: { ...READ, body: {} }, response: {} }, 'takes no body'],
  ['a refusal without status', { call: READ, error: { error: { code: 404, message: 'gone' } } }, "must have required property 'status'"],
])('%s is a problem', (_, exchange, problem) => {
  expect(exchangeProblems(exchange).join('\n')).toContain(problem);
  expect(() => assertValidExchange(exchange)).toThrow(READ.method === exchange.call.method ? READ.method : WRITE.method);
});

describe('a validated engine', () => {
  const cost = { cells: 1, rows: 1, write: false };

  test('hands on valid answers and refusals', () => {
    const engine = validatedEngine({
      execute: (call: SheetsCall) => {
        if (call.params['range'] === 'B1') throw new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');
        return { response: { range: 'Sheet1!A1', majorDimension: 'ROWS' }, cost };
      },
    });

    expect(engine.execute(READ).cost).toEqual(cost);
    expect(() => engine.execute({ ...READ, params: { ...READ.params, range: 'B1' } })).toThrow('Requested entity was not found.');
  });

  test('stops an invalid answer and an invalid refusal', () => {
    const wrong = validatedEngine({ execute: (_: SheetsCall) => ({ response: { cells: [] }, cost }) });
    const misnamed = validatedEngine({ execute: (_: SheetsCall): never => { throw new ApiError(404, 'LOST', 'gone'); } });

    expect(() => wrong.execute(READ)).toThrow("is not what Google's discovery document says");
    expect(() => misnamed.execute(READ)).toThrow("is not what Google's discovery document says");
  });
});
