import { columnLetters } from './a1.ts';
import { derivedSheetId } from './ids.ts';
import type { CellData, GridRange, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet that holds rows on their way; nobody but a batch that is not finished yet knows of it. */
export const STAGING_SHEET_ID = derivedSheetId('staging');
const STAGING_TITLE = '_Content KPI staging';

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

/** Rows of a block in pieces below the limit, from a column of the hidden sheet on. */
function piecesOf({ rows, width }: Block, column: number, limit: number): Piece[] {
  const pieces: Piece[] = [];
  const letters = [columnLetters(column), columnLetters(column + width - 1)];
  let first = 0;
  let size = 0;
  const close = (end: number): void => {
    if (end === first) return;
    const range = `'${STAGING_TITLE}'!${letters[0]}${first + 1}:${letters[1]}${end}`;
    pieces.push({ range, values: rows.slice(first, end) });
    [first, size] = [end, 0];
  };
  rows.forEach((row, index) => {
    const own = JSON.stringify(row).length;
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
  if (JSON.stringify(requests).length <= limit) return null;
  const blocks: Block[] = [];
  const pieces: Piece[] = [];
  // Side by side: the cells of a workbook are limited, and blocks of one import are about equally long.
  let width = 0;
  const commit = requests.map((request): SheetsRequest => {
    const block = blockOf(request);
    if (block === undefined) return request;
    blocks.push(block);
    pieces.push(...piecesOf(block, width, limit));
    const source = areaAt(
      { sheetId: STAGING_SHEET_ID, rowIndex: 0, columnIndex: width },
      block.rows.length,
      block.width,
    );
    width += block.width;
    const destination = areaAt(block.start, block.rows.length, block.width);
    return {
      copyPaste: { source, destination, pasteType: 'PASTE_VALUES', pasteOrientation: 'NORMAL' },
    };
  });
  if (blocks.length === 0) return null;
  const gridProperties = {
    rowCount: Math.max(...blocks.map(({ rows }) => rows.length)),
    columnCount: width,
  };
  const properties = { sheetId: STAGING_SHEET_ID, title: STAGING_TITLE, hidden: true, gridProperties };
  const remove: SheetsRequest = { deleteSheet: { sheetId: STAGING_SHEET_ID } };
  const begin: SheetsRequest[] = [...(isLeft ? [remove] : []), { addSheet: { properties } }];
  return { begin, pieces, commit: [...commit, remove] };
}
