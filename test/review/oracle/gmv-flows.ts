import { contentKey } from '../../../src/review/keys.ts';
import type { Figures } from './figures.ts';
import type { Facts } from './kpi-facts.ts';

/** GMV by the last day on which it can have come: a payback day is never told too early. */
export type GmvFlow = { readonly day: number; readonly amount: number };

type Row = { readonly from: number; readonly to: number; readonly gmv: number };
type Rows = { readonly snapshots: Row[]; readonly periods: Row[] };

function rowsByContent(facts: Facts): Map<string, Rows> {
  const found = new Map<string, Rows>();
  const gmv = facts.measures.gmv ?? [];
  facts.contents.forEach((content, row) => {
    const amount = gmv[row];
    const [from, to, kind] = [facts.from[row], facts.to[row], facts.kinds[row]];
    if (typeof amount !== 'number' || typeof to !== 'number' || (kind !== 'cumulative' && kind !== 'period'))
      return;
    const key = contentKey(facts.accounts[row] ?? '', content);
    const rows = found.get(key) ?? { snapshots: [], periods: [] };
    found.set(key, rows);
    const list = kind === 'cumulative' ? rows.snapshots : rows.periods;
    list.push({ from: from ?? to, to, gmv: amount });
  });
  return found;
}

/** What each snapshot adds to the one before. */
function increments(snapshots: readonly Row[]): GmvFlow[] {
  let before = 0;
  return [...snapshots]
    .sort((a, b) => a.to - b.to)
    .map(({ to, gmv }) => {
      const flow = { day: to, amount: gmv - before };
      before = gmv;
      return flow;
    });
}

/** Periods that share no day, the shorter ones first: a week's file within its month's says more. */
function apart(periods: readonly Row[]): GmvFlow[] {
  const taken: Row[] = [];
  const byLength = [...periods].sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const row of byLength) {
    if (taken.every(({ from, to }) => row.to < from || row.from > to)) taken.push(row);
  }
  return taken.map(({ to, gmv }) => ({ day: to, amount: gmv }));
}

/** What the flows leave of the total came by the last day of all at the latest. */
function completed(flows: readonly GmvFlow[], rows: readonly Row[], total: number): GmvFlow[] {
  const rest = flows.reduce((left, { amount }) => left - amount, total);
  if (Math.abs(rest) <= 1e-9 * Math.max(1, Math.abs(total))) return [...flows];
  return [...flows, { day: Math.max(...rows.map(({ to }) => to)), amount: rest }];
}

/**
 * When the GMV of each piece of content came, as far as its files tell: the growth between snapshots at the later one,
 * that of a period at its end.
 * @param facts Facts, as the figures have them.
 * @param totals Totals to date, to which the flows of an item add up.
 * @returns Flows by key of the content; items whose GMV was not measured are missing.
 */
export function gmvFlows(facts: Facts, totals: Figures['totals']): Map<string, readonly GmvFlow[]> {
  const rows = rowsByContent(facts);
  const found = new Map<string, readonly GmvFlow[]>();
  totals.contents.forEach((content, position) => {
    const total = totals.measures.gmv?.[position];
    const key = contentKey(totals.accounts[position] ?? '', content);
    const own = rows.get(key);
    if (typeof total !== 'number' || own === undefined) return;
    const isSnapshot = own.snapshots.length > 0;
    const flows = isSnapshot ? increments(own.snapshots) : apart(own.periods);
    found.set(key, completed(flows, isSnapshot ? own.snapshots : own.periods, total));
  });
  return found;
}
