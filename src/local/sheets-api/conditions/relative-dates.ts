import { MILLISECONDS_A_DAY, SERIAL_OF_1970 } from '../../document/zone.ts';

/** The same day of an earlier month; the last of the month where it has no such day. */
const monthsBefore = (today: number, months: number): number => {
  const date = new Date((today - SERIAL_OF_1970) * MILLISECONDS_A_DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / MILLISECONDS_A_DAY + SERIAL_OF_1970;
};

const DAYS: Readonly<Record<string, (today: number) => number>> = {
  TODAY: (today) => today,
  YESTERDAY: (today) => today - 1,
  TOMORROW: (today) => today + 1,
  PAST_WEEK: (today) => today - 7,
  PAST_MONTH: (today) => monthsBefore(today, 1),
  PAST_YEAR: (today) => monthsBefore(today, 12),
};

/**
 * The days that a `RelativeDate` of the API stands for, as serial numbers. One of the PAST_ is the time from that day
 * until today where a date has to be in it, and that day where a date has to lie before or after.
 * @param today Serial number of the day in the spreadsheet's zone.
 * @example relativeDays('PAST_WEEK', 46348) // { from: 46341, to: 46348 }
 */
export const relativeDays = (name: string, today: number): { from: number; to: number } => {
  const from = DAYS[name]?.(today) ?? Number.NaN;
  return { from, to: name.startsWith('PAST_') ? today : from };
};
