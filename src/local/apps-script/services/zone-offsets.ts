/** Names of time zones in texts, as Java's SimpleDateFormat reads them for the letter `z`. */
import { offsetMinutes } from '../../document/zone.ts';
import { formatDate, javaZone } from './format-date.ts';

/** Of RFC 822 in minutes ahead of UTC: known whatever the zone is. */
const RFC_822: Readonly<Record<string, number>> = {
  ...{ GMT: 0, UTC: 0, UT: 0 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
};

const CUSTOM = /^GMT([+-])(\d{1,2}):(\d{2})/;

/**
 * The zone that a text begins with: `GMT+08:00`, a name of the given zone in winter or summer, or one of RFC 822.
 *
 * @param timeZone whose names are known, short and long
 * @param year of the date, whose clock changes count
 * @returns what was read and its minutes ahead of UTC; undefined for a text that names no zone
 * @example leadingZone('PST rest', 'UTC', 2026) // { name: 'PST', minutes: -480 }
 */
export function leadingZone(
  text: string,
  timeZone: string,
  year: number,
): { name: string; minutes: number } | undefined {
  const custom = CUSTOM.exec(text);
  if (custom) {
    const size = Number(custom[2]) * 60 + Number(custom[3]);
    return { name: custom[0], minutes: custom[1] === '-' ? -size : size };
  }
  const names = new Map(Object.entries(RFC_822));
  for (const month of [0, 6]) {
    const instant = Date.UTC(year, month, 1);
    const minutes = offsetMinutes(instant, javaZone(timeZone));
    for (const pattern of ['z', 'zzzz']) names.set(formatDate(instant, timeZone, pattern), minutes);
  }
  // The longest first: `Pacific Standard Time` before what it begins with.
  const found = [...names].sort((a, b) => b[0].length - a[0].length).find(([name]) => text.startsWith(name));
  return found && { name: found[0], minutes: found[1] };
}
