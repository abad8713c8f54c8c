/** The script's own time zone: what `getHours()` and `new Date(2026, 0, 1)` go by inside an execution. */
import vm from 'node:vm';

// A test runner may give its tests a copy of `process`, and only the real one reaches the JavaScript engine.
const { env } = vm.runInThisContext('process') as NodeJS.Process;
const own = env.TZ;

function set(timeZone: string | undefined): void {
  if (timeZone === undefined) delete env.TZ;
  else env.TZ = timeZone;
}

/** Runs work with the local time of a zone, and puts back the zone that was there. */
export function inZone<T>(timeZone: string | undefined, work: () => T): T {
  const before = env.TZ;
  if (before === timeZone) return work();
  set(timeZone);
  try {
    return work();
  } finally {
    set(before);
  }
}

/** Sets the zone that the host started with, after a thread has set another for the whole process. */
export function putBackZone(): void {
  set(own);
}

/** Runs work of the host, which a script called, with the local time that the host started with. */
export function inOwnZone<T>(work: () => T): T {
  return inZone(own, work);
}
