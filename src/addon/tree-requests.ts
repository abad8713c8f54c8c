import * as z from 'zod/mini';
import { TREE_FIELDS, type TreeField } from '../kpi/tree-fields.ts';
import { CELL_LIMIT } from '../workbook/cells.ts';
import { fits, isoDay, once } from './requests.ts';

/** As many characters as a cell holds: what stands in the sheet comes back with every save. */
const text = () => z.string().check(fits(CELL_LIMIT));
/** More KPIs than this nobody reads; a tree of a hundred is large. */
const MOST = 2000;

const row = () => {
  const cell = z.nullable(z.union([z.string(), z.number()]).check(fits(CELL_LIMIT)));
  const shape = Object.fromEntries(TREE_FIELDS.map((field) => [field, cell]));
  return z.strictObject(shape as Record<TreeField, typeof cell>);
};
const rows = () => z.array(row()).check(z.maxLength(MOST));
const amount = () => z.nullable(z.number());

const target = () =>
  z
    .strictObject({
      node: text().check(z.minLength(1)),
      from: isoDay(),
      to: isoDay(),
      baseline: amount(),
      target: amount(),
      low: amount(),
      high: amount(),
      locked: z.boolean(),
      how: z.enum(['typed', 'cascade']),
    })
    .check(z.refine(({ from, to }) => from <= to, { error: 'ends before it starts' }));

export const treeFiguresRequest = once(() => z.strictObject({ rows: rows() }));

export const treeRequest = once(() =>
  z.strictObject({
    base: rows(),
    rows: z.array(z.strictObject({ was: text(), row: row() })).check(z.maxLength(MOST)),
    targets: z.array(target()).check(z.maxLength(MOST)),
    withdrawn: z.optional(z.array(target()).check(z.maxLength(MOST))),
  }),
);
