/** How a number cell reads, by its number format. */
export type NumberKind = 'number' | 'percent' | 'date' | 'datetime' | 'time' | 'elapsed';

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const EPOCH_1900 = -25569; // 1899-12-30 in days from 1970-01-01
const DAYS_1904 = 1462;
const MAX_SERIAL = 2_958_466;

// ECMA-376 part 1, 18.8.30: formats that have a number and no code. 27–36 and 50–58 are dates in East Asian Excel.
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  9: 'percent',
  10: 'percent',
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'datetime',
  32: 'time',
  33: 'time',
  45: 'elapsed',
  46: 'elapsed',
  47: 'elapsed',
};

/** Kind of a format that a workbook names by number only. */
export function kindOfBuiltIn(id: number): NumberKind {
  const eastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN[id] ?? (eastAsianDate ? 'date' : 'number');
}

/**
 * Kind of a format code.
 * @param code As in Excel, such as `yyyy"年"m"月"d"日"`; only its first section (positive numbers) is read.
 * @example kindOfCode('[h]:mm:ss') //=> 'elapsed'
 */
export function kindOfCode(code: string): NumberKind {
  const plain = code.replace(/"[^"]*"|\\.|[_*]./g, '').split(';')[0]!;
  if (/\[(h+|m+|s+)\]/i.test(plain)) return 'elapsed';
  const bare = plain.replace(/\[[^[\]]*\]/g, '').replace(/general|am\/pm|a\/p|e[+-]/gi, '');
  if (bare.includes('%')) return 'percent';
  const time = /[hs]/i.test(bare);
  const date = /[yd]/i.test(bare) || (/m/i.test(bare) && !time);
  if (date) return time ? 'datetime' : 'date';
  return time ? 'time' : 'number';
}

const pad = (value: number): string => String(value).padStart(2, '0');

function clock(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function dateText(serial: number, withTime: boolean): string {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  const iso = new Date((day + EPOCH_1900) * MS_PER_DAY).toISOString().slice(0, 10);
  return withTime || rest > 0 ? `${iso} ${clock(rest)}` : iso;
}

/**
 * A number without the noise of binary fractions, in digits where it has an exact integer, never rounded by us.
 * @example plainNumber('0.28199999999999997') //=> '0.282'
 * @example plainNumber('7658657266417994504') //=> '7658657266417994504'
 */
export function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : raw;
  return String(Number(value.toPrecision(15)));
}

/**
 * A number cell as text: dates as `yyyy-mm-dd` or `yyyy-mm-dd hh:mm:ss`, times and durations as `h:mm:ss`, percent
 * with its sign, all else in plain digits.
 * @param raw Number as the workbook holds it.
 * @param date1904 Whether day 0 of the workbook is 1904-01-01.
 * @example numberText('45731', 'date', false) //=> '2025-03-15'
 */
export function numberText(raw: string, kind: NumberKind, date1904: boolean): string {
  const value = Number(raw);
  if (kind === 'number' || raw.trim() === '' || !Number.isFinite(value)) return plainNumber(raw);
  if (kind === 'percent') return plainNumber(String(Number((value * 100).toPrecision(15)))) + '%';
  if (value < 0 || value >= MAX_SERIAL) return plainNumber(raw);
  if (kind === 'elapsed' || (kind === 'time' && value < 1)) return clock(Math.round(value * SECONDS_PER_DAY));
  return dateText(value + (date1904 ? DAYS_1904 : 0), kind !== 'date');
}
