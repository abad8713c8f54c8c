/** What the workbench needs of the machine that it shows. */
import type { Machine } from '../machine.ts';

export type WorkbenchMachine = Pick<
  Machine,
  | 'store'
  | 'api'
  | 'document'
  | 'customFunctions'
  | 'calculator'
  | 'clock'
  | 'ui'
  | 'menu'
  | 'chooseMenu'
  | 'callFromSidebar'
  | 'select'
  | 'attempt'
  | 'triggers'
  | 'executions'
  | 'outbox'
  | 'fireTrigger'
  | 'moveClockTo'
  | 'onEvent'
>;
