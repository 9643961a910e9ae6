import { readManifest } from '../../../host/apps-script/manifest';
import { aScriptHost, bundleFolder, OWNER, START } from './script-fixture';

describe('the realm is as bare as Google’s', () => {
  test.each([
    'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask',
    'clearTimeout', 'fetch', 'Blob', 'performance', 'process', 'require', 'module', 'exports', 'Buffer', 'global', 'structuredClone', 'window', 'self',
    'document', 'navigator', '__dirname', '__filename', 'AbortController', 'Event', 'MessageChannel',
  ])('%s is absent', (name) => {
    expect(aScriptHost().evaluate(`return typeof ${name};`)).toBe('undefined');
  });

  test.each(['Intl', 'JSON', 'Map', 'Promise', 'Proxy', 'Reflect', 'Symbol', 'WeakMap', 'BigInt', 'Uint8Array', 'console', 'Logger', 'WebAssembly'])('%s is present', (name) => {
    expect(aScriptHost().evaluate(`return typeof ${name};`)).not.toBe('undefined');
  });

  test.each([
    'globalThis', 'SpreadsheetApp', 'SpreadsheetApp.getUi', 'Utilities.getUuid', 'console.log', 'Logger.log', 'Date', 'Math.random', 'ScriptApp.AuthMode.FULL',
    'Utilities.DigestAlgorithm', 'Sheets.Spreadsheets', 'Sheets.Spreadsheets.get', 'Sheets.Spreadsheets.get("id")', 'CacheService.getScriptCache()', 'GmailApp',
    'Utilities.base64Decode("AA==")', 'new Date()', '(function () { try { Utilities.sleep("x"); } catch (e) { return e; } })()', 'Error.prepareStackTrace || Error',
  ])('no way leads from %s to Node', (expression) => {
    const probe = `
      const found = [];
      const visit = (thing) => { try { found.push(String(thing.constructor.constructor('return typeof process')())); } catch (e) { found.push('refused'); } };
      const value = ${expression};
      visit(value); visit(Object.getPrototypeOf(Object(value)) || {}); visit((Object.getPrototypeOf(Object(value)) || {}).constructor || {});
      return found.filter((word) => word !== 'undefined' && word !== 'refused');`;

    expect(aScriptHost().evaluate(probe)).toEqual([]);
  });

  test('a stack overflow inside a service call is the realm’s own error', () => {
    const probe = `
      let foreign = 0;
      const note = (e) => { if (!(e instanceof Error)) foreign += 1; };
      const deep = (call) => { try { call(); } catch (e) { note(e); return; } deep(call); };
      const blob = Utilities.newBlob('');
      const calls = [() => blob.getName(), () => console.log({})];
      for (const call of calls) for (let pad = 0; pad < 10; pad += 1) {
        const padded = (left) => { if (left === 0) { deep(call); return; } padded(left - 1); };
        try { padded(pad); } catch (e) { note(e); }
      }
      return foreign;`;

    expect(aScriptHost().evaluate(probe)).toBe(0);
  });

  test.each([
    ['an array of the Sheets API', 'Sheets.Spreadsheets.get("id").sheets', 'Array'],
    ['bytes', 'Utilities.base64Decode("AA==")', 'Array'],
    ['an object', 'PropertiesService.getScriptProperties().getProperties()', 'Object'],
    ['an error', '(function () { try { Utilities.formatDate(1); } catch (e) { return e; } })()', 'Error'],
    ['a date', 'new Date()', 'Date'],
  ])('%s is made inside', (_what, expression, kind) => {
    const engine = { ...fakeWithSheets() };

    expect(aScriptHost('', { engine }).evaluate(`return (${expression}) instanceof ${kind};`)).toBe(true);
  });
});

describe('clock and chance', () => {
  test('all ways to ask the time follow the door’s clock', () => {
    const { host, door } = aScriptHost('function times() { return JSON.stringify([Date.now(), new Date().getTime(), +new Date(Date()), new Date(0).getTime(), new Date(2020, 1).constructor === Date, new Intl.DateTimeFormat("en-US", { timeZone: "UTC", year: "numeric" }).format()]); }');
    const [now, created, called, given, sameClass, formatted] = JSON.parse(host.rpc(OWNER, 'times', []).result as string) as unknown[];

    expect(now).toBe(door.clock.now());
    expect(created).toBe(now);
    expect(Math.abs((called as number) - (now as number))).toBeLessThan(1000);
    expect([given, sameClass, formatted]).toEqual([0, true, '2026']);
    expect(door.clock.now()).toBeGreaterThan(START);
  });

  test('a subclass of Date keeps its class', () => {
    expect(aScriptHost().evaluate('class D extends Date { year() { return this.getUTCFullYear(); } } const d = new D(0); return [d instanceof D, d instanceof Date, d.year()];')).toEqual([true, true, 1970]);
  });

  test('Math.random repeats with the seed and differs between executions', () => {
    const draw = (): unknown[] => {
      const { evaluate } = aScriptHost();
      return [evaluate('return Math.random();'), evaluate('return Math.random();')];
    };
    const [first, second] = draw();

    expect(draw()).toEqual([first, second]);
    expect(first).not.toBe(second);
  });
});

