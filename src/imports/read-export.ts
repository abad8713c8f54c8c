import type { TextTable } from '../files/table.ts';
import { isoDate } from '../kpi/calendar.ts';
import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import type { DateOrder } from '../workbook/dates.ts';
import { currencyOfFile, yenOf } from './amounts.ts';
import { checkRatios, checkTotal } from './checks.ts';
import type { DerivedField } from './format.ts';
import { Reader, type RejectedRow } from './reader.ts';
import type { Recognition } from './recognise.ts';

/** Rows of an export as columns of equal length: index i of each belongs to one row. */
export type ExportRows = {
  /** What tells one row from another; for content its identifier. */
  readonly ids: readonly string[];
  /** Row of the file's table, from 1. */
  readonly rowNumbers: readonly number[];
  /** Columns of the `content` sheet by key, without `id`; dates are serial numbers, durations seconds. */
  readonly content: Readonly<Record<string, readonly Cell[]>>;
  /** Columns of the `performance` sheet by key; null = not measured. */
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
  /** Everything that was read, by field of the format. */
  readonly fields: Readonly<Record<string, readonly Cell[]>>;
  /** Currency of all amounts, where the file names one and the rows do not. */
  readonly currency: string | null;
  /** Rows that say once more exactly what an earlier row said. */
  readonly repeated: number;
  readonly rejected: readonly RejectedRow[];
  /** Total rows, blank rows, and what stands between two tables. */
  readonly skipped: number;
  readonly warnings: readonly Issue[];
};

/** A figure that the file gives only in parts. A base of zero is zero, though its rate is then left blank. */
function derive(
  { whole, per }: DerivedField,
  factors: readonly (readonly Cell[])[],
  less: readonly Cell[],
): (number | null)[] {
  return factors[0]!.map((base, row) => {
    if (base === 0) return 0;
    let product = 1;
    for (const factor of factors) {
      const value = factor[row];
      if (typeof value !== 'number') return null;
      product *= value;
    }
    const taken = less[row];
    const value = product / per - (typeof taken === 'number' ? taken : 0);
    const exact = Number(value.toPrecision(12)); // 0.5 must not become 0.49999999999999994
    return whole ? Math.round(exact) : exact;
  });
}

/** Fields that the file has, with those that follow from them. */
function fieldsOf(reader: Reader, { format, columns, more }: Recognition): Record<string, readonly Cell[]> {
  const fields: Record<string, readonly Cell[]> = { ...reader.fields };
  const known = new Set(
    [columns, ...more.map((section) => section.columns)].flat().map((at) => at.column.field),
  );
  for (const derived of format.derived) {
    if (known.has(derived.field) || !derived.product.every((field) => known.has(field))) continue;
    known.add(derived.field);
    const factors = derived.product.map((field) => fields[field]!);
    fields[derived.field] = derive(derived, factors, fields[derived.less ?? ''] ?? []);
  }
  for (const field of Object.keys(fields)) {
    const isEmpty = !known.has(field) && fields[field]!.every((cell) => cell === null);
    if (isEmpty) delete fields[field];
  }
  return fields;
}

function measuresOf(
  fields: Readonly<Record<string, readonly Cell[]>>,
  { format }: Recognition,
): Record<string, readonly (number | null)[]> {
  if (format.goal !== 'content' && format.goal !== 'account') return {};
  const names = [
    ...format.columns.filter(({ target }) => target === 'measure').map(({ field }) => field),
    ...format.derived.map(({ field }) => field),
  ];
  const measures: Record<string, readonly (number | null)[]> = {};
  for (const name of names) {
    if (fields[name] !== undefined) measures[name] = fields[name] as (number | null)[];
  }
  return measures;
}

function contentOf(
  fields: Readonly<Record<string, readonly Cell[]>>,
  { format }: Recognition,
): Record<string, readonly Cell[]> {
  const content: Record<string, readonly Cell[]> = {};
  for (const { target, field } of format.columns) {
    const cells = fields[field];
    if (target === 'content' && field !== 'id' && cells !== undefined) content[field] = cells;
  }
  return content;
}

/** The one currency that the rows name; null where they name none or several. */
function currencyOfRows(cells: readonly Cell[] = []): string | null {
  const found = new Set(cells.map((cell) => textOfCell(cell).toUpperCase()).filter((text) => text !== ''));
  return found.size === 1 ? [...found][0]! : null;
}

function guessedDates({ header, text, serial }: NonNullable<Reader['guessed']>): Issue {
  const expected = isoDate(Math.floor(serial));
  return { code: 'EXPORT_DATES_GUESSED', found: text, expected, values: { column: header } };
}

/**
 * Reads the rows of a recognised export. A row with a cell that cannot be read is rejected as a whole: half a row
 * would look like a fall. Rows read are `ids.length + repeated + rejected.length`.
 * @param table The file's table that `recognition.table` names.
 * @param recognition Format and columns, from `recognise`.
 * @param latest A day that no row of the file is after, serial: the year of days that stand without one follows.
 * @param order How the people of the workbook write 03/04/2026, for dates that neither the file nor its format makes
 *   clear; a warning EXPORT_DATES_GUESSED names one of them.
 * @returns Rows as columns, rejected rows with their reason, and warnings: EXPORT_ROWS_MISSING (the rows' sum is more
 *   than 0.5 % below the file's own total), EXPORT_ROW_LIMIT (the file is as long as the platform makes them),
 *   EXPORT_RATIO_DIFFERS (figures of the file contradict each other), EXPORT_TABLES_LEFT, ROWS_REPEATED.
 */
export function readExport(
  table: TextTable,
  recognition: Recognition,
  latest: number | null = null,
  order: DateOrder = null,
): ExportRows {
  const yen = yenOf(table, recognition);
  const reader = new Reader(recognition, latest, order, yen);
  const sections = [recognition, ...recognition.more];
  sections.forEach((section, place) => {
    reader.readSection(table, section, sections[place + 1]?.headerRow ?? table.rows.length);
    reader.skipped += place > 0 ? 1 : 0; // its headers
  });
  const fields = fieldsOf(reader, recognition);
  const field = (name: string): readonly Cell[] | undefined => fields[name];
  const read = reader.ids.length + reader.repeated + reader.rejected.length;
  const { leftOut } = recognition;
  const left: Issue[] =
    leftOut.length === 0 ? [] : [{ code: 'EXPORT_TABLES_LEFT', values: { tables: leftOut.join(', ') } }];
  const warnings: Issue[] = [
    ...left,
    ...checkTotal(recognition, reader.totalRow, field, read),
    ...checkRatios(recognition, field, reader.rowNumbers),
  ];
  if (reader.guessed !== null) warnings.push(guessedDates(reader.guessed));
  if (reader.repeated > 0) warnings.push({ code: 'ROWS_REPEATED', values: { count: reader.repeated } });
  return {
    ids: reader.ids,
    rowNumbers: reader.rowNumbers,
    content: contentOf(fields, recognition),
    measures: measuresOf(fields, recognition),
    fields,
    currency: currencyOfFile(table, recognition, yen, currencyOfRows(fields.currency)),
    repeated: reader.repeated,
    rejected: reader.rejected,
    skipped: reader.skipped,
    warnings,
  };
}
