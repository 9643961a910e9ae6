import fc from 'fast-check';
import { parseCsv } from '../../../host/demos/csv';

test.each([
  ['plain cells', 'a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['no line end after the last line', 'a,b\n1,2', [{ a: '1', b: '2' }]],
  ['line ends of Windows', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
  ['commas, quotes and line ends in quotes', 'a,b\n"1,5","2 ""inches""\nlong"\n', [{ a: '1,5', b: '2 "inches"\nlong' }]],
  ['empty cells, quoted or not', 'a,b,c\n,"",\n', [{ a: '', b: '', c: '' }]],
  ['a first line alone', 'a,b\n', []],
  ['nothing at all', '', []],
])('reads %s', (_, text, lines) => {
  expect(parseCsv(text)).toEqual(lines);
});

test.each([
  ['a short line', 'a,b\n1,2\n3\n', 'Line 3 has 1 cells, the first line has 2.'],
  ['a long line', 'a\n1,2\n', 'Line 2 has 2 cells, the first line has 1.'],
  ['a quote that is never closed', 'a,b\n1,"2\n', 'Character 7 begins no cell'],
  ['a quote inside plain text', 'a\n5"\n', 'Character 3 begins no cell'],
])('refuses %s', (_, text, message) => {
  expect(() => parseCsv(text)).toThrow(message);
});

test('reads back any texts that are written as quoted cells', () => {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 20 }), (rows) => {
    const text = ['a,b', ...rows.map((cells) => cells.map(quoted).join(','))].join('\r\n');
    expect(parseCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
  }));
});
