import type { Review } from '../../src/review/model.ts';
import { AT, type Cell, Grid } from '../../src/review/render/grid.ts';

type Row = ReadonlyMap<number, Cell>;

/** A part of a tab: its rows of cells, what they say, and the addresses of marks. */
export type Shown = {
  /** Texts and numbers from the name column on, without what is empty at the end. */
  readonly values: (string | number | null)[][];
  cell(row: number, column: number): Cell;
  /** Row of a mark; −1 where there is none. */
  rowOf(mark: string): number;
};

/**
 * What one renderer draws.
 * @param render The renderer.
 * @param review The review.
 */
export function shown(render: (grid: Grid, review: Review) => void, review: Review): Shown {
  const grid = new Grid();
  render(grid, review);
  const rows: Row[] = grid.rows.map(({ cells }) => cells);
  const valuesIn = (row: Row): (string | number | null)[] => {
    const values = Array.from({ length: AT.text }, (_, i) => row.get(AT.name + i)?.value || null);
    const zeros = values.map((value, i) => (row.get(AT.name + i)?.value === 0 ? 0 : value));
    const last = zeros.findLastIndex((value) => value !== null);
    return zeros.slice(0, last + 1);
  };
  return {
    values: rows.map(valuesIn),
    cell: (row, column) => rows[row]?.get(column) ?? { value: null },
    rowOf: (mark) => rows.findIndex((row) => [...row.values()].some((cell) => cell.mark === mark)),
  };
}
