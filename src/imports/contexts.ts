import { type DateOrder, dateOrderOf } from '../workbook/dates.ts';
import { type DecimalMark, decimalMarkOf, readNumber } from '../workbook/numbers.ts';
import type { CellContext } from './cells.ts';
import type { CellType } from './format.ts';
import { currencyOfAmount } from './header.ts';
import type { MappedColumn, Recognition } from './recognise.ts';

type Rows = readonly (readonly string[])[];

const NUMERIC: readonly CellType[] = ['count', 'decimal', 'money', 'percent', 'rate'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: whether there is anything to fold
const PLAIN = /^[\u0000-\u007f]*$/;

function* textsOf(rows: Rows, columns: readonly MappedColumn[]): Generator<string> {
  for (const row of rows) {
    for (const { index } of columns) {
      const text = (row[index] ?? '').trim();
      yield PLAIN.test(text) ? text : text.normalize('NFKC');
    }
  }
}

/** Rates are percent where a cell says so or is above 1; a column has one unit. */
function unitOf(texts: Iterable<string>, mark: DecimalMark): 1 | 100 {
  let above = false;
  for (const text of texts) {
    if (text.includes('%')) return 100;
    above ||= (readNumber(text, mark) ?? 0) > 1;
  }
  return above ? 100 : 1;
}

/**
 * Decides for a section as a whole what its single cells leave open.
 * @param rows Rows below its headers.
 * @param columns Its columns.
 * @param recognition Format of the file.
 * @returns A context for each column.
 */
export function contextsOf(
  rows: Rows,
  columns: readonly MappedColumn[],
  { format }: Recognition,
): CellContext[] {
  const mark = decimalMarkOf(
    textsOf(
      rows,
      columns.filter(({ column }) => NUMERIC.includes(column.type)),
    ),
  );
  return columns.map((mapped) => {
    const { type } = mapped.column;
    const order: DateOrder =
      type === 'date' ? (dateOrderOf(textsOf(rows, [mapped])) ?? format.dateOrder) : null;
    return type === 'rate' ? { mark, order, unit: unitOf(textsOf(rows, [mapped]), mark) } : { mark, order };
  });
}

/**
 * The currency that amounts name themselves.
 * @param rows Rows below the headers.
 * @param columns Columns of the file.
 * @returns ISO code of the first amount that has one; null where none has.
 */
export function currencyOfCells(rows: Rows, columns: readonly MappedColumn[]): string | null {
  const money = columns.filter(({ column }) => column.type === 'money');
  for (const text of textsOf(rows, money)) {
    const currency = /\d/.test(text) ? currencyOfAmount(text) : null;
    if (currency !== null) return currency;
  }
  return null;
}
