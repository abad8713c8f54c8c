import type { Cell } from '../kpi/issue.ts';
import type { CellData, CellFormat, Color, ExtendedValue, SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, ColumnType } from './template.ts';

/** Colours of the product; text on them keeps a contrast of at least 4.5:1. */
export const COLORS = {
  ink: { red: 0.13, green: 0.15, blue: 0.18 },
  quiet: { red: 0.37, green: 0.4, blue: 0.44 },
  white: { red: 1, green: 1, blue: 1 },
  header: { red: 0.11, green: 0.27, blue: 0.42 },
  section: { red: 0.89, green: 0.93, blue: 0.97 },
  input: { red: 1, green: 0.97, blue: 0.86 },
  managed: { red: 0.35, green: 0.39, blue: 0.45 },
  band: { red: 0.96, green: 0.97, blue: 0.98 },
  link: { red: 0.07, green: 0.33, blue: 0.8 },
  line: { red: 0.8, green: 0.83, blue: 0.86 },
  greenFill: { red: 0.86, green: 0.95, blue: 0.88 },
  greenText: { red: 0.05, green: 0.37, blue: 0.16 },
  amberFill: { red: 1, green: 0.94, blue: 0.8 },
  amberText: { red: 0.49, green: 0.3, blue: 0 },
  greyFill: { red: 0.93, green: 0.94, blue: 0.95 },
  greyText: { red: 0.3, green: 0.33, blue: 0.37 },
  redFill: { red: 0.99, green: 0.88, blue: 0.87 },
  up: { red: 0.2, green: 0.6, blue: 0.35 },
  down: { red: 0.8, green: 0.3, blue: 0.25 },
  redText: { red: 0.62, green: 0.08, blue: 0.08 },
} as const satisfies Record<string, Color>;

/** Tab colours by the group of a sheet. */
export const TAB_COLORS = {
  start: { red: 0.26, green: 0.52, blue: 0.96 },
  plan: { red: 0.06, green: 0.62, blue: 0.35 },
  data: { red: 0.6, green: 0.63, blue: 0.67 },
  act: { red: 0.96, green: 0.6, blue: 0 },
  system: { red: 0.74, green: 0.76, blue: 0.78 },
  review: { red: 0.61, green: 0.15, blue: 0.69 },
} as const satisfies Record<string, Color>;

const PATTERNS: Readonly<Record<ColumnType, { readonly type: string; readonly pattern: string }>> = {
  text: { type: 'TEXT', pattern: '@' },
  id: { type: 'TEXT', pattern: '@' },
  choice: { type: 'TEXT', pattern: '@' },
  boolean: { type: 'TEXT', pattern: '@' },
  date: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  datetime: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' },
  count: { type: 'NUMBER', pattern: '#,##0' },
  number: { type: 'NUMBER', pattern: '#,##0.##' },
  money: { type: 'NUMBER', pattern: '#,##0.00' },
  percent: { type: 'PERCENT', pattern: '0.0%' },
  // A rupiah is 0.000061 dollars.
  ratio: { type: 'NUMBER', pattern: '#,##0.0000####' },
  seconds: { type: 'NUMBER', pattern: '#,##0" s"' },
  hours: { type: 'NUMBER', pattern: '#,##0.00" h"' },
};

const TEXTUAL: ReadonlySet<ColumnType> = new Set(['text', 'id', 'choice', 'boolean']);

/**
 * How the cells of a column look: numbers and dates right, text left.
 * @param column Its type, its own number format if it has one, and whether long text wraps.
 * @returns Number format, alignment and wrapping.
 */
export function columnFormat({
  type,
  pattern,
  wrap,
}: Pick<ColumnTemplate, 'type' | 'pattern' | 'wrap'>): CellFormat {
  const textual = TEXTUAL.has(type);
  const isAutomatic = type === 'number' || (textual && type !== 'id');
  const usual = isAutomatic ? {} : { numberFormat: PATTERNS[type] };
  return {
    // Computed text and checkboxes need the automatic format; only ids are forced to stay text. Plain numbers are of
    // any size (a rate of 0.0005, a GMV of 12,800): the automatic format shows each rightly.
    ...(pattern === undefined ? usual : { numberFormat: { type: 'NUMBER', pattern } }),
    horizontalAlignment: textual ? 'LEFT' : 'RIGHT',
    verticalAlignment: 'TOP',
    wrapStrategy: wrap === true ? 'WRAP' : 'CLIP',
  };
}

/**
 * Number format of a metric's unit.
 * @param unit Unit of the metric catalogue.
 * @param size A typical value: small rates show more digits, so that 0.023 % is not 0.02 %.
 * @returns Type and pattern as the Sheets API takes them.
 */
export function unitFormat(
  unit: string,
  size: number | null = null,
): { readonly type: string; readonly pattern: string } {
  if (unit === 'percent') {
    const isSmall = size !== null && size !== 0 && Math.abs(size) < 0.01;
    return { type: 'PERCENT', pattern: isSmall ? '0.000%' : '0.00%' };
  }
  if (unit === 'money') return PATTERNS.money;
  if (unit === 'hours') return { type: 'NUMBER', pattern: '#,##0.0" h"' };
  if (unit === 'seconds') return { type: 'NUMBER', pattern: '#,##0.0" s"' };
  if (unit === 'times' || unit === 'ratio') return { type: 'NUMBER', pattern: '0.00' };
  return PATTERNS.count;
}

/**
 * Gives one cell a number format, where the cells of a column differ in their unit.
 * @param sheetId Its sheet.
 * @param row Its row, from 0.
 * @param column Its column, from 0.
 * @param numberFormat As `unitFormat` gives it.
 */
export function numberFormatAt(
  sheetId: number,
  row: number,
  column: number,
  numberFormat: ReturnType<typeof unitFormat>,
): SheetsRequest {
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const cell = { userEnteredFormat: { numberFormat } };
  return { repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } };
}

/**
 * A value as the API enters it: text stays text, whatever it begins with.
 * @param cell The value.
 * @returns The value by its type; undefined for an empty cell.
 * @example enteredValue('=1+1') //=> { stringValue: '=1+1' }
 */
export function enteredValue(cell: Cell): ExtendedValue | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number') return { numberValue: cell };
  if (typeof cell === 'boolean') return { boolValue: cell };
  return { stringValue: cell };
}

/**
 * A cell that holds just a value.
 * @param cell The value.
 * @returns The cell; without a value for an empty one, which empties what it is written to.
 */
export function valueCell(cell: Cell): CellData {
  const value = enteredValue(cell);
  return value === undefined ? {} : { userEnteredValue: value };
}
