import { type Facts, KIND_CUMULATIVE, KIND_NONE, KIND_PERIOD } from '../../src/kpi/facts.ts';

/** Facts as columns of cells, as people think of them. */
export type FactCells = {
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly kinds: readonly string[];
  readonly from: readonly (number | null)[];
  readonly to: readonly (number | null)[];
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
};

const KINDS: Readonly<Record<string, number>> = { period: KIND_PERIOD, cumulative: KIND_CUMULATIVE };
const numbers = (column: readonly (number | null)[]): Float64Array =>
  Float64Array.from(column, (value) => value ?? Number.NaN);

/** Facts with items and accounts as positions. */
export function factsOfCells(cells: FactCells): Facts {
  const accountNames = [...new Set(cells.accounts)];
  const keys = cells.contents.map((content, row) => JSON.stringify([cells.accounts[row], content]));
  const items = [...new Set(keys)];
  const [owners, ids] = [0, 1].map((part) => items.map((key) => String(JSON.parse(key)[part])));
  return {
    accountNames,
    contentIds: ids ?? [],
    accountOf: (owners ?? []).map((owner) => accountNames.indexOf(owner)),
    contents: Int32Array.from(keys, (key, row) =>
      cells.contents[row] === '' || cells.accounts[row] === '' ? -1 : items.indexOf(key),
    ),
    kinds: Uint8Array.from(cells.kinds, (kind) => KINDS[kind] ?? KIND_NONE),
    from: numbers(cells.from),
    to: numbers(cells.to),
    measures: Object.fromEntries(
      Object.entries(cells.measures).map(([key, column]) => {
        const all = numbers(column);
        return [key, { all, at: (row: number) => all[row] ?? Number.NaN }];
      }),
    ),
  };
}
