import Papa from 'papaparse';
import type { Issue } from '../kpi/issue.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const LINES_LOOKED_AT = 100;

/** How often each delimiter stands outside quotes, line by line. */
function countsByLine(text: string): number[][] {
  const lines: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let quoted = false;
  let filled = false;
  for (let i = 0; i < text.length && lines.length < LINES_LOOKED_AT; i++) {
    const character = text[i]!;
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) {
      if (filled) lines.push(counts);
      counts = DELIMITERS.map(() => 0);
      filled = false;
      continue;
    } else if (!quoted) {
      const which = DELIMITERS.indexOf(character as ',');
      if (which >= 0) counts[which]!++;
    }
    filled = true;
  }
  if (filled) lines.push(counts);
  return lines;
}

/** Number of lines that agree on a count of this delimiter above zero, and that count. */
function agreement(counts: readonly number[]): { readonly lines: number; readonly count: number } {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let best = { lines: 0, count: 0 };
  for (const [count, number] of lines) {
    if (number > best.lines || (number === best.lines && count > best.count)) best = { lines: number, count };
  }
  return best;
}

/**
 * The delimiter of a text table: the one on whose count per line most lines agree, outside quotes.
 * @param text Text with `\n` line ends.
 * @returns Comma when nothing speaks for another.
 * @example detectDelimiter('a;b\n1,5;2,5\n') //=> ';'
 */
export function detectDelimiter(text: string): string {
  const lines = countsByLine(text);
  let best: string = ',';
  let most = { lines: 0, count: 0 };
  DELIMITERS.forEach((delimiter, which) => {
    const found = agreement(lines.map((counts) => counts[which]!));
    if (found.lines > most.lines || (found.lines === most.lines && found.count > most.count)) {
      best = delimiter;
      most = found;
    }
  });
  return best;
}

/** Excel's own first line `sep=;` names the delimiter; spreadsheets do not show it as a row. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?\n/i;

/**
 * Splits the text of a CSV file into cells. Line ends inside quoted cells become `\n`.
 * @param text Decoded text, without byte order mark.
 * @returns Rows of cells, blank lines as rows of one empty cell, and what parts the cells; or FILE_TRUNCATED (a quote is never closed) or
 *   FILE_QUOTE (text after a closing quote: cells would be joined wrongly), each naming the row.
 * @example parseCsv('a,b\n"1,5",2\n') //=> { rows: [['a', 'b'], ['1,5', '2']], delimiter: ',' }
 */
export function parseCsv(
  text: string,
): { readonly rows: string[][]; readonly delimiter: string } | { readonly issue: Issue } {
  const unified = text.replace(/\r\n?/g, '\n');
  const named = SEPARATOR_LINE.exec(unified);
  const body = (named ? unified.slice(named[0].length) : unified).replace(/\n$/, '');
  const delimiter = named?.[1] ?? detectDelimiter(body);
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: '\n', skipEmptyLines: false });
  const wrong = parsed.errors.find((error) => error.type === 'Quotes');
  if (wrong) {
    const code = wrong.code === 'MissingQuotes' ? 'FILE_TRUNCATED' : 'FILE_QUOTE';
    return { issue: { code, values: { row: (wrong.row ?? 0) + 1 } } };
  }
  return { rows: parsed.data, delimiter };
}
