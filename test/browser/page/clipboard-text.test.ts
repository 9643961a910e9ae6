import fc from 'fast-check';
import { parseClipboardText } from '../../../host/page/grid/clipboard-text';

test.each<[string, string, string[][]]>([
  ['one cell', '张伟', [['张伟']]],
  ['a row', 'a\tb', [['a', 'b']]],
  ['rows that end in a line feed', 'a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]],
  ['line ends of Windows and old Macs', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['a quoted cell with a line feed, a tab and a quote', '"a\nb\t""c"""\td', [['a\nb\t"c"', 'd']]],
  ['a quote that is only a character', '"a" b\tc', [['"a" b', 'c']]],
  ['empty cells', '\ta\n\t', [['', 'a'], ['', '']]],
  ['rows of different length, filled up', 'a\nb\tc', [['a', ''], ['b', 'c']]],
  ['digits that a number would lose', '01234\t110101199003070039', [['01234', '110101199003070039']]],
])('reads %s', (_name, text, rows) => {
  expect(parseClipboardText(text)).toEqual(rows);
});

test('what a spreadsheet copies comes back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', '\t', '\n', ' ') });
  const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  fc.assert(fc.property(block, (rows) => {
    const copied = rows.map((row) => row.map(quoted).join('\t')).join('\n');
    expect(parseClipboardText(`${copied}\n`)).toEqual(rows);
  }));
});
