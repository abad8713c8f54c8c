import { columnAt } from './render/grid.ts';

/** What people fill of an action, by the keys of the sheet `actions`, and the column of the tab in which it stands. */
export const ACTION_COLUMNS = [
  { field: 'finding', at: columnAt('name'), title: 'COL_FINDING', align: 'LEFT' },
  { field: 'owner', at: columnAt('owner'), title: 'COL_OWNER', align: 'LEFT' },
  { field: 'due', at: columnAt('c1'), title: 'COL_DUE', align: 'RIGHT' },
  { field: 'status', at: columnAt('c2'), title: 'COL_STATUS', align: 'CENTER' },
  { field: 'action', at: columnAt('c4'), title: 'COL_ACTION', align: 'LEFT' },
  // A row's key lists its fields in this order, and tabs of earlier versions have none of these.
  { field: 'node', at: columnAt('c12'), title: 'COL_KPI', align: 'LEFT' },
  { field: 'expected', at: columnAt('c13'), title: 'COL_EXPECTED', align: 'RIGHT' },
] as const;

export type ActionField = (typeof ACTION_COLUMNS)[number]['field'];

/** Position of each field in a tab as it is written. */
export const ACTION_AT = Object.fromEntries(ACTION_COLUMNS.map(({ field, at }) => [field, at])) as Readonly<
  Record<ActionField, number>
>;

/** What a row of an action shows; `due` is a serial day, `expected` a number, or either the text typed instead. */
export type ShownAction = Readonly<Record<Exclude<ActionField, 'due' | 'expected'>, string>> & {
  readonly due: number | string | null;
  readonly expected: number | string | null;
};
