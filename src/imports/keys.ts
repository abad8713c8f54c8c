import type { Cell } from '../kpi/issue.ts';
import { choiceKey } from '../workbook/choices.ts';
import type { Choice } from '../workbook/template.ts';

/**
 * Reads the cells of a long choice column: each different cell is looked up once.
 * @param choices Values of the column.
 * @returns A function of the cell: the key of its choice, or null for an empty cell and for anything else.
 * @example choiceReader(PLATFORMS)('YouTube') //=> 'youtube'
 */
export function choiceReader(choices: readonly Choice[]): (cell: Cell | undefined) => string | null {
  const known = new Map<Cell | undefined, string | null>();
  return (cell) => {
    let key = known.get(cell);
    if (key === undefined) {
      key = choiceKey(choices, cell);
      known.set(cell, key);
    }
    return key;
  };
}

/**
 * Adds a value to the list of a key.
 * @param lists Lists by key; a key without one gets it.
 */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
