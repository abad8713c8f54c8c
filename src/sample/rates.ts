import { addMonths, monthStart } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { randomOf } from './random.ts';
import type { Frame } from './types.ts';

const START: Readonly<Record<string, number>> = { USD: 1, IDR: 0.00006132, THB: 0.03017 };

/** Value of one unit of a currency in USD on a day. */
export type UsdOf = (currency: string, day: number) => number;

const significant = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** Rows of the sheet `rates`, one a month and currency, from the month before the data. */
export function rateRows(frame: Frame): RowValues[] {
  const random = randomOf(frame.seed, 'rates');
  const rows: RowValues[] = [];
  for (const currency of ['IDR', 'THB']) {
    let rate = (START[currency] ?? 1) * random.spread(0.02);
    for (let day = addMonths(monthStart(frame.firstDay), -1); day <= frame.lastDay; day = addMonths(day, 1)) {
      rows.push({ date: day, currency, rate: significant(rate, 5) });
      rate *= random.spread(0.006);
    }
  }
  return rows;
}

/** Looks a rate up in the rows as the add-on does: the last one that starts on or before the day. */
export function usdFrom(rows: readonly RowValues[]): UsdOf {
  return (currency, day) => {
    let found = 1;
    for (const row of rows) {
      if (row.currency === currency && Number(row.date) <= day) found = Number(row.rate);
    }
    return found;
  };
}
