/** `LockService`: an execution waits, on the virtual clock, for another to let go. */
import type { Execution } from '../execution.ts';
import { mismatch, ScriptError, ServiceObject } from '../service.ts';

const names = new WeakMap<ServiceObject, string>();

/** Which lock a script has in hand; undefined for another service. */
export function lockName(service: ServiceObject): string | undefined {
  return names.get(service);
}

function createLock(execution: Execution, name: string): ServiceObject {
  const { host, record } = execution;
  const tryLock = (milliseconds: number): boolean => {
    const holder = host.locks.get(name);
    if (holder === undefined || holder === record.id) {
      host.locks.set(name, record.id);
      return true;
    }
    execution.pass(milliseconds);
    return false;
  };
  const waiting = (method: string, args: readonly unknown[]): number => {
    if (args.length !== 1 || typeof args[0] !== 'number') throw mismatch(`LockService.Lock.${method}`, args);
    return args[0];
  };
  const lock = new ServiceObject('Lock', {
    tryLock: (...args) => tryLock(waiting('tryLock', args)),
    waitLock: (...args) => {
      if (!tryLock(waiting('waitLock', args))) {
        throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
      }
    },
    hasLock: () => host.locks.get(name) === record.id,
    releaseLock: () => {
      if (host.locks.get(name) === record.id) host.locks.delete(name);
    },
  });
  names.set(lock, name);
  return lock;
}

/** `LockService` of one execution: locks by script, user and document; the document's is null where none is open. */
export function createLockService(execution: Execution): ServiceObject {
  const { host, start } = execution;
  return new ServiceObject('LockService', {
    getScriptLock: () => createLock(execution, 'script'),
    getUserLock: () => createLock(execution, `user ${start.user.email}`),
    getDocumentLock: () => (start.document ? createLock(execution, `document ${host.spreadsheetId}`) : null),
  });
}
