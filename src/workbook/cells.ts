import type { Cell } from '../kpi/issue.ts';
import { type DateOrder, dateOrderOf, readDate } from './dates.ts';
import { type DecimalMark, decimalMarkOf, isNoFigure, readNumber } from './numbers.ts';

// 1899-12-31 and 9999-12-31: a number beyond them was never meant as a day.
const FIRST_DAY = 1;
const LAST_DAY = 2_958_465;

/** Characters that a cell of a sheet holds at most. */
export const CELL_LIMIT = 50_000;

/**
 * The beginning of a text.
 * @param text Any text.
 * @param limit Characters that may remain; by default those of a cell.
 * @returns The text, without half a sign at its end.
 * @example cut('abc', 2) //=> 'ab'
 */
export const cut = (text: string, limit = CELL_LIMIT): string =>
  text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');

const PERCENT = /^(\(?)(.*)[%％](\)?)$/;

/**
 * A number out of a cell, also where people typed it as text: `1,234`, `12%`, `¥1.2万`, `US$5`, `(12)`, `1.2K`,
 * full-width digits.
 * @param cell Value as read; a cell that is not there is an empty one.
 * @param usual Decimal mark of texts that do not show theirs: `1.234` and `1,234` may be either.
 * @returns The number; null for an empty cell and for a dash that stands for none; undefined for what is no number.
 * @example numberOfCell('12%') //=> 0.12
 * @example numberOfCell('1.234,5') //=> 1234.5
 */
export function numberOfCell(cell: Cell | undefined, usual: DecimalMark = '.'): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return undefined;
  if (isNoFigure(cell)) return null;
  const text = cell.normalize('NFKC').replace(/\s/g, '');
  const percent = PERCENT.exec(text);
  const bare = percent === null ? text : `${percent[1]}${percent[2]}${percent[3]}`;
  const value = readNumber(bare, decimalMarkOf([bare], usual));
  return value === undefined || percent === null ? value : Number((value / 100).toPrecision(15));
}

function isDay(serial: number): boolean {
  return serial >= FIRST_DAY && serial < LAST_DAY + 1;
}

/** `20261122`, as some systems write days. */
function dayOfDigits(value: number): number | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value));
  return parts === null ? undefined : readDate(`${parts[1]}-${parts[2]}-${parts[3]}`, null);
}

const NUMERIC_DATE = /^(\d{1,2})([/.-])(\d{1,2})\2\d{4}\b/;

/** A number above 12 is a day, and with points the day comes first wherever people write so. */
function orderShownBy(text: string): DateOrder {
  return NUMERIC_DATE.exec(text)?.[2] === '.' ? 'dmy' : dateOrderOf([text]);
}

/**
 * Whether a date says by itself neither which number is the day nor that it makes no difference.
 * @param text Cell as read.
 * @example isTwoDates('03/04/2026') //=> true
 */
export function isTwoDates(text: string): boolean {
  const folded = text.normalize('NFKC').trim();
  const parts = NUMERIC_DATE.exec(folded);
  if (parts === null || orderShownBy(folded) !== null) return false;
  return Number(parts[1]) <= 12 && Number(parts[3]) <= 12 && Number(parts[1]) !== Number(parts[3]);
}

/**
 * A date, with its time as the fraction of the day, out of a cell, also where people typed it as text: `2026-11-22`,
 * `2026/11/22`, `22.11.2026`, `Nov 22, 2026`, `2026年11月22日`, `20261122`.
 * @param cell Value as read; a cell that is not there is an empty one.
 * @param order How to read `03/04/2026`; null where nothing says it. Days above 12 and points show it by themselves.
 * @returns Serial number; null for an empty cell; undefined for what is no date.
 * @example dateOfCellText('2026-11-22 12:00') //=> 46348.5
 */
export function dateOfCellText(cell: Cell | undefined, order: DateOrder = null): number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return isDay(cell) ? cell : dayOfDigits(cell);
  if (typeof cell === 'boolean') return undefined;
  if (isNoFigure(cell)) return null;
  const text = cell.normalize('NFKC').trim();
  if (/^\d{8}$/.test(text)) return dayOfDigits(Number(text));
  if (order === null && isTwoDates(text)) return undefined;
  // What is the same in both orders, such as 05/05/2026, needs none.
  const serial = readDate(text, orderShownBy(text) ?? order ?? 'dmy');
  return serial !== undefined && isDay(serial) ? serial : undefined;
}

/**
 * A day out of a cell, as `dateOfCellText`, without its time.
 * @param cell Value as read; a cell that is not there is an empty one.
 * @param order How to read `03/04/2026`; null where nothing says it.
 * @returns Serial day; null for an empty cell; undefined for what is no day.
 * @example dayOfCellText('2026-11-22') //=> 46348
 */
export function dayOfCellText(cell: Cell | undefined, order: DateOrder = null): number | null | undefined {
  const serial = dateOfCellText(cell, order);
  return typeof serial === 'number' ? Math.floor(serial) : serial;
}

const ERRORS = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
  '#SPILL!',
  '#CYCLE',
]);

/**
 * Whether a cell shows that its formula failed.
 * @param cell Value as read.
 * @example isErrorCell('#REF!') //=> true
 */
export function isErrorCell(cell: Cell): boolean {
  return typeof cell === 'string' && cell.startsWith('#') && ERRORS.has(cell.trim().toUpperCase());
}

/**
 * Text of a cell, such as an identifier that a person's sheet made a number of.
 * @param cell Value as read; a cell that is not there is an empty one.
 * @returns The text without outer spaces; an empty text for an empty cell.
 * @example textOfCell(12) //=> '12'
 */
export function textOfCell(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
