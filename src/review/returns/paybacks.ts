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

/** Amounts of groups by day, in any order. */
class Amounts {
  private readonly groups = new Numbers();
  private readonly dates = new Numbers();
  private readonly amounts = new Numbers();

  add(group: number, day: number, amount: number): void {
    this.groups.push(group);
    this.dates.push(day);
    this.amounts.push(amount);
  }

  /** Readers of one group's amounts by day, for group after group. */
  sorted(count: number): (group: number) => Reader {
    const [dates, amounts] = [this.dates.all, this.amounts.all];
    const { order, first } = byGroup(this.groups.all, count);
    const reader = new Reader(order, dates, amounts);
    return (group) => {
      const [begin, end] = [first[group] as number, first[group + 1] as number];
      sortByDay(order.subarray(begin, end), dates);
      return reader.goTo(begin, end);
    };
  }
}

/** Reads the amounts of a group, the earliest first. */
class Reader {
  private at = 0;
  private end = 0;
  private readonly order: Int32Array;
  private readonly dates: Float64Array;
  private readonly amounts: Float64Array;

  constructor(order: Int32Array, dates: Float64Array, amounts: Float64Array) {
    this.order = order;
    this.dates = dates;
    this.amounts = amounts;
  }

  goTo(begin: number, end: number): this {
    this.at = begin;
    this.end = end;
    return this;
  }

  /** Infinity once all were read. */
  get day(): number {
    return this.at < this.end ? (this.dates[this.order[this.at] as number] as number) : Infinity;
  }

  /** The sum of all that are of a day or an earlier one and were not read yet. */
  upTo(day: number): number {
    let sum = 0;
    while (this.day <= day && this.at < this.end)
      sum += this.amounts[this.order[this.at++] as number] as number;
    return sum;
  }
}

/** What groups earned and spent, by day, in any order. */
export class Paybacks {
  private readonly earned = new Amounts();
  private readonly spent = new Amounts();

  earn(group: number, day: number, amount: number): void {
    this.earned.add(group, day, amount);
  }

  spend(group: number, day: number, amount: number): void {
    this.spent.add(group, day, amount);
  }

  /**
   * The first day at whose end the money that a group earned so far covers what it spent so far.
   * @param count How many groups there are.
   * @returns By group; NaN while it is not paid back.
   * Source: payback period, undiscounted.
   */
  days(count: number): Float64Array {
    const [earnedBy, spentBy] = [this.earned.sorted(count), this.spent.sorted(count)];
    return new Float64Array(count).map((_, group) => firstCovered(earnedBy(group), spentBy(group)));
  }
}

/** NaN where the money never covers what was spent. */
function firstCovered(earned: Reader, spent: Reader): number {
  let [money, cost] = [0, 0];
  for (;;) {
    const day = Math.min(earned.day, spent.day);
    if (day === Infinity) return Number.NaN;
    money += earned.upTo(day);
    cost += spent.upTo(day);
    if (cost > 0 && money >= cost) return day;
  }
}
