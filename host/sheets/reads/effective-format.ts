import type { CellFormat } from '../schema/api';
import { interned } from '../store/intern';

/** Google's default look of a cell. assumed: the same in every language. */
export const DEFAULT_FORMAT: CellFormat = {
  backgroundColor: { red: 1, green: 1, blue: 1 }, backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
  padding: { top: 2, right: 3, bottom: 2, left: 3 }, verticalAlignment: 'BOTTOM', wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {}, foregroundColorStyle: { rgbColor: {} }, fontFamily: 'Arial', fontSize: 10,
    bold: false, italic: false, strikethrough: false, underline: false,
  },
  hyperlinkDisplayType: 'PLAIN_TEXT',
};

const merged = new WeakMap<CellFormat, CellFormat>();

/** What a cell looks like: the default with the entered format over it. Conditional formats are not computed here. */
export function effectiveFormat(entered: CellFormat | undefined): CellFormat {
  if (entered === undefined) return DEFAULT_FORMAT;
  const known = merged.get(entered);
  if (known !== undefined) return known;
  const effective = interned({ ...DEFAULT_FORMAT, ...entered, textFormat: { ...DEFAULT_FORMAT.textFormat, ...entered.textFormat } });
  merged.set(entered, effective);
  return effective;
}
