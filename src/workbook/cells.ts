import { serialOfIsoDate } from '../kpi/calendar.ts';
import type { Cell } from '../kpi/issue.ts';

/**
 * A number out of a cell, also where people typed it as text: `1,234`, `12%`, `¥1,200`, full-width digits.
 * @param cell Value as read.
 * @returns The number; null for an empty cell; undefined for what is no number.
 * @example numberOfCell('12%') //=> 0.12
 */
export function numberOfCell(cell: Cell): number | null | undefined {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return undefined;
  const text = cell
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/^[^\d.+-]{1,3}(?=[\d.])/, '');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(%|万)?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  if (match[2] === '%') return value / 100;
  return match[2] === '万' ? value * 10_000 : value;
}

/**
 * A day out of a cell, also where people typed it as text (`2026-11-22`, `2026/11/22`, `2026年11月22日`).
 * @param cell Value as read; a cell that is not there is an empty one.
 * @returns Serial day; null for an empty cell; undefined for what is no day.
 * @example dayOfCellText('2026-11-22') //=> 46348
 */
export function dayOfCellText(cell: Cell | undefined): number | null | undefined {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return Math.floor(cell);
  if (typeof cell === 'boolean') return undefined;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell.normalize('NFKC').trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return serialOfIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? undefined;
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
