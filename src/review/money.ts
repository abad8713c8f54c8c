import { isoDate } from '../kpi/calendar.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell } from '../workbook/cells.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import { cells, type Table } from '../workbook/table.ts';

type Rate = { readonly day: number; readonly rate: number };

/** Turns amounts into the reporting currency at the rate of their day. */
export type Exchange = {
  /** Value of one unit on a day; null where no rate is known. An empty currency is the reporting one. */
  rateOn(currency: string, day: number): number | null;
  /** One issue a currency that had no rate, and one a rate that cannot be read. */
  issues(): readonly Issue[];
};

function badRates(table: Table, address: Address): Issue[] {
  return cells(table, 'rate').flatMap((cell, row) => {
    const rate = numberOfCell(cell);
    if (rate === null || (typeof rate === 'number' && rate > 0)) return [];
    return [{ code: 'BAD_NUMBER', at: address('rates', 'rate', row), found: String(cell) }];
  });
}

function ratesByCurrency(table: Table): Map<string, Rate[]> {
  const days = cells(table, 'date');
  const currencies = cells(table, 'currency');
  const rates = cells(table, 'rate');
  const found = new Map<string, Rate[]>();
  for (let row = 0; row < table.rows; row++) {
    const currency = currencyOfCell(currencies[row]);
    const rate = numberOfCell(rates[row]);
    if (currency === '' || typeof rate !== 'number' || rate <= 0) continue;
    const list = found.get(currency) ?? [];
    list.push({ day: dayOfCellText(days[row]) ?? 0, rate });
    found.set(currency, list);
  }
  for (const list of found.values()) list.sort((a, b) => a.day - b.day);
  return found;
}

/** The last rate that began by a day; before the first one, the first one. */
function rateAt(rates: readonly Rate[], day: number): number {
  let [begun, later] = [0, rates.length];
  while (later - begun > 1) {
    const middle = (begun + later) >> 1;
    if ((rates[middle] as Rate).day <= day) begun = middle;
    else later = middle;
  }
  return (rates[begun] as Rate).rate;
}

/**
 * Reads the exchange rates.
 * @param table The sheet `rates`: each rate holds from its date on; before the first one, the first one holds.
 * @param reporting Reporting currency, ISO code.
 * @param address Names cells for issues.
 */
export function readExchange(table: Table, reporting: string, address: Address): Exchange {
  const rates = ratesByCurrency(table);
  const missing = new Map<string, number>();
  return {
    rateOn(currency, day) {
      if (currency === '' || currency === reporting) return 1;
      const list = rates.get(currency);
      if (list === undefined) {
        if (!missing.has(currency)) missing.set(currency, day);
        return null;
      }
      return rateAt(list, day);
    },
    issues: () => [
      ...badRates(table, address),
      ...[...missing].map(([currency, day]) => ({
        code: 'RATE_MISSING',
        at: { sheet: table.title },
        found: currency,
        values: { currency, reporting, date: isoDate(day) },
      })),
    ],
  };
}
