/** Short names of time zones as Java has them; `Intl` knows in English (US) those of the United States alone. */

/** Standard time, and summer time where there is one. */
const SHORT_NAMES: Readonly<Record<string, readonly [standard: string, summer?: string]>> = {
  UTC: ['UTC'],
  'Etc/UTC': ['UTC'],
  GMT: ['GMT'],
  'Etc/GMT': ['GMT'],
  'Europe/London': ['GMT', 'BST'],
  'Europe/Dublin': ['GMT', 'IST'],
  'Europe/Lisbon': ['WET', 'WEST'],
  'Europe/Berlin': ['CET', 'CEST'],
  'Europe/Paris': ['CET', 'CEST'],
  'Europe/Madrid': ['CET', 'CEST'],
  'Europe/Rome': ['CET', 'CEST'],
  'Europe/Amsterdam': ['CET', 'CEST'],
  'Europe/Warsaw': ['CET', 'CEST'],
  'Europe/Athens': ['EET', 'EEST'],
  'Europe/Moscow': ['MSK'],
  'Asia/Shanghai': ['CST'],
  'Asia/Taipei': ['CST'],
  'Asia/Hong_Kong': ['HKT'],
  'Asia/Singapore': ['SGT'],
  'Asia/Kuala_Lumpur': ['MYT'],
  'Asia/Manila': ['PST'],
  'Asia/Jakarta': ['WIB'],
  'Asia/Bangkok': ['ICT'],
  'Asia/Ho_Chi_Minh': ['ICT'],
  'Asia/Tokyo': ['JST'],
  'Asia/Seoul': ['KST'],
  'Asia/Kolkata': ['IST'],
  'Australia/Sydney': ['AEST', 'AEDT'],
  'Australia/Melbourne': ['AEST', 'AEDT'],
  'Pacific/Auckland': ['NZST', 'NZDT'],
  'America/Sao_Paulo': ['BRT'],
};

/**
 * Short name of a zone.
 * @param timeZone Name in the tz database.
 * @param isSummer Whether the clocks are put forward.
 * @returns Undefined for a zone whose name `Intl` has, or that nobody has.
 * @example shortZoneName('Asia/Shanghai', false) // 'CST'
 */
export function shortZoneName(timeZone: string, isSummer: boolean): string | undefined {
  const names = SHORT_NAMES[timeZone];
  return isSummer ? (names?.[1] ?? names?.[0]) : names?.[0];
}
