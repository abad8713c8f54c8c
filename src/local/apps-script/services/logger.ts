/** `Logger`: lines into the execution's log. */
import { format } from 'node:util';
import type { Execution } from '../execution.ts';
import { ServiceObject } from '../service.ts';

/** `Logger` of one execution; `clear` forgets what was logged before, for `getLog` alone. */
export function createLogger(execution: Execution): ServiceObject {
  let from = 0;
  const logger: ServiceObject = new ServiceObject('Logger', {
    log: (...args) => {
      execution.log('log', format(...args));
      return logger;
    },
    clear: () => {
      from = execution.record.logs.length;
    },
    getLog: () =>
      execution.record.logs
        .slice(from)
        .map((line) => `${line.text}\n`)
        .join(''),
  });
  return logger;
}
