import type { Calculator, Json, JsonObject } from '../../../src/local/document/model.ts';
import { createDocument, DocumentStore } from '../../../src/local/document/store.ts';
import { createSheetsApi, type SheetsApi, SheetsApiError } from '../../../src/local/sheets-api/api.ts';

/** A source of numbers in [0, 1) that gives the same ones for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export type Host = { api: SheetsApi; store: DocumentStore; id: string };

/** An API over one new document. */
export const host = (
  options: {
    rows?: number;
    columns?: number;
    calculator?: Calculator;
    seed?: number;
    locale?: string;
    now?: () => number;
    timeZone?: string;
  } = {},
): Host => {
  const store = new DocumentStore();
  const { calculator } = options;
  const api = createSheetsApi({
    store,
    random: seeded(options.seed ?? 1),
    ...(calculator ? { calculator } : {}),
    ...(options.now ? { now: options.now } : {}),
  });
  const { locale, timeZone } = options;
  const document = createDocument({
    title: 'Test',
    ...(locale ? { locale } : {}),
    ...(timeZone ? { timeZone } : {}),
  });
  const sheet = document.sheets[0]!;
  sheet.rowCount = options.rows ?? sheet.rowCount;
  sheet.columnCount = options.columns ?? sheet.columnCount;
  store.create(document);
  return { api, store, id: document.spreadsheetId };
};

export const batch = (at: Host, ...requests: unknown[]): JsonObject[] =>
  at.api.batchUpdate(at.id, { requests }).replies as JsonObject[];

export const write = (at: Host, range: string, values: unknown[][], valueInputOption = 'RAW'): JsonObject =>
  at.api.valuesUpdate(at.id, range, { values }, { valueInputOption });

export const read = (at: Host, range: string, params: Record<string, string> = {}): Json | undefined =>
  at.api.valuesGet(at.id, range, params).values;

/** The refusal of a call, as `STATUS message`. */
export const refusal = (call: () => unknown): string => {
  try {
    call();
  } catch (fault) {
    if (fault instanceof SheetsApiError) return `${fault.status} ${fault.message}`;
    throw fault;
  }
  return 'not refused';
};

export const sheetOf = (at: Host, fields: string, index = 0): JsonObject => {
  const answer = at.api.spreadsheetsGet(at.id, { fields });
  return (answer.sheets as JsonObject[])[index]!;
};

/** A range of the first sheet by zero-based corners, ends not included. */
export const cells = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
