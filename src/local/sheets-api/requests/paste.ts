import { cellAt } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import { shiftFormula } from '../../document/formula.ts';
import type { CellState, ExtendedValue, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { compactCell } from '../cell-write.ts';
import { contains, intersects, resolveGridRange } from '../grid-range.ts';
import type { SheetView } from '../view.ts';
import type { RequestHandler } from './context.ts';
import { copyConditionalFormats } from './copy-rules.ts';

/** One copied cell: as it is stored, and what it shows. */
export type Clip = { cell: CellState | undefined; shown: ExtendedValue | undefined };

const withoutBorders = (format: JsonObject | undefined): JsonObject | undefined => {
  if (!format?.borders) return format;
  const { borders: _, ...rest } = format;
  return rest;
};

const optional = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: T });

const entered = (cell: CellState | undefined, rows: number, columns: number): ExtendedValue | undefined => {
  const value = cell?.value;
  if (value?.formulaValue === undefined) return value;
  return { formulaValue: shiftFormula(value.formulaValue, rows, columns) };
};

/** What a cell is after something was pasted on it from `rows` and `columns` away. */
const pasted = (
  before: CellState | undefined,
  clip: Clip,
  type: string,
  rows: number,
  columns: number,
): CellState | undefined => {
  const { cell } = clip;
  const { value: _, textFormatRuns: __, ...kept } = before ?? {};
  switch (type) {
    case 'PASTE_VALUES':
      return compactCell({ ...kept, ...optional('value', clip.shown) });
    case 'PASTE_FORMULA':
      return compactCell({ ...kept, ...optional('value', entered(cell, rows, columns)) });
    case 'PASTE_DATA_VALIDATION': {
      const { validation: ___, ...rest } = before ?? {};
      return compactCell({ ...rest, ...optional('validation', cell?.validation) });
    }
    case 'PASTE_FORMAT': {
      const { format: ___, validation: ____, ...rest } = before ?? {};
      return compactCell({
        ...rest,
        ...optional('format', cell?.format),
        ...optional('validation', cell?.validation),
      });
    }
    case 'PASTE_CONDITIONAL_FORMATTING':
      return before;
    default:
      break;
  }
  if (type === 'PASTE_NO_BORDERS') {
    const format = { ...withoutBorders(cell?.format), ...optional('borders', before?.format?.borders) };
    return compactCell({ ...cell, ...optional('value', entered(cell, rows, columns)), format });
  }
  // The very cell is shared where nothing in it depends on its place.
  return cell?.value?.formulaValue === undefined ? cell : { ...cell, value: entered(cell, rows, columns)! };
};

/** The cells of a rectangle, to be pasted. */
export const clipsOf = (view: SheetView, rect: Rect): Clip[][] => {
  const clips: Clip[][] = [];
  for (let r = rect.startRow; r < rect.endRow; r += 1) {
    const row: Clip[] = [];
    for (let c = rect.startColumn; c < rect.endColumn; c += 1) {
      row.push({ cell: view.cell(r, c), shown: view.effective(r, c) });
    }
    clips.push(row);
  }
  return clips;
};

const transposed = (clips: readonly Clip[][]): Clip[][] =>
  (clips[0] ?? []).map((_, c) => clips.map((row) => row[c]!));

/** The cells that a paste writes: the destination when it is whole copies of the source, else one copy. */
export const pasteArea = (sheet: SheetState, at: Rect, height: number, width: number): Rect => {
  const rows = at.endRow - at.startRow;
  const columns = at.endColumn - at.startColumn;
  const area = {
    ...at,
    endRow: at.startRow + (rows % height === 0 ? rows : height),
    endColumn: at.startColumn + (columns % width === 0 ? columns : width),
  };
  if (area.endRow > sheet.rowCount || area.endColumn > sheet.columnCount) {
    throw new Error(
      `The pasted range exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return area;
};

/** Writes copied cells over an area, again and again where it is larger. `from` is what references shift from. */
export const writeClips = (
  draft: Draft,
  sheetId: number,
  area: Rect,
  clips: readonly Clip[][],
  from: Rect,
  type: string,
  turn: boolean,
): void => {
  const sheet = draft.edit(sheetId);
  const height = clips.length;
  const width = clips[0]?.length ?? 0;
  for (let r = area.startRow; r < area.endRow; r += 1) {
    const i = (r - area.startRow) % height;
    for (let c = area.startColumn; c < area.endColumn; c += 1) {
      const j = (c - area.startColumn) % width;
      const before = cellAt(sheet, r, c);
      const clip = clips[i]![j]!;
      const after = pasted(
        before,
        clip,
        type,
        r - from.startRow - (turn ? j : i),
        c - from.startColumn - (turn ? i : j),
      );
      if (after !== before) draft.setCell(sheet, r, c, after);
    }
  }
};

const copyMerges = (draft: Draft, from: SheetState, source: Rect, to: number, area: Rect): void => {
  const inside = from.merges.filter((merge) => contains(source, merge));
  const sheet = draft.edit(to);
  if (inside.length === 0 && !sheet.merges.some((merge) => intersects(merge, area))) return;
  const height = source.endRow - source.startRow;
  const width = source.endColumn - source.startColumn;
  const made: Rect[] = [];
  for (let r = area.startRow; r < area.endRow; r += height) {
    for (let c = area.startColumn; c < area.endColumn; c += width) {
      const down = r - source.startRow;
      const right = c - source.startColumn;
      for (const merge of inside) {
        made.push({
          startRow: merge.startRow + down,
          endRow: merge.endRow + down,
          startColumn: merge.startColumn + right,
          endColumn: merge.endColumn + right,
        });
      }
    }
  }
  sheet.merges = [...sheet.merges.filter((merge) => !intersects(merge, area)), ...made];
};

/** Copies cells over a range, repeated where it is larger; references in formulas move along. */
export const copyPaste: RequestHandler = (draft, request, context) => {
  const type = (request.pasteType as string | undefined) ?? 'PASTE_NORMAL';
  const source = resolveGridRange(draft.document, request.source);
  const destination = resolveGridRange(draft.document, request.destination);
  const turn = request.pasteOrientation === 'TRANSPOSE';
  const straight = clipsOf(context.view(draft, source.sheet.sheetId), source.rect);
  const clips = turn ? transposed(straight) : straight;
  const area = pasteArea(destination.sheet, destination.rect, clips.length, clips[0]?.length ?? 1);
  const { sheetId } = destination.sheet;
  writeClips(draft, sheetId, area, clips, source.rect, type, turn);
  if (turn) return undefined;
  if (type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS')
    copyMerges(draft, source.sheet, source.rect, sheetId, area);
  if (type !== 'PASTE_VALUES' && type !== 'PASTE_FORMULA' && type !== 'PASTE_DATA_VALIDATION') {
    copyConditionalFormats(draft, source, { sheetId, rect: area });
  }
  return undefined;
};
