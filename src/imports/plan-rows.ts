import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey, choiceWord } from '../workbook/choices.ts';
import { withDefaults } from '../workbook/defaults.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { cells, type RowValues, type Table } from '../workbook/table.ts';
import type { ColumnTemplate, Language } from '../workbook/template.ts';
import type { FactsPlan } from './plan-performance.ts';

/** Sheets that rows go to as they are, with the columns that tell one row from another. */
const KEYS = {
  orders: ['platform', 'id', 'sku'],
  costs: ['platform', 'account', 'content', 'date', 'component', 'note'],
  products: ['sku'],
  comments: ['platform', 'content', 'posted', 'text'],
} as const;

export type RowSheet = keyof typeof KEYS;

/** Columns that people may have filled better: an import only fills what is empty. */
const FILLED: Readonly<Record<RowSheet, readonly string[]>> = {
  orders: ['account'],
  costs: ['account', 'currency'],
  products: ['name'],
  comments: ['account', 'sentiment', 'severity', 'owner', 'topic'],
};

/** A cell in the form in which it is compared: people may have typed it another way, or in another language. */
function comparable({ choices, type }: ColumnTemplate, cell: Cell | undefined): Cell {
  if (cell === null || cell === undefined || cell === '') return null;
  if (choices !== undefined) return choiceKey(choices, cell) ?? textOfCell(cell);
  if (type === 'date') return dayOfCellText(cell) ?? textOfCell(cell);
  if (type === 'id' || type === 'text') return textOfCell(cell);
  return numberOfCell(cell) ?? textOfCell(cell);
}

/** Content says whose it is, whether or not its row repeats it. */
const isImplied = (key: string, at: (key: string) => Cell | undefined): boolean =>
  key === 'account' && textOfCell(at('content')) !== '';

export type RowsInput = {
  readonly sheet: RowSheet;
  readonly table: Table;
  /** A row of the file as values of the sheet; choices by their keys. */
  readonly rows: readonly RowValues[];
  /** Rows of the file that only repeat others. */
  readonly repeated: number;
  readonly language: Language;
  readonly importId: string;
};

/** Whether a row says nothing that an empty sheet does not say: creatives that cost nothing would fill it. */
const saysNothing = (sheet: RowSheet, values: RowValues): boolean => sheet === 'costs' && values.amount === 0;

/** Of equal rows of the sheet the one with the same amount, else the first; each answers one row of the file. */
function takeTwin(rows: number[], amounts: readonly Cell[], amount: Cell | undefined): number | undefined {
  const same = rows.findIndex((row) => numberOfCell(amounts[row] ?? null) === amount);
  return rows.splice(Math.max(same, 0), 1)[0];
}

/**
 * What an import changes in a sheet of orders, costs, products or comments.
 * @param input The rows, and the sheet as read.
 * @returns Rows to add and cells to change, with how many rows of the file were taken, updated and unchanged.
 */
export function planRows(input: RowsInput): FactsPlan {
  const { sheet, table, language, importId } = input;
  const template = sheetTemplate(sheet);
  const columns = new Map(template.columns.map((column) => [column.key, column]));
  const keyColumns = KEYS[sheet].map((key) => columns.get(key)!);
  const keyOf = (at: (key: string) => Cell | undefined): string =>
    keyColumns
      .map((column) => (isImplied(column.key, at) ? '' : String(comparable(column, at(column.key)) ?? '')))
      .join('\u001f');
  const read = new Map([...columns.keys()].map((key) => [key, cells(table, key)]));
  const existing = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const key = keyOf((column) => read.get(column)![row]);
    const twins = existing.get(key);
    if (twins === undefined) existing.set(key, [row]);
    else twins.push(row);
  }
  const found = (values: RowValues): number | undefined => {
    const rows = existing.get(keyOf((key) => values[key])) ?? [];
    return sheet === 'costs' ? takeTwin(rows, cells(table, 'amount'), values.amount) : rows[0];
  };
  const marked = columns.has('import') ? { import: importId } : {};
  const choices = template.columns.flatMap((column) =>
    column.choices === undefined ? [] : [{ key: column.key, choices: column.choices }],
  );
  const worded = (values: RowValues): RowValues => {
    const row: Record<string, Cell> = Object.assign({}, values, marked);
    for (const { key, choices: words } of choices) {
      if (typeof row[key] === 'string') row[key] = choiceWord(words, row[key], language);
    }
    return row;
  };
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  let unchanged = input.repeated;
  for (const values of input.rows) {
    const index = found(values);
    if (index === undefined && saysNothing(sheet, values)) unchanged++;
    else if (index === undefined) appends.push(withDefaults(template, worded(values), language));
    else {
      const changed = Object.entries(values).filter(([key, value]) => {
        const current = comparable(columns.get(key)!, read.get(key)![index]);
        if (current !== null && FILLED[sheet].includes(key)) return false;
        return comparable(columns.get(key)!, value) !== current;
      });
      if (changed.length === 0) unchanged++;
      else updates.push({ index, values: worded(Object.fromEntries(changed)) });
    }
  }
  const change = { sheet, appends, updates };
  return { change, taken: appends.length, updated: updates.length, unchanged };
}
