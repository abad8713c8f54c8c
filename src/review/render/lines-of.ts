/** Pixels of letters in the sans-serif of the usual size (10 points), by their width; all others are as wide as a digit. */
const WIDTHS: readonly (readonly [letters: string, pixels: number])[] = [
  ["ijl'|", 3],
  [' ftI.,:;!/[]', 3.8],
  ['r()-“”', 4.5],
  ['ckszvxyJ', 6.7],
  ['ABEKPSVXY', 9],
  ['CDHNRUw', 9.7],
  ['GOQ', 10.5],
  ['mM', 11.2],
  ['W%—…', 13],
];
const DIGIT = 7.5;
const CHINESE = 13.3;
/** What a cell keeps free beside its text. */
const PADDING = 8;
/** Programs round the size of letters to whole pixels, some of them up. */
const ROUNDING = 1.025;

const pixelsBy: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([letters, pixels]) => Array.from(letters, (letter) => [letter, pixels] as const)),
);

function pixelsOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter > '\u2e7f' ? CHINESE : (pixelsBy.get(letter) ?? DIGIT);
  return sum;
}

/** Words with the blanks behind them; Chinese breaks between any two characters. */
const PARTS = /[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+\s*|\s+/gu;

/**
 * Lines that a text needs in merged cells, whose rows no program fits by itself.
 * @param text The text, of the usual size.
 * @param width Pixels of the cells together.
 * @returns 1 or more.
 */
export function linesOf(text: string, width: number): number {
  const room = (width - PADDING) / ROUNDING;
  let [lines, used] = [1, 0];
  for (const part of text.match(PARTS) ?? []) {
    if (used > 0 && used + pixelsOf(part.trimEnd()) > room) {
      lines += 1;
      used = 0;
    }
    used += pixelsOf(part);
    // A word without an end is broken anywhere.
    while (used > room && part.trimEnd().length > 1) {
      lines += 1;
      used -= room;
    }
  }
  return lines;
}
