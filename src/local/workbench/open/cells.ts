/** Cells of an Excel sheet as the host's document has them. */

import { attribute, decodeXml, elements, richText } from '../../../files/xml.ts';
import { columnIndex } from '../../document/a1.ts';
import { showsDay } from '../../document/date-format.ts';
import { shiftFormula } from '../../document/formula.ts';
import type { CellState, ExtendedValue, JsonObject } from '../../document/model.ts';

export type CellBook = {
  texts: readonly string[];
  formats: readonly (JsonObject | undefined)[];
  /** Whether the spreadsheet's locale writes 1,5. */
  decimalComma: boolean;
  /** Days between the file's reckoning and that of Sheets: 0, or 1462 for files that begin in 1904. */
  shift: number;
};

const ROW_OR_CELL =
  /<(?:\w+:)?(?:row(?=[\s/>])([^>]*)>|c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c\s*>))/g;

/** What a cell's start tag says: its reference, its type, the number of its format. */
type Tag = { r?: string; t?: string; s?: string };

/** Read by one pattern: a sheet has hundreds of thousands of these. */
const ATTRIBUTES = /\s(r|t|s)\s*=\s*["']([^"']*)["']/g;

function tagOf(text: string): Tag {
  const tag: Tag = {};
  for (const [, name, value] of ` ${text}`.matchAll(ATTRIBUTES)) tag[name as keyof Tag] = value!;
  return tag;
}

const REFERENCE = /^([A-Z]+)(\d+)$/;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const VALUE = /<(?:\w+:)?v(?=[\s>])[^>]*>([\s\S]*?)<\/(?:\w+:)?v\s*>/;

type Shared = Map<string, { formula: string; row: number; column: number }>;

/** The formula of a cell; cells of a shared one name the first, which has the text. */
function formulaOf(content: string, row: number, column: number, shared: Shared): string | undefined {
  const found = FORMULA.test(content) ? elements(content, 'f')[0] : undefined;
  if (!found) return undefined;
  const id = attribute(found.tag, 't') === 'shared' ? attribute(found.tag, 'si') : undefined;
  const text = decodeXml(found.content);
  if (text !== '') {
    const formula = `=${text.replace(/_xlfn\.(?:_xlws\.)?/g, '')}`;
    if (id !== undefined) shared.set(id, { formula, row, column });
    return formula;
  }
  const first = id === undefined ? undefined : shared.get(id);
  return first && shiftFormula(first.formula, row - first.row, column - first.column);
}

/**
 * A formula with `;` between arguments, which every locale reads; texts, titles and array literals stay as they are.
 * @example localFormula('=SUM(A1,1.5)', true) // '=SUM(A1;1,5)'
 */
export function localFormula(formula: string, decimalComma: boolean): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|,|(?<![\w$.])\d+\.\d+/g, (part) => {
    if (part === ',') return ';';
    return decimalComma && /^\d/.test(part) ? part.replace('.', ',') : part;
  });
}

function typedValue(book: CellBook, type: string, content: string): ExtendedValue | undefined {
  if (content === '') return undefined;
  if (type === 'inlineStr') return { stringValue: richText(content) };
  const raw = VALUE.exec(content)?.[1];
  if (raw === undefined) return undefined;
  if (type === 's') return { stringValue: book.texts[Number(raw)] ?? '' };
  if (type === 'b') return { boolValue: raw === '1' };
  if (type !== 'n') return { stringValue: decodeXml(raw) };
  const number = Number(raw);
  return Number.isFinite(number) ? { numberValue: number } : { stringValue: decodeXml(raw) };
}

function isDay(format: JsonObject | undefined): boolean {
  const { type } = (format?.numberFormat ?? {}) as { type?: string };
  return showsDay(type);
}

/**
 * Reads the cells of a sheet's part.
 * @param book Texts and formats that the cells number.
 * @param xml The part.
 * @returns `cells[row][column]`; rows without cells are empty.
 */
export function readCells(book: CellBook, xml: string): (CellState | undefined)[][] {
  const cells: (CellState | undefined)[][] = [];
  const shared: Shared = new Map();
  let row = -1;
  let column = -1;
  for (const [, rowTag, cellTag, content = ''] of xml.matchAll(ROW_OR_CELL)) {
    if (cellTag === undefined) {
      const number = attribute(rowTag ?? '', 'r');
      row = number === undefined ? row + 1 : Number(number) - 1;
      column = -1;
      continue;
    }
    const tag = tagOf(cellTag);
    const place = REFERENCE.exec(tag.r ?? '');
    column = place ? columnIndex(place[1]!) : column + 1;
    if (place) row = Number(place[2]) - 1;
    const cell = cellOf(book, tag, content, formulaOf(content, row, column, shared));
    if (!cell) continue;
    while (cells.length <= row) cells.push([]);
    cells[row]![column] = cell;
  }
  return cells.map((line) => Array.from(line));
}

function cellOf(book: CellBook, tag: Tag, content: string, formula?: string): CellState | undefined {
  const format = book.formats[Number(tag.s ?? 0)];
  let value =
    formula === undefined
      ? typedValue(book, tag.t ?? 'n', content)
      : { formulaValue: localFormula(formula, book.decimalComma) };
  if (book.shift && value && 'numberValue' in value && isDay(format)) {
    value = { numberValue: value.numberValue! + book.shift };
  }
  if (!value && !format) return undefined;
  return { ...(value ? { value } : {}), ...(format ? { format } : {}) };
}
