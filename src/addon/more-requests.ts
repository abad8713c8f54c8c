import * as z from 'zod/mini';
import { LIST_SHEETS } from '../workbook/list-fields.ts';
import { fits, once } from './requests.ts';

/** Longer lists are no longer edited in a sidebar; longer texts are no names. */
const MOST_ROWS = 2000;
const MOST_LETTERS = 2000;

const listRow = () =>
  z.record(
    z.string().check(z.regex(/^\w{1,40}$/)),
    z.nullable(z.union([z.string(), z.number(), z.boolean()]).check(fits(MOST_LETTERS))),
  );

export const listRequest = once(() => z.strictObject({ sheet: z.enum(LIST_SHEETS) }));

export const saveListRequest = once(() =>
  z.strictObject({
    sheet: z.enum(LIST_SHEETS),
    base: z.array(listRow()).check(z.maxLength(MOST_ROWS)),
    rows: z
      .array(z.strictObject({ was: z.nullable(z.int().check(z.gte(0))), row: listRow() }))
      .check(z.maxLength(MOST_ROWS)),
  }),
);

export const showRequest = once(() =>
  z.strictObject({
    /** Title of a tab. */
    sheet: z.string().check(z.maxLength(200)),
    /** The tab alone without it. */
    cell: z.optional(z.string().check(z.regex(/^[A-Z]{1,3}[1-9]\d{0,7}(?::[A-Z]{1,3}[1-9]\d{0,7})?$/))),
  }),
);

export const insertRequest = once(() =>
  z.strictObject({ name: z.string().check(z.regex(/^KPI_[A-Z_]{1,40}$/)) }),
);
