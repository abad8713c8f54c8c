/** Positions sorted by a column of whole numbers (a counting sort); of equal ones the order stays. */
function sorted(order: Int32Array, column: readonly number[]): Int32Array {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < column.length; i++) {
    low = Math.min(low, column[i] as number);
    high = Math.max(high, column[i] as number);
  }
  const next = new Int32Array(order.length === 0 ? 1 : high - low + 2);
  for (let i = 0; i < column.length; i++) {
    const bucket = (column[i] as number) - low + 1;
    next[bucket] = (next[bucket] as number) + 1;
  }
  for (let b = 1; b < next.length; b++) next[b] = (next[b] as number) + (next[b - 1] as number);
  const found = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const i = order[at] as number;
    const bucket = (column[i] as number) - low;
    found[next[bucket] as number] = i;
    next[bucket] = (next[bucket] as number) + 1;
  }
  return found;
}

/** What groups earned and spent, by day, in any order. */
export class Paybacks {
  private readonly groups: number[] = [];
  private readonly dates: number[] = [];
  private readonly earned: number[] = [];
  private readonly spent: number[] = [];

  add(group: number, day: number, earned: number, spent: number): void {
    const last = this.groups.length - 1;
    // The rows of an account's file are of one day.
    if (this.groups[last] === group && this.dates[last] === day) {
      this.earned[last] = (this.earned[last] as number) + earned;
      this.spent[last] = (this.spent[last] as number) + spent;
      return;
    }
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
    const positions = new Int32Array(this.groups.length).map((_, i) => i);
    const order = sorted(sorted(positions, this.dates), this.groups);
    let earned = 0;
    let spent = 0;
    for (let at = 0; at < order.length; at++) {
      const i = order[at] as number;
      const next = order[at + 1] ?? -1;
      const group = this.groups[i] as number;
      const day = this.dates[i] as number;
      earned += this.earned[i] as number;
      spent += this.spent[i] as number;
      const isEndOfDay = this.groups[next] !== group || this.dates[next] !== day;
      if (isEndOfDay && spent > 0 && earned >= spent && Number.isNaN(found[group])) found[group] = day;
      if (this.groups[next] === group) continue;
      earned = 0;
      spent = 0;
    }
    return found;
  }
}
