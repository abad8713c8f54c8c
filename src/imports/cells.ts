import type { Cell } from '../kpi/issue.ts';
import { cut } from '../workbook/cells.ts';
import type { DateOrder } from '../workbook/dates.ts';
import { type DecimalMark, isNoFigure, readNumber } from '../workbook/numbers.ts';
import { readExportDate } from './dates.ts';
import type { CellType } from './format.ts';

/** What a file's cells leave open one by one, decided for the file or the column as a whole. */
export type CellContext = {
  readonly mark: DecimalMark;
  readonly order: DateOrder;
  /** A date that only the usual order of the workbook makes clear. */
  readonly guessed?: string;
  /** What 1 means in a column of rates: 1 = all, 100 = a hundredth. */
  readonly unit?: 1 | 100;
};

/** What a cell of a type would look like, for the sentence about one that does not. */
export const EXPECTED: Readonly<Record<CellType, string>> = {
  id: 'abc123',
  text: 'abc',
  count: '1234',
  decimal: '12.5',
  money: '12.50',
  percent: '4.12',
  rate: '4.12%',
  duration: '0:01:30',
  date: '2025-03-15',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they break the XLSX files that people save later
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/;

/** Without invisible signs at both ends; a pattern would try each run of them within a text, too. */
function bareOf(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && (text[from] === "'" || INVISIBLE.test(text[from]!))) from++;
  while (to > from && INVISIBLE.test(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/**
 * An identifier without what spreadsheets put around it: spaces, an apostrophe before a sign that would begin a formula,
 * a formula that keeps it text.
 * @param text Cell as it stands in the file.
 * @returns The identifier; an empty text where there is none.
 * @example trimId(' -pvZz7Zj4QM') //=> '-pvZz7Zj4QM'
 */
export const trimId = (text: string): string => {
  const bare = bareOf(text);
  return /^="[^"]*"$/.test(bare) ? bare.slice(2, -1) : bare;
};

/** Below what a cell of a sheet holds; a Facebook post has up to 63,206 characters. */
const TEXT_LIMIT = 49_000;

function readCount(text: string, context: CellContext): number | undefined {
  const value = readNumber(text, context.mark);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

function readRate(text: string, context: CellContext, unit: number): number | undefined {
  const signed = /[%％]\s*$/.test(text);
  const value = readNumber(signed ? text.replace(/[%％]\s*$/, '') : text, context.mark);
  if (value === undefined) return undefined;
  return signed || unit === 100 ? Number((value / 100).toPrecision(15)) : value;
}

const CLOCK = /^(?:(\d+):)?(\d{1,3}):([0-5]?\d)(?:\.\d+)?$/;
const UNITS = /^(?:(\d+) ?(?:h|小时))? ?(?:(\d+) ?(?:min|m|分钟|分))? ?(?:(\d+) ?(?:sec|s|秒))?$/;

function readDuration(text: string, context: CellContext): number | undefined {
  // "0h:19m:05s" has both.
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/([hm]):(?=\d)/g, '$1 ');
  const parts = CLOCK.exec(folded) ?? UNITS.exec(folded);
  if (!parts) {
    const seconds = readNumber(folded, context.mark);
    return seconds !== undefined && seconds >= 0 ? seconds : undefined;
  }
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * The value of a cell.
 * @param type How to read it.
 * @param text Cell as it stands in the file.
 * @param context Decimal mark of the file and order of its dates.
 * @returns null when there is nothing in it; undefined when it cannot be read.
 * @example readCell('percent', '4.12', { mark: '.', order: null }) //=> 0.0412
 * @example readCell('count', 'many', { mark: '.', order: null }) //=> undefined
 */
export function readCell(type: CellType, text: string, context: CellContext): Cell | undefined {
  if (type === 'text') return cut(text.replace(UNPRINTABLE, ' ').trim(), TEXT_LIMIT) || null;
  if (type === 'id') return isNoFigure(trimId(text)) ? null : trimId(text);
  if (isNoFigure(text)) return null;
  switch (type) {
    case 'count':
      return readCount(text, context);
    case 'decimal':
    case 'money':
      return readNumber(text, context.mark);
    case 'percent':
      return readRate(text, context, 100);
    case 'rate':
      return readRate(text, context, context.unit ?? 1);
    case 'duration':
      return readDuration(text, context);
    case 'date':
      return readExportDate(text, context.order);
  }
}
