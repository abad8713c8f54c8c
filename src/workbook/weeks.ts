import { isoWeekLabel, weekOfLabel } from '../kpi/calendar.ts';
import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from './cells.ts';

const HALF_A_YEAR = 182;
const SHORT = /^(?:(\d{4})[-年 ]?)?(?:w|week ?|第)?(\d{1,2})周?$/i;

function mondayOf(year: number, week: string): number | null {
  return weekOfLabel(`${year}-W${week.padStart(2, '0')}`);
}

/**
 * The week that a cell names, also as people write it among themselves: `W47`, `第47周`, `2026W47`.
 * @param cell Cell as read; a cell that is not there is an empty one.
 * @param monday A day of the week that is reviewed: without a year its year is meant, or the one before for a week that
 *   would lie more than half a year ahead.
 * @returns Its label; an empty text for an empty cell; undefined for what names no week.
 * @example weekOfCell('W47', 46342) //=> '2026-W47'
 */
export function weekOfCell(cell: Cell | undefined, monday: number): string | undefined {
  const text = textOfCell(cell).normalize('NFKC');
  if (text === '') return '';
  const [, year, week = ''] = SHORT.exec(text) ?? [];
  if (week === '') return undefined;
  const present = Number(isoWeekLabel(monday).slice(0, 4));
  const wanted = mondayOf(Number(year ?? present), week);
  const isFar = year === undefined && wanted !== null && wanted > monday + HALF_A_YEAR;
  const found = isFar ? mondayOf(present - 1, week) : wanted;
  return found === null ? undefined : isoWeekLabel(found);
}
