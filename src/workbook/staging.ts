import { derivedSheetId } from './ids.ts';
import type { GridRange, RowData, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet that holds rows on their way; nobody but a batch that is not finished yet knows of it. */
export const STAGING_SHEET_ID = derivedSheetId('staging');
const STAGING_TITLE = '_Content KPI staging';

/** Google advises requests of at most about 2 MB. */
export const REQUEST_LIMIT = 1_900_000;
/** Smaller blocks go with the commit itself. */
const SMALL_BLOCK = 20_000;

type Start = { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
type Block = { readonly start: Start; readonly rows: readonly RowData[]; readonly width: number };

/** A change in steps: pieces that only touch the hidden sheet, and one batch that does everything else at once. */
export type Staged = {
  readonly pieces: readonly (readonly SheetsRequest[])[];
  readonly commit: readonly SheetsRequest[];
};

/** A big block of plain values, which may come from elsewhere. */
function blockOf(request: SheetsRequest): Block | undefined {
  if (!('updateCells' in request)) return undefined;
  const { start, rows, fields } = request.updateCells;
  if (start === undefined || rows === undefined || fields !== 'userEnteredValue') return undefined;
  const width = rows[0]?.values.length ?? 0;
  // A shorter row would leave the cells beside it alone, where a pasted one empties them.
  if (rows.some(({ values }) => values.length !== width)) return undefined;
  return JSON.stringify(rows).length < SMALL_BLOCK ? undefined : { start, rows, width };
}

function writeAt(rowIndex: number, rows: readonly RowData[]): SheetsRequest {
  const start = { sheetId: STAGING_SHEET_ID, rowIndex, columnIndex: 0 };
  return { updateCells: { start, rows, fields: 'userEnteredValue' } };
}

/** Rows of all blocks, one below the other, in requests below the limit. */
function piecesOf(blocks: readonly Block[], limit: number): SheetsRequest[][] {
  const pieces: SheetsRequest[][] = [];
  let rows: RowData[] = [];
  let size = 0;
  let first = 0;
  const close = (): void => {
    if (rows.length > 0) pieces.push([writeAt(first, rows)]);
    first += rows.length;
    rows = [];
    size = 0;
  };
  for (const block of blocks) {
    for (const row of block.rows) {
      const own = JSON.stringify(row).length;
      if (size + own > limit) close();
      rows.push(row);
      size += own;
    }
  }
  close();
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
 * @returns Pieces and the commit; null where one request is enough.
 */
export function staged(
  requests: readonly SheetsRequest[],
  isLeft: boolean,
  limit = REQUEST_LIMIT,
): Staged | null {
  if (JSON.stringify(requests).length <= limit) return null;
  const blocks: Block[] = [];
  let height = 0;
  const commit = requests.map((request): SheetsRequest => {
    const block = blockOf(request);
    if (block === undefined) return request;
    blocks.push(block);
    const source = areaAt(
      { sheetId: STAGING_SHEET_ID, rowIndex: height, columnIndex: 0 },
      block.rows.length,
      block.width,
    );
    height += block.rows.length;
    const destination = areaAt(block.start, block.rows.length, block.width);
    return {
      copyPaste: { source, destination, pasteType: 'PASTE_VALUES', pasteOrientation: 'NORMAL' },
    };
  });
  if (blocks.length === 0) return null;
  const gridProperties = {
    rowCount: height,
    columnCount: Math.max(...blocks.map(({ width }) => width)),
  };
  const properties = { sheetId: STAGING_SHEET_ID, title: STAGING_TITLE, hidden: true, gridProperties };
  const remove: SheetsRequest = { deleteSheet: { sheetId: STAGING_SHEET_ID } };
  const begin: SheetsRequest[] = [...(isLeft ? [remove] : []), { addSheet: { properties } }];
  const [first = [], ...rest] = piecesOf(blocks, limit);
  return { pieces: [[...begin, ...first], ...rest], commit: [...commit, remove] };
}
