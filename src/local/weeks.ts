import { addDays as addLocalDays, format, parse, subDays } from 'date-fns';
import { MILLISECONDS_A_DAY, SERIAL_OF_1970 } from './document/zone.ts';

/** ISO 8601 in date-fns' letters: the year that the week belongs to, and its number. */
const LABEL = "RRRR-'W'II";

/** date-fns reckons in the computer's zone, the host in UTC: the same day of the calendar in either. */
const localDay = (day: Date): Date => new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
const utcDay = (day: Date): Date => new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));

/**
 * Monday of an ISO week.
 * @param label Such as `2026-W47`.
 * @returns Midnight UTC; undefined for a label that names no week.
 */
export function mondayOf(label: string): Date | undefined {
  if (!/^\d{4}-W\d{2}$/.test(label)) return undefined;
  const monday = utcDay(parse(label, LABEL, new Date(2000, 0, 1)));
  // The year may have no week 53; parsed, it would be the first of the next.
  return !Number.isNaN(monday.getTime()) && weekOf(monday) === label ? monday : undefined;
}

/** Label of the ISO week of a UTC day. */
export function weekOf(day: Date): string {
  return format(localDay(day), LABEL);
}

/** Label of the last whole week before a UTC day. */
export function lastWholeWeek(today: Date): string {
  return format(subDays(localDay(today), 7), LABEL);
}

/** Serial number of the Sunday of a week that begins on this Monday, midnight UTC. */
export function sundaySerial(monday: Date): number {
  return monday.getTime() / MILLISECONDS_A_DAY + 6 + SERIAL_OF_1970;
}

/** Midnight UTC of the day that is so many days later, or earlier below 0. */
export function addDays(day: Date, days: number): Date {
  return utcDay(addLocalDays(localDay(day), days));
}
