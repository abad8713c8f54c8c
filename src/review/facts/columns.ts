import { KIND_CUMULATIVE, KIND_NONE, KIND_PERIOD, type MeasureColumn } from '../../kpi/facts.ts';
import type { Cell, Issue } from '../../kpi/issue.ts';
import type { Address } from '../../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { FACT_KINDS } from '../../workbook/sheets/choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { eachOnce } from './each-once.ts';

/** At most so many bad cells of one column are listed one by one. */
const ISSUE_LIMIT = 50;

/** Names bad cells of the sheet `performance`. */
export type Report = { readonly address: Address; readonly issues: Issue[] };

const KINDS: Readonly<Record<string, number>> = { period: KIND_PERIOD, cumulative: KIND_CUMULATIVE };

/** Names what cannot be read, by row: some of it, if there is much. */
function reporter(key: string, code: string, { address, issues }: Report): (row: number, cell: Cell) => void {
  let bad = 0;
  return (row, cell) => {
    if (bad++ < ISSUE_LIMIT) issues.push({ code, at: address('performance', key, row), found: String(cell) });
  };
}

function numberIn(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  // Most cells that are no number are empty.
  return cell === null || cell === undefined ? Number.NaN : (numberOfCell(cell) ?? Number.NaN);
}

/** A measure's column; NaN where nothing can be read. */
export function readMeasure(table: Table, key: string, report: Report): MeasureColumn {
  const column = cells(table, key);
  const complain = reporter(key, 'BAD_NUMBER', report);
  for (let row = 0; row < column.length; row++) {
    const cell = column[row] ?? null;
    if (cell === null || typeof cell === 'number') continue;
    if (numberOfCell(cell) === undefined) complain(row, cell);
  }
  let all: Float64Array | undefined;
  return {
    get all() {
      if (all !== undefined) return all;
      const values = new Float64Array(column.length);
      for (let row = 0; row < values.length; row++) values[row] = numberIn(column[row]);
      all = values;
      return values;
    },
    at: (row) => numberIn(column[row]),
  };
}

/** Serial days of a column; NaN where there is none. */
export function readDays(table: Table, key: string, report: Report): Float64Array {
  const column = cells(table, key);
  const days = new Float64Array(table.rows);
  const complain = reporter(key, 'BAD_DATE', report);
  for (let row = 0; row < days.length; row++) {
    const cell = column[row] ?? null;
    const day = cell === null ? null : dayOfCellText(cell);
    if (day === undefined) complain(row, cell);
    days[row] = day ?? Number.NaN;
  }
  return days;
}

/** Kinds of facts. A row whose kind is unknown cannot be counted at all. */
export function readKinds(table: Table, { address, issues }: Report): Uint8Array {
  const [column, contents] = [cells(table, 'kind'), cells(table, 'content')];
  const kindOf = eachOnce((cell) => KINDS[choiceKey(FACT_KINDS, cell) ?? ''] ?? KIND_NONE);
  const kinds = new Uint8Array(table.rows);
  let bad = 0;
  for (let row = 0; row < kinds.length; row++) {
    const kind = kindOf(column[row]);
    kinds[row] = kind;
    if (kind !== KIND_NONE || contents[row] == null || bad++ >= ISSUE_LIMIT) continue;
    const expected = FACT_KINDS.flatMap(({ words }) => Object.values(words)).join(', ');
    const at = address('performance', 'kind', row);
    issues.push({ code: 'BAD_CHOICE', at, found: textOfCell(column[row]), expected });
  }
  return kinds;
}
