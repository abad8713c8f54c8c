/** A sheet of an Excel workbook as the host's document has it. */
import { attribute, elements, richText } from '../../../files/xml.ts';
import { parseCells } from '../../document/a1.ts';
import { createSheet } from '../../document/create.ts';
import type { CellState, DimensionState, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { apiColor } from '../edits/format.ts';
import { isOn, linkedText, linksOf, type Parts, partText } from './book.ts';
import { type CellBook, readCells } from './cells.ts';

/** Empty rows and columns after the last filled one, so that there is room to go on. */
const ROOM_ROWS = 100;
const LEAST_COLUMNS = 26;
/** A width of one is a digit of the usual font; a file's widths have the margins in them. */
const DIGIT_PIXELS = 7;
const PIXELS_A_POINT = 4 / 3;

function rectOf(reference: string): Rect | undefined {
  const { startRow, endRow, startColumn, endColumn } = parseCells(reference) ?? {};
  if (startRow === undefined || startColumn === undefined) return undefined;
  return { startRow, endRow: endRow ?? startRow + 1, startColumn, endColumn: endColumn ?? startColumn + 1 };
}

function columnsOf(xml: string, count: number): (DimensionState | undefined)[] {
  const columns: (DimensionState | undefined)[] = [];
  for (const { tag } of elements(elements(xml, 'cols')[0]?.content ?? '', 'col')) {
    const last = Math.min(Number(attribute(tag, 'max')), count);
    const width = Number(attribute(tag, 'width') ?? 0);
    const state: DimensionState = {
      ...(width > 0 ? { pixelSize: Math.round(width * DIGIT_PIXELS) } : {}),
      ...(isOn(tag, 'hidden') ? { hiddenByUser: true } : {}),
    };
    for (let index = Number(attribute(tag, 'min')) - 1; index < last; index++) columns[index] = state;
  }
  return Array.from(columns);
}

function rowsOf(xml: string): (DimensionState | undefined)[] {
  const rows: (DimensionState | undefined)[] = [];
  for (const [, tag = ''] of xml.matchAll(/<(?:\w+:)?row(?=[\s/>])([^>]*?)\/?>/g)) {
    const height = isOn(tag, 'customHeight') ? Number(attribute(tag, 'ht') ?? 0) : 0;
    const state: DimensionState = {
      ...(height > 0 ? { pixelSize: Math.round(height * PIXELS_A_POINT) } : {}),
      ...(isOn(tag, 'hidden') ? { hiddenByUser: true } : {}),
    };
    if (Object.keys(state).length) rows[Number(attribute(tag, 'r')) - 1] = state;
  }
  return Array.from(rows);
}

/** The condition of a dropdown; undefined for the other kinds of validation. */
function listCondition(tag: string, content: string): JsonObject | undefined {
  if (attribute(tag, 'type') !== 'list') return undefined;
  const formula = richFormula(content);
  const list = /^"(.*)"$/s.exec(formula);
  if (!list) return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${formula}` }] };
  // Excel knows no checkboxes; this is how they are written for it.
  if (list[1] === 'TRUE,FALSE') return { type: 'BOOLEAN' };
  const values = list[1]!.replaceAll('""', '"').split(',');
  return { type: 'ONE_OF_LIST', values: values.map((value) => ({ userEnteredValue: value.trim() })) };
}

const richFormula = (content: string): string =>
  richText(`<t>${elements(content, 'formula1')[0]?.content ?? ''}</t>`);

type Cells = (CellState | undefined)[][];

function change(cells: Cells, row: number, column: number, part: CellState): void {
  while (cells.length <= row) cells.push([]);
  const line = cells[row]!;
  while (line.length <= column) line.push(undefined);
  line[column] = { ...line[column], ...part };
}

function addDropdowns(cells: Cells, xml: string, rowCount: number): void {
  for (const { tag, content } of elements(xml, 'dataValidation')) {
    const condition = listCondition(tag, content);
    if (!condition) continue;
    const strict = (attribute(tag, 'errorStyle') ?? 'stop') === 'stop' && isOn(tag, 'showErrorMessage');
    const validation: JsonObject = { condition, strict, showCustomUi: true };
    for (const reference of (attribute(tag, 'sqref') ?? '').split(/\s+/)) {
      const rect = rectOf(reference);
      if (!rect) continue;
      for (let row = rect.startRow; row < Math.min(rect.endRow, rowCount); row++) {
        for (let column = rect.startColumn; column < rect.endColumn; column++)
          change(cells, row, column, { validation });
      }
    }
  }
}

function addNotes(cells: Cells, xml: string): void {
  for (const { tag, content } of elements(xml, 'comment')) {
    const rect = rectOf(attribute(tag, 'ref') ?? '');
    const note = richText(content);
    if (rect && note) change(cells, rect.startRow, rect.startColumn, { note });
  }
}

function freeze(xml: string): Pick<SheetState, 'frozenRowCount' | 'frozenColumnCount'> {
  const tag = elements(xml, 'pane')[0]?.tag ?? '';
  if (!(attribute(tag, 'state') ?? '').startsWith('frozen')) return {};
  const rows = Number(attribute(tag, 'ySplit') ?? 0);
  const columns = Number(attribute(tag, 'xSplit') ?? 0);
  return {
    ...(rows > 0 ? { frozenRowCount: rows } : {}),
    ...(columns > 0 ? { frozenColumnCount: columns } : {}),
  };
}

function tabColor(xml: string): Pick<SheetState, 'tabColor'> {
  const digits = attribute(elements(xml, 'tabColor')[0]?.tag ?? '', 'rgb')?.slice(-6);
  return digits && /^[0-9a-f]{6}$/i.test(digits) ? { tabColor: apiColor(digits) } : {};
}

/** Whether a sheet has what is not taken over. */
export function leavesOut(xml: string): boolean {
  return /<(?:\w+:)?(?:drawing|conditionalFormatting)[\s/>]/.test(xml);
}

export type SheetPart = { sheetId: number; title: string; hidden: boolean; path: string };

/** Reads a sheet: cells, notes, dropdowns, sizes, merged and frozen cells, the colour of its tab. */
export function readSheet(
  parts: Parts,
  book: CellBook,
  { sheetId, title, hidden, path }: SheetPart,
): SheetState {
  const xml = partText(parts, path) ?? '';
  const cells = readCells(book, xml);
  addNotes(cells, linkedText(parts, linksOf(parts, path), 'comments'));
  const merges = elements(xml, 'mergeCell').flatMap(({ tag }) => rectOf(attribute(tag, 'ref') ?? '') ?? []);
  const width = Math.max(0, ...cells.map((row) => row.length), ...merges.map(({ endColumn }) => endColumn));
  const height = Math.max(cells.length, ...merges.map(({ endRow }) => endRow));
  const rowCount = height + ROOM_ROWS;
  const columnCount = Math.max(LEAST_COLUMNS, width);
  addDropdowns(cells, xml, rowCount);
  return {
    ...createSheet(sheetId, title, rowCount, columnCount),
    ...(hidden ? { hidden } : {}),
    ...tabColor(xml),
    ...freeze(xml),
    ...(/showGridLines\s*=\s*"(?:0|false)"/.test(xml) ? { hideGridlines: true } : {}),
    cells,
    rows: rowsOf(xml),
    columns: columnsOf(xml, columnCount),
    merges,
  };
}
