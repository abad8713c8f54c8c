import { columnLetters } from './a1.ts';
import { hiddenSheet } from './hidden-sheet.ts';
import type { CellData, GridRange, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet that holds rows on their way; nobody but a batch that is not finished yet knows of it. */
const STAGING = hiddenSheet('staging');
export const STAGING_SHEET_ID = STAGING.sheetId;
export const hasStaging = STAGING.isThere;

/** Google advises requests of at most about 2 MB. */
export const REQUEST_LIMIT = 1_900_000;
/** Smaller blocks go with the commit itself. */
const SMALL_BLOCK = 20_000;

type Start = { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
type Value = string | number | boolean | null;
type Block = { readonly start: Start; readonly rows: readonly (readonly Value[])[]; readonly width: number };

/** Values for a range of the hidden sheet: a fifth of what the same cells weigh in a request of a batch. */
export type Piece = { readonly range: string; readonly values: readonly (readonly Value[])[] };

/** A change in steps: a hidden sheet, values for it, and one batch that does everything else at once. */
export type Staged = {
  readonly begin: readonly SheetsRequest[];
  readonly pieces: readonly Piece[];
  readonly commit: readonly SheetsRequest[];
};

/** The plain value of a cell; undefined for a formula. */
function plainValue({ userEnteredValue: value }: CellData): Value | undefined {
  if (value === undefined) return null;
  return value.stringValue ?? value.numberValue ?? value.boolValue;
}

/** A big block of plain values, which may come from elsewhere. */
function blockOf(request: SheetsRequest): Block | undefined {
  if (!('updateCells' in request)) return undefined;
  const { start, rows, fields } = request.updateCells;
  if (start === undefined || rows === undefined || fields !== 'userEnteredValue') return undefined;
  const width = rows[0]?.values.length ?? 0;
  // A shorter row would leave the cells beside it alone, where a pasted one empties them.
  if (rows.some(({ values }) => values.length !== width)) return undefined;
  const values = rows.map((row) => row.values.map(plainValue));
  if (values.some((row) => row.includes(undefined))) return undefined;
  const plain = values as Value[][];
  return JSON.stringify(plain).length < SMALL_BLOCK ? undefined : { start, rows: plain, width };
}

/** Bytes in UTF-8, of which Chinese takes three a character; halves of characters count as much. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) bytes += 2;
  return bytes;
}

/** Rows of a block in pieces below the limit. */
function piecesOf({ rows, width }: Block, { row, column }: Place, limit: number): Piece[] {
  const pieces: Piece[] = [];
  const letters = [columnLetters(column), columnLetters(column + width - 1)];
  let first = 0;
  let size = 0;
  const close = (end: number): void => {
    if (end === first) return;
    const range = `'${STAGING.title}'!${letters[0]}${row + first + 1}:${letters[1]}${row + end}`;
    pieces.push({ range, values: rows.slice(first, end) });
    [first, size] = [end, 0];
  };
  rows.forEach((values, index) => {
    const own = bytesOf(JSON.stringify(values));
    if (size + own > limit) close(index);
    size += own;
  });
  close(rows.length);
  return pieces;
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

type Place = { readonly row: number; readonly column: number };

/** Columns of the hidden sheet that blocks of one width share, one below the other. */
type Strip = { readonly column: number; readonly width: number; height: number };

/**
 * Where each block stands: below others of its width as long as none is taller than the tallest block. The cells of a
 * workbook are limited, and an import of changes has thousands of small blocks beside its long ones.
 */
function placesOf(blocks: readonly Block[]): { places: Place[]; rowCount: number; columnCount: number } {
  const rowCount = Math.max(...blocks.map(({ rows }) => rows.length));
  const strips: Strip[] = [];
  let columnCount = 0;
  const places = blocks.map(({ rows, width }): Place => {
    let strip = strips.find((each) => each.width === width && each.height + rows.length <= rowCount);
    if (strip === undefined) {
      strip = { column: columnCount, width, height: 0 };
      columnCount += width;
      strips.push(strip);
    }
    const place = { row: strip.height, column: strip.column };
    strip.height += rows.length;
    return place;
  });
  return { places, rowCount, columnCount };
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
  if (bytesOf(JSON.stringify(requests)) <= limit) return null;
  const blockAt = new Map(
    requests.flatMap((request, index) => {
      const block = blockOf(request);
      return block === undefined ? [] : [[index, block] as const];
    }),
  );
  if (blockAt.size === 0) return null;
  const blocks = [...blockAt.values()];
  const { places, rowCount, columnCount } = placesOf(blocks);
  const placeOf = new Map(blocks.map((block, i) => [block, places[i] as Place] as const));
  const commit = requests.map((request, index): SheetsRequest => {
    const block = blockAt.get(index);
    return block === undefined ? request : pasteOf(block, placeOf.get(block) as Place);
  });
  const remove: SheetsRequest = { deleteSheet: { sheetId: STAGING_SHEET_ID } };
  return {
    begin: [...(isLeft ? [remove] : []), STAGING.add(rowCount, columnCount)],
    pieces: blocks.flatMap((block) => piecesOf(block, placeOf.get(block) as Place, limit)),
    commit: [...commit, remove],
  };
}
