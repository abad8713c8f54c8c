// People paste and type numbers and dates as text. They are read once, here, with what the column and the spreadsheet's
// locale say of them; what cannot be read stays as it is and is named by whoever needs it.
import type { Cell } from '../kpi/issue.ts';
import { dateOfCellText, isTwoDates, numberOfCell } from './cells.ts';
import { dateOrderOf } from './dates.ts';
import type { Habits } from './habits.ts';
import type { ColumnType } from './template.ts';

const DATES: ReadonlySet<ColumnType> = new Set(['date', 'datetime']);
const NUMBERS: ReadonlySet<ColumnType> = new Set([
  'count',
  'number',
  'money',
  'percent',
  'ratio',
  'seconds',
  'hours',
]);

export type TypedColumn = {
  readonly cells: readonly Cell[];
  /** Rows, from 0, whose day and month only the locale told apart. */
  readonly guessed: readonly number[];
};

/**
 * The cells of a column with numbers and dates that were typed as text turned into numbers.
 * @param type What the column holds.
 * @param cells Its cells as read.
 * @param habits How the spreadsheet's locale writes.
 * @returns The cells; texts that are no number or date stay, and so do all cells of columns of other types.
 * @example typedColumn('money', ['¥1.2万', 5], habitsOf('zh_CN')).cells //=> [12000, 5]
 */
export function typedColumn(type: ColumnType, cells: readonly Cell[], habits: Habits): TypedColumn {
  const isDate = DATES.has(type);
  const texts = cells.filter((cell) => typeof cell === 'string');
  if (texts.length === 0 || (!isDate && !NUMBERS.has(type))) return { cells, guessed: [] };
  if (!isDate) {
    const read = (cell: Cell) => (typeof cell === 'string' ? numberOfCell(cell, habits.mark) : cell);
    return { cells: cells.map((cell) => read(cell) ?? cell), guessed: [] };
  }
  const shown = dateOrderOf(texts);
  const order = shown ?? habits.order;
  const guessed: number[] = [];
  const read = cells.map((cell, row) => {
    if (typeof cell !== 'string') return cell;
    const serial = dateOfCellText(cell, order) ?? cell;
    if (shown === null && typeof serial === 'number' && isTwoDates(cell)) guessed.push(row);
    return serial;
  });
  return { cells: read, guessed };
}
