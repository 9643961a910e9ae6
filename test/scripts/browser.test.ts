import { addressIn, openerFor } from '../../scripts/run/browser.mjs';

test.each`
  line                                                          | address
  ${'Guidang: http://127.0.0.1:4711/ (spreadsheet 1AbC)'}       | ${'http://127.0.0.1:4711/'}
  ${'{"url":"http://127.0.0.1:4711/","spreadsheetId":"1AbC"}'}  | ${'http://127.0.0.1:4711/'}
  ${'Port 4711 is in use.'}                                     | ${null}
`('the address in "$line" is $address', ({ line, address }) => {
  expect(addressIn(line)).toBe(address);
});

test.each`
  flags            | platform    | display  | opener
  ${[]}            | ${'linux'}  | ${true}  | ${['xdg-open']}
  ${[]}            | ${'linux'}  | ${false} | ${null}
  ${[]}            | ${'darwin'} | ${false} | ${['open']}
  ${['--no-open']} | ${'darwin'} | ${false} | ${null}
  ${['--json']}    | ${'linux'}  | ${true}  | ${null}
`('$platform with flags $flags and a display: $display opens by $opener', ({ flags, platform, display, opener }) => {
  expect(openerFor(flags, { platform, display })).toEqual(opener);
});