describe('loading', () => {
  test('every execution starts from a fresh copy', () => {
    const { host } = aScriptHost('var count = 0; function bump() { count += 1; return count; }');

    expect([host.rpc(OWNER, 'bump', []).result, host.rpc(OWNER, 'bump', []).result]).toEqual([1, 1]);
  });

  test.each(['Utilities.getUuid()', 'PropertiesService.getScriptProperties()', 'SpreadsheetApp.getUi()', 'Session.getActiveUser()', 'Sheets.Spreadsheets.get("id")'])('%s at top level fails the load, and so every function', (call) => {
    const outcome = aScriptHost(`var early = ${call}; function anything() { return 1; }`).host.rpc(OWNER, 'anything', []);

    expect(outcome).toMatchObject({ ok: false, error: { name: 'Exception', message: expect.stringContaining('You do not have permission to call') as string } });
  });

  test('naming a service at top level is no call', () => {
    expect(aScriptHost('var api = typeof Sheets === "undefined" ? null : Sheets; function has() { return api !== null; }').host.rpc(OWNER, 'has', []).result).toBe(true);
  });

  test('a syntax error is told as such', () => {
    const outcome = aScriptHost('', { files: { 'Broken.js': 'function (' } }).host.rpc(OWNER, 'evaluateText', ['return 1']);

    expect(outcome).toMatchObject({ ok: false, error: { name: 'SyntaxError' } });
  });

  test('promise jobs run before the execution ends', () => {
    const outcome = aScriptHost('function later() { Promise.resolve("done").then(function (text) { console.log(text); }); return 1; }').host.rpc(OWNER, 'later', []);

    expect(outcome.logs).toEqual([{ source: 'console.log', text: 'done' }]);
  });

  test('Sheets is there only if the manifest enables it', () => {
    expect(aScriptHost('', { manifest: { dependencies: {} } }).evaluate('return typeof Sheets;')).toBe('undefined');
  });

  test('a folder without a manifest is refused in words', () => {
    expect(() => readManifest(bundleFolder({ 'Code.js': '' }))).toThrow('The bundle has no appsscript.json');
  });
});

describe('what is not emulated says so by name', () => {
  test.each([
    ['GmailApp.sendEmail("a", "b", "c")', 'GmailApp.sendEmail'],
    ['DriveApp.getFileById("x")', 'DriveApp.getFileById'],
    ['SpreadsheetApp.openById("x")', 'SpreadsheetApp.openById'],
    ['SpreadsheetApp.getActive().getRange("A1")', 'Spreadsheet.getRange'],
    ['SpreadsheetApp.getActive().getSheetById(0).getRange(1, 1).getValues()', 'Range.getValues'],
    ['SpreadsheetApp.getActive().getSheetById(0).appendRow([1])', 'Sheet.appendRow'],
    ['Sheets.Spreadsheets.Sheets.copyTo({}, "a", 1)', 'Sheets.Spreadsheets.Sheets.copyTo'],
    ['Sheets.newValueRange()', 'Sheets.newValueRange'],
    ['HtmlService.createTemplateFromFile("x")', 'HtmlService.createTemplateFromFile'],
    ['Utilities.zip([])', 'Utilities.zip'],
    ['XmlService.parse("<a/>").getRootElement()', 'XmlService.parse'],
    ['new Jdbc.Connection()', 'Jdbc.Connection'],
  ])('%s', (expression, name) => {
    expect(() => aScriptHost().evaluate(`return ${expression};`)).toThrow(`Not emulated: ${name}`);
  });

  test('asking for a member without calling it is no error', () => {
    expect(aScriptHost().evaluate('return [typeof GmailApp.sendEmail, typeof SpreadsheetApp.openById];')).toEqual(['function', 'function']);
  });
});

function fakeWithSheets() {
  return {
    execute: () => ({ response: { sheets: [{ properties: {} }] }, cost: { cells: 0, rows: 0, write: false } }),
    typedEdit: () => ({ accepted: true, cells: [] }),
    createWorkbook: () => 'workbook', share: () => undefined, roleOf: () => 'owner' as const, ownerOf: () => null,
  };
}
