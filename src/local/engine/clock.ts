/** The engine's clock: NOW and TODAY in the spreadsheet's own zone. */
import { shownAsUtc } from '../document/zone.ts';
import { loadLibrary } from './library.ts';

/** Runs engine work in which NOW and TODAY tell the given moment in the given zone. */
export function withClock<T>(now: Date, timeZone: string, work: () => T): T {
  const { DateTime } = loadLibrary().helpers;
  const clock = DateTime.now;
  DateTime.now = () => DateTime.fromTimestamp(shownAsUtc(now.getTime(), timeZone));
  try {
    return work();
  } finally {
    DateTime.now = clock;
  }
}
