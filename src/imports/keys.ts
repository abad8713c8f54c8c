import type { Cell } from '../kpi/issue.ts';
import { choiceKey } from '../workbook/choices.ts';
import type { Choice } from '../workbook/template.ts';

/**
 * An identifier of a sheet: text, also where a person's sheet made a number of it.
 * @example idText(12) //=> '12'
 */
export const idText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

/** The day of a date cell; null for an empty or unreadable one. */
export const dayOf = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' ? Math.floor(cell) : null;

/** Reads the cells of a long choice column: each different cell is looked up once. */
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
