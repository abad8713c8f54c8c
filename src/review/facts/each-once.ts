import type { Cell } from '../../kpi/issue.ts';

/**
 * A reader of cells that reads each different cell once: a long column has few different words, and those of
 * neighbours mostly are the same.
 * @param read What a cell means; without effects.
 */
export function eachOnce<T>(read: (cell: Cell | undefined) => T): (cell: Cell | undefined) => T {
  const known = new Map<Cell | undefined, T>();
  let lastCell: Cell | undefined = null;
  let lastValue = read(null);
  return (cell) => {
    if (cell === lastCell) return lastValue;
    let value = known.get(cell);
    if (value === undefined) {
      value = read(cell);
      known.set(cell, value);
    }
    lastCell = cell;
    lastValue = value;
    return value;
  };
}
