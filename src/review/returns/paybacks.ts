import { Numbers } from '../../kpi/numbers.ts';

/** Positions of entries by group (a counting sort): those of group g from first[g] to first[g + 1] − 1. */
function byGroup(
  groups: Float64Array,
  count: number,
): { readonly order: Int32Array; readonly first: Int32Array } {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < groups.length; i++) {
    const next = (groups[i] as number) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let group = 0; group < count; group++) {
    first[group + 1] = (first[group + 1] as number) + (first[group] as number);
  }
  const next = first.slice();
  const order = new Int32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    order[next[group] as number] = i;
    next[group] = (next[group] as number) + 1;
  }
  return { order, first };
}

function sortByDay(order: Int32Array, dates: Float64Array): void {
  for (let at = 1; at < order.length; at++) {
    if ((dates[order[at - 1] as number] as number) <= (dates[order[at] as number] as number)) continue;
    order.sort((a, b) => (dates[a] as number) - (dates[b] as number));
    return;
  }
}

/** What groups earned and spent, by day, in any order. */
export class Paybacks {
  private readonly groups = new Numbers();
  private readonly dates = new Numbers();
  private readonly earned = new Numbers();
  private readonly spent = new Numbers();

  add(group: number, day: number, earned: number, spent: number): void {
    this.groups.push(group);
    this.dates.push(day);
    this.earned.push(earned);
    this.spent.push(spent);
  }

  /**
   * The first day at whose end the money that a group earned so far covers what it spent so far.
   * @param count How many groups there are.
   * @returns By group; NaN while it is not paid back.
   * Source: payback period, undiscounted.
   */
  days(count: number): Float64Array {
    const found = new Float64Array(count).fill(Number.NaN);
    const [dates, earned, spent] = [this.dates.all, this.earned.all, this.spent.all];
    const { order, first } = byGroup(this.groups.all, count);
    for (let group = 0; group < count; group++) {
      const own = order.subarray(first[group], first[group + 1]);
      sortByDay(own, dates);
      found[group] = firstCovered(own, dates, earned, spent);
    }
    return found;
  }
}

/** NaN where the money never covers what was spent. */
function firstCovered(
  order: Int32Array,
  dates: Float64Array,
  earned: Float64Array,
  spent: Float64Array,
): number {
  let [money, cost] = [0, 0];
  for (let at = 0; at < order.length; at++) {
    const i = order[at] as number;
    money += earned[i] as number;
    cost += spent[i] as number;
    const isEndOfDay = at + 1 === order.length || dates[order[at + 1] as number] !== dates[i];
    if (isEndOfDay && cost > 0 && money >= cost) return dates[i] as number;
  }
  return Number.NaN;
}
