import { cellAt } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import type { CellState, ExtendedValue, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { compactCell } from '../cell-write.ts';
import { resolveGridRange, sheetOf, wholeSheet } from '../grid-range.ts';
import { formatValue } from '../number-format.ts';
import { currentYear, parseEntered } from '../user-entered.ts';
import { writeValues } from '../values-write.ts';
import { eachCell } from './cells.ts';
import type { RequestHandler } from './context.ts';
import { resolveDimension } from './dimensions.ts';

type Area = { sheet: SheetState; rect: Rect };

const scope = (draft: Draft, request: JsonObject): Area[] => {
  if (request.range !== undefined) return [resolveGridRange(draft.document, request.range)];
  if (request.allSheets === true)
    return draft.document.sheets.map((sheet) => ({ sheet, rect: wholeSheet(sheet) }));
  if (request.sheetId === undefined) throw new Error('Must specify a range, a sheetId or allSheets.');
  const sheet = sheetOf(draft.document, request.sheetId);
  return [{ sheet, rect: wholeSheet(sheet) }];
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pattern = (request: JsonObject): RegExp => {
  const find = (request.find as string | undefined) ?? '';
  if (find === '') throw new Error('find must be specified.');
  const source = request.searchByRegex === true ? find : escapeRegExp(find);
  const flags = request.matchCase === true ? 'gu' : 'giu';
  try {
    return new RegExp(request.matchEntireCell === true ? `^(?:${source})$` : source, flags);
  } catch {
    throw new Error(`Invalid regular expression: ${find}`);
  }
};

type Replaced = { cell: CellState | undefined; count: number; formula: boolean };

const replaceIn = (
  cell: CellState,
  find: RegExp,
  request: JsonObject,
  { locale, thisYear }: { locale: string; thisYear: number },
): Replaced | undefined => {
  const value = cell.value!;
  const formula = value.formulaValue !== undefined;
  if (formula && request.includeFormulas !== true) return undefined;
  const text = formula ? value.formulaValue! : (formatValue(value, cell.format, locale) ?? '');
  const count = [...text.matchAll(find)].length;
  if (count === 0) return undefined;
  const replacement = (request.replacement as string | undefined) ?? '';
  const made =
    request.searchByRegex === true ? text.replace(find, replacement) : text.replace(find, () => replacement);
  const { value: _, ...rest } = cell;
  if (made === '') return { cell: compactCell(rest), count, formula };
  const parsed: ExtendedValue =
    value.stringValue !== undefined ? { stringValue: made } : parseEntered(made, locale, thisYear).value;
  return { cell: { ...rest, value: parsed }, count, formula };
};

/** Replaces text in a range, a sheet or everywhere, in formulas where asked; answers with counts. */
export const findReplace: RequestHandler = (draft, request, context) => {
  const { locale } = draft.document;
  const thisYear = currentYear(draft.document, context.now());
  const find = pattern(request);
  const totals = {
    valuesChanged: 0,
    formulasChanged: 0,
    rowsChanged: 0,
    sheetsChanged: 0,
    occurrencesChanged: 0,
  };
  for (const { sheet, rect } of scope(draft, request)) {
    const rows = new Set<number>();
    const filled = { ...rect, endRow: Math.min(rect.endRow, sheet.cells.length) };
    eachCell(draft, sheet.sheetId, filled, (cell, r) => {
      const made = cell?.value && replaceIn(cell, find, request, { locale, thisYear });
      if (!made) return cell;
      rows.add(r);
      totals.occurrencesChanged += made.count;
      if (made.formula) totals.formulasChanged += 1;
      else totals.valuesChanged += 1;
      return made.cell;
    });
    totals.rowsChanged += rows.size;
    totals.sheetsChanged += rows.size > 0 ? 1 : 0;
  }
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0));
};

/** Trims the texts of a range and makes each run of white space in them one space; answers with a count. */
export const trimWhitespace: RequestHandler = (draft, request) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  let count = 0;
  const filled = { ...rect, endRow: Math.min(rect.endRow, sheet.cells.length) };
  eachCell(draft, sheet.sheetId, filled, (cell) => {
    const text = cell?.value?.stringValue;
    if (cell === undefined || text === undefined) return cell;
    const stringValue = text.trim().replace(/[\s\u00a0]+/g, ' ');
    if (stringValue === text) return cell;
    count += 1;
    const { value: _, ...rest } = cell;
    return compactCell(stringValue === '' ? rest : { ...rest, value: { stringValue } });
  });
  return count > 0 ? { cellsChangedCount: count } : {};
};

/** Deletes the rows of a range that show the same as one above, in the columns compared; answers with a count. */
export const deleteDuplicates: RequestHandler = (draft, request, context) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const given = (request.comparisonColumns ?? []) as JsonObject[];
  const columns = given.flatMap((range) => {
    const { dimension, start, end } = resolveDimension(draft.document, range, 'comparisonColumns');
    if (dimension !== 'COLUMNS' || start < rect.startColumn || end > rect.endColumn) {
      throw new Error('comparisonColumns must be columns within the range.');
    }
    return Array.from({ length: end - start }, (_, i) => start + i);
  });
  const compared =
    columns.length > 0
      ? columns
      : Array.from({ length: rect.endColumn - rect.startColumn }, (_, i) => rect.startColumn + i);
  const view = context.view(draft, sheet.sheetId);
  const seen = new Set<string>();
  const kept: (CellState | undefined)[][] = [];
  for (let r = rect.startRow; r < rect.endRow; r += 1) {
    const values = compared.map((c) => {
      const value = view.effective(r, c);
      return value?.stringValue === undefined ? value : { stringValue: value.stringValue.toLowerCase() };
    });
    const key = JSON.stringify(values.map((value) => value ?? null));
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(
      Array.from({ length: rect.endColumn - rect.startColumn }, (_, j) => view.cell(r, rect.startColumn + j)),
    );
  }
  const removed = rect.endRow - rect.startRow - kept.length;
  eachCell(draft, sheet.sheetId, rect, (_, r, c) => kept[r - rect.startRow]?.[c - rect.startColumn]);
  return removed > 0 ? { duplicatesRemovedCount: removed } : {};
};

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

const delimiterOf = (request: JsonObject, texts: readonly string[]): string => {
  const type = (request.delimiterType as string | undefined) ?? 'AUTODETECT';
  if (type === 'CUSTOM') {
    if (typeof request.delimiter !== 'string' || request.delimiter === '')
      throw new Error('delimiter must be specified.');
    return request.delimiter;
  }
  const found = [',', ';', '\t', ' '].find((candidate) => texts.some((text) => text.includes(candidate)));
  return DELIMITERS[type] ?? found ?? ',';
};

/** Splits the texts of one column over the columns right of it. */
export const textToColumns: RequestHandler = (draft, request, context) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.source);
  if (rect.endColumn - rect.startColumn !== 1) throw new Error('source must span exactly one column.');
  const texts: string[] = [];
  for (let r = rect.startRow; r < rect.endRow; r += 1)
    texts.push(cellAt(sheet, r, rect.startColumn)?.value?.stringValue ?? '');
  const delimiter = delimiterOf(request, texts);
  texts.forEach((text, i) => {
    if (!text.includes(delimiter)) return;
    const at = rect.startRow + i;
    const cell = {
      startRow: at,
      endRow: at + 1,
      startColumn: rect.startColumn,
      endColumn: rect.startColumn + 1,
    };
    writeValues(draft, { sheet, rect: cell }, [text.split(delimiter)], false, 'USER_ENTERED', context.now());
  });
  return undefined;
};
