/** Texts of the panel "Automation". Times are what the spreadsheet's clocks show, as if that were UTC. */
import { boot } from '../server.ts';

const MOMENT = new Intl.DateTimeFormat(boot.language, {
  timeZone: 'UTC',
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const SECOND = new Intl.DateTimeFormat(boot.language, {
  timeZone: 'UTC',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const WEEK_DAY = new Intl.DateTimeFormat(boot.language, { timeZone: 'UTC', weekday: 'long' });
const NUMBER = new Intl.NumberFormat(boot.language, { maximumSignificantDigits: 3 });
/** A Monday, from which the days of the week are counted. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** Fills the places of a text. @example fill('At {time}', { time: '9:00' }) // 'At 9:00' */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Day and time, with the day of the week. */
export const moment = (wall: number): string => MOMENT.format(wall);

/** Day and time to the second. */
export const second = (wall: number): string => SECOND.format(wall);

/** Name of a day of the week by its ISO number, 1 for Monday. */
export const weekDay = (number: number): string => WEEK_DAY.format(MONDAY + (number - 1) * DAY);

/** Such as `09:05`. */
export function clockTime(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Milliseconds as seconds with three digits that count. */
export const inSeconds = (milliseconds: number): string => NUMBER.format(milliseconds / 1000);

/** A time as a field for day and time has it, and back. */
export const toField = (wall: number): string => new Date(wall).toISOString().slice(0, 16);
export const fromField = (text: string): number => Date.parse(`${text}:00Z`);
