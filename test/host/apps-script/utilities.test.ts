import fc from 'fast-check';
import { formatJavaDate } from '../../../host/apps-script/java-date-format';
import { parseCsv } from '../../../host/apps-script/services/parse-csv';
import { civilTimeAt, instantOf, offsetAt } from '../../../host/apps-script/time-zones';
import { aScriptHost, OWNER } from './script-fixture';

describe('bytes, digests and encodings', () => {
  test.each<[string, unknown]>([
    // SHA-256 of the empty text (FIPS 180-4): e3b0c442 98fc1c14 …
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '').slice(0, 8)", [-29, -80, -60, 66, -104, -4, 28, 20]],
    // RFC 1321: MD5("abc") = 900150983cd24fb0…
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 4)", [-112, 1, 80, -104]],
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, [97, 98, 99]).length", 20],
    // RFC 4231, test case 2: 5bdcc146bf60754e…
    ["Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe').slice(0, 8)", [91, -36, -63, 70, -65, 96, 117, 78]],
    ["Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_512, 'a', 'b').length", 64],
    ["Utilities.base64Encode('Google グループ', Utilities.Charset.UTF_8)", 'R29vZ2xlIOOCsOODq+ODvOODlw=='],
    ["Utilities.base64EncodeWebSafe('Google グループ', Utilities.Charset.UTF_8)", 'R29vZ2xlIOOCsOODq-ODvOODlw=='],
    ["Utilities.base64Encode('客')", 'Pw=='],
    ['Utilities.base64Encode([-1, 0, 127, -128])', '/wB/gA=='],
    ["Utilities.base64Decode('R29vZ2xlIOOCsOODq+ODvOODlw==')", [71, 111, 111, 103, 108, 101, 32, -29, -126, -80, -29, -125, -85, -29, -125, -68, -29, -125, -105]],
    ["Utilities.newBlob(Utilities.base64DecodeWebSafe('R29vZ2xlIOOCsOODq-ODvOODlw==')).getDataAsString()", 'Google グループ'],
    ["(function () { var b = Utilities.newBlob('客', 'text/csv', 'a.csv'); var z = Utilities.gzip(b); return [b.getBytes(), b.getContentType(), z.getName(), z.getContentType(), Utilities.ungzip(z).getDataAsString(), Utilities.ungzip(z).getName()]; })()", [[-27, -82, -94], 'text/csv', 'a.csv.gz', 'application/x-gzip', '客', 'a.csv']],
    ["(function () { var b = Utilities.newBlob([1, 2]).setName('n').setContentType('x/y').setDataFromString('é'); return [b.getName(), b.getContentType(), b.getBytes(), b.copyBlob().setBytes([65]).getDataAsString(), b.getDataAsString('ISO-8859-1')]; })()", ['n', 'x/y', [-61, -87], 'A', 'Ã©']],
    ["Utilities.parseCsv('a,\"b\"\"c\\nd\"\\r\\n1,')", [['a', 'b"c\nd'], ['1', '']]],
    ["Utilities.formatDate(new Date(0), 'Asia/Shanghai', \"yyyy-MM-dd'T'HH:mm:ssXXX\")", '1970-01-01T08:00:00+08:00'],
  ])('%s', (expression, result) => {
    expect(aScriptHost().evaluate(`return ${expression};`)).toEqual(result);
  });

  test.each([
    ["Utilities.base64Decode('a b')", 'Could not decode string.'],
    ["Utilities.computeDigest('SHA_256', 'x')", "The parameters (String,String) don't match the method signature for Utilities.computeDigest."],
    ["Utilities.computeHmacSha256Signature('text', [1])", "The parameters (String,number[]) don't match the method signature for Utilities.computeHmacSha256Signature."],
    ["Utilities.formatDate('2026-01-01', 'UTC', 'yyyy')", "The parameters (String,String,String) don't match the method signature for Utilities.formatDate."],
    ["Utilities.formatDate(new Date(), 'Mars/Base', 'yyyy')", 'Invalid argument: Invalid time zone specified: Mars/Base'],
    ["Utilities.formatDate(new Date(), 'UTC', 'yyyy-bb')", "Invalid argument: Illegal pattern character 'b'"],
    ["Utilities.ungzip(Utilities.newBlob('no gzip'))", 'Invalid argument:'],
    ["Utilities.parseCsv('\"open')", 'Could not parse text.'],
    ['Utilities.base64Encode(function () {})', 'Cannot convert a function to a service argument.'],
  ])('%s is refused', (expression, message) => {
    expect(() => aScriptHost().evaluate(`return ${expression};`)).toThrow(message);
  });

  test('identifiers are version 4, differ, and repeat with the seed', () => {
    const draw = (): unknown => aScriptHost().evaluate('return [Utilities.getUuid(), Utilities.getUuid()];');
    const [first, second] = draw() as [string, string];

    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first).not.toBe(second);
    expect(draw()).toEqual([first, second]);
  });

  test('sleep passes virtual time', () => {
    expect(aScriptHost().evaluate('var before = Date.now(); Utilities.sleep(1234); return Date.now() - before;')).toBe(1234);
  });

  test('what the script logs is told', () => {
    const { logs } = aScriptHost().host.rpc(OWNER, 'evaluateText', ["console.warn('a', { b: 1 }, [2], null, undefined); Logger.log('%s is %s', 'x', 7); return Logger.getLog();"]);

    expect(logs).toEqual([{ source: 'console.warn', text: 'a {"b":1} [2] null undefined' }, { source: 'Logger.log', text: 'x is 7' }]);
  });
});

