const DAY = 86_400_000;
/** Day 0 of a sheet's serial numbers is 1899-12-30. */
const SERIAL_OF_EPOCH = 25_569;

/** Midnight UTC of the Monday of an ISO week; undefined for a label that names no week. */
export function mondayOf(label: string): Date | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(label);
  if (match === null) return undefined;
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4));
  const first = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY;
  const monday = new Date(first + (Number(match[2]) - 1) * 7 * DAY);
  return weekOf(monday) === label ? monday : undefined;
}

/** Label of the ISO week of a UTC day. */
export function weekOf(day: Date): string {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - start) / (7 * DAY)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** Label of the last whole week before a day. */
export function lastWholeWeek(today: Date): string {
  return weekOf(new Date(today.getTime() - 7 * DAY));
}

/** Serial number of the Sunday of a week. */
export function sundaySerial(monday: Date): number {
  return monday.getTime() / DAY + 6 + SERIAL_OF_EPOCH;
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY);
}
