import * as z from 'zod/mini';
import { serialOfIsoDate } from '../kpi/calendar.ts';
import { CELL_LIMIT } from '../workbook/cells.ts';
import { JOBS } from '../workbook/sheets/settings.ts';
import { MODULES } from '../workbook/template.ts';
import { PIECE_LIMIT } from '../workbook/upload-sheet.ts';

/**
 * What the sidebar may send, one schema an endpoint. Everything that comes from outside passes through here before
 * anything else looks at it. A schema is built when it is first used, so that a cell's function never pays for it.
 */
export function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

export const isoDay = () =>
  z
    .string()
    .check(z.refine((text) => serialOfIsoDate(text) !== null, { error: 'is no day such as 2026-11-22' }));
/** Label of a week, a month or a quarter. */
const week = () => z.string().check(z.regex(/^\d{4}-(?:W\d{2}|\d{2}|Q[1-4])$/));
/** A text that is longer is refused with a sentence that says so. */
export const fits = (most: number) =>
  z.refine((value: unknown) => typeof value !== 'string' || value.length <= most, {
    error: 'is too long',
    params: { most },
  });
const shortText = () => z.string().check(z.maxLength(500));
const uploadId = () => z.string().check(z.regex(/^[a-z0-9]{8,32}$/));
const cell = () => z.nullable(z.union([z.string(), z.number(), z.boolean()]).check(fits(CELL_LIMIT)));

export const setUpRequest = once(() =>
  z.strictObject({
    language: z.enum(['en', 'zh-CN']),
    currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
    modules: z.optional(z.array(z.enum(MODULES))),
    examples: z.optional(z.boolean()),
  }),
);

export const uploadRequest = once(() =>
  z
    .strictObject({
      /** Made by the sidebar for each upload. */
      upload: uploadId(),
      index: z.int().check(z.gte(0)),
      count: z.int().check(z.gte(1), z.lte(200)),
      text: z.string().check(z.maxLength(PIECE_LIMIT)),
    })
    .check(z.refine(({ index, count }) => index < count, { error: 'index is beyond count' })),
);

type TextTables = {
  name: string;
  rows: string[][];
  unfinished?: true | undefined;
  semicolons?: true | undefined;
  sampled?: true | undefined;
}[];

const TABLE_KEYS: ReadonlySet<string> = new Set(['name', 'rows', 'unfinished', 'semicolons', 'sampled']);
const isMark = (value: unknown): boolean => value === undefined || value === true;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isTextTable(table: unknown): boolean {
  if (!isRecord(table) || typeof table.name !== 'string' || table.name.length > 500) return false;
  const { rows, unfinished, semicolons, sampled } = table;
  if (![unfinished, semicolons, sampled].every(isMark) || !Array.isArray(rows)) return false;
  if (Object.keys(table).some((key) => !TABLE_KEYS.has(key))) return false;
  return rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'));
}

/**
 * Whether something from outside is the tables of a file as text cells.
 * @param value Anything.
 */
export const isTextTables = (value: unknown): value is TextTables =>
  Array.isArray(value) && value.every(isTextTable);

/** How a person reads a file that no format knows. */
const mapping = () =>
  z.strictObject({
    name: shortText(),
    platform: shortText(),
    goal: z.enum(['content', 'account', 'orders', 'costs', 'products', 'comments']),
    kind: z.enum(['cumulative', 'period']),
    // Fields are names, so that none is taken for a part of a format.
    columns: z.record(z.string().check(z.regex(/^\w{1,40}$/)), shortText()),
    /** Currency of all amounts. */
    currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
    /** The format in whose place it is put. */
    over: z.optional(shortText()),
  });

export const importRequest = once(() =>
  z
    .strictObject({
      fileName: shortText(),
      // Checked by hand: a schema takes many times as long over the cells of a long file.
      tables: z.custom<TextTables>(isTextTables, { error: 'are no tables of text cells' }),
      /** Id of the upload that brought the tables in pieces before. */
      uploaded: z.optional(uploadId()),
      asOf: z.optional(isoDay()),
      /** First day of figures of a period that the file does not say; `asOf` is the last. */
      from: z.optional(isoDay()),
      account: z.optional(shortText()),
      /** Where the file does not fix it. */
      platform: z.optional(shortText()),
      mapping: z.optional(mapping()),
      /** Whether it is to be read as it was recognised, whatever a person said of such files before. */
      known: z.optional(z.boolean()),
    })
    .check(
      z.refine(({ from, asOf = '' }) => from === undefined || from <= asOf, {
        error: 'from needs a last day (asOf) that is not before it',
      }),
    ),
);

export const rowsRequest = once(() =>
  z.strictObject({
    tables: z.array(z.strictObject({ sheet: shortText(), rows: z.array(z.record(z.string(), cell())) })),
  }),
);

export const modelRequest = once(() =>
  z
    .strictObject({
      model: shortText(),
      rootTarget: z.optional(z.number()),
      growth: z.optional(z.number().check(z.gt(-1), z.lte(100))),
      from: z.optional(isoDay()),
      to: z.optional(isoDay()),
      replace: z.optional(z.boolean()),
    })
    .check(
      z.refine(({ rootTarget, growth }) => rootTarget === undefined || growth === undefined, {
        error: 'rootTarget and growth exclude each other',
      }),
      z.refine(
        ({ rootTarget, growth, from = '', to = '' }) =>
          (rootTarget === undefined && growth === undefined) || (from !== '' && from <= to),
        { error: 'a goal needs its first day (from) and its last (to)' },
      ),
    ),
);

export const weekRequest = once(() => z.strictObject({ week: z.optional(week()) }));

/** Google takes no picture over cells of more bytes; Base64 writes three of them as four letters. */
const IMAGE_BYTES = 2_000_000;
const shownPixels = () => z.int().check(z.gte(1), z.lte(20_000));

export const treeImageRequest = once(() =>
  z.strictObject({
    week: z.optional(week()),
    /** A PNG in Base64, without a prefix. */
    png: z
      .string()
      .check(z.maxLength(Math.ceil((IMAGE_BYTES * 4) / 3)), z.regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)),
    /** Size at which it is shown. */
    width: shownPixels(),
    height: shownPixels(),
  }),
);

export const turnOnRequest = once(() => z.strictObject({ takeOver: z.optional(z.boolean()) }));

export const automationRequest = once(() =>
  z.strictObject({
    /** 1 = Monday. */
    day: z.optional(z.int().check(z.gte(1), z.lte(7))),
    hour: z.optional(z.int().check(z.gte(0), z.lte(23))),
    jobs: z.optional(z.partialRecord(z.enum(JOBS), z.boolean())),
  }),
);

export const nothingRequest = once(() => z.strictObject({}));
