import { auth, sheets as sheetsClient, type sheets_v4 } from '@googleapis/sheets';
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { startWorkbench, type Workbench } from '../../../host/workbench/server';
import { assertValidExchange } from '../support/discovery';
import { smallScript } from '../support/small-script';

const OWNER = 'owner@example.com';
const SALES = 'sales@example.com';
const VIEWER = 'viewer@example.com';

const script = smallScript();
let workbench: Workbench;
let exchanges = 0;
const invalid: unknown[] = [];

beforeAll(async () => {
  workbench = await startWorkbench({
    ...script, port: 0, now: Date.UTC(2026, 0, 15), seed: 'clients', sheetsQuota: 'off',
    onExchange: (exchange) => {
      exchanges += 1;
      try {
        assertValidExchange(exchange);
      } catch (error) {
        invalid.push(error);
      }
    },
  });
});

afterEach(() => { expect(invalid.splice(0)).toEqual([]); });

afterAll(async () => {
  await workbench.close();
  script.remove();
  expect(exchanges).toBeGreaterThan(50);
});

function official(user: string): sheets_v4.Sheets {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: user });
  return sheetsClient({ version: 'v4', auth: client, rootUrl: workbench.url, fetchImplementation: fetch } as Parameters<typeof sheetsClient>[0]);
}

/** google-spreadsheet knows no other root: its client is pointed at this one. */
async function community(user: string, spreadsheetId: string): Promise<GoogleSpreadsheet> {
  const document = new GoogleSpreadsheet(spreadsheetId, { token: user });
  Object.assign(document, { sheetsApi: document.sheetsApi.extend({ prefixUrl: `${workbench.url}v4/spreadsheets/${spreadsheetId}`, retry: 0 }) });
  await document.loadInfo();
  return document;
}

async function newFile(user = OWNER): Promise<string> {
  const { data } = await official(user).spreadsheets.create({ requestBody: { properties: { title: '客户' } } });
  return data.spreadsheetId!;
}

const refused = (code: number, message: string): object => expect.objectContaining({ code, message: expect.stringContaining(message) });

