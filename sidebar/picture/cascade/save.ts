import type { TreeState } from '../../../src/addon/tree-api.ts';
import { type Changes, type Edit, idOf } from '../edits.ts';
import { type Plan, type Settings, targetRows } from './plan.ts';

/**
 * What saving a cascade changes: a row of targets for each KPI that has one, and the weights that were set.
 * @param before Weights of the sheet that differ among siblings; those that were taken back become 1 again.
 */
export function cascadeChanges(
  { rows }: TreeState,
  plan: Plan,
  settings: Settings,
  before: ReadonlyMap<string, number>,
): Changes {
  const edits = rows.flatMap((row): Edit[] => {
    const id = idOf(row);
    const weight = settings.weights.get(id) ?? (before.has(id) ? 1 : undefined);
    return weight === undefined || weight === row.weight ? [] : [{ was: id, change: { weight } }];
  });
  return { edits, targets: targetRows(plan, settings) };
}
