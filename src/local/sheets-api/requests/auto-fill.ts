import { cellAt, isFilled } from '../../document/cell.ts';
import { showsDate } from '../../document/date-format.ts';
import type { Draft } from '../../document/draft.ts';
import { shiftFormula } from '../../document/formula.ts';
import type { CellState, Json, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { resolveGridRange } from '../grid-range.ts';
import type { RequestHandler } from './context.ts';

type Line = readonly (CellState | undefined)[];
/** The cell at a place of the line, counted from the source's first cell; negative before it. */
type Series = (place: number) => CellState | undefined;

const modulo = (n: number, size: number): number => ((n % size) + size) % size;

const numbers = (line: Line): number[] | undefined => {
  const found = line.map((cell) => cell?.value?.numberValue);
  return found.every((value) => value !== undefined) ? (found as number[]) : undefined;
};

const TRAILING_NUMBER = /^(.*?)(\d+)$/s;

/** `Item 9`, `Item 10`, …: texts that differ only by a number at their end. */
const countedTexts = (line: Line): { stem: string; numbers: number[] } | undefined => {
  const parts = line.map((cell) => TRAILING_NUMBER.exec(cell?.value?.stringValue ?? ''));
  const stem = parts[0]?.[1];
  if (stem === undefined || parts.some((part) => part?.[1] !== stem)) return undefined;
  return { stem, numbers: parts.map((part) => Number(part?.[2])) };
};

/** The step of numbers that grow evenly; a lone number stands still unless it counts. */
const stepOf = (values: readonly number[], alone: number): number | undefined => {
  if (values.length === 1) return alone;
  const step = values[1]! - values[0]!;
  const even = values.every((value, i) => i === 0 || Math.abs(value - values[i - 1]! - step) < 1e-9);
  return even ? step : undefined;
};

/** How a line goes on: by its step, else as it is again and again; references in formulas move along. */
const seriesOf = (line: Line, down: boolean, alternate: boolean): Series => {
  const again = (place: number): CellState | undefined => line[modulo(place, line.length)];
  const values = numbers(line);
  if (values) {
    const counts = line.length === 1 && (showsDate(line[0]?.format) ? !alternate : alternate);
    const step = line.length > 1 && alternate ? undefined : stepOf(values, counts ? 1 : 0);
    if (step === undefined) return again;
    return (place) => ({ ...again(place), value: { numberValue: values[0]! + place * step } });
  }
  const texts = countedTexts(line);
  const step = texts && !alternate ? stepOf(texts.numbers, 1) : undefined;
  if (texts && step !== undefined) {
    return (place) => ({
      ...again(place),
      value: { stringValue: `${texts.stem}${Math.abs(texts.numbers[0]! + place * step)}` },
    });
  }
  return (place) => {
    const cell = again(place);
    const formula = cell?.value?.formulaValue;
    if (!cell || formula === undefined) return cell;
    const by = place - modulo(place, line.length);
    return { ...cell, value: { formulaValue: shiftFormula(formula, down ? by : 0, down ? 0 : by) } };
  };
};

const filled = (sheet: SheetState, r: number, c: number): boolean => isFilled(sheet.cells[r]?.[c]);

/** The part of a range that holds data, from its first cell on, and what is left to fill: down before right. */
const detect = (sheet: SheetState, rect: Rect): { source: Rect; down: boolean; length: number } => {
  let rows = 0;
  let columns = 0;
  for (let r = rect.startRow; r < rect.endRow; r += 1) {
    for (let c = rect.startColumn; c < rect.endColumn; c += 1) {
      if (!filled(sheet, r, c)) continue;
      rows = Math.max(rows, r - rect.startRow + 1);
      columns = Math.max(columns, c - rect.startColumn + 1);
    }
  }
  if (rows === 0) return { source: rect, down: true, length: 0 };
  const down = rows < rect.endRow - rect.startRow;
  const source = down
    ? { ...rect, endRow: rect.startRow + rows }
    : { ...rect, endColumn: rect.startColumn + columns };
  const length = down ? rect.endRow - source.endRow : rect.endColumn - source.endColumn;
  return { source, down, length };
};

const fill = (
  draft: Draft,
  sheetId: number,
  source: Rect,
  down: boolean,
  length: number,
  alternate: boolean,
) => {
  const sheet = draft.edit(sheetId);
  const size = down ? source.endRow - source.startRow : source.endColumn - source.startColumn;
  const places = Array.from({ length: Math.abs(length) }, (_, i) => (length > 0 ? size + i : -1 - i));
  const [first, last] = down ? [source.startColumn, source.endColumn] : [source.startRow, source.endRow];
  for (let k = first; k < last; k += 1) {
    const line = Array.from({ length: size }, (_, i) =>
      down ? cellAt(sheet, source.startRow + i, k) : cellAt(sheet, k, source.startColumn + i),
    );
    const series = seriesOf(line, down, alternate);
    for (const place of places) {
      const row = down ? source.startRow + place : k;
      const column = down ? k : source.startColumn + place;
      draft.setCell(sheet, row, column, series(place));
    }
  }
};

/**
 * Fills cells with what a source leads to: numbers and texts with a number at their end go on by their step, dates by
 * days, all else repeats. `useAlternateSeries` swaps repeating and counting.
 */
export const autoFill: RequestHandler = (draft, request) => {
  const alternate = request.useAlternateSeries === true;
  const given = request.sourceAndDestination as JsonObject | undefined;
  if (!given) {
    const { sheet, rect } = resolveGridRange(draft.document, request.range as Json);
    const { source, down, length } = detect(sheet, rect);
    fill(draft, sheet.sheetId, source, down, length, alternate);
    return undefined;
  }
  const { sheet, rect } = resolveGridRange(draft.document, given.source);
  if (given.dimension !== 'ROWS' && given.dimension !== 'COLUMNS') throw new Error('dimension is required.');
  const down = given.dimension === 'ROWS';
  const length = (given.fillLength as number | undefined) ?? 0;
  const end = (down ? rect.endRow : rect.endColumn) + length;
  const start = (down ? rect.startRow : rect.startColumn) + length;
  const limit = down ? sheet.rowCount : sheet.columnCount;
  if (start < 0 || end > limit)
    throw new Error(`fillLength[${length}] reaches beyond the grid (${limit} ${down ? 'rows' : 'columns'}).`);
  fill(draft, sheet.sheetId, rect, down, length, alternate);
  return undefined;
};
