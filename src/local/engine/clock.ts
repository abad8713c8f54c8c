/** Time as cells count it: days since 1899-12-30 in the spreadsheet's own zone. */
import { loadLibrary } from './library.ts';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * A moment as a serial number in a zone.
 * @param time Milliseconds since 1970-01-01T00:00Z.
 * @param timeZone IANA name.
 * @returns Days since 1899-12-30; the fraction is the time of day.
 * @example serialOf(Date.UTC(2026, 10, 22, 16), 'Asia/Shanghai') // 46349 (2026-11-23)
 */
export function serialOf(time: number, timeZone: string): number {
  return (wallTime(time, timeZone) - EPOCH) / DAY;
}

/** The zone's clock at a moment, as if it were UTC. */
function wallTime(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const ms = ((time % 1000) + 1000) % 1000;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    ms,
  );
}

/** Runs engine work in which NOW and TODAY tell the given moment in the given zone. */
export function withClock<T>(now: Date, timeZone: string, work: () => T): T {
  const { DateTime } = loadLibrary().helpers;
  const clock = DateTime.now;
  DateTime.now = () => DateTime.fromTimestamp(wallTime(now.getTime(), timeZone));
  try {
    return work();
  } finally {
    DateTime.now = clock;
  }
}
