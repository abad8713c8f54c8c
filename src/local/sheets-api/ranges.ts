import { parseA1, sameTitle } from '../document/a1.ts';
import type { DocumentState, Rect, SheetState } from '../document/model.ts';
import { invalid, type SheetsApiError } from './errors.ts';
import { boundOpenRange, exceedsGrid, wholeSheet } from './grid-range.ts';

export type SheetRange = {
  sheet: SheetState;
  rect: Rect /** As the caller wrote it, for refusals. */;
  text?: string;
};

const grids = (document: DocumentState): SheetState[] => document.sheets.filter((sheet) => !sheet.holdsChart);

const byTitle = (document: DocumentState, title: string): SheetState | undefined =>
  grids(document).find((sheet) => sheet.title === title) ??
  grids(document).find((sheet) => sameTitle(sheet.title, title));

const unparsable = (text: string): SheetsApiError => invalid(`Unable to parse range: ${text}`);

const fromWord = (document: DocumentState, word: string): SheetRange | undefined => {
  const named = document.namedRanges.find((item) => sameTitle(item.name, word));
  const home = named && document.sheets.find((sheet) => sheet.sheetId === named.sheetId);
  if (named && home) return { sheet: home, rect: named.range };
  const sheet = byTitle(document, word);
  return sheet && { sheet, rect: wholeSheet(sheet) };
};

/**
 * The cells that an A1 text means in a document: `A1`, `A1:B`, `A:A`, `1:2`, a sheet's title, `'quoted'!A1` or a named
 * range. A start outside the grid is refused with Google's words; an end outside is cut at the grid when `clamp`.
 */
export const resolveA1 = (document: DocumentState, text: string, clamp = true): SheetRange => ({
  ...resolved(document, text, clamp),
  text,
});

const resolved = (document: DocumentState, text: string, clamp: boolean): SheetRange => {
  const parsed = parseA1(text);
  if (!parsed) throw unparsable(text);
  if (parsed.sheet === undefined && !parsed.range) {
    const found = fromWord(document, parsed.word ?? '');
    if (!found) throw unparsable(text);
    return found;
  }
  if (parsed.sheet !== undefined && parsed.word !== undefined) {
    const found = fromWord(document, parsed.word);
    if (!found || !byTitle(document, parsed.sheet)) throw unparsable(text);
    return found;
  }
  const sheet =
    parsed.sheet === undefined
      ? (grids(document).find((candidate) => !candidate.hidden) ?? grids(document)[0])
      : byTitle(document, parsed.sheet);
  if (!sheet) throw unparsable(text);
  const rect = boundOpenRange(sheet, parsed.range ?? {});
  const outside = rect.startRow >= sheet.rowCount || rect.startColumn >= sheet.columnCount;
  const beyond = rect.endRow > sheet.rowCount || rect.endColumn > sheet.columnCount;
  if (outside || (beyond && !clamp)) throw exceeds(sheet, text);
  return {
    sheet,
    rect: {
      ...rect,
      endRow: Math.min(rect.endRow, sheet.rowCount),
      endColumn: Math.min(rect.endColumn, sheet.columnCount),
    },
  };
};

const exceeds = (sheet: SheetState, text: string): SheetsApiError => {
  const cells = text.includes('!') ? text.slice(text.lastIndexOf('!') + 1) : text;
  return invalid(exceedsGrid(sheet, cells.replace(/\$/g, '').toUpperCase()));
};
