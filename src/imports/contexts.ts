import { currencyOfCell } from '../workbook/currencies.ts';
import { type DateOrder, dateOrderOf } from '../workbook/dates.ts';
import { type DecimalMark, decimalMarkOf, readNumber } from '../workbook/numbers.ts';
import type { CellContext } from './cells.ts';
import { readExportDate } from './dates.ts';
import type { CellType } from './format.ts';
import { readHeader } from './header.ts';
import type { MappedColumn, Recognition } from './recognise.ts';
import { currencyOfAmount } from './signs.ts';

type Rows = readonly (readonly string[])[];

const NUMERIC: readonly CellType[] = ['count', 'decimal', 'money', 'percent', 'rate'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: whether there is anything to fold
const PLAIN = /^[\u0000-\u007f]*$/;

/** The cells of columns, row by row, in one form. */
export function* textsOf(rows: Rows, columns: readonly MappedColumn[]): Generator<string> {
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

/** Points part thousands in it: no zero before them, three digits behind each. */
const POINTS = /^[^\d.,]*[1-9]\d{0,2}(?:\.\d{3})+[^\d.,\p{L}]*$/u;

/** Nobody writes decimals of these, three least of all. */
const WHOLE_CURRENCIES = new Set(['IDR', 'VND', 'KRW', 'JPY', 'CLP']);

/**
 * Whether the points of a column part thousands, as in Indonesian and Vietnamese files: each of its points has three
 * digits behind it, and what it holds has no three decimals, or the file is of a language that parts decimals by commas.
 * "Rp120.000" must not become 120.
 */
function hasThousandsPoints(
  rows: Rows,
  mapped: MappedColumn,
  semicolons: boolean,
  inWholeOnes: boolean,
): boolean {
  const { type } = mapped.column;
  if (type !== 'count' && type !== 'money') return false;
  const currency = readHeader(mapped.header).currency;
  const ofMoney = currency === null ? inWholeOnes : WHOLE_CURRENCIES.has(currency);
  const isWhole = semicolons || type === 'count' || ofMoney;
  let found = false;
  for (const text of textsOf(rows, [mapped])) {
    if (text.includes(',')) return false;
    if (!text.includes('.')) continue;
    if (!POINTS.test(text) || !(isWhole || currencyOfAmount(text) !== null)) return false;
    found = true;
  }
  return found;
}

/** Whether all rows that name a currency in a column of its own name one without decimals. */
function namesWholeOnes(rows: Rows, columns: readonly MappedColumn[]): boolean {
  const own = columns.filter(({ column }) => column.field === 'currency');
  const named = new Set([...textsOf(rows, own)].map(currencyOfCell));
  named.delete('');
  return named.size > 0 && [...named].every((currency) => WHOLE_CURRENCIES.has(currency));
}

/** How a column writes its dates; where neither it nor the format says so, as the people of the workbook do. */
function dateContext(
  rows: Rows,
  mapped: MappedColumn,
  known: DateOrder,
  usual: DateOrder,
  mark: DecimalMark,
): CellContext {
  const order = dateOrderOf(textsOf(rows, [mapped])) ?? known;
  if (order !== null || usual === null) return { mark, order };
  for (const text of textsOf(rows, [mapped])) {
    const isOpen = readExportDate(text, null) === undefined && readExportDate(text, usual) !== undefined;
    if (isOpen) return { mark, order: usual, guessed: text };
  }
  return { mark, order };
}

/**
 * Decides for a section as a whole what its single cells leave open. A column shows its decimal mark itself where it
 * can: in a workbook, numbers have a point beside texts with a comma. The others go by the section.
 * @param rows Rows below its headers.
 * @param columns Its columns.
 * @param recognition Format of the file.
 * @param usual How the people of the workbook write dates, for those that leave it open.
 * @returns A context for each column.
 */
export function contextsOf(
  rows: Rows,
  columns: readonly MappedColumn[],
  { format, semicolons }: Recognition,
  usualOrder: DateOrder = null,
): CellContext[] {
  const numeric = columns.filter(({ column }) => NUMERIC.includes(column.type));
  const inWholeOnes = namesWholeOnes(rows, columns);
  const pointed = new Set(
    numeric.filter((mapped) => hasThousandsPoints(rows, mapped, semicolons, inWholeOnes)),
  );
  const usual = decimalMarkOf(textsOf(rows, numeric), pointed.size > 0 ? ',' : '.');
  return columns.map((mapped) => {
    const { type } = mapped.column;
    if (type === 'date') return dateContext(rows, mapped, format.dateOrder, usualOrder, usual);
    const isNumeric = NUMERIC.includes(type) && !pointed.has(mapped);
    const mark = pointed.has(mapped)
      ? ','
      : isNumeric
        ? decimalMarkOf(textsOf(rows, [mapped]), usual)
        : usual;
    const unit = type === 'rate' ? { unit: unitOf(textsOf(rows, [mapped]), mark) } : {};
    return { mark, order: null, ...unit };
  });
}
