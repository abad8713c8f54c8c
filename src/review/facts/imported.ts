import type { DaySpan } from '../../kpi/coverage.ts';
import { dayOfCellText, textOfCell } from '../../workbook/cells.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { accountKey } from '../keys.ts';
import { platformOf } from './accounts.ts';

/** The days that imports span, by account; undone imports do not count. */
export function importedSpans(table: Table): Map<string, DaySpan[]> {
  const found = new Map<string, DaySpan[]>();
  for (let row = 0; row < table.rows; row++) {
    const start = dayOfCellText(cells(table, 'from')[row] ?? null);
    const end = dayOfCellText(cells(table, 'to')[row] ?? null);
    if (typeof start !== 'number' || typeof end !== 'number') continue;
    if ((cells(table, 'undone')[row] ?? null) !== null) continue;
    // Files of orders say nothing of the days that content has figures for.
    if (/orders?$/.test(textOfCell(cells(table, 'format')[row]))) continue;
    const account = accountKey(
      platformOf(cells(table, 'platform')[row]),
      textOfCell(cells(table, 'account')[row]),
    );
    const spans = found.get(account);
    if (spans === undefined) found.set(account, [{ start, end }]);
    else spans.push({ start, end });
  }
  return found;
}
