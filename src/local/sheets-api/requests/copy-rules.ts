import type { Draft } from '../../document/draft.ts';
import { shiftFormula } from '../../document/formula.ts';
import { rewriteJson } from '../../document/json-ranges.ts';
import type { JsonObject, Rect, SheetState } from '../../document/model.ts';
import { boundOpenRange, gridRange, intersects, openRange } from '../grid-range.ts';

const overlap = (a: Rect, b: Rect): Rect => ({
  startRow: Math.max(a.startRow, b.startRow),
  endRow: Math.min(a.endRow, b.endRow),
  startColumn: Math.max(a.startColumn, b.startColumn),
  endColumn: Math.min(a.endColumn, b.endColumn),
});

const sameRect = (a: Rect, b: Rect): boolean =>
  a.startRow === b.startRow &&
  a.endRow === b.endRow &&
  a.startColumn === b.startColumn &&
  a.endColumn === b.endColumn;

/**
 * Lets the conditional formats of copied cells come along: within a sheet a rule gets another range, on another sheet
 * it is added there, its formulas shifted to its new place.
 */
export const copyConditionalFormats = (
  draft: Draft,
  source: { sheet: SheetState; rect: Rect },
  destination: { sheetId: number; rect: Rect },
): void => {
  const down = destination.rect.startRow - source.rect.startRow;
  const right = destination.rect.startColumn - source.rect.startColumn;
  const home = draft.edit(destination.sheetId);
  const same = source.sheet.sheetId === destination.sheetId;
  const added: JsonObject[] = [];
  const rules = source.sheet.conditionalFormats.map((rule) => {
    const ranges = rule.ranges as JsonObject[];
    const rects = ranges.map((range) => boundOpenRange(source.sheet, openRange(range)));
    const parts = rects
      .filter((rect) => intersects(rect, source.rect))
      .map((rect) => overlap(rect, source.rect));
    if (parts.length === 0) return rule;
    // A rule that covers all of the copied cells covers all of the pasted area, copies of copies included.
    const moved = parts.map((part) =>
      sameRect(part, source.rect)
        ? destination.rect
        : overlap(
            {
              startRow: part.startRow + down,
              endRow: part.endRow + down,
              startColumn: part.startColumn + right,
              endColumn: part.endColumn + right,
            },
            destination.rect,
          ),
    );
    const places = moved.map((rect) => gridRange(destination.sheetId, rect));
    if (same)
      return {
        ...rule,
        ranges: [
          ...ranges,
          ...places.filter(
            (place) => !ranges.some((range) => JSON.stringify(range) === JSON.stringify(place)),
          ),
        ],
      };
    const first = rects[0]!;
    const by = {
      rows: moved[0]!.startRow - first.startRow,
      columns: moved[0]!.startColumn - first.startColumn,
    };
    added.push({
      ...rewriteJson(rule, (formula) => shiftFormula(formula, by.rows, by.columns)),
      ranges: places,
    });
    return rule;
  });
  if (same) home.conditionalFormats = rules;
  else if (added.length > 0) home.conditionalFormats = [...home.conditionalFormats, ...added];
};