describe('dates as Java writes them', () => {
  const instant = Date.UTC(2026, 2, 8, 17, 5, 9, 42); // Sunday

  test.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', 'UTC', '2026-03-08 17:05:09.042'],
    ['yy/M/d', 'Asia/Shanghai', '26/3/9'],
    ['EEE, d MMM yyyy', 'UTC', 'Sun, 8 Mar 2026'],
    ['EEEE, MMMM', 'Asia/Tokyo', 'Monday, March'],
    ['h:mm a, K k', 'UTC', '5:05 PM, 5 17'],
    ['h K k H', 'GMT+7', '12 0 24 0'],
    ['D F w u', 'UTC', '67 2 11 7'],
    ['Z X XX XXX', 'Asia/Kolkata', '+0530 +05 +0530 +05:30'],
    ['Z X XXX', 'UTC', '+0000 Z Z'],
    ['z', 'GMT+8', 'GMT+8'],
    ["yyyy'年'M'月'd'日'", 'UTC', '2026年3月8日'],
    ["h 'o''clock' ''", 'UTC', "5 o'clock '"],
    ['HH:mm', 'America/New_York', '13:05'],
    ['G yyyy', 'UTC', 'AD 2026'],
  ])('%s in %s', (pattern, zone, text) => {
    expect(formatJavaDate(instant, zone, pattern)).toBe(text);
  });

  test.each([['2026-12-27', '1'], ['2026-12-26', '52'], ['2026-01-01', '1'], ['2026-01-04', '2']])('%s is in week %s', (day, week) => {
    expect(formatJavaDate(Date.parse(day), 'UTC', 'w')).toBe(week);
  });
});

describe('civil time', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'GMT-3', 'GMT+05:30');
  const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

  test('an instant comes back from what the clocks show, save in an hour shown twice', () => {
    fc.assert(fc.property(instants, zones, (drawn, zone) => {
      const instant = Math.floor(drawn / 60_000) * 60_000;
      const back = instantOf(civilTimeAt(instant, zone), zone);
      if (back !== instant) expect(civilTimeAt(back, zone)).toEqual(civilTimeAt(instant, zone));
      expect(instant - back).toBeGreaterThanOrEqual(0);
      expect(instant - back).toBeLessThanOrEqual(3_600_000);
    }));
  });

  test.each([['Asia/Shanghai', 8], ['GMT-3', -3], ['GMT+05:30', 5.5], ['Etc/GMT+3', -3]])('%s is %d hours ahead of UTC', (zone, hours) => {
    expect(offsetAt(Date.UTC(2026, 0, 1), zone)).toBe(hours * 3_600_000);
  });
});

test('any table survives being written as CSV and parsed', () => {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const tables = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(tables, (table) => {
    expect(parseCsv(table.map((row) => row.map(quote).join(';')).join('\n') + '\n', ';')).toEqual(table);
  }));
});
