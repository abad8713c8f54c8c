import { KIND_PERIOD, type MeasureColumn } from '../../kpi/facts.ts';
import type { Items } from './items.ts';

/** Id of the item that stands for figures of an account as a whole, such as those of its overview by day. */
export const ACCOUNT_ITEM = '';

/** Items that stand for accounts as a whole: 1, the others 0. */
function accountItems({ contentIds }: Items): Uint8Array {
  return Uint8Array.from(contentIds, (id) => (id === ACCOUNT_ITEM ? 1 : 0));
}

/**
 * Leaves out totals to date of whole accounts: they are no snapshot in which content could be missing.
 * @param items Accounts and content of rows; the item of such a row is taken away.
 * @param kinds Kinds of facts by row.
 */
export function withoutTotals(items: Items, kinds: Uint8Array): void {
  const isWhole = accountItems(items);
  for (let row = 0; row < kinds.length; row++) {
    const item = items.contents[row] as number;
    if (item >= 0 && isWhole[item] === 1 && kinds[row] !== KIND_PERIOD) items.contents[row] = -1;
  }
}

/** Accounts of which content tells a measure. */
function toldByContent({ accounts, contents, accountNames }: Items, isWhole: Uint8Array, all: Float64Array) {
  const told = new Uint8Array(accountNames.length);
  for (let row = 0; row < all.length; row++) {
    const item = contents[row] as number;
    if (item >= 0 && isWhole[item] === 0 && !Number.isNaN(all[row])) told[accounts[row] as number] = 1;
  }
  return told;
}

/** The column without the figures of accounts of which content tells the same. */
function without({ all }: MeasureColumn, items: Items, isWhole: Uint8Array): MeasureColumn {
  const told = toldByContent(items, isWhole, all);
  const left = Float64Array.from(all, (value, row) => {
    const item = items.contents[row] as number;
    return item >= 0 && isWhole[item] === 1 && told[items.accounts[row] as number] === 1 ? Number.NaN : value;
  });
  return { all: left, at: (row) => left[row] as number };
}

/**
 * Figures of an account as a whole count only where no content of it tells the same measure: a view is in both files.
 * @param measures Columns of the sheet `performance`.
 * @param items Accounts and content of its rows.
 */
export function withoutDoubles(
  measures: Readonly<Record<string, MeasureColumn>>,
  items: Items,
): Record<string, MeasureColumn> {
  const isWhole = accountItems(items);
  if (!isWhole.includes(1)) return { ...measures };
  return Object.fromEntries(
    Object.entries(measures).map(([key, column]) => [key, without(column, items, isWhole)]),
  );
}
