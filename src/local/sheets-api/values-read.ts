import { printRange } from '../document/a1.ts';
import { bareValue, isBare } from '../document/cell.ts';
import { showsDate } from '../document/date-format.ts';
import type { CellState, DocumentState, ExtendedValue, Json, JsonObject } from '../document/model.ts';
import { errorText, formatValue } from './number-format.ts';
import type { SheetRange } from './ranges.ts';
import type { Calculation, SheetView } from './view.ts';

export type ReadOptions = {
  majorDimension: string;
  valueRenderOption: string;
  dateTimeRenderOption: string;
};

type Read = (row: number, column: number) => Json;
type Bare = string | number | boolean;
type Render = (
  value: ExtendedValue | undefined,
  cell: CellState | undefined,
  format: JsonObject | undefined,
) => Json;

const plain = (value: ExtendedValue): Json => {
  if (value.numberValue !== undefined) return value.numberValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.errorValue) return errorText(value.errorValue.type);
  return value.stringValue ?? '';
};

const renderer = (options: ReadOptions, locale: string): Render => {
  const dateText = options.dateTimeRenderOption === 'FORMATTED_STRING';
  const unformatted: Render = (value, _, format) => {
    if (!value) return '';
    if (dateText && value.numberValue !== undefined && showsDate(format)) {
      return formatValue(value, format, locale) ?? '';
    }
    return plain(value);
  };
  if (options.valueRenderOption === 'UNFORMATTED_VALUE') return unformatted;
  if (options.valueRenderOption === 'FORMULA') {
    return (value, cell, format) => cell?.value?.formulaValue ?? unformatted(value, cell, format);
  }
  return (value, _, format) => (value ? (formatValue(value, format, locale) ?? '') : '');
};

/** What a place of a view reads as. */
const reader = (view: SheetView, options: ReadOptions, locale: string): Read => {
  const render = renderer(options, locale);
  const formats = options.valueRenderOption === 'FORMATTED_VALUE';
  const bare = (value: Bare): Json =>
    formats && typeof value !== 'string' ? render(bareValue(value), undefined, undefined) : value;
  return (row, column) => {
    const stored = view.stored(row, column);
    return isBare(stored)
      ? bare(stored)
      : render(view.effective(row, column), stored, view.format(row, column));
  };
};

const trimmed = (list: Json[], empty: (item: Json) => boolean): Json[] => {
  let length = list.length;
  while (length > 0 && empty(list[length - 1] as Json)) length -= 1;
  list.length = length;
  return list;
};

const isEmpty = (item: Json): boolean => item === '';
const isEmptyList = (item: Json): boolean => Array.isArray(item) && item.length === 0;

const readRows = (view: SheetView, range: SheetRange, read: Read): Json[] => {
  const { rect } = range;
  const rows: Json[] = [];
  for (let r = rect.startRow; r < Math.min(rect.endRow, view.height); r += 1) {
    const row: Json[] = [];
    const end = Math.min(rect.endColumn, view.width(r));
    for (let c = rect.startColumn; c < end; c += 1) row.push(read(r, c));
    rows.push(trimmed(row, isEmpty));
  }
  return trimmed(rows, isEmptyList);
};

const readColumns = (view: SheetView, range: SheetRange, read: Read): Json[] => {
  const { rect } = range;
  const columns: Json[] = [];
  const end = Math.min(rect.endRow, view.height);
  for (let c = rect.startColumn; c < rect.endColumn; c += 1) {
    const column: Json[] = [];
    for (let r = rect.startRow; r < end; r += 1) column.push(read(r, c));
    columns.push(trimmed(column, isEmpty));
  }
  return trimmed(columns, isEmptyList);
};

/** A ValueRange: what a range holds, empty cells at the ends of rows and of the whole left out. */
export const readValues = (
  document: DocumentState,
  range: SheetRange,
  calculation: Calculation,
  options: ReadOptions,
): JsonObject => {
  const view = calculation.view(document, range.sheet, range.rect);
  const read = reader(view, options, document.locale);
  const byColumn = options.majorDimension === 'COLUMNS';
  const values = byColumn ? readColumns(view, range, read) : readRows(view, range, read);
  const made: JsonObject = {
    range: printRange(range.sheet.title, range.rect),
    majorDimension: byColumn ? 'COLUMNS' : 'ROWS',
  };
  if (values.length > 0) made.values = values;
  return made;
};
