import { currencyOfCell } from '../../workbook/currencies.ts';
import { cells, type Table } from '../../workbook/table.ts';
import type { Exchange } from '../money.ts';
import type { AccountInfo } from './accounts.ts';
import { eachOnce } from './each-once.ts';
import type { Items } from './items.ts';

/** Turns a column of amounts into the reporting currency, in place; an amount without a rate is not measured. */
export type Converter = (amounts: Float64Array) => void;

/**
 * Prepares the conversion of the amounts of facts.
 * @param table The sheet `performance`: where a row names no currency, its account's holds.
 * @param items Accounts of the rows.
 * @param known Accounts of the workbook.
 * @param days Last day by row, whose rate counts.
 * @param exchange Exchange rates.
 */
export function converter(
  table: Table,
  { accountNames, accounts }: Items,
  known: ReadonlyMap<string, AccountInfo>,
  days: Float64Array,
  exchange: Exchange,
): Converter {
  const column = cells(table, 'currency');
  const usual = accountNames.map((account) => known.get(account)?.currency ?? '');
  const named = eachOnce(currencyOfCell);
  return (amounts) => {
    let [currency, day, rate]: [string | null, number, number | null] = [null, Number.NaN, null];
    for (let row = 0; row < amounts.length; row++) {
      if (Number.isNaN(amounts[row])) continue;
      const own = named(column[row]) || (usual[accounts[row] as number] as string);
      const today = days[row] as number;
      // Rows of a file stand together, and are of one currency and day.
      if (own !== currency || today !== day) {
        [currency, day] = [own, today];
        rate = exchange.rateOn(own, Number.isNaN(today) ? 0 : today);
      }
      amounts[row] = rate === null ? Number.NaN : (amounts[row] as number) * rate;
    }
  };
}
