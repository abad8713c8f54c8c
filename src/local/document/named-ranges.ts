/** Named ranges, and the formulas that use them. */
import type { Draft } from './draft.ts';
import { renameRangeInFormula } from './formula.ts';
import type { NamedRangeState, SheetState } from './model.ts';
import { rewriteFormulas } from './rewrite.ts';
import { type Change, mapSpan } from './span.ts';

/** Gives a named range another name in every formula. */
export const renameRange = (draft: Draft, from: string, to: string): void => {
  if (from !== to) rewriteFormulas(draft, (formula) => renameRangeInFormula(formula, from, to));
};

/**
 * Leaves the document these named ranges. In formulas the others become #REF!, and stay so where a range gets the same
 * name later.
 */
export const keepNamedRanges = (draft: Draft, kept: readonly NamedRangeState[]): void => {
  const ids = new Set(kept.map(({ namedRangeId }) => namedRangeId));
  const gone = draft.document.namedRanges.filter(({ namedRangeId }) => !ids.has(namedRangeId));
  draft.document.namedRanges = [...kept];
  for (const { name } of gone) {
    rewriteFormulas(draft, (formula) => renameRangeInFormula(formula, name, undefined));
  }
};

/** Named ranges after rows or columns of a sheet changed. */
export const followNamedRanges = (draft: Draft, sheet: SheetState, change: Change): void =>
  keepNamedRanges(
    draft,
    draft.document.namedRanges.flatMap((item) => followNamedRange(item, sheet, change)),
  );

const followNamedRange = (item: NamedRangeState, sheet: SheetState, change: Change): NamedRangeState[] => {
  if (item.sheetId !== change.sheetId) return [item];
  const rect = item.range;
  const rows = change.dimension === 'ROWS';
  if (change.band) {
    const [low, high] = rows ? [rect.startColumn, rect.endColumn] : [rect.startRow, rect.endRow];
    if (low < change.band.start || high > change.band.end) return [item];
  }
  const mapped = rows
    ? mapSpan(change, rect.startRow, rect.endRow)
    : mapSpan(change, rect.startColumn, rect.endColumn);
  if (!mapped) return [];
  const range = rows
    ? { ...rect, startRow: mapped[0], endRow: mapped[1] }
    : { ...rect, startColumn: mapped[0], endColumn: mapped[1] };
  if (item.openRows) {
    if (rect.startRow === 0) range.startRow = 0;
    range.endRow = sheet.rowCount;
  }
  if (item.openColumns) {
    if (rect.startColumn === 0) range.startColumn = 0;
    range.endColumn = sheet.columnCount;
  }
  return [{ ...item, range }];
};
