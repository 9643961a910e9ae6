import type { CellFormat } from '../sheets/schema/api';
import type { SnapshotStyle } from '../wire/workbook';

type ColorStyle = NonNullable<CellFormat['backgroundColorStyle']>;

/** The parts of a cell's format that the grid can draw. */
export function styleOf(format: CellFormat): SnapshotStyle {
  const text = format.textFormat ?? {};
  const background = hexColor(format.backgroundColorStyle, format.backgroundColor);
  const color = hexColor(text.foregroundColorStyle, text.foregroundColor);
  const align = ALIGNMENTS[format.horizontalAlignment ?? ''];
  const pattern = format.numberFormat?.pattern;
  return {
    ...(background === undefined ? {} : { background }),
    ...(color === undefined ? {} : { color }),
    ...(text.bold === true ? { bold: true } : {}),
    ...(text.italic === true ? { italic: true } : {}),
    ...(text.fontSize === undefined ? {} : { fontSize: text.fontSize }),
    ...(align === undefined ? {} : { align }),
    ...(format.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(pattern === undefined || pattern === '' ? {} : { pattern }),
  };
}

const ALIGNMENTS: Readonly<Record<string, 'left' | 'center' | 'right'>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };

/** Google's default colours of its theme names. */
const THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000', BACKGROUND: '#ffffff', ACCENT1: '#4285f4', ACCENT2: '#ea4335', ACCENT3: '#fbbc04', ACCENT4: '#34a853', ACCENT5: '#ff6d01', ACCENT6: '#46bdc6', LINK: '#1155cc',
};

/** A channel that is left out is zero; no colour at all is undefined. */
function hexColor(style: ColorStyle | undefined, plain: ColorStyle['rgbColor']): string | undefined {
  if (style?.themeColor !== undefined) return THEME[style.themeColor];
  const color = style?.rgbColor ?? plain;
  if (color === undefined) return undefined;
  return `#${[color.red, color.green, color.blue].map((part) => Math.round((part ?? 0) * 255).toString(16).padStart(2, '0')).join('')}`;
}
