/** Widths of letters in ems, roughly those of Roboto and Arial; an SVG has no ellipsis of its own. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[iljtfrI.,:;'!|()[\] ]/;
const BROAD = /[mwMW@%—]/;

function letterWidth(letter: string): number {
  if (WIDE.test(letter)) return 1.02;
  if ((letter.codePointAt(0) ?? 0) > 0xffff) return 1.3;
  if (NARROW.test(letter)) return 0.34;
  if (BROAD.test(letter)) return 0.92;
  return /[A-Z]/.test(letter) ? 0.7 : 0.58;
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * fontSize;
}

/** As much of a text as fits, with an ellipsis where something is left out. */
export function fitLine(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, fontSize) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Where a line may end: after a blank or a slash, and beside a wide letter. */
function pieces(text: string): string[] {
  return text.match(/[^\s/\-·]*[\s/\-·]+|[^\s/\-·]+/g)?.flatMap((word) => splitWide(word)) ?? [];
}

function splitWide(word: string): string[] {
  return [...word].some((letter) => WIDE.test(letter)) ? [...word] : [word];
}

/**
 * A text in at most two lines.
 * @param width Room in pixels.
 * @param fontSize Size of the letters in pixels.
 * @returns The lines; the second with an ellipsis where the text is longer than both.
 * @example twoLines('GMV', 100, 13) //=> ['GMV']
 */
export function twoLines(text: string, width: number, fontSize: number): string[] {
  if (textWidth(text, fontSize) <= width) return [text];
  let first = '';
  for (const piece of pieces(text)) {
    if (textWidth((first + piece).trimEnd(), fontSize) > width) break;
    first += piece;
  }
  // One long word: broken where the line ends.
  if (first === '') {
    for (const letter of text) {
      if (textWidth(first + letter, fontSize) > width) break;
      first += letter;
    }
  }
  const rest = text.slice(first.length).trim();
  return rest === '' ? [first.trimEnd()] : [first.trimEnd(), fitLine(rest, width, fontSize)];
}
