import { Paybacks } from './paybacks.ts';

/** Money to date of a piece of content or an account, in the reporting currency. */
export type MoneyToDate = {
  readonly gmv: number | null;
  /** Booked on it, and its part of shared costs. */
  readonly cost: number | null;
  /** First day with GMV or cost. */
  readonly since: number | null;
  /** First day on which the GMV is known to cover the cost; null while it does not. */
  readonly paidBack: number | null;
};

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Adds money up by group, costs first: days matter only where there is something to pay back. */
export class MoneyBook {
  /** NaN is "none", which is not 0. */
  private readonly gmv: Float64Array;
  private readonly cost: Float64Array;
  private readonly since: Float64Array;
  private readonly paybacks = new Paybacks();

  constructor(groups: number) {
    this.gmv = new Float64Array(groups).fill(Number.NaN);
    this.cost = new Float64Array(groups).fill(Number.NaN);
    this.since = new Float64Array(groups).fill(Infinity);
  }

  spend(group: number, day: number, cost: number): void {
    const sum = this.cost[group] as number;
    this.cost[group] = Number.isNaN(sum) ? cost : sum + cost;
    if (cost === 0) return;
    if (day < (this.since[group] as number)) this.since[group] = day;
    this.paybacks.spend(group, day, cost);
  }

  earn(group: number, day: number, gmv: number): void {
    const sum = this.gmv[group] as number;
    this.gmv[group] = Number.isNaN(sum) ? gmv : sum + gmv;
    if (gmv === 0) return;
    if (day < (this.since[group] as number)) this.since[group] = day;
    if (!Number.isNaN(this.cost[group])) this.paybacks.earn(group, day, gmv);
  }

  /** Money of each group that had any, by its name. */
  byName(names: readonly string[]): Map<string, MoneyToDate> {
    const paidBack = this.paybacks.days(names.length);
    const found = new Map<string, MoneyToDate>();
    names.forEach((name, group) => {
      const [gmv, cost] = [orNull(this.gmv[group] as number), orNull(this.cost[group] as number)];
      if (gmv === null && cost === null) return;
      const since = orNull(this.since[group] as number);
      found.set(name, { gmv, cost, since, paidBack: orNull(paidBack[group] as number) });
    });
    return found;
  }
}
