/** Format › Merge cells, as Sheets has it. */
import { ask } from './dialogs.ts';
import { type EngineModel, engine } from './library.ts';
import { words } from './server.ts';
import { toast } from './toasts.ts';
import { translated } from './translate.ts';

type Zone = { top: number; bottom: number; left: number; right: number };
type Env = { model: EngineModel };
type Getters = EngineModel['getters'] & { getMergesInZone(sheetId: string, zone: Zone): Zone[] };
type Result = { isSuccessful: boolean; isCancelledBecause(reason: string): boolean };

const KINDS = {
  mergeAll: (zone: Zone) => [zone],
  mergeVertically: (zone: Zone) =>
    numbers(zone.left, zone.right).map((column) => ({ ...zone, left: column, right: column })),
  mergeHorizontally: (zone: Zone) =>
    numbers(zone.top, zone.bottom).map((row) => ({ ...zone, top: row, bottom: row })),
} as const;

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Before the grid is shown. */
export function addMergeMenu(): void {
  const { topbarMenuRegistry } = engine().registries;
  const children = Object.entries(KINDS).map(([kind, parts], sequence) => ({
    id: kind,
    name: words[kind as keyof typeof KINDS],
    sequence,
    isEnabled: (env: Env) => targets(env, parts).length > 0,
    execute: (env: Env) => merge(env, targets(env, parts)),
  }));
  const unmerge = {
    id: 'unmerge',
    name: words.unmerge,
    sequence: children.length,
    isEnabled: (env: Env) => merges(env).length > 0,
    execute: (env: Env) => {
      env.model.dispatch('REMOVE_MERGE', { sheetId: activeSheet(env), target: merges(env) });
    },
  };
  topbarMenuRegistry.addChild('merge', ['format'], {
    name: words.mergeCells,
    sequence: 85,
    icon: 'o-spreadsheet-Icon.MERGE_CELL',
    children: [() => [...children, unmerge]],
  } as never);
}

const activeSheet = ({ model }: Env): string => model.getters.getActiveSheetId();

const merges = ({ model }: Env): Zone[] => {
  const getters = model.getters as unknown as Getters;
  const sheetId = getters.getActiveSheetId();
  return getters.getSelectedZones().flatMap((zone) => getters.getMergesInZone(sheetId, zone));
};

/** The cells to be made one; a single cell is one already. */
const targets = ({ model }: Env, parts: (zone: Zone) => Zone[]): Zone[] =>
  model.getters
    .getSelectedZones()
    .flatMap(parts)
    .filter(({ top, bottom, left, right }) => top < bottom || left < right);

function merge(env: Env, target: Zone[], force = false): void {
  const sheetId = activeSheet(env);
  const result = env.model.dispatch('ADD_MERGE', { sheetId, target, force }) as unknown as Result;
  if (result.isCancelledBecause('MergeIsDestructive')) {
    const text = 'Merging these cells will only preserve the top-leftmost value. Merge anyway?';
    ask('', translated(text), [
      { label: words.ok, primary: true, action: () => merge(env, target, true) },
      { label: words.cancel },
    ]);
  } else if (!result.isSuccessful) toast({ text: words.notMerged, level: 'error' });
}
