/** Where wrapped text breaks into lines: at blanks, and between the letters of scripts that have none. */

/** Words with the blanks after them; a letter of Chinese, Japanese, Korean or Thai with the signs that end a phrase. */
const PIECES =
  /[\u0e00-\u0eff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]\p{M}*[\s，。、！？；：）」』】》”]*|[^\s\u0e00-\u0eff\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+[，。、！？；：）」』】》”]*\s*|\s+/gu;

/**
 * Breaks text into the lines that a width has room for.
 * @param text Its own line breaks stay.
 * @param width Pixels.
 * @param measure Width of a text in pixels.
 * @returns Lines without the blanks at their ends; an empty text is one empty line.
 * @example breakLines('目标 GMV', 3, (text) => text.length) // ['目标', 'GMV']
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => paragraphLines(paragraph, width, measure));
}

function paragraphLines(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of paragraph.matchAll(PIECES)) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const parts = brokenWord(piece, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1)!;
  }
  return [...lines, line.trimEnd()];
}

/** A word that is longer than a line breaks anywhere. */
function brokenWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
