import { type FactIndex, KIND_CUMULATIVE } from '../../kpi/facts.ts';

/** Takes a GMV by the last day on which it can have come: a payback day is never told too early. */
export type TakeFlow = (item: number, day: number, amount: number) => void;

/** Items whose GMV snapshots tell: one may have snapshots of views, and its GMV by periods of another export. */
function bySnapshots({ facts, itemOf }: FactIndex, count: number, gmv: Float64Array): Uint8Array {
  const found = new Uint8Array(count);
  for (let row = 0; row < itemOf.length; row++) {
    const item = itemOf[row] as number;
    const isTold = item >= 0 && facts.kinds[row] === KIND_CUMULATIVE && !Number.isNaN(gmv[row]);
    if (isTold) found[item] = 1;
  }
  return found;
}

/** An item's rows with GMV: its snapshots by day, or its periods. */
function rowsOf(index: FactIndex, item: number, gmv: Float64Array, isSnapshot: boolean): number[] {
  const { facts, rows, firstRow } = index;
  const own = Array.from(rows.subarray(firstRow[item], firstRow[item + 1])).filter(
    (row) => !Number.isNaN(gmv[row]) && (facts.kinds[row] === KIND_CUMULATIVE) === isSnapshot,
  );
  const dayAt = (row: number): number => Math.floor(facts.to[row] as number);
  return isSnapshot ? own.sort((a, b) => dayAt(a) - dayAt(b) || a - b) : apart(facts, own);
}

/** Periods that share no day, the shorter ones first: a week's file within its month's says more. */
function apart({ from, to }: FactIndex['facts'], rows: readonly number[]): number[] {
  const startOf = (row: number): number => Math.floor(from[row] as number);
  const endOf = (row: number): number => Math.floor(to[row] as number);
  const lengthOf = (row: number): number => endOf(row) - startOf(row);
  const taken: number[] = [];
  for (const row of [...rows].sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const isFree = taken.every((other) => endOf(row) < startOf(other) || startOf(row) > endOf(other));
    if (isFree) taken.push(row);
  }
  return taken;
}

/**
 * When the GMV of each piece of content came, as far as its files tell: the growth between snapshots at the later one,
 * that of a period at its end. What these leave of the total came by the last day of all at the latest.
 * @param index Facts, indexed.
 * @param totals GMV to date by item, NaN where it was not measured, to which the flows of an item add up.
 * @param take Takes the flows; items whose GMV was not measured have none.
 */
export function gmvFlows(index: FactIndex, totals: Float64Array, take: TakeFlow): void {
  const { facts, itemOf, inOrder } = index;
  const gmv = facts.measures.gmv?.all;
  if (gmv === undefined) return;
  const rest = totals.slice();
  const last = new Float64Array(totals.length).fill(-Infinity);
  const before = new Float64Array(totals.length);
  const snapshots = bySnapshots(index, totals.length, gmv);
  const flow = (row: number, item: number): void => {
    const day = Math.floor(facts.to[row] as number);
    const amount = (gmv[row] as number) - (before[item] as number);
    if (snapshots[item] === 1) before[item] = gmv[row] as number;
    rest[item] = (rest[item] as number) - amount;
    take(item, day, amount);
  };
  for (let row = 0; row < itemOf.length; row++) {
    const item = itemOf[row] as number;
    if (item < 0 || Number.isNaN(rest[item]) || Number.isNaN(gmv[row])) continue;
    const isSnapshot = facts.kinds[row] === KIND_CUMULATIVE;
    if (isSnapshot !== (snapshots[item] === 1)) continue;
    last[item] = Math.max(last[item] as number, Math.floor(facts.to[row] as number));
    if (inOrder[item] === 1) flow(row, item);
  }
  totals.forEach((total, item) => {
    if (Number.isNaN(total)) return;
    if (inOrder[item] === 0) {
      for (const row of rowsOf(index, item, gmv, snapshots[item] === 1)) flow(row, item);
    }
    const left = rest[item] as number;
    if (Math.abs(left) > 1e-9 * Math.max(1, Math.abs(total))) take(item, last[item] as number, left);
  });
}
