import type { Language } from './index.ts';

/** Rounded as a sheet does it, by the digits that people see: 0.0375 is 0.038, though its double is a little less. */
function fixed(size: number, decimals: number): string {
  const digits = String(Number(size.toPrecision(15)));
  // Too small to be seen, or so large that no decimals are.
  if (digits.includes('e') || !Number.isFinite(size)) return size.toFixed(decimals);
  return (Math.round(Number(`${digits}e${decimals}`)) / 10 ** decimals).toFixed(decimals);
}

/** Both languages group by thousands with a comma and use a decimal point; no service or Intl is needed for it. */
function grouped(value: number, decimals: number): string {
  const size = fixed(Math.abs(value), decimals);
  const [whole = '0', fraction] = size.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(size) !== 0 ? '−' : '';
  return sign + (fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** Conversion rates of 0.047 % and 0.019 % are not the same 0.0 %. */
function percentDecimals(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 0.01) return 1;
  return size >= 0.001 ? 2 : 3;
}

/**
 * A number with its unit, as a sentence shows it.
 * @param value Number; fractions for percents.
 * @param unit `count`, `money`, `percent`, `seconds`, `hours` or `times`.
 * @param language Language of the reader.
 * @param currency ISO code, shown with money.
 * @example formatNumber(0.0532, 'percent', 'en') //=> '5.3%'
 */
export function formatNumber(value: number, unit: string, language: Language, currency = ''): string {
  const spaced = language === 'zh-CN' ? '' : ' ';
  switch (unit) {
    case 'percent':
      return `${grouped(value * 100, percentDecimals(value))}%`;
    case 'money':
      return `${currency}${currency === '' ? '' : ' '}${grouped(value, Math.abs(value) < 1000 ? 2 : 0)}`;
    case 'seconds':
      return `${grouped(value, 1)}${spaced}${language === 'zh-CN' ? '秒' : 's'}`;
    case 'hours':
      return `${grouped(value, 1)}${spaced}${language === 'zh-CN' ? '小时' : 'h'}`;
    case 'times':
      return `${grouped(value, 2)}×`;
    default:
      return grouped(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
  }
}

/**
 * How many times as much, to one place.
 * @param times Factor; 1 is as much.
 * @param language Language of the reader.
 * @example formatTimes(33.77, 'en') //=> '33.8×'
 * @example formatTimes(33.77, 'zh-CN') //=> '33.8 倍'
 */
export function formatTimes(times: number, language: Language): string {
  return grouped(times, 1) + (language === 'zh-CN' ? ' 倍' : '×');
}

/**
 * A waiting time as people say it: whole hours up to two days, then days.
 * @param hours Hours.
 * @example formatHours(24, 'en') //=> '24 hours'
 */
export function formatHours(hours: number, language: Language): string {
  const isLong = hours > 48;
  const count = Math.round(isLong ? hours / 24 : hours);
  if (language === 'zh-CN') return `${count} ${isLong ? '天' : '小时'}`;
  return `${count} ${isLong ? 'day' : 'hour'}${count === 1 ? '' : 's'}`;
}

/** A change as people read it: `+5.3%`, `−2.0%`. */
export function formatChange(fraction: number): string {
  const text = `${grouped(Math.abs(fraction) * 100, 1)}%`;
  if (text === '0.0%') return text;
  return (fraction < 0 ? '−' : '+') + text;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An ISO day as people write it.
 * @example formatDay('2026-08-02', 'en') //=> 'Aug 2, 2026'
 * @example formatDay('2026-08-02', 'zh-CN') //=> '2026年8月2日'
 */
export function formatDay(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (language === 'zh-CN') return `${year}年${month}月${day}日`;
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
}

/**
 * Days in a row, where the year is known from what stands around them.
 * @param first ISO date. @param last ISO date, the same for one day.
 * @example formatDayRange('2026-07-27', '2026-08-02', 'en') //=> 'Jul 27 – Aug 2'
 * @example formatDayRange('2026-11-16', '2026-11-22', 'zh-CN') //=> '11月16日 – 22日'
 */
export function formatDayRange(first: string, last: string, language: Language): string {
  const [, month = 1, day] = first.split('-').map(Number);
  const [, lastMonth = 1, lastDay] = last.split('-').map(Number);
  const monthText = (of: number): string => (language === 'zh-CN' ? `${of}月` : `${MONTHS[of - 1]} `);
  const dayText = (of: number | undefined): string => (language === 'zh-CN' ? `${of}日` : `${of}`);
  const from = monthText(month) + dayText(day);
  if (first === last) return from;
  return `${from} – ${lastMonth === month ? '' : monthText(lastMonth)}${dayText(lastDay)}`;
}
