import { KIND_CUMULATIVE, KIND_NONE, KIND_PERIOD } from '../../kpi/facts.ts';
import type { Issue } from '../../kpi/issue.ts';
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

function readNumbers(
  table: Table,
  key: string,
  code: string,
  { address, issues }: Report,
  read: typeof numberOfCell | typeof dayOfCellText,
): Float64Array {
  const column = cells(table, key);
  const values = new Float64Array(table.rows);
  let bad = 0;
  for (let row = 0; row < values.length; row++) {
    const cell = column[row] ?? null;
    const value = cell === null ? null : read(cell);
    if (value === undefined && bad++ < ISSUE_LIMIT) {
      issues.push({ code, at: address('performance', key, row), found: String(cell) });
    }
    values[row] = value ?? Number.NaN;
  }
  return values;
}

/** A measure's column; NaN where nothing can be read. */
export function readMeasure(table: Table, key: string, report: Report): Float64Array {
  return readNumbers(table, key, 'BAD_NUMBER', report, numberOfCell);
}

/** Serial days of a column; NaN where there is none. */
export function readDays(table: Table, key: string, report: Report): Float64Array {
  return readNumbers(table, key, 'BAD_DATE', report, dayOfCellText);
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
