/**
 * The layers hold because the compiler refuses to compile what crosses them (ARCHITECTURE.md). Here forbidden one-liners are
 * compiled as if they stood in a folder, with the folder's own options, and must be refused; a lawful line must pass.
 */
import { compileIn } from './architecture/compile-in';

const NO_SUCH_NAME = 2304;
const NO_SUCH_NAME_WANTS_LIB = 2584;
const NO_SUCH_NAME_WANTS_NODE = 2591;
const NOT_IN_THIS_TARGET = 2550;
const NOT_OF_THIS_PROJECT = 6307;

const google = { name: 'a Google name', code: 'SpreadsheetApp.getActive();', refused: NO_SUCH_NAME };
const sheets = { name: 'the Sheets service', code: 'export const s = Sheets.Spreadsheets;', refused: NO_SUCH_NAME };
const laterThan2020 = { name: 'a method later than ES2020', code: '"a".replaceAll("a", "b");', refused: NOT_IN_THIS_TARGET };
const node = { name: 'a name of Node', code: 'process.exit();', refused: NO_SUCH_NAME_WANTS_NODE };
const page = { name: 'the page', code: 'document.title;', refused: NO_SUCH_NAME_WANTS_LIB };
const timer = { name: 'a timer', code: 'setTimeout(() => {}, 1);', refused: NO_SUCH_NAME };
const ambient = { name: 'the console', code: 'console.log(1);', refused: NO_SUCH_NAME_WANTS_LIB };
const network = { name: 'fetch', code: 'fetch("x");', refused: NO_SUCH_NAME };

/** An import of whatever module stands in that folder. */
const imports = (folder: string) => ({ name: `an import of ${folder}`, importOf: folder, refused: NOT_OF_THIS_PROJECT });
const lawfulImport = (folder: string) => ({ name: `an import of ${folder}`, importOf: folder });

const LAYERS = [
  {
    folder: 'src/domain',
    refused: [google, sheets, laterThan2020, node, page, timer, ambient, network, imports('src/contract'), imports('src/app/ports'), imports('src/sheets')],
    lawful: [{ name: 'plain arithmetic', code: 'export const half = (n: number): number => n / 2;' }],
  },
  {
    folder: 'src/contract',
    refused: [google, node, page, imports('src/app/ports'), imports('src/sheets'), imports('sidebar')],
    lawful: [lawfulImport('src/domain')],
  },
  {
    folder: 'src/app/ports',
    refused: [google, imports('src/app'), imports('src/sheets'), imports('src/google')],
    lawful: [lawfulImport('src/domain'), lawfulImport('src/contract')],
  },
  {
    folder: 'src/app',
    refused: [google, sheets, ambient, timer, imports('src/google'), imports('src/sheets'), imports('src/entry'), imports('sidebar')],
    lawful: [lawfulImport('src/app/ports'), lawfulImport('src/domain')],
  },
  {
    folder: 'src/sheets',
    refused: [google, sheets, imports('src/google'), imports('src/app'), imports('src/entry')],
    lawful: [lawfulImport('src/app/ports'), lawfulImport('src/domain')],
  },
  {
    folder: 'src/google',
    refused: [network, page, node, timer, imports('src/app'), imports('src/entry')],
    lawful: [google, lawfulImport('src/app/ports'), lawfulImport('src/sheets')],
  },
  {
    folder: 'src/entry',
    refused: [network, page, node, imports('sidebar'), imports('host')],
    lawful: [google, lawfulImport('src/app'), lawfulImport('src/google')],
  },
  {
    folder: 'sidebar',
    refused: [google, node, imports('src/app'), imports('src/sheets'), imports('src/google'), imports('src/entry'), imports('host')],
    lawful: [page, lawfulImport('src/contract'), lawfulImport('src/domain')],
  },
  {
    folder: 'host',
    refused: [google, page, imports('src/domain'), imports('src/contract'), imports('src/entry'), imports('sidebar')],
    lawful: [node],
  },
  {
    folder: 'host/wire',
    refused: [google, page, node, imports('host/page'), imports('src/contract')],
    lawful: [{ name: 'plain arithmetic', code: 'export const half = (n: number): number => n / 2;' }],
  },
  {
    folder: 'host/page',
    refused: [imports('host/workbench'), imports('src/contract'), imports('sidebar')],
    lawful: [page, lawfulImport('host/wire')],
  },
] as const;

describe.each(LAYERS)('$folder', ({ folder, refused, lawful }) => {
  const probes = [...refused, ...lawful];
  let codes: readonly (readonly number[])[] = [];
  beforeAll(() => { codes = compileIn(folder, probes); }, 120_000);

  test.each(refused.map((probe, index) => [probe.name, probe.refused, index] as const))('may not hold %s', (_, code, index) => {
    expect(codes[index]).toContain(code);
  });

  test.each(lawful.map((probe, index) => [probe.name, index + refused.length] as const))('may hold %s', (_, index) => {
    expect(codes[index]).toEqual([]);
  });
});
