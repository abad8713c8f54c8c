import type { Cell } from '../kpi/issue.ts';
import type { RowValues } from '../workbook/table.ts';
import { pushTo } from './keys.ts';
import type { Period } from './period.ts';
import type { Match, SheetRows } from './sheet-rows.ts';

/** As-of day of the import that set a row, where it is later than that of the file at hand. */
export type LaterAsOf = (importId: string) => number | null;

const spanOf = (from: Cell | undefined, date: Cell | undefined): Period => {
  const to = typeof date === 'number' ? date : Number.NaN;
  return { from: typeof from === 'number' ? Math.min(from, to) : to, to };
};

/**
 * Days of a row of `costs`.
 * @param rows The sheet.
 * @param index The row.
 */
export const costDays = (rows: SheetRows, index: number): Period =>
  spanOf(rows.at('from', index), rows.at('date', index));

const textOf = (key: string, { from, to }: Period): string => `${key}\u001f${from}\u001f${to}`;
const isLong = ({ from, to }: Period): boolean => from < to;
const overlap = (one: Period, other: Period): boolean => one.from <= other.to && one.to >= other.from;
const contains = (outer: Period, { from, to }: Period): boolean => outer.from <= from && outer.to >= to;

/** Rows of the sheet by what they are about and their days; each answers one row of the file. */
class KnownCosts {
  private readonly exact = new Map<string, number[]>();
  /** By what they are about alone: all of them, and those of several days. */
  private readonly all: ReadonlyMap<string, readonly number[]>;
  private readonly long = new Map<string, number[]>();
  private readonly used = new Set<number>();
  private readonly rows: SheetRows;

  constructor(rows: SheetRows) {
    this.rows = rows;
    this.all = rows.byKey;
    for (const [key, indexes] of rows.byKey) {
      for (const index of indexes) {
        const days = costDays(rows, index);
        pushTo(this.exact, textOf(key, days), index);
        if (isLong(days)) pushTo(this.long, key, index);
      }
    }
  }

  /** The row of the same days: of twins the one with the same amount, else the first. */
  take(key: string, days: Period, amount: Cell | undefined): number | undefined {
    const free = (at: Period): number[] =>
      (this.exact.get(textOf(key, at)) ?? []).filter((index) => !this.used.has(index));
    let twins = free(days);
    // Rows without an import are of a time when only the last day of a cost was kept, or typed by people.
    if (twins.length === 0 && isLong(days))
      twins = free({ from: days.to, to: days.to }).filter((index) => this.rows.at('import', index) === null);
    const index = twins.find((twin) => this.rows.at('amount', twin) === amount) ?? twins[0];
    if (index !== undefined) this.used.add(index);
    return index;
  }

  /** Rows of other days that have some in common. */
  beside(key: string, days: Period): number[] {
    const others = (isLong(days) ? this.all : this.long).get(key) ?? [];
    return others.filter((index) => {
      const known = costDays(this.rows, index);
      const isSame = known.from === days.from && known.to === days.to;
      return !isSame && !this.used.has(index) && overlap(known, days);
    });
  }

  use(indexes: readonly number[]): void {
    for (const index of indexes) this.used.add(index);
  }
}

/**
 * Finds the costs of a file in the sheet. A cost of the same days is the same one. A period takes the place of the
 * imported ones that it contains, unless a newer file set them; where two have only some days in common, nobody can
 * say what of the money is in both, and the row of the file is not taken.
 * @param values Rows of the file.
 * @param rows The sheet.
 * @param later As-of days of imports that are newer than the file.
 * @returns What becomes of each row.
 */
export function matchCosts(values: readonly RowValues[], rows: SheetRows, later: LaterAsOf): Match[] {
  const known = new KnownCosts(rows);
  const lines = values.map((row) => ({
    row,
    key: rows.keyOf(row),
    days: spanOf(row.from, row.date),
  }));
  // What is found again is out of the question for the others.
  const found = lines.map(({ key, days, row }) => known.take(key, days, row.amount));
  const isReplaceable = (index: number, days: Period): boolean => {
    const importId = rows.at('import', index);
    return importId !== null && later(String(importId)) === null && contains(days, costDays(rows, index));
  };
  return lines.map(({ row, key, days }, place): Match => {
    const index = found[place];
    if (index !== undefined) return { rows: [{ index, values: row }] };
    const others = known.beside(key, days);
    const [first, ...removed] = others;
    if (first === undefined) return { rows: [], append: row };
    const overlaps = others.find((other) => !isReplaceable(other, days));
    if (overlaps !== undefined) return { rows: [], overlaps };
    known.use(others);
    return { rows: [{ index: first, values: row }], removed };
  });
}
