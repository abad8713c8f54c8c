import { dateOfSerial } from '../kpi/calendar.ts';
import { type DateOrder, readDate } from '../workbook/dates.ts';

// Beginnings of months in Spanish, Portuguese and Indonesian where English has others.
const MONTHS: Readonly<Record<string, string>> = {
  ene: 'jan',
  fev: 'feb',
  abr: 'apr',
  mai: 'may',
  mei: 'may',
  ago: 'aug',
  agu: 'aug',
  set: 'sep',
  out: 'oct',
  okt: 'oct',
  dic: 'dec',
  dez: 'dec',
  des: 'dec',
};
const OTHER_WORDS =
  /^(?:enero|marzo|marco|mayo|maio|junio|julio|junho|julho|maret|juni|juli|febrero|fevereiro|januari|februari|janeiro|septiembre|noviembre|setembro|novembro)$/;

/** Months of other languages in English, and no "de" between. */
function inEnglish(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\bde\b/g, ' ')
    .replace(/[a-z]{3,}/g, (word) => {
      const start = word.slice(0, 3);
      return MONTHS[start] ?? (OTHER_WORDS.test(word) ? start : word);
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Behind a time only: 31-01-2026 is no offset. */
const OFFSET =
  /(:\d{2}(?:\.\d+)?)(?: ?(?:utc|gmt))?(?: ?[+-]\d{2}:?\d{2}| ?\((?:utc|gmt)[^()]*\)| (?:utc|gmt))$/i;

/** What stands around a date without saying anything of it: "2024/12/01/ 12:00", an offset from UTC. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(OFFSET, '$1')
    .replace(/\/ (?=\d{1,2}:)/, ' ');

/**
 * A date of an export, also with a month of another language.
 * @param text Cell as it stands in the file.
 * @param order How to read 03/04/2025.
 * @returns The serial number; undefined when it is no clear date.
 * @example readExportDate('2026-05-01 10:00:00 -0400', null) //=> 46143.416666666664
 */
export function readExportDate(text: string, order: DateOrder): number | undefined {
  const bare = plain(text);
  return readDate(bare, order) ?? readDate(inEnglish(bare), order);
}

const MONTH_AND_DAY = /^(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}\.?)$/;
const CHINESE = /^\d{1,2}月\d{1,2}日$/;

function withYear(text: string, year: number): number | undefined {
  const english = inEnglish(text.normalize('NFKC'));
  if (MONTH_AND_DAY.test(english)) return readDate(`${english} ${year}`, null);
  return CHINESE.test(text.trim()) ? readDate(`${year}年${text.trim()}`, null) : undefined;
}

/**
 * A date that stands without its year, as TikTok Studio writes it.
 * @param text Cell as it stands in the file, such as "December 30".
 * @param near A day that it is close to.
 * @param isLatest Whether that day is the last that it can be, rather than one before or after it.
 * @returns The serial day; undefined for anything else.
 * @example readYearless('December 30', 46025, true) //=> 46021
 */
export function readYearless(text: string, near: number, isLatest: boolean): number | undefined {
  const { year } = dateOfSerial(Math.floor(near));
  let best: number | undefined;
  for (const each of [year + 1, year, year - 1, year - 2, year - 3, year - 4]) {
    const day = withYear(text, each);
    if (day === undefined || (isLatest && day > near)) continue;
    if (isLatest) return day;
    if (best === undefined || Math.abs(day - near) < Math.abs(best - near)) best = day;
  }
  return best;
}

/** Half a year: a longer step backwards is one over New Year. */
const HALF = 183;

/** Which way days run: 1 forwards, -1 backwards; 0 where they run both ways. */
function directionOf(texts: readonly string[]): 1 | -1 | 0 {
  const days = texts.flatMap((text) => withYear(text, 2024) ?? []);
  const steps = days.slice(1).flatMap((day, i) => {
    const step = day - days[i]!;
    return step === 0 ? [] : [Math.abs(step) > HALF ? -step : step];
  });
  if (steps.every((step) => step > 0)) return 1;
  return steps.every((step) => step < 0) ? -1 : 0;
}

/**
 * Days without a year that run in order: the year changes where they start again.
 * @param texts Cells of a column.
 * @param latest A day that none is after; the last of them, or the first where they run backwards, is close to it.
 * @returns Serial days by cell, undefined for what is none; nothing at all where they run in no order.
 * @example walkYearless(['December 31', 'January 1'], 46387) //=> [46022, 46023]
 */
export function walkYearless(texts: readonly string[], latest: number): (number | undefined)[] {
  const direction = directionOf(texts);
  const found = new Array<number | undefined>(texts.length).fill(undefined);
  let near = latest;
  if (direction === 0) return [];
  for (let step = 0; step < texts.length; step++) {
    const place = direction === 1 ? texts.length - 1 - step : step;
    const day = readYearless(texts[place]!, near, true);
    found[place] = day;
    near = day ?? near;
  }
  return found.some((day) => day !== undefined) ? found : [];
}

const SECONDS_TO_SERIAL = 25_569; // 1970-01-01

/**
 * When TikTok made an identifier: its upper half counts the seconds since 1970.
 * @param id Identifier of a video or a room.
 * @returns Serial number in UTC; null for what is no such identifier.
 * @example timeOfTikTokId('7681714846173356608') //=> 46269.678379629 (2026-09-04 16:16:52)
 */
export function timeOfTikTokId(id: string): number | null {
  if (!/^\d{18,20}$/.test(id)) return null;
  // The quotient alone is needed: its error is far below a second.
  return Number(id) / 2 ** 32 / 86_400 + SECONDS_TO_SERIAL;
}
