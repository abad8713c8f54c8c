import type { Cell } from '../kpi/issue.ts';
import type { TextCode } from '../text/index.ts';
import type { ReviewPlace } from '../workbook/map.ts';
import { ACTION_COLUMNS } from './action-columns.ts';
import { AT, COLUMNS } from './render/grid.ts';

/** Columns of a tab in the order of COLUMNS, wherever they stand in the tab; undefined for one that is gone. */
export type TabColumns = readonly (readonly Cell[] | undefined)[];

/**
 * The columns of a tab by what they are, not by where people moved them.
 * @param place The tab.
 * @param cells Its cells as read, from its first column on; columns at the end may be missing where they are empty.
 */
export function tabColumns(place: ReviewPlace, cells: readonly (readonly Cell[])[]): TabColumns {
  return COLUMNS.map(({ key }) => {
    const position = place.columns.get(key);
    return position === undefined ? undefined : (cells[position] ?? []);
  });
}

const FILLED: readonly { readonly at: number; readonly title: TextCode }[] = [
  { at: AT.key, title: 'COL_ROW_KEY' },
  ...ACTION_COLUMNS,
  { at: AT.text, title: 'COL_EXPLANATION' },
];

/**
 * The first column of a tab that is gone though people fill it, or though it tells the rows apart: writing the tab
 * again would make the loss final.
 * @param place The tab.
 * @returns Code of its title; undefined where all are there.
 */
export function lostColumn(place: ReviewPlace): TextCode | undefined {
  const lost = COLUMNS.flatMap(({ key }, at) => (place.columns.has(key) ? [] : at));
  return FILLED.find(({ at }) => lost.includes(at))?.title;
}
