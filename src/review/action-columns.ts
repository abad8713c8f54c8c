import { columnAt } from './render/grid.ts';

/** What people fill of an action, by the keys of the sheet `actions`, and the column of the tab in which it stands. */
export const ACTION_COLUMNS = [
  { field: 'finding', at: columnAt('name'), title: 'COL_FINDING', align: 'LEFT' },
  { field: 'owner', at: columnAt('owner'), title: 'COL_OWNER', align: 'LEFT' },
  { field: 'due', at: columnAt('c1'), title: 'COL_DUE', align: 'RIGHT' },
  { field: 'status', at: columnAt('c2'), title: 'COL_STATUS', align: 'CENTER' },
  { field: 'action', at: columnAt('c4'), title: 'COL_ACTION', align: 'LEFT' },
] as const;

export type ActionField = (typeof ACTION_COLUMNS)[number]['field'];

/** What a row of an action shows; `due` is a serial day or the text typed instead. */
export type ShownAction = Readonly<Record<Exclude<ActionField, 'due'>, string>> & {
  readonly due: number | string | null;
};
