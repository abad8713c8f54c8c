/** How much room text takes in a cell, estimated from Arial's widths: there is no screen here to measure on. */
import { cellAt } from './cell.ts';
import type { JsonObject, SheetState } from './model.ts';

/** Google's default row height and column width, in pixels. */
export const DEFAULT_ROW_HEIGHT = 21;
export const DEFAULT_COLUMN_WIDTH = 100;

/** Widths in thousandths of the font size, by kind of character; the first that fits counts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  // Marks stand above or below the letter before them (Thai vowels, accents); joiners show nothing.
  [/\p{M}|[\u200b-\u200f\u2060]/u, 0],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u, 1000],
  [/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3ffff}]/u, 1300],
  [/[iIjl.,:;'|! ]/, 278],
  [/[frt()[\]{}/\\-]/, 333],
  [/[ckszJvxy]/, 500],
  [/[mM]/, 833],
  [/[wW]/, 850],
  [/[A-Z&]/, 667],
];
const OTHER = 556;
/** Bold Arial is about this much wider. */
const BOLD = 1.07;
/** Left and right padding of a cell together. */
const PADDING = 6;

const known = new Map<string, number>();

function letterWidth(letter: string): number {
  let width = known.get(letter);
  if (width === undefined) {
    // Digits and letters are also "extended pictographic" with a keycap: the plain ones come first.
    width = /[0-9#*©®]/.test(letter) ? OTHER : (WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER);
    known.set(letter, width);
  }
  return width;
}

export type Font = { fontSize: number; bold: boolean };

/** The font of a `CellFormat`; 10 points where it names no size. */
export function fontOf(format: JsonObject | undefined): Font {
  const text = format?.textFormat as JsonObject | undefined;
  return { fontSize: typeof text?.fontSize === 'number' ? text.fontSize : 10, bold: text?.bold === true };
}

const scale = (font: Font): number => ((font.fontSize * (96 / 72)) / 1000) * (font.bold ? BOLD : 1);

/**
 * The width of one line of text.
 * @param font Size in points.
 * @returns Pixels at 96 dpi, without padding.
 * @example textPixels('iPhone', { fontSize: 10, bold: false }) // about 37
 */
export function textPixels(text: string, font: Font): number {
  return unitsOf(text) * scale(font);
}

/** Words with the blanks that follow them; scripts without blanks between words may break at every letter. */
const PIECES =
  /[\u0e00-\u0eff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]\p{M}*[\s，。、！？；：）」』】》]*|[^\s\u0e00-\u0eff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+\s*|\s+/gu;

/**
 * The number of lines that text needs in a column.
 * @param width Width of the column in pixels, its padding included.
 * @returns 1 or more; line breaks in the text count.
 * @example wrappedLines('two words', 50, { fontSize: 10, bold: false }) // 2
 */
export function wrappedLines(text: string, width: number, font: Font): number {
  const room = Math.max(width - PADDING, 1) / scale(font);
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += paragraphLines(paragraph, room);
  return lines;
}

function paragraphLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of paragraph.matchAll(PIECES)) {
    // Blanks at the end of a line hang over its edge.
    const word = unitsOf(piece.trimEnd());
    if (used > 0 && used + word > room) {
      lines += 1;
      used = 0;
    }
    if (word > room) {
      const { more, rest } = brokenWord(piece.trimEnd(), room);
      lines += more;
      used = rest;
    } else used += unitsOf(piece);
  }
  return lines;
}

/** A word that is wider than the column breaks wherever its edge is. */
function brokenWord(word: string, room: number): { more: number; rest: number } {
  let more = 0;
  let rest = 0;
  for (const letter of word) {
    const width = letterWidth(letter);
    if (rest > 0 && rest + width > room) {
      more += 1;
      rest = 0;
    }
    rest += width;
  }
  return { more, rest };
}

function unitsOf(text: string): number {
  let units = 0;
  for (const letter of text) units += letterWidth(letter);
  return units;
}

/** Scripts whose fonts have taller lines than Arial. */
const TALL = /[\u0e00-\u0eff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

const linesPixels = (lines: number, fontSize: number, text: string): number =>
  Math.ceil(fontSize * 1.7) + 4 + (lines - 1) * Math.ceil(fontSize * (TALL.test(text) ? 2 : 1.6));

/** What a cell shows, and whether it is text: numbers do not wrap. */
export type Shown = { text: string; wraps: boolean };

/**
 * The height that the content of a row asks for, as Google fits a row to its data: wrapped text by the width of its
 * column, other text by its own line breaks; merged cells ask for nothing.
 * @param shown What the cell of a column shows; undefined for an empty one.
 * @param width Columns to look at, counted from the left.
 * @param wider How much wider than Arial the font may be, where text needs more than one line anyway.
 * @returns Pixels; undefined when the row shows nothing outside merged cells.
 */
export function contentHeight(
  sheet: SheetState,
  row: number,
  width: number,
  shown: (column: number) => Shown | undefined,
  wider = 1,
): number | undefined {
  const merges = sheet.merges.filter((merge) => row >= merge.startRow && row < merge.endRow);
  let largest: number | undefined;
  for (let column = 0; column < width; column++) {
    if (sheet.columns[column]?.hiddenByUser) continue;
    const cell = shown(column);
    if (!cell?.text) continue;
    if (merges.some((merge) => column >= merge.startColumn && column < merge.endColumn)) continue;
    const format = cellAt(sheet, row, column)?.format;
    const font = fontOf(format);
    const wraps = cell.wraps && format?.wrapStrategy === 'WRAP';
    const room = sheet.columns[column]?.pixelSize ?? DEFAULT_COLUMN_WIDTH;
    let lines = wraps ? wrappedLines(cell.text, room, font) : cell.text.split('\n').length;
    // What fits one line stays on one: labels are narrow, and half of their rows would be empty.
    if (wraps && lines > 1 && wider > 1) lines = wrappedLines(cell.text, room / wider, font);
    largest = Math.max(largest ?? DEFAULT_ROW_HEIGHT, linesPixels(lines, font.fontSize, cell.text));
  }
  return largest;
}