describe('@googleapis/sheets', () => {
  test('creates a workbook with tabs and reads it back', async () => {
    const api = official(OWNER);
    const { data: created } = await api.spreadsheets.create({
      requestBody: { properties: { title: '归档', locale: 'zh_CN', timeZone: 'Asia/Shanghai' }, sheets: [{ properties: { title: '客户', gridProperties: { rowCount: 50, columnCount: 4 } } }] },
    });

    const { data } = await api.spreadsheets.get({ spreadsheetId: created.spreadsheetId! });

    expect(data.properties).toMatchObject({ title: '归档', locale: 'zh_CN', timeZone: 'Asia/Shanghai' });
    expect(data.sheets!.map((sheet) => sheet.properties!.title)).toEqual(['客户']);
    expect(data.sheets![0]!.properties!.gridProperties).toMatchObject({ rowCount: 50, columnCount: 4 });
  });

  test('adds a tab, then rows and cells in one batch, and sees what it wrote', async () => {
    const api = official(OWNER);
    const spreadsheetId = await newFile();
    const { data: added } = await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: { properties: { sheetId: 7, title: '订单 2026' } } }] } });
    const { data } = await api.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } },
          { updateCells: { start: { sheetId: 7, rowIndex: 0, columnIndex: 0 }, rows: [{ values: [{ userEnteredValue: { stringValue: '=1+1' } }, { userEnteredValue: { numberValue: 0 } }, { userEnteredValue: { boolValue: false } }] }], fields: 'userEnteredValue' } },
          { appendCells: { sheetId: 7, rows: [{ values: [{ userEnteredValue: { stringValue: '01234' } }] }], fields: 'userEnteredValue' } },
        ],
        includeSpreadsheetInResponse: true, responseRanges: ["'订单 2026'!A1:C2"], responseIncludeGridData: true,
      },
    });

    expect(added.replies).toMatchObject([{ addSheet: { properties: { sheetId: 7, title: '订单 2026', index: 1 } } }]);
    expect(data.replies).toEqual([{}, {}, {}]);
    const [sheet] = data.updatedSpreadsheet!.sheets!.filter(({ properties }) => properties!.sheetId === 7);
    expect(sheet!.data![0]!.rowData!.map((row) => row.values?.map((cell) => cell.userEnteredValue))).toEqual([
      [{ stringValue: '=1+1' }, { numberValue: 0 }, { boolValue: false }], [{ stringValue: '01234' }],
    ]);
    const { data: values } = await api.spreadsheets.values.batchGet({ spreadsheetId, ranges: ["'订单 2026'!A1:C2", 'Sheet1!A1'], valueRenderOption: 'UNFORMATTED_VALUE' });
    expect(values.valueRanges).toEqual([
      { range: "'订单 2026'!A1:C2", majorDimension: 'ROWS', values: [['=1+1', 0, false], ['01234']] }, { range: 'Sheet1!A1', majorDimension: 'ROWS' },
    ]);
  });

  test('writes, appends and clears values, raw and as typed', async () => {
    const api = official(OWNER);
    const spreadsheetId = await newFile();
    const at = { spreadsheetId, range: 'Sheet1!A1:B2' };

    await api.spreadsheets.values.update({ ...at, valueInputOption: 'USER_ENTERED', requestBody: { values: [['007', '2026-09-05'], ['$5.50', 'TRUE']] } });
    const { data: shown } = await api.spreadsheets.values.get(at);
    const { data: stored } = await api.spreadsheets.values.get({ ...at, valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' });
    const { data: appended } = await api.spreadsheets.values.append({ spreadsheetId, range: 'Sheet1!A1', valueInputOption: 'RAW', includeValuesInResponse: true, requestBody: { values: [['007', null, 'x']] } });
    await api.spreadsheets.values.clear(at);
    await api.spreadsheets.values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data: [{ range: 'Sheet1!D1', majorDimension: 'COLUMNS', values: [['a', 'b']] }] } });
    await api.spreadsheets.values.batchClear({ spreadsheetId, requestBody: { ranges: ['Sheet1!D2'] } });
    const { data: rest } = await api.spreadsheets.values.get({ spreadsheetId, range: 'Sheet1' });

    expect(shown.values).toEqual([['7', '2026-09-05'], ['$5.50', 'TRUE']]);
    expect(stored.values).toEqual([[7, 46270], [5.5, true]]);
    expect(appended.updates).toMatchObject({ updatedRange: 'Sheet1!A3:C3', updatedCells: 2, updatedData: { values: [['007', '', 'x']] } });
    expect(rest.values).toEqual([['', '', '', 'a'], [], ['007', '', 'x']]);
  });

  test('formats cells and reads the formats with a mask', async () => {
    const api = official(OWNER);
    const spreadsheetId = await newFile();
    await api.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { repeatCell: { range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 3 }, cell: { userEnteredFormat: { textFormat: { bold: true }, numberFormat: { type: 'TEXT', pattern: '@' }, backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } } } }, fields: 'userEnteredFormat(textFormat.bold,numberFormat,backgroundColorStyle)' } },
          { updateSheetProperties: { properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } }, fields: 'gridProperties.frozenRowCount' } },
          { updateDimensionProperties: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, properties: { pixelSize: 180 }, fields: 'pixelSize' } },
        ],
      },
    });

    const { data } = await api.spreadsheets.get({ spreadsheetId, ranges: ['Sheet1!A1:A2'], fields: 'sheets(properties(gridProperties.frozenRowCount),data(columnMetadata.pixelSize,rowData.values.userEnteredFormat))' });

    expect(data).toMatchObject({
      sheets: [{
        properties: { gridProperties: { frozenRowCount: 1 } },
        data: [{ columnMetadata: [{ pixelSize: 180 }], rowData: [{ values: [{ userEnteredFormat: { textFormat: { bold: true }, numberFormat: { type: 'TEXT', pattern: '@' }, backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } } } }] }] }],
      }],
    });
  });

  test('anchors a column by metadata and finds it after columns moved', async () => {
    const api = official(OWNER);
    const spreadsheetId = await newFile();
    const column = (startIndex: number): sheets_v4.Schema$DimensionRange => ({ sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 });
    await api.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { createDeveloperMetadata: { developerMetadata: { metadataId: 11, metadataKey: 'field', metadataValue: 'phone', visibility: 'DOCUMENT', location: { dimensionRange: column(2) } } } },
          { updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 2 }, rows: [{ values: [{ userEnteredValue: { stringValue: '电话' } }] }], fields: 'userEnteredValue' } },
          { moveDimension: { source: column(2), destinationIndex: 0 } },
        ],
      },
    });
    const lookup = { dataFilters: [{ developerMetadataLookup: { metadataKey: 'field', metadataValue: 'phone' } }] };

    const { data: found } = await api.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: lookup });
    const { data: one } = await api.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 11 });
    const { data: values } = await api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody: lookup });
    const { data: cells } = await api.spreadsheets.getByDataFilter({ spreadsheetId, requestBody: { ...lookup, includeGridData: true }, fields: 'sheets.data.rowData.values.formattedValue' });

    expect(found.matchedDeveloperMetadata![0]!.developerMetadata).toEqual(one);
    expect(one).toMatchObject({ metadataId: 11, metadataValue: 'phone', location: { locationType: 'COLUMN', dimensionRange: { dimension: 'COLUMNS', endIndex: 1 } } });
    expect(values.valueRanges![0]!.valueRange!.values).toEqual([['电话']]);
    expect(cells).toMatchObject({ sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: '电话' }] }] }] }] });
  });

  test('a protection stops other people, not the owner, and takes the whole batch with it', async () => {
    const { spreadsheetId } = workbench;
    await official(OWNER).spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }, editors: { users: [OWNER] } } } }] } });
    const write = (user: string, range: string) => official(user).spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'RAW', requestBody: { values: [[user]] } });

    await expect(write(SALES, 'A1')).rejects.toEqual(refused(400, 'You are trying to edit a protected cell or object.'));
    await expect(official(SALES).spreadsheets.values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data: [{ range: 'A2', values: [['x']] }, { range: 'A1', values: [['x']] }] } })).rejects.toEqual(refused(400, 'protected cell'));
    await write(OWNER, 'A1');
    await write(SALES, 'A3');
    await expect(write(VIEWER, 'A4')).rejects.toEqual(refused(403, 'The caller does not have permission'));

    const { data } = await official(VIEWER).spreadsheets.values.get({ spreadsheetId, range: 'A1:A4' });
    expect(data.values).toEqual([[OWNER], [], [SALES]]);
  });

  test.each<[string, (api: sheets_v4.Sheets, spreadsheetId: string) => Promise<unknown>, number, string]>([
    ['a workbook that does not exist', (api) => api.spreadsheets.get({ spreadsheetId: 'none' }), 404, 'Requested entity was not found.'],
    ['a tab that does not exist', (api, spreadsheetId) => api.spreadsheets.values.get({ spreadsheetId, range: 'Lost!A1' }), 400, 'Unable to parse range: Lost!A1'],
    ['a range beyond the grid', (api, spreadsheetId) => api.spreadsheets.values.get({ spreadsheetId, range: 'Sheet1!A1001' }), 400, 'exceeds grid limits. Max rows: 1000, max columns: 26'],
    ['an empty batch', (api, spreadsheetId) => api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [] } }), 400, 'Must specify at least one request.'],
    ['an unknown field', (api, spreadsheetId) => api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ colour: {} } as sheets_v4.Schema$Request] } }), 400, 'Unknown name "colour" at \'requests[0]\': Cannot find field.'],
    ['a second tab of the same name', (api, spreadsheetId) => api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: { properties: { title: 'sheet1' } } }] } }), 400, 'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists.'],
    ['a bad option', (api, spreadsheetId) => api.spreadsheets.values.get({ spreadsheetId, range: 'A1', valueRenderOption: 'PRETTY' }), 400, 'value_render_option'],
    ['what is not emulated', (api, spreadsheetId) => api.spreadsheets.sheets.copyTo({ spreadsheetId, sheetId: 0, requestBody: { destinationSpreadsheetId: spreadsheetId } }), 400, 'Not emulated: spreadsheets.sheets.copyTo'],
  ])('%s is refused in Google\'s words', async (_, call, code, message) => {
    const spreadsheetId = await newFile();

    await expect(call(official(OWNER), spreadsheetId)).rejects.toEqual(refused(code, message));
  });

  test('a file of somebody else is closed', async () => {
    const spreadsheetId = await newFile(OWNER);

    await expect(official(SALES).spreadsheets.get({ spreadsheetId })).rejects.toEqual(refused(403, 'The caller does not have permission'));
  });
});

