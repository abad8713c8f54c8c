import type { Dimension } from '../document/span.ts';
import { contentHeight, DEFAULT_ROW_HEIGHT, fontOf, textPixels } from '../document/text-size.ts';
import { formatValue } from './number-format.ts';
import type { SheetView } from './view.ts';

const textOf = (view: SheetView, row: number, column: number, locale: string): string | undefined => {
  const value = view.effective(row, column);
  return value && formatValue(value, view.cell(row, column)?.format, locale);
};

/** Google fits an empty row back to the height of a new one. */
const rowPixels = (view: SheetView, row: number, locale: string): number | undefined => {
  const height = contentHeight(view.sheet, row, view.width(row), (column) => {
    const text = textOf(view, row, column, locale);
    return text ? { text, wraps: view.effective(row, column)?.stringValue !== undefined } : undefined;
  });
  return height ?? (view.sheet.rows[row]?.pixelSize === undefined ? undefined : DEFAULT_ROW_HEIGHT);
};

const columnPixels = (view: SheetView, column: number, locale: string): number | undefined => {
  let largest: number | undefined;
  for (let row = 0; row < view.height; row += 1) {
    const text = textOf(view, row, column, locale);
    if (!text) continue;
    const font = fontOf(view.cell(row, column)?.format);
    for (const line of text.split('\n')) {
      largest = Math.max(largest ?? 0, Math.ceil(textPixels(line, font) + 7));
    }
  }
  return largest;
};

/** The size that shows a row's or column's content, estimated; undefined where there is nothing to change. */
export const contentPixels = (
  view: SheetView,
  dimension: Dimension,
  index: number,
  locale: string,
): number | undefined =>
  dimension === 'ROWS' ? rowPixels(view, index, locale) : columnPixels(view, index, locale);
