/** The files of two YouTube accounts, whose totals to date are known for every item and day. */
import { readFileTables } from '../../src/files/read-file.ts';
import { isoDate } from '../../src/kpi/calendar.ts';
import { type Video, youtube } from '../start/export.ts';

export const ACCOUNTS = ['art', 'lab'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** A new item every so many days, and how many of them a file has. */
const EVERY_DAYS = 10;
const IN_FILE = 5;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(day: number): string {
  const [year, month, date] = isoDate(day).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${date}, ${year}`;
}

/** Views to date of an item: more each day, and not the same every week. */
export function viewsOf(id: string, asOf: number): number {
  const number = Number(id.slice(-4));
  const age = Math.max(0, asOf - number * EVERY_DAYS);
  return age * (40 + (number % 7) * 5) + Math.floor(age / 7) * ((number * 13) % 50);
}

const idOf = (account: Account, number: number): string => `${account}V3Hx${String(number).padStart(4, '0')}`;

/** Items of an account's file as of a day. */
export function itemsOf(account: Account, asOf: number): string[] {
  const last = Math.floor(asOf / EVERY_DAYS);
  return Array.from({ length: IN_FILE }, (_, n) => idOf(account, last - n));
}

function videoOf(id: string, asOf: number): Video {
  const views = viewsOf(id, asOf);
  const published = dayText(Number(id.slice(-4)) * EVERY_DAYS);
  return { id, title: `About ${id}`, published, duration: 30, likes: views % 90, views, hours: views / 100 };
}

/** What the sidebar sends of a file: one of its rows says no number, every week the same. */
export function fileRequest(account: Account, asOf: number): object {
  const broken = { id: `${account}V3Hx0000`, published: 'Jan 5, 2026', views: 'many', hours: 1 };
  const videos = itemsOf(account, asOf).map((id) => videoOf(id, asOf));
  const text = youtube([...videos, broken as unknown as Video]);
  const fileName = 'Table data.csv';
  const read = readFileTables(new TextEncoder().encode(text), fileName);
  if ('issue' in read) throw new Error(read.issue.code);
  return { fileName, tables: read.tables, asOf: isoDate(asOf), account };
}
