import { createRestDoor, type RestExchange } from '../../../host/rest/rest-door';
import { ApiError, type SheetsCall } from '../../../host/types';
import { exchangeProblems } from '../support/discovery';

const OWNER = 'Bearer owner@example.com';

function doorTo(run: (call: SheetsCall) => unknown) {
  const calls: SheetsCall[] = [];
  const exchanges: RestExchange[] = [];
  const faults: unknown[] = [];
  const rest = createRestDoor({
    call: (call) => { calls.push(call); return run(call); },
    onExchange: (exchange) => exchanges.push(exchange),
    onFault: (fault) => faults.push(fault),
  });
  const get = (url: string, authorization: string | undefined = OWNER) => rest({ method: 'GET', url, authorization, body: '' });
  const post = (url: string, body: string) => rest({ method: 'POST', url, authorization: OWNER, body });
  return { rest, get, post, calls, exchanges, faults };
}

describe('query parameters', () => {
  test('arrive typed: repeated as lists, flags as booleans, fields kept, transport dropped', () => {
    const { get, calls } = doorTo(() => ({}));

    get('/v4/spreadsheets/abc?ranges=A1&ranges=%E5%AE%A2!B2&includeGridData=true&fields=sheets(data)&alt=json&prettyPrint=false');

    expect(calls).toEqual([{
      method: 'spreadsheets.get', user: 'owner@example.com', client: 'rest',
      params: { spreadsheetId: 'abc', ranges: ['A1', '客!B2'], includeGridData: true, fields: 'sheets(data)' },
    }]);
  });

  test('of a write reach it beside the body', () => {
    const { post, calls } = doorTo(() => ({}));

    post('/v4/spreadsheets/abc/values/A1:append?value_input_option=RAW&includeValuesInResponse=false', '{"values":[["a"]]}');

    expect(calls[0]).toMatchObject({ params: { range: 'A1', valueInputOption: 'RAW', includeValuesInResponse: false }, body: { values: [['a']] } });
  });

  test.each([
    ['?colour=red', 'Unknown name "colour": Cannot bind query parameter.'],
    ['?includeGridData=maybe', "Invalid value at 'include_grid_data' (TYPE_BOOL), \"maybe\""],
    ['?fields=a&fields=b', 'Proto field is not repeating'],
    ['?alt=proto', "Invalid value at 'alt'"],
  ])('%s is refused with 400', (query, message) => {
    const { get, calls } = doorTo(() => ({}));

    const { status, json } = get(`/v4/spreadsheets/abc${query}`);

    expect(status).toBe(400);
    expect(json).toMatchObject({ error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining(message) } });
    expect(calls).toEqual([]);
  });
});

describe('the acting person', () => {
  test.each([
    [undefined, 'missing required authentication credential'],
    ['', 'missing required authentication credential'],
    ['Basic owner@example.com', 'invalid authentication credentials'],
    ['Bearer ya29.token', 'invalid authentication credentials'],
  ])('authorization %j is answered 401', (authorization, message) => {
    const { rest } = doorTo(() => ({}));

    const { status, json } = rest({ method: 'GET', url: '/v4/spreadsheets/abc', authorization, body: '' });

    expect(status).toBe(401);
    expect(json).toMatchObject({ error: { status: 'UNAUTHENTICATED', message: expect.stringContaining(message) } });
    expect(exchangeProblems({ call: { method: 'spreadsheets.get', params: {} }, error: json })).toEqual([]);
  });

  test('is the bearer token, whatever its case', () => {
    const { get, calls } = doorTo(() => ({}));

    get('/v4/spreadsheets/abc', 'bearer Sales@Example.com');

    expect(calls[0]!.user).toBe('sales@example.com');
  });
});

describe('refusals', () => {
  const refused = new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

  test("are Google's body with its code, and seen as an exchange", () => {
    const { get, exchanges } = doorTo(() => { throw refused; });

    expect(get('/v4/spreadsheets/abc')).toEqual({ status: 403, json: refused.toJSON() });
    expect(exchanges).toEqual([expect.objectContaining({ error: refused.toJSON() })]);
  });

  test('of what is not emulated are a 400, which clients do not try again', () => {
    const { post } = doorTo(() => { throw new Error('Not emulated: addSlicer'); });

    expect(post('/v4/spreadsheets/abc:batchUpdate', '{}')).toMatchObject({ status: 400, json: { error: { message: 'Not emulated: addSlicer' } } });
  });

  test.each(['{', '[]', '"text"', 'null'])('of the body %s are a 400', (body) => {
    const { post } = doorTo(() => ({}));

    expect(post('/v4/spreadsheets/abc:batchUpdate', body)).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining('Invalid JSON payload received.') } } });
  });

  test('hide a fault of the host from the client, but not from the host', () => {
    const fault = new TypeError('cells is undefined');
    const { get, faults } = doorTo(() => { throw fault; });

    expect(get('/v4/spreadsheets/abc')).toMatchObject({ status: 500, json: { error: { message: 'Internal error encountered.' } } });
    expect(faults).toEqual([fault]);
  });
});