describe('google-spreadsheet', () => {
  test('adds a tab with headers, rows, and reads them as objects', async () => {
    const document = await community(OWNER, await newFile());
    const tab = await document.addSheet({ title: '客户 A', headerValues: ['name', 'phone', 'vip'] });
    await tab.addRows([{ name: '王小明', phone: "'013800138000", vip: true }, { name: '=李', phone: '010-1', vip: false }], { raw: false });
    const row = await tab.addRow({ name: 'third' }, { raw: true });

    row.set('phone', '010-3');
    await row.save({ raw: true });
    const rows = await tab.getRows();

    expect(document.sheetsByTitle['客户 A']!.sheetId).toBe(tab.sheetId);
    expect(rows.map((each) => each.toObject())).toEqual([
      { name: '王小明', phone: '013800138000', vip: 'TRUE' }, expect.objectContaining({ phone: '010-1', vip: 'FALSE' }), { name: 'third', phone: '010-3', vip: '' },
    ]);
    await rows[1]!.delete();
    expect((await tab.getRows()).map((each) => each.get('name'))).toEqual(['王小明', 'third']);
  });

  test('loads cells, changes values and formats, and saves them in one batch', async () => {
    const spreadsheetId = await newFile();
    const document = await community(OWNER, spreadsheetId);
    const tab = document.sheetsByIndex[0]!;
    await tab.loadCells('A1:C3');
    tab.getCell(0, 0).value = 3;
    tab.getCellByA1('B2').value = '文字';
    tab.getCell(0, 0).textFormat = { bold: true };
    tab.getCell(0, 0).numberFormat = { type: 'NUMBER', pattern: '0.00' };
    await tab.saveUpdatedCells();

    const again = (await community(OWNER, spreadsheetId)).sheetsByIndex[0]!;
    await again.loadCells('A1:C3');

    expect(again.getCell(0, 0)).toMatchObject({ value: 3, formattedValue: '3.00', textFormat: { bold: true } });
    expect(again.getCellByA1('B2').value).toBe('文字');
    expect(again.getCellByA1('C3').value).toBeNull();
  });

  test('changes, resizes and deletes tabs', async () => {
    const document = await community(OWNER, await newFile());
    await document.updateProperties({ title: 'renamed' });
    const tab = await document.addSheet({ title: 'temp' });
    await tab.updateProperties({ title: 'kept', index: 0 });
    await tab.resize({ rowCount: 10, columnCount: 3 });
    await document.sheetsByTitle['Sheet1']!.delete();

    const again = await community(OWNER, document.spreadsheetId);

    expect(again.title).toBe('renamed');
    expect(again.sheetsByIndex.map((each: GoogleSpreadsheetWorksheet) => [each.title, each.rowCount, each.columnCount])).toEqual([['kept', 10, 3]]);
  });

  test('clears, inserts, and keeps metadata, validation and protections', async () => {
    const document = await community(OWNER, workbench.spreadsheetId);
    const tab = await document.addSheet({ title: 'rules', headerValues: ['a', 'b'] });
    await tab.addRows([['1', '2'], ['3', '4']]);
    await tab.insertDimension('ROWS', { startIndex: 1, endIndex: 2 }, false);
    await tab.createDeveloperMetadata({ metadataKey: 'tab', metadataValue: 'rules', visibility: 'DOCUMENT', location: { sheetId: tab.sheetId } } as Parameters<typeof tab.createDeveloperMetadata>[0]);
    await tab.setDataValidation({ startRowIndex: 1, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 } as Parameters<typeof tab.setDataValidation>[0], { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '1' }] }, strict: true, showCustomUi: true, inputMessage: 'one' } as Parameters<typeof tab.setDataValidation>[1]);
    await tab.addProtectedRange({ range: { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }, editors: { users: [OWNER], groups: [], domainUsersCanEdit: false } } as Parameters<typeof tab.addProtectedRange>[0]);
    await tab.clearRows();

    const other = (await community(SALES, workbench.spreadsheetId)).sheetsByTitle['rules']!;

    await expect(other.setHeaderRow(['x', 'y'])).rejects.toThrow('You are trying to edit a protected cell or object.');
    await other.loadHeaderRow();
    expect(other.headerValues).toEqual(['a', 'b']);
    expect(await other.getRows()).toEqual([]);
    expect(await document.searchDeveloperMetadata([{ developerMetadataLookup: { metadataKey: 'tab' } }] as Parameters<typeof document.searchDeveloperMetadata>[0])).toMatchObject([{ metadataValue: 'rules' }]);
  });

  test('meets refusals at once, without trying again', async () => {
    const before = exchanges;

    await expect(community(OWNER, 'none')).rejects.toThrow('Requested entity was not found.');
    await expect(community('somebody@example.org', workbench.spreadsheetId)).rejects.toThrow('The caller does not have permission');

    expect(exchanges - before).toBe(2);
  });
});
