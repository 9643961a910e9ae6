import { format } from 'numfmt';
import type { CellFormat } from '../schema/api';
import type { Cell } from '../store/workbook';

/** What a formula cell shows, since nothing is calculated here. assumed: closest to an error cell of Google's. */
export const NOT_EVALUATED = '#NOT_EVALUATED';

const DATE_TYPES = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** assumed: patterns of number format types given without one, by language; Google derives them from the locale. */
const DEFAULT_PATTERNS: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00', PERCENT: '0.00%', CURRENCY: '$#,##0.00', TIME: 'h:mm:ss AM/PM', SCIENTIFIC: '0.00E+00', TEXT: '@',
};

export function isDateFormat(cellFormat: CellFormat | undefined): boolean {
  return DATE_TYPES.has(cellFormat?.numberFormat?.type ?? '');
}

export function isTextFormat(cellFormat: CellFormat | undefined): boolean {
  return cellFormat?.numberFormat?.type === 'TEXT';
}

/** What the cell shows. */
export function shownText(cell: Cell, cellFormat: CellFormat | undefined, locale: string): string {
  switch (typeof cell) {
    case 'string': return cell;
    case 'boolean': return cell ? 'TRUE' : 'FALSE';
    case 'number': return shownNumber(cell, cellFormat, locale);
    default: return cell === null ? '' : NOT_EVALUATED;
  }
}

function shownNumber(value: number, cellFormat: CellFormat | undefined, locale: string): string {
  const numberFormat = cellFormat?.numberFormat;
  if (numberFormat === undefined || numberFormat.type === 'TEXT') return generalText(value);
  const pattern = numberFormat.pattern ?? defaultPattern(numberFormat.type ?? '', locale);
  if (pattern === undefined || pattern === '' || /^general$/i.test(pattern)) return generalText(value);
  // A thousands separator of numfmt's own default locale would be a no-break space.
  return format(pattern, value, { leap1900: false, dateSpanLarge: true, locale: locale.startsWith('zh') ? 'zh' : 'en', throws: false });
}

function generalText(value: number): string {
  return format('General', value, { throws: false });
}

function defaultPattern(type: string, locale: string): string | undefined {
  const chinese = locale.startsWith('zh');
  if (type === 'DATE') return chinese ? 'yyyy/m/d' : 'm/d/yyyy';
  if (type === 'DATE_TIME') return chinese ? 'yyyy/m/d h:mm:ss' : 'm/d/yyyy h:mm:ss';
  if (type === 'CURRENCY' && chinese) return '"¥"#,##0.00';
  return DEFAULT_PATTERNS[type];
}
