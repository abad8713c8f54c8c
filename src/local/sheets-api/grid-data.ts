/** Cells, and the sizes of rows and columns, as the API prints them. */
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from '../document/create.ts';
import type {
  DimensionState,
  DocumentState,
  JsonObject,
  MetadataState,
  Rect,
  SheetState,
} from '../document/model.ts';
import { type CellWants, cellResource, cellWants } from './cell-resource.ts';
import { evaluator } from './conditions/formulas.ts';
import { looksIn } from './conditions/looks.ts';
import { below, type FieldMask } from './field-mask.ts';
import { metadataResource } from './metadata.ts';
import type { Calculation } from './view.ts';

/** A part of a sheet as `spreadsheets.get` answers it; only what the mask asks for is made. */
export const gridData = (
  document: DocumentState,
  sheet: SheetState,
  rect: Rect,
  calculation: Calculation,
  mask: FieldMask,
): JsonObject => {
  const made: JsonObject = {};
  if (rect.startRow > 0) made.startRow = rect.startRow;
  if (rect.startColumn > 0) made.startColumn = rect.startColumn;
  const rowMask = below(mask, 'rowData');
  if (rowMask) {
    const rows = rowData(document, sheet, rect, calculation, cellWants(below(rowMask, 'values')));
    if (rows.length > 0) made.rowData = rows;
  }
  const sizes = (
    type: 'ROW' | 'COLUMN',
    states: readonly (DimensionState | undefined)[],
    from: number,
    to: number,
  ) => {
    const metadata = document.metadata.filter(
      ({ location }) => location.type === type && location.sheetId === sheet.sheetId,
    );
    const normal = type === 'ROW' ? DEFAULT_ROW_PIXELS : DEFAULT_COLUMN_PIXELS;
    return dimensionData(states, from, to, normal, metadata);
  };
  if (below(mask, 'rowMetadata')) made.rowMetadata = sizes('ROW', sheet.rows, rect.startRow, rect.endRow);
  if (below(mask, 'columnMetadata')) {
    made.columnMetadata = sizes('COLUMN', sheet.columns, rect.startColumn, rect.endColumn);
  }
  return made;
};

const dimensionData = (
  states: readonly (DimensionState | undefined)[],
  from: number,
  to: number,
  normal: number,
  metadata: readonly MetadataState[],
): JsonObject[] => {
  const byIndex = new Map<number, JsonObject[]>();
  for (const item of metadata) {
    if (item.location.type !== 'ROW' && item.location.type !== 'COLUMN') continue;
    const list = byIndex.get(item.location.index) ?? [];
    byIndex.set(item.location.index, [...list, metadataResource(item)]);
  }
  const made: JsonObject[] = [];
  for (let i = from; i < to; i += 1) {
    const state = states[i];
    const one: JsonObject = { pixelSize: state?.pixelSize ?? normal };
    if (state?.hiddenByFilter) one.hiddenByFilter = true;
    if (state?.hiddenByUser) one.hiddenByUser = true;
    const attached = byIndex.get(i);
    if (attached) one.developerMetadata = attached;
    made.push(one);
  }
  return made;
};

/** Rows down to the last with anything in it, cells to each row's last with anything in it. */
const rowData = (
  document: DocumentState,
  sheet: SheetState,
  rect: Rect,
  calculation: Calculation,
  wants: CellWants,
): JsonObject[] => {
  const view = calculation.view(document, sheet);
  const looks = wants.effectiveFormat
    ? looksIn(rect, {
        ...{ document, view, now: calculation.now() },
        evaluate: evaluator(calculation.calculator, document),
      })
    : undefined;
  const made: JsonObject[] = [];
  let last = 0;
  for (let r = rect.startRow; r < Math.min(rect.endRow, view.height); r += 1) {
    const values: JsonObject[] = [];
    let filled = 0;
    for (let c = rect.startColumn; c < Math.min(rect.endColumn, view.width(r)); c += 1) {
      const cell = cellResource(view, r, c, document.locale, wants, looks);
      values.push(cell ?? {});
      if (cell) filled = values.length;
    }
    values.length = filled;
    made.push(filled > 0 ? { values } : {});
    if (filled > 0) last = made.length;
  }
  made.length = last;
  return made;
};
