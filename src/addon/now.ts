import { serialOfIsoDate } from '../kpi/calendar.ts';

/** A moment as the spreadsheet's zone shows it. */
export type Now = {
  /** Serial day with the time as its fraction. */
  readonly serial: number;
  /** Serial day. */
  readonly day: number;
  /** 0–23 */
  readonly hour: number;
};

/**
 * The present moment in the spreadsheet's zone. The script's own zone is never used.
 * @param timeZone Zone of the spreadsheet.
 */
export function nowIn(timeZone: string): Now {
  const text = Utilities.formatDate(new Date(), timeZone, "yyyy-MM-dd'T'HH:mm:ss");
  const day = serialOfIsoDate(text.slice(0, 10)) ?? 0;
  const [hour = 0, minute = 0, second = 0] = text.slice(11).split(':').map(Number);
  return { day, hour, serial: day + (hour * 3600 + minute * 60 + second) / 86_400 };
}
