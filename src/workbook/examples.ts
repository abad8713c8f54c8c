import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from './cells.ts';

/**
 * Whether a row is one of those that only show how a sheet is filled: whatever people type into it, it counts nowhere.
 * @param id Cell with the row's id, or with the content that it belongs to.
 * @example isExample('EXAMPLE-1') //=> true
 */
export function isExample(id: Cell | undefined): boolean {
  return /^EXAMPLE(?:-|$)/.test(textOfCell(id));
}
