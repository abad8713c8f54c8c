import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { cells, type RowValues, type Table } from '../workbook/table.ts';
import type { ColumnTemplate, SheetTemplate } from '../workbook/template.ts';
import { pushTo } from './keys.ts';

/** Sheets that rows go to as they are, with the columns that tell one row from another, beside days and content. */
const KEYS = {
  orders: ['platform', 'id', 'sku'],
  costs: ['platform', 'account', 'content', 'component', 'note'],
  products: ['sku'],
  comments: ['platform', 'content', 'posted', 'text'],
} as const;

export type RowSheet = keyof typeof KEYS;

/** What a row of a file does to the sheet. */
export type Match = {
  /** Rows of the sheet that it is about, with what it says of each. */
  readonly rows: readonly { readonly index: number; readonly values: RowValues }[];
  /** What is added where there is none. */
  readonly append?: RowValues;
  /** Rows that it makes superfluous. */
  readonly removed?: readonly number[];
  /** A row about some of the same days, beside which it would count them twice. */
  readonly overlaps?: number;
  /** A row that a newer file set and this one would take apart: nothing is changed. */
  readonly outdated?: number;
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

/** Between the parts of a cost's note. */
export const BETWEEN_NOTES = ' · ';

/**
 * What of a note tells one cost of TikTok's ads from another: the ids of campaign and product, where it has any. Names
 * are changed, and words are those of the interface.
 */
function noteKey(note: string): string {
  const ids = note.split(BETWEEN_NOTES).filter((part) => /^\d{15,20}$/.test(part));
  return ids.length === 0 ? note : ids.join(BETWEEN_NOTES);
}

/** The rows of a sheet, to be compared with those of a file. */
export type SheetRows = {
  readonly template: SheetTemplate;
  readonly title: string;
  /** A cell of the sheet as it is compared; null for an empty one. */
  at(key: string, index: number): Cell;
  /** A value of a file likewise. */
  value(key: string, cell: Cell | undefined): Cell;
  /** What a row of the file is about. */
  keyOf(values: RowValues): string;
  /** Rows of the sheet by what they are about, in their order. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
};

/**
 * Prepares a sheet for the comparison.
 * @param sheet Key of the sheet.
 * @param table The sheet as read.
 * @returns Its rows, by the columns that tell them apart.
 */
export function sheetRows(sheet: RowSheet, table: Table): SheetRows {
  const template = sheetTemplate(sheet);
  const columns = new Map(template.columns.map((column) => [column.key, column]));
  const read = new Map([...columns.keys()].map((key) => [key, cells(table, key)]));
  const value = (key: string, cell: Cell | undefined): Cell => comparable(columns.get(key)!, cell);
  const partOf = (key: string, at: (key: string) => Cell | undefined): string => {
    if (isImplied(key, at)) return '';
    const part = String(value(key, at(key)) ?? '');
    const isTikTok =
      sheet === 'costs' && key === 'note' && String(value('platform', at('platform'))).startsWith('tiktok');
    return isTikTok ? noteKey(part) : part;
  };
  const keyOf = (at: (key: string) => Cell | undefined): string =>
    KEYS[sheet].map((key) => partOf(key, at)).join('\u001f');
  const byKey = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    pushTo(
      byKey,
      keyOf((column) => read.get(column)![row]),
      row,
    );
  }
  return {
    template,
    title: table.title,
    at: (key, index) => value(key, read.get(key)?.[index]),
    value,
    keyOf: (values) => keyOf((key) => values[key]),
    byKey,
  };
}
