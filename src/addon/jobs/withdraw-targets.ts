import type { TargetRow } from '../../workbook/tree-rows.ts';
import { Refusal } from '../refusal.ts';

/** A target as text, by which it is the same as another. */
export const printOf = (target: TargetRow): string => JSON.stringify(target, Object.keys(target).sort());

/**
 * Where the targets stand that an undo takes away.
 * @param withdrawn The targets as they were saved. @param known Targets of the sheet. @param places Their data rows.
 * @param nameOf Name of a KPI by its ID.
 * @returns Data rows, ascending; throws a Refusal where one is not there any more as it was saved.
 */
export function withdrawnPlaces(
  withdrawn: readonly TargetRow[],
  known: readonly TargetRow[],
  places: readonly number[],
  nameOf: (node: string) => string,
): number[] {
  // Of several that say the same the lowest is the latest.
  const placeOf = new Map(known.map((target, i) => [printOf(target), places[i] as number]));
  const found = withdrawn.map((target) => {
    const place = placeOf.get(printOf(target));
    if (place === undefined) throw new Refusal({ code: 'TREE_UNDO_CHANGED', found: nameOf(target.node) });
    return place;
  });
  return found.sort((a, b) => a - b);
}
