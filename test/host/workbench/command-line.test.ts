import { parseFlags } from '../../../host/workbench/command-line';

const NONE = { empty: false, demo: null, workbook: null, port: null, json: false };

test.each<[string[], object]>([
  [[], NONE],
  [['--empty', '--json'], { ...NONE, empty: true, json: true }],
  [['--demo', 'superstore', '--no-open'], { ...NONE, demo: 'superstore' }],
  [['--workbook', 'my archive.guidang', '--port=8080'], { ...NONE, workbook: 'my archive.guidang', port: 8080 }],
])('%j is understood', (args, flags) => {
  expect(parseFlags(args)).toEqual(flags);
});

test.each([
  [['--colour'], /Unknown option '--colour'\. The flags are --empty/],
  [['archive'], /Unexpected argument 'archive'/],
  [['--port'], /'--port <value>' argument missing/],
  [['--port', '0'], '--port needs a number from 1 to 65535, not "0".'],
  [['--port', '70000'], '--port needs a number'],
  [['--port', '80a'], '--port needs a number'],
  [['--workbook', ''], '--workbook needs the name of a file.'],
  [['--empty', '--demo', 'x'], 'Say either --empty or --demo, not both.'],
])('%j is refused in a plain sentence', (args, message) => {
  expect(() => parseFlags(args)).toThrow(message);
  expect(() => parseFlags(args)).toThrow(expect.objectContaining({ name: 'PlainError' }));
});
