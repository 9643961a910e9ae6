import { routeOf } from '../../../host/rest/routes';
import { SHEETS_DISCOVERY, type DiscoveryResource } from '../support/discovery';

const ID = '1AbC-d_9';

test.each([
  ['POST', '/v4/spreadsheets', 'spreadsheets.create', {}],
  ['GET', `/v4/spreadsheets/${ID}`, 'spreadsheets.get', {}],
  ['GET', `/v4/spreadsheets/${ID}/`, 'spreadsheets.get', {}],
  ['POST', `/v4/spreadsheets/${ID}:batchUpdate`, 'spreadsheets.batchUpdate', {}],
  ['POST', `/v4/spreadsheets/${ID}/:batchUpdate`, 'spreadsheets.batchUpdate', {}],
  ['POST', `/v4/spreadsheets/${ID}/:getByDataFilter`, 'spreadsheets.getByDataFilter', {}],
  ['GET', `/v4/spreadsheets/${ID}/values/Sheet1!A1:B2`, 'spreadsheets.values.get', { range: 'Sheet1!A1:B2' }],
  ['GET', `/v4/spreadsheets/${ID}/values/%E5%AE%A2%E6%88%B7!A1%3AB2`, 'spreadsheets.values.get', { range: '客户!A1:B2' }],
  ['GET', `/v4/spreadsheets/${ID}/values/'a%2Fb'!A1`, 'spreadsheets.values.get', { range: "'a/b'!A1" }],
  ['PUT', `/v4/spreadsheets/${ID}/values/A1`, 'spreadsheets.values.update', { range: 'A1' }],
  ['POST', `/v4/spreadsheets/${ID}/values/A1:B2:append`, 'spreadsheets.values.append', { range: 'A1:B2' }],
  ['POST', `/v4/spreadsheets/${ID}/values/Sheet1!1%3A1:clear`, 'spreadsheets.values.clear', { range: 'Sheet1!1:1' }],
  ['GET', `/v4/spreadsheets/${ID}/values:batchGet`, 'spreadsheets.values.batchGet', {}],
  ['POST', `/v4/spreadsheets/${ID}/values:batchClear`, 'spreadsheets.values.batchClear', {}],
  ['GET', `/v4/spreadsheets/${ID}/developerMetadata/17`, 'spreadsheets.developerMetadata.get', { metadataId: 17 }],
  ['POST', `/v4/spreadsheets/${ID}/developerMetadata:search`, 'spreadsheets.developerMetadata.search', {}],
])('%s %s is %s', (http, path, method, params) => {
  const own = method === 'spreadsheets.create' ? {} : { spreadsheetId: ID };

  expect(routeOf(http, path)).toEqual({ method, params: { ...own, ...params } });
});

test.each([
  ['GET', '/v4/spreadsheets'],
  ['DELETE', `/v4/spreadsheets/${ID}`],
  ['POST', `/v4/spreadsheets/${ID}`],
  ['POST', `/v4/spreadsheets/${ID}:erase`],
  ['GET', `/v4/spreadsheets/${ID}/values`],
  ['GET', `/v4/spreadsheets/${ID}/values/A1/B2`],
  ['POST', `/v4/spreadsheets/${ID}/values/A1`],
  ['GET', '/v5/spreadsheets'],
])('%s %s is not found', (http, path) => {
  expect(() => routeOf(http, path)).toThrow(expect.objectContaining({ code: 404, status: 'NOT_FOUND' }));
});

test.each([
  [`/v4/spreadsheets/${ID}/sheets/0:copyTo`, 'spreadsheets.sheets.copyTo'],
  [`/v4/spreadsheets/${ID}/values:batchClearByDataFilter`, 'spreadsheets.values.batchClearByDataFilter'],
])('%s is refused by name with 400', (path, name) => {
  expect(() => routeOf('POST', path)).toThrow(expect.objectContaining({ code: 400, message: `Not emulated: ${name}` }));
});

test('a wrong escape or metadata id is a 400', () => {
  expect(() => routeOf('GET', `/v4/spreadsheets/${ID}/values/%E5`)).toThrow(expect.objectContaining({ code: 400 }));
  expect(() => routeOf('GET', `/v4/spreadsheets/${ID}/developerMetadata/x1`)).toThrow("Invalid value at 'metadata_id' (TYPE_INT32), \"x1\"");
});

test('every method of the discovery document is answered or refused by name, never lost', () => {
  const methods = [...methodsOf(SHEETS_DISCOVERY, '')];

  expect(methods.length).toBeGreaterThan(15);
  for (const { name, http, path } of methods) {
    const sample = `/${path.replace('{spreadsheetId}', ID).replace('{range}', 'A1').replace(/\{\w+\}/, '7')}`;
    const outcome = ((): string => {
      try {
        return routeOf(http, sample).method;
      } catch (error) {
        return (error as Error).message.replace('Not emulated: ', '');
      }
    })();
    expect(outcome).toBe(name);
  }
});

function* methodsOf(resource: DiscoveryResource, prefix: string): Generator<{ name: string; http: string; path: string }> {
  for (const [name, method] of Object.entries(resource.methods ?? {})) yield { name: prefix + name, http: method.httpMethod, path: method.path };
  for (const [name, child] of Object.entries(resource.resources ?? {})) yield* methodsOf(child, `${prefix}${name}.`);
}
