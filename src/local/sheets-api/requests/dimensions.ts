import { cellAt } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import type { DimensionState, DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import type { Dimension } from '../../document/span.ts';
import { changeDimension } from '../../document/structure.ts';
import { contentPixels } from '../auto-size.ts';
import { compactCell } from '../cell-write.ts';
import { SheetsApiError } from '../errors.ts';
import { sheetOf } from '../grid-range.ts';
import { masks, parseUpdateMask } from '../update-mask.ts';
import type { RequestHandler } from './context.ts';
import { resizeSheet } from './resize.ts';
import { checkCellLimit } from './sheets.ts';

export type DimensionSpan = {
  sheet: SheetState;
  dimension: Dimension;
  start: number;
  end: number;
  limit: number;
};

/** A DimensionRange checked against its sheet; `beyond` leaves it to the caller whether it may reach beyond. */
export const resolveDimension = (
  document: DocumentState,
  given: Json | undefined,
  name = 'range',
  options: { beyond?: boolean } = {},
): DimensionSpan => {
  const range = (given ?? {}) as JsonObject;
  const sheet = sheetOf(document, range.sheetId);
  const { dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw new Error(`${name}.dimension is required.`);
  const axis = dimension === 'ROWS' ? 'row' : 'column';
  const limit = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const start = (range.startIndex as number | undefined) ?? 0;
  const end = (range.endIndex as number | undefined) ?? limit;
  if (start < 0 || end < 0) throw new Error('DimensionRange indexes must be >= 0');
  if (end <= start) throw new Error(`${name}.endIndex[${end}] must be > ${name}.startIndex[${start}]`);
  if (!options.beyond && end > limit) {
    throw new Error(`${name}.endIndex[${end}] is after last ${axis} in grid[${limit - 1}]`);
  }
  return { sheet, dimension, start, end, limit };
};

/** Inserts rows or columns; formulas, merges, rules and metadata follow. */
export const insertDimension: RequestHandler = (draft, request) => {
  const span = resolveDimension(draft.document, request.range, 'range', { beyond: true });
  const { sheet, dimension, start, end, limit } = span;
  const before = request.inheritFromBefore === true;
  if (before && start === 0) throw new Error('Cannot inherit from before when inserting at index 0.');
  if (start > limit) throw new Error(`range.startIndex is larger than current grid size (${limit})`);
  if (start === limit && !before) {
    throw new Error(
      `range.startIndex must be less than the grid size (${limit}) if inheritFromBefore is false.`,
    );
  }
  changeDimension(draft, {
    sheetId: sheet.sheetId,
    dimension,
    kind: 'insert',
    at: start,
    count: end - start,
  });
  inheritFormats(draft, sheet.sheetId, dimension, start, end, before ? start - 1 : end);
  checkCellLimit(draft.document);
  return undefined;
};

/** New rows and columns look like the neighbour that they inherit from: formats and validation, no values. */
const inheritFormats = (
  draft: Draft,
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
  from: number,
): void => {
  const sheet = draft.edit(sheetId);
  const rows = dimension === 'ROWS';
  const count = rows ? (sheet.cells[from]?.length ?? 0) : sheet.cells.length;
  for (let i = 0; i < count; i += 1) {
    const model = rows ? cellAt(sheet, from, i) : cellAt(sheet, i, from);
    if (!model?.format && !model?.validation) continue;
    const { format, validation } = model;
    const cell = compactCell({ ...(format ? { format } : {}), ...(validation ? { validation } : {}) });
    for (let n = start; n < end; n += 1) draft.setCell(sheet, rows ? n : i, rows ? i : n, cell);
  }
  const sizes = rows ? sheet.rows : sheet.columns;
  const model = sizes[from];
  if (model?.pixelSize !== undefined)
    setSizes(sizes, start, end, () => ({ pixelSize: model.pixelSize as number }));
};

const setSizes = (
  sizes: (DimensionState | undefined)[],
  start: number,
  end: number,
  make: (before: DimensionState | undefined) => DimensionState | undefined,
): void => {
  while (sizes.length < end) sizes.push(undefined);
  for (let i = start; i < end; i += 1) sizes[i] = make(sizes[i]);
};

/** Deletes rows or columns; all of a sheet's, all but the frozen, and ones that are not there are refused. */
export const deleteDimension: RequestHandler = (draft, request) => {
  const span = resolveDimension(draft.document, request.range, 'range', { beyond: true });
  const { sheet, dimension, start, end, limit } = span;
  const axis = dimension === 'ROWS' ? 'rows' : 'columns';
  if (end > limit) {
    const one = axis.slice(0, -1);
    const index = Math.max(start, limit);
    throw new Error(
      `Cannot delete a ${one} that doesn't exist. Tried to delete ${one} index ${index} but there are only ${limit} ${axis}.`,
    );
  }
  if (end - start >= limit) throw new Error(`You can't delete all the ${axis} on the sheet.`);
  changeDimension(draft, { sheetId: sheet.sheetId, dimension, kind: 'delete', start, end });
  const own = draft.sheet(sheet.sheetId)!;
  const frozen = dimension === 'ROWS' ? own.frozenRowCount : own.frozenColumnCount;
  if (frozen !== undefined && frozen >= (dimension === 'ROWS' ? own.rowCount : own.columnCount)) {
    throw new Error(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
  }
  return undefined;
};

/** Moves rows or columns; a destination within what is moved changes nothing. */
export const moveDimension: RequestHandler = (draft, request) => {
  const { sheet, dimension, start, end, limit } = resolveDimension(draft.document, request.source, 'source');
  const to = (request.destinationIndex as number | undefined) ?? 0;
  if (to < 0 || to > limit) {
    throw new Error(
      `destinationIndex[${to}] is after last ${dimension === 'ROWS' ? 'row' : 'column'} in grid[${limit}]`,
    );
  }
  if (to >= start && to <= end) return undefined;
  changeDimension(draft, { sheetId: sheet.sheetId, dimension, kind: 'move', start, end, to });
  return undefined;
};

/** Adds rows or columns at the end. */
export const appendDimension: RequestHandler = (draft, request) => {
  const { sheetId, rowCount, columnCount } = sheetOf(draft.document, request.sheetId);
  const length = (request.length as number | undefined) ?? 0;
  if (length <= 0) throw new Error('length must be > 0');
  if (request.dimension === 'ROWS') resizeSheet(draft, sheetId, rowCount + length, columnCount);
  else if (request.dimension === 'COLUMNS') resizeSheet(draft, sheetId, rowCount, columnCount + length);
  else throw new Error('dimension is required.');
  checkCellLimit(draft.document);
  return undefined;
};

const noDataSource = (): Error =>
  new SheetsApiError('UNIMPLEMENTED', 'Sheets of data sources are not served by this host.');

/** Sets the size in pixels, at least 2, of rows or columns, or hides them. */
export const updateDimensionProperties: RequestHandler = (draft, request) => {
  if (request.dataSourceSheetRange !== undefined) throw noDataSource();
  const mask = parseUpdateMask(request.fields, 'DimensionProperties');
  const { sheet, dimension, start, end } = resolveDimension(draft.document, request.range);
  const given = (request.properties ?? {}) as JsonObject;
  const pixels = given.pixelSize as number | undefined;
  if (masks(mask, 'pixelSize') && request.fields !== '*' && (pixels === undefined || pixels < 2)) {
    throw new Error(`pixelSize[${pixels ?? 0}] must be >= 2`);
  }
  const own = draft.edit(sheet.sheetId);
  setSizes(dimension === 'ROWS' ? own.rows : own.columns, start, end, (before) => {
    const made: DimensionState = { ...before };
    if (masks(mask, 'pixelSize') && pixels !== undefined) made.pixelSize = pixels;
    if (masks(mask, 'hiddenByUser')) {
      if (given.hiddenByUser === true) made.hiddenByUser = true;
      else delete made.hiddenByUser;
    }
    return Object.keys(made).length > 0 ? made : undefined;
  });
  return undefined;
};

/** Makes rows or columns as large as their contents; those without contents stay. */
export const autoResizeDimensions: RequestHandler = (draft, request, context) => {
  if (request.dataSourceSheetDimensions !== undefined) throw noDataSource();
  const { sheet, dimension, start, end } = resolveDimension(draft.document, request.dimensions, 'dimensions');
  const view = context.view(draft, sheet.sheetId);
  const own = draft.edit(sheet.sheetId);
  const sizes = dimension === 'ROWS' ? own.rows : own.columns;
  for (let i = start; i < end; i += 1) {
    const pixelSize = contentPixels(view, dimension, i, draft.document.locale);
    if (pixelSize !== undefined) setSizes(sizes, i, i + 1, (before) => ({ ...before, pixelSize }));
  }
  return undefined;
};
