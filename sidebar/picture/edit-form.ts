import type { TargetRow, TreeRow, TreeState } from '../../src/addon/tree-api.ts';
import { amberFor } from '../../src/kpi/status.ts';
import { numberIn } from '../parts/number-in.ts';
import { typed } from '../parts/typed.ts';
import { targetAt } from '../tree/target-at.ts';
import { type Changes, idOf } from './edits.ts';
import type { TextCode } from './language.ts';
import { nameOf, shownText } from './nodes.ts';

/** What a person types of a KPI; all of it is text until it is saved. */
export type Draft = {
  readonly name: string;
  readonly owner: string;
  readonly weight: string;
  readonly green: string;
  readonly amber: string;
  readonly target: string;
  readonly low: string;
  readonly high: string;
  readonly from: string;
  readonly to: string;
  readonly locked: boolean;
};
export type DraftField = Exclude<keyof Draft, 'locked'>;
export type Faults = Partial<Record<DraftField, TextCode>>;

/** Rounded to what a person reads: 0.1 × 100 is 10. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));
const shown = (cell: unknown, factor = 1): string => (typeof cell === 'number' ? plain(cell * factor) : '');

/** Percents are typed as such and kept as fractions. */
export const factorOf = (unit: string): number => (unit === 'percent' ? 100 : 1);

/** What the form begins with. */
export function draftOf(state: TreeState, row: TreeRow, unit: string): Draft {
  const target = targetAt(state, idOf(row));
  const inUnit = (value: number | null | undefined): string =>
    typeof value === 'number' ? typed(value * factorOf(unit), unit) : '';
  return {
    name: nameOf(row),
    owner: shownText(row.owner),
    weight: shown(row.weight),
    green: shown(row.green, 100),
    amber: shown(row.amber, 100),
    target: inUnit(target?.target),
    low: inUnit(target?.low),
    high: inUnit(target?.high),
    from: target?.from ?? state.quarter.from,
    to: target?.to ?? state.quarter.to,
    locked: target?.locked ?? false,
  };
}

const NUMBERS: readonly DraftField[] = ['weight', 'green', 'amber', 'target', 'low', 'high'];

/** Where a KPI turns green, and where amber where its own field is empty; in percent. */
export function usualLimits(draft: Draft, state: Pick<TreeState, 'green' | 'amber'>) {
  const green = numberIn(draft.green) ?? state.green * 100;
  return { green, amber: amberFor(green, state.amber * 100) };
}

/** What keeps a draft from being saved, by field. */
export function faultsOf(draft: Draft, state: Pick<TreeState, 'green' | 'amber'>): Faults {
  const faults: Faults = {};
  for (const field of NUMBERS) {
    const value = numberIn(draft[field]);
    if (value === undefined) faults[field] = 'PIC_NOT_A_NUMBER';
    else if (['weight', 'green', 'amber'].includes(field) && value !== null && value < 0)
      faults[field] = 'PIC_NEGATIVE';
  }
  if (draft.name.trim() === '') faults.name = 'PIC_NEEDS_NAME';
  const limits = usualLimits(draft, state);
  if ((numberIn(draft.amber) ?? limits.amber) > limits.green) faults.amber ??= 'PIC_THRESHOLDS';
  const [low, high] = [numberIn(draft.low), numberIn(draft.high)];
  if (typeof low === 'number' && typeof high === 'number' && low > high) faults.high ??= 'PIC_BAND';
  if (draft.from === '') faults.from = 'PIC_NEEDS_DAY';
  if (draft.to === '' || draft.to < draft.from) faults.to = 'PIC_ENDS_FIRST';
  return faults;
}

function rowChange(draft: Draft, before: Draft): Partial<TreeRow> {
  const part = (field: 'weight' | 'green' | 'amber'): number | null => {
    const value = numberIn(draft[field]) ?? null;
    return value === null || field === 'weight' ? value : Number((value / 100).toPrecision(12));
  };
  return {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.owner === before.owner ? {} : { owner: draft.owner === '' ? null : draft.owner }),
    ...(draft.weight === before.weight ? {} : { weight: part('weight') }),
    ...(draft.green === before.green ? {} : { green: part('green') }),
    ...(draft.amber === before.amber ? {} : { amber: part('amber') }),
  };
}

const TARGET_FIELDS = ['target', 'low', 'high', 'from', 'to', 'locked'] as const;

/** @param now The target that the form began with: what nobody typed anew stays as exact as it was. */
function newTarget(
  draft: Draft,
  before: Draft,
  node: string,
  factor: number,
  now: TargetRow | undefined,
): TargetRow[] {
  if (TARGET_FIELDS.every((field) => draft[field] === before[field])) return [];
  const value = (field: 'target' | 'low' | 'high'): number | null => {
    if (draft[field] === before[field]) return now?.[field] ?? null;
    const number = numberIn(draft[field]);
    return typeof number === 'number' ? Number((number / factor).toPrecision(12)) : null;
  };
  const [target, low, high] = [value('target'), value('low'), value('high')];
  if (target === null && low === null && high === null) return [];
  const { from, to, locked } = draft;
  return [{ node, from, to, baseline: null, target, low, high, locked, how: 'typed' }];
}

/**
 * What a person changed in the form.
 * @param unit Unit of the KPI.
 * @returns Nothing where all is as it was.
 */
export function changesOf(draft: Draft, state: TreeState, row: TreeRow, unit: string): Changes {
  const before = draftOf(state, row, unit);
  const change = rowChange(draft, before);
  return {
    edits: Object.keys(change).length === 0 ? [] : [{ was: idOf(row), change }],
    targets: newTarget(draft, before, idOf(row), factorOf(unit), targetAt(state, idOf(row))),
  };
}
