import { columnLetters } from './a1.ts';
import { hiddenSheet } from './hidden-sheet.ts';
import type { CellData, GridRange, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet that holds rows on their way; nobody but a batch that is not finished yet knows of it. */
const STAGING = hiddenSheet('staging');
export const STAGING_SHEET_ID = STAGING.sheetId;
export const hasStaging = STAGING.isThere;

/** Google advises requests of at most about 2 MB. */
export const REQUEST_LIMIT = 1_900_000;
/** Characters of a request beside which the one that pastes a block is no smaller: it goes with the commit itself. */
const SMALL_REQUEST = 500;

type Start = { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
type Value = string | number | boolean | null;
type Rows = readonly (readonly Value[])[];
type Block = { readonly start: Start; readonly rows: Rows; readonly width: number };

/** Values for ranges of the hidden sheet: a fifth of what the same cells weigh in a request of a batch. */
export type Piece = readonly { readonly range: string; readonly values: Rows }[];

/** A change in steps: a hidden sheet, values for it, and one batch that does everything else at once. */
export type Staged = {
  readonly begin: readonly SheetsRequest[];
  readonly pieces: readonly Piece[];
  readonly commit: readonly SheetsRequest[];
};

/** Bytes in UTF-8, of which Chinese takes three a character; halves of characters count as much. */
function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) bytes += 2;
  return bytes;
}

/** Whether requests weigh more than a limit; of a long one no more is looked at than that takes. */
function isHeavy(requests: readonly SheetsRequest[], limit: number): boolean {
  let left = limit;
  for (const request of requests) {
    const { rows = [], ...rest } = 'updateCells' in request ? request.updateCells : {};
    left -= bytesOf('updateCells' in request ? { updateCells: { ...rest, rows: [] } } : request) + 1;
    for (let i = 0; i < rows.length && left >= 0; i++) left -= bytesOf(rows[i]) + 1;
    if (left < 0) return true;
  }
  return false;
}

/** The plain value of a cell; undefined for a formula. */
function plainValue({ userEnteredValue: value }: CellData): Value | undefined {
  if (value === undefined) return null;
  return value.stringValue ?? value.numberValue ?? value.boolValue;
}

/** A block of plain values, which may come from elsewhere, and of which that is worth it. */
function blockOf(request: SheetsRequest): Block | undefined {
  if (!('updateCells' in request)) return undefined;
  const { start, rows, fields } = request.updateCells;
  if (start === undefined || rows === undefined || fields !== 'userEnteredValue') return undefined;
  if (!isHeavy([request], SMALL_REQUEST)) return undefined;
  const width = rows[0]?.values.length ?? 0;
  // A shorter row would leave the cells beside it alone, where a pasted one empties them.
  if (rows.some(({ values }) => values.length !== width)) return undefined;
  const values = rows.map((row) => row.values.map(plainValue));
  if (values.some((row) => row.includes(undefined))) return undefined;
  return { start, rows: values as Value[][], width };
}

function areaAt({ sheetId, rowIndex, columnIndex }: Start, height: number, width: number): GridRange {
  return {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + height,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + width,
  };
}

/** Columns of the hidden sheet that blocks of one width share, one below the other. */
type Strip = { readonly column: number; readonly width: number; readonly rows: (readonly Value[])[] };

type Place = { readonly row: number; readonly column: number };

/** Thousands of small blocks stand in about so many strips, or in a few more. */
const STRIPS = 100;

/**
 * Where each block stands: below others of its width as long as no strip is taller than the tallest block. The cells of
 * a workbook are limited, and an import of changes has thousands of small blocks beside its long ones.
 */
function stripsOf(blocks: readonly Block[]): { places: Place[]; strips: Strip[] } {
  const heights = blocks.map(({ rows }) => rows.length);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const limit = Math.max(...heights, Math.ceil(total / STRIPS));
  const strips: Strip[] = [];
  const places = blocks.map(({ rows, width }): Place => {
    let strip = strips.find((each) => each.width === width && each.rows.length + rows.length <= limit);
    if (strip === undefined) {
      const last = strips[strips.length - 1];
      strip = { column: last === undefined ? 0 : last.column + last.width, width, rows: [] };
      strips.push(strip);
    }
    const place = { row: strip.rows.length, column: strip.column };
    for (const row of rows) strip.rows.push(row);
    return place;
  });
  return { places, strips };
}

/** Strips in pieces below the limit; a piece may end within a strip and hold several. */
function piecesOf(strips: readonly Strip[], limit: number): Piece[] {
  const pieces: { range: string; values: Rows }[][] = [[]];
  let left = limit;
  for (const { column, width, rows } of strips) {
    const letters = [columnLetters(column), columnLetters(column + width - 1)];
    let first = 0;
    const close = (end: number): void => {
      if (end === first) return;
      const range = `'${STAGING.title}'!${letters[0]}${first + 1}:${letters[1]}${end}`;
      pieces[pieces.length - 1]!.push({ range, values: rows.slice(first, end) });
      first = end;
    };
    rows.forEach((values, index) => {
      const own = bytesOf(values) + 1;
      if (own > left) {
        close(index);
        if (pieces[pieces.length - 1]!.length > 0) pieces.push([]);
        left = limit;
      }
      left -= own;
    });
    close(rows.length);
  }
  return pieces;
}

function pasteOf({ start, rows, width }: Block, { row, column }: Place): SheetsRequest {
  const from = { sheetId: STAGING_SHEET_ID, rowIndex: row, columnIndex: column };
  return {
    copyPaste: {
      source: areaAt(from, rows.length, width),
      destination: areaAt(start, rows.length, width),
      pasteType: 'PASTE_VALUES',
      pasteOrientation: 'NORMAL',
    },
  };
}

/**
 * A change too big for one request, in steps. Until the commit nothing that people see has changed: a run that ends
 * before leaves a hidden sheet, which the next one removes.
 * @param requests Requests of the change, which belong together.
 * @param isLeft Whether the hidden sheet of an unfinished run is there.
 * @param limit Bytes of a request.
 * @returns The steps; null where one request is enough.
 */
export function staged(
  requests: readonly SheetsRequest[],
  isLeft: boolean,
  limit = REQUEST_LIMIT,
): Staged | null {
  if (!isHeavy(requests, limit)) return null;
  const found = requests.map(blockOf);
  const blocks = found.filter((block) => block !== undefined);
  if (blocks.length === 0) return null;
  const { places, strips } = stripsOf(blocks);
  const placeOf = new Map(blocks.map((block, i) => [block, places[i] as Place] as const));
  const commit = requests.map((request, index): SheetsRequest => {
    const block = found[index];
    return block === undefined ? request : pasteOf(block, placeOf.get(block) as Place);
  });
  const last = strips[strips.length - 1] as Strip;
  const rowCount = Math.max(...strips.map(({ rows }) => rows.length));
  const remove: SheetsRequest = { deleteSheet: { sheetId: STAGING_SHEET_ID } };
  return {
    begin: [...(isLeft ? [remove] : []), STAGING.add(rowCount, last.column + last.width)],
    pieces: piecesOf(strips, limit),
    commit: [...commit, remove],
  };
}
