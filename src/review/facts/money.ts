import type { Money } from '../../kpi/facts.ts';
import { currencyOfCell } from '../../workbook/currencies.ts';
import { cells, type Table } from '../../workbook/table.ts';
import type { Exchange } from '../money.ts';
import type { AccountInfo } from './accounts.ts';
import { eachOnce } from './each-once.ts';
import type { Items } from './items.ts';

function hasAny(columns: readonly Float64Array[], row: number): boolean {
  for (let i = 0; i < columns.length; i++) if (!Number.isNaN(columns[i]?.[row])) return true;
  return false;
}

/**
 * Turns amounts of facts into the reporting currency, in place; one without a rate is not measured.
 * @param table The sheet `performance`: where a row names no currency, its account's holds.
 * @param columns Columns of amounts; NaN is "not measured".
 * @param items Accounts of the rows.
 * @param known Accounts of the workbook.
 * @param days Last day by row, whose rate counts.
 * @param exchange Exchange rates; only a row with amounts asks for its rate.
 * @returns Currencies and rates by row.
 */
export function convert(
  table: Table,
  columns: readonly Float64Array[],
  { accountNames, accounts }: Items,
  known: ReadonlyMap<string, AccountInfo>,
  days: Float64Array,
  exchange: Exchange,
): Pick<Money, 'currencies' | 'rates'> {
  const cellsOfCurrency = cells(table, 'currency');
  const usual = accountNames.map((account) => known.get(account)?.currency ?? '');
  const named = eachOnce(currencyOfCell);
  const currencies = new Array<string>(days.length).fill('');
  const rates = new Float64Array(days.length).fill(Number.NaN);
  let currency: string | null = null;
  let day = Number.NaN;
  let rate = Number.NaN;
  for (let row = 0; row < days.length; row++) {
    if (!hasAny(columns, row)) continue;
    const own = named(cellsOfCurrency[row]) || (usual[accounts[row] as number] as string);
    const today = days[row] as number;
    // Rows of a file stand together, and are of one currency and day.
    if (own !== currency || today !== day) {
      currency = own;
      day = today;
      rate = exchange.rateOn(own, Number.isNaN(today) ? 0 : today) ?? Number.NaN;
    }
    currencies[row] = own;
    rates[row] = rate;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Float64Array;
      column[row] = (column[row] as number) * rate;
    }
  }
  return { currencies, rates };
}
