/** `Session`: who runs the script, in which language and zone. */
import { createHash } from 'node:crypto';
import type { Execution } from '../execution.ts';
import { ServiceObject } from '../service.ts';

const THIRTY_DAYS = 30 * 86400000;

function temporaryKey(email: string, now: number): string {
  const period = Math.floor(now / THIRTY_DAYS);
  return createHash('sha256').update(`${email} ${period}`).digest('base64');
}

/** `Session` of one execution. */
export function createSession(execution: Execution): ServiceObject {
  const { host, start } = execution;
  const user = () => new ServiceObject('User', { getEmail: () => start.user.email });
  return new ServiceObject('Session', {
    getActiveUser: user,
    getEffectiveUser: user,
    getActiveUserLocale: () => start.user.locale,
    getScriptTimeZone: () => host.program.manifest.timeZone,
    getTemporaryActiveUserKey: () => temporaryKey(start.user.email, host.clock.now()),
  });
}
