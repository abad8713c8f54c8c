import { isoDate } from '../kpi/calendar.ts';
import type { Cell } from '../kpi/issue.ts';
import { choiceWord } from '../workbook/choices.ts';
import { withDefaults } from '../workbook/defaults.ts';
import type { RowValues, Table } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { Kept } from './kept.ts';
import { costDays, matchCosts } from './match-costs.ts';
import { matchOrders } from './match-orders.ts';
import type { FactsPlan } from './plan-performance.ts';
import type { RejectedRow } from './reader.ts';
import { type Match, type RowSheet, type SheetRows, sheetRows } from './sheet-rows.ts';

/** Columns that people may have filled better: an import only fills what is empty. */
const FILLED: Readonly<Record<RowSheet, readonly string[]>> = {
  orders: ['account'],
  costs: ['account', 'currency', 'allocation'],
  products: ['name'],
  comments: ['account', 'sentiment', 'severity', 'owner', 'topic'],
};

export type RowsInput = {
  readonly sheet: RowSheet;
  readonly table: Table;
  /** A row of the file as values of the sheet; choices by their keys. */
  readonly values: readonly RowValues[];
  /** Row of the file's table of each, from 1; not needed where several are one. */
  readonly rowNumbers: readonly number[];
  /** Rows of the file that only repeat others. */
  readonly repeated: number;
  readonly language: Language;
  readonly importId: string;
  /**
   * As-of day of an import, where it is later than the file's; without an id that of the newest of its format and
   * account, for sheets whose rows do not name their import.
   */
  readonly later: (importId?: string) => number | null;
};

export type SheetPlan = FactsPlan & {
  /** Rows of the file that cannot stand beside rows of the sheet. */
  readonly rejected: readonly RejectedRow[];
};

/** Whether a row says nothing that an empty sheet does not say: creatives that cost nothing would fill it. */
const saysNothing = (sheet: RowSheet, values: RowValues): boolean => sheet === 'costs' && values.amount === 0;

function matchesOf({ sheet, values, later }: RowsInput, rows: SheetRows): Match[] {
  if (sheet === 'costs') return matchCosts(values, rows, later);
  if (sheet === 'orders') return matchOrders(values, rows, later);
  return values.map((row) => {
    const index = rows.byKey.get(rows.keyOf(row))?.[0];
    return index === undefined ? { rows: [], append: row } : { rows: [{ index, values: row }] };
  });
}

function overlapping(values: RowValues, row: number, index: number, rows: SheetRows): RejectedRow {
  const say = (from: Cell | undefined, to: Cell | undefined): string =>
    from === to || typeof from !== 'number'
      ? isoDate(Number(to))
      : `${isoDate(from)} – ${isoDate(Number(to))}`;
  const known = costDays(rows, index);
  return {
    row,
    column: '',
    cell: `A${row}`,
    code: 'COST_DAYS_OVERLAP',
    found: say(values.from, values.date),
    expected: `${say(known.from, known.to)} (${rows.title}!A${index + 2})`,
    raw: JSON.stringify(values),
  };
}

/**
 * What an import changes in a sheet of orders, costs, products or comments. What a newer file has set stays; such rows
 * are only filled where they are empty.
 * @param input The rows, and the sheet as read.
 * @returns Rows to add and to remove and cells to change, how many rows of the file were taken, updated and unchanged,
 *   those that were rejected (COST_DAYS_OVERLAP), and the notes NEWER_FILE_KEPT and COST_DAYS_REPLACED.
 */
export function planRows(input: RowsInput): SheetPlan {
  const { sheet, language, importId, later } = input;
  const rows = sheetRows(sheet, input.table);
  const { template } = rows;
  const isMarked = template.columns.some(({ key }) => key === 'import');
  const newerThan = (index: number): number | null =>
    isMarked ? later(String(rows.at('import', index) ?? '')) : later();
  const worded = (values: RowValues): RowValues => {
    const row: Record<string, Cell> = { ...values };
    for (const { key, choices } of template.columns) {
      if (choices !== undefined && typeof row[key] === 'string')
        row[key] = choiceWord(choices, row[key], language);
    }
    return row;
  };
  const marked = (values: RowValues): RowValues =>
    worded(isMarked ? { ...values, import: importId } : values);
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  const removals: number[] = [];
  const rejected: RejectedRow[] = [];
  let updated = 0;
  let unchanged = input.repeated;
  let replaced = 0;
  const kept = new Kept();

  /** Changes a row of the sheet; says whether there was anything to change, and what newer file's values were kept. */
  const offer = (index: number, values: RowValues): { isChanged: boolean; newer: number | null } => {
    const newer = newerThan(index);
    let isKept = false;
    const changed = Object.entries(values).filter(([key, value]) => {
      const current = rows.at(key, index);
      if (rows.value(key, value) === current) return false;
      if (current === null) return true;
      if (FILLED[sheet].includes(key)) return false;
      isKept ||= newer !== null;
      return newer === null;
    });
    const isChanged = changed.length > 0;
    const cells = Object.fromEntries(changed);
    if (isChanged) updates.push({ index, values: newer === null ? marked(cells) : worded(cells) });
    return { isChanged, newer: isKept ? newer : null };
  };
  const keep = (newer: number | null): void => {
    if (newer !== null) kept.add(newer);
  };

  matchesOf(input, rows).forEach((match, place) => {
    const values = input.values[place]!;
    const isNothing = saysNothing(sheet, values);
    if (match.overlaps !== undefined && !isNothing) {
      rejected.push(overlapping(values, input.rowNumbers[place] ?? 0, match.overlaps, rows));
    } else if (match.rows.length > 0) {
      const removed = match.removed ?? [];
      const done = match.rows.map((row) => offer(row.index, row.values));
      keep(done.find(({ newer }) => newer !== null)?.newer ?? null);
      if (done.some(({ isChanged }) => isChanged)) updated++;
      else unchanged++;
      replaced += match.removed === undefined ? 0 : removed.length + 1;
      removals.push(...removed);
    } else if (match.append === undefined || isNothing) {
      if (match.outdated !== undefined) keep(newerThan(match.outdated));
      unchanged++;
    } else {
      // A line that only takes back sold nothing.
      const added = sheet === 'orders' ? { amount: 0, ...match.append } : match.append;
      appends.push(withDefaults(template, marked(added), language));
    }
  });
  const notes = kept.notes();
  if (replaced > 0) notes.push({ code: 'COST_DAYS_REPLACED', values: { count: replaced } });
  const change = { sheet, appends, updates, ...(removals.length === 0 ? {} : { removals }) };
  return { change, taken: appends.length, updated, unchanged, rejected, notes };
}
