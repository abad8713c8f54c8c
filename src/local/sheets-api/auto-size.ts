import type { JsonObject } from '../document/model.ts';
import type { Dimension } from '../document/span.ts';
import { formatValue } from './number-format.ts';
import type { SheetView } from './view.ts';

/** Widths of Arial's characters in thousandths of the font size, by kind of character. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iIjl.,:;'|! ]/, 278],
  [/[frt()[\]{}/\\-]/, 333],
  [/[mM]/, 833],
  [/[wW]/, 850],
  [/[A-Z&]/, 667],
  [/[\u2e80-\uffef]/, 1000],
];
const OTHER = 556;

const textPixels = (text: string, fontSize: number): number => {
  let units = 0;
  for (const letter of text) units += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER;
  return (units / 1000) * fontSize * (96 / 72);
};

const fontSizeOf = (format: JsonObject | undefined): number => {
  const text = format?.textFormat as JsonObject | undefined;
  return typeof text?.fontSize === 'number' ? text.fontSize : 10;
};

/** The size that shows a row's or column's content, estimated; undefined where there is none. */
export const contentPixels = (
  view: SheetView,
  dimension: Dimension,
  index: number,
  locale: string,
): number | undefined => {
  let largest: number | undefined;
  const look = (row: number, column: number): void => {
    const value = view.effective(row, column);
    const format = view.cell(row, column)?.format;
    const text = value && formatValue(value, format, locale);
    if (!text) return;
    const lines = text.split('\n');
    const size = fontSizeOf(format);
    const pixels =
      dimension === 'ROWS'
        ? lines.length * Math.ceil(size * 1.7) + 4
        : Math.max(...lines.map((line) => textPixels(line, size))) + 7;
    largest = Math.max(largest ?? 0, Math.ceil(pixels));
  };
  if (dimension === 'ROWS') for (let c = 0; c < view.width(index); c += 1) look(index, c);
  else for (let r = 0; r < view.height; r += 1) look(r, index);
  return largest;
};
