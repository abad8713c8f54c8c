import { holdsFormula } from '../document/cell.ts';
import type { Calculator, Json, JsonObject } from '../document/model.ts';
import type { DocumentStore } from '../document/store.ts';
import { evaluator } from './conditions/formulas.ts';
import { invalid, SheetsApiError } from './errors.ts';
import { keepFields, parseFields } from './field-mask.ts';
import type { Params } from './options.ts';
import { camelCase } from './schema/schema.ts';
import * as spreadsheets from './spreadsheets.ts';
import * as values from './values.ts';
import * as byFilter from './values-by-filter.ts';
import { Calculation, SheetView } from './view.ts';

export { SheetsApiError } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT';
export type SheetsApiOptions = {
  store: DocumentStore;
  /** Evaluates formulas; without one, cells with formulas show nothing. */
  calculator?: Calculator;
  /** Source of new ids, in [0, 1). */
  random?: () => number;
  /** The moment of a call, in milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
};
/** Parameters as a plain object: lists become repeated parameters. */
export type ParamsObject = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

const toParams = (given: ParamsObject = {}): Params => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (typeof value === 'object') for (const item of value) params.append(name, item);
    else params.append(name, String(value));
  }
  return params;
};

type Call = { id: string; rest: string; params: Params; body: Json | undefined };
type Route = {
  method: Method;
  path: RegExp;
  message?: string;
  answer(services: spreadsheets.Services, call: Call): JsonObject;
};

const route = (method: Method, path: RegExp, message: string, answer: Route['answer']): Route => ({
  method,
  path,
  message,
  answer,
});

/** Every method of the API; `message` is what its `fields` parameter names fields of. */
const ROUTES: readonly Route[] = [
  route('GET', /^()()$/, 'Spreadsheet', (s, c) => spreadsheets.getSpreadsheet(s, c.id, c.params)),
  route('POST', /^:(batchUpdate)$/, 'BatchUpdateSpreadsheetResponse', (s, c) =>
    spreadsheets.batchUpdate(s, c.id, c.params, c.body),
  ),
  route('POST', /^:(getByDataFilter)$/, 'Spreadsheet', (s, c) =>
    spreadsheets.getByDataFilter(s, c.id, c.params, c.body),
  ),
  route('GET', /^\/values:(batchGet)$/, 'BatchGetValuesResponse', (s, c) =>
    values.batchGetValues(s, c.id, c.params),
  ),
  route('POST', /^\/values:(batchUpdate)$/, 'BatchUpdateValuesResponse', (s, c) =>
    values.batchUpdateValues(s, c.id, c.body),
  ),
  route('POST', /^\/values:(batchClear)$/, 'BatchClearValuesResponse', (s, c) =>
    values.batchClear(s, c.id, c.body),
  ),
  route('POST', /^\/values:(batchGetByDataFilter)$/, 'BatchGetValuesByDataFilterResponse', (s, c) =>
    byFilter.batchGetByDataFilter(s, c.id, c.body),
  ),
  route('POST', /^\/values:(batchUpdateByDataFilter)$/, 'BatchUpdateValuesByDataFilterResponse', (s, c) =>
    byFilter.batchUpdateByDataFilter(s, c.id, c.body),
  ),
  route('POST', /^\/values:(batchClearByDataFilter)$/, 'BatchClearValuesByDataFilterResponse', (s, c) =>
    byFilter.batchClearByDataFilter(s, c.id, c.body),
  ),
  route('POST', /^\/values\/(.+):append$/s, 'AppendValuesResponse', (s, c) =>
    values.appendValues(s, c.id, c.rest, c.params, c.body),
  ),
  route('POST', /^\/values\/(.+):clear$/s, 'ClearValuesResponse', (s, c) =>
    values.clearRange(s, c.id, c.rest, c.body),
  ),
  route('GET', /^\/values\/(.+)$/s, 'ValueRange', (s, c) => values.getValues(s, c.id, c.rest, c.params)),
  route('PUT', /^\/values\/(.+)$/s, 'UpdateValuesResponse', (s, c) =>
    values.updateValues(s, c.id, c.rest, c.params, c.body),
  ),
  route('POST', /^\/developerMetadata:(search)$/, 'SearchDeveloperMetadataResponse', (s, c) =>
    spreadsheets.searchDeveloperMetadata(s, c.id, c.body),
  ),
  route('GET', /^\/developerMetadata\/(\d+)$/, 'DeveloperMetadata', (s, c) =>
    spreadsheets.getMetadata(s, c.id, c.rest),
  ),
  route('POST', /^\/sheets\/(\d+):copyTo$/, 'SheetProperties', (s, c) =>
    spreadsheets.copySheetTo(s, c.id, c.rest, c.body),
  ),
];

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(`Malformed path: ${text}`);
  }
};

/** Names of parameters may be written `value_render_option` and `$fields`, too. */
const inCamelCase = (params: Params): Params => {
  const made = new URLSearchParams();
  for (const [name, value] of params) made.append(name.includes('_') ? known(name) : bare(name), value);
  return made;
};
const bare = (name: string): string => (/^\$(fields|alt|key|prettyPrint)$/.test(name) ? name.slice(1) : name);

/** Answers are JSON; `media` and `proto` are known to the service and stand for it here. */
const checkAlt = (params: Params): void => {
  const alt = params.get('alt');
  if (alt !== null && !['json', 'media', 'proto'].includes(alt))
    throw invalid(`Invalid value at 'alt' (TYPE_STRING), ${JSON.stringify(alt)}`);
};
const known = (name: string): string => (OWN_NAMES.has(name) ? name : camelCase(name));
/** Parameters of every Google API that are written with an underscore. */
const OWN_NAMES = new Set(['access_token', 'oauth_token', 'upload_protocol']);

const answerCall = (
  services: spreadsheets.Services,
  method: Method,
  path: string,
  given: Params,
  body: Json | undefined,
): JsonObject => {
  const params = inCamelCase(given);
  checkAlt(params);
  const match = /^\/v4\/spreadsheets(?:\/([^/:]+)(.*))?$/s.exec(path);
  if (!match) throw new SheetsApiError('NOT_FOUND', 'Requested entity was not found.');
  const [, id = '', tail = ''] = match;
  if (id === '' && method === 'POST') return spreadsheets.createSpreadsheet(services, params, body);
  // Clients that join paths write `/ID/` and `/ID/:batchUpdate`.
  const rest = decode(tail).replace(/^\/(?=:|$)/, '');
  for (const { method: wanted, path: shape, message, answer } of ROUTES) {
    const found = wanted === method ? shape.exec(rest) : null;
    if (!found) continue;
    const call = { id: decode(id), rest: found[1] ?? '', params, body };
    // Spreadsheets are cut by their mask as they are made.
    if (message === 'Spreadsheet') return answer(services, call);
    const mask = parseFields(params.get('fields'), message ?? '');
    return keepFields(answer(services, call), mask) as JsonObject;
  }
  throw new SheetsApiError('NOT_FOUND', 'Requested entity was not found.');
};

/** A sheet of an unfinished draft is looked at afresh: nothing of it may be kept. */
const draftView = (calculator: Calculator | undefined): spreadsheets.Services['context']['view'] => {
  return (draft, sheetId) => {
    const sheet = draft.sheet(sheetId)!;
    if (!calculator || !holdsFormula(sheet)) return new SheetView(sheet, undefined);
    const now = draft.snapshot();
    const formats = calculator.formats?.(now).get(sheetId);
    return new SheetView(sheet, calculator.calculate(now).get(sheetId), formats);
  };
};

/**
 * The Sheets API v4 over the documents of a store. `call` is the router that the REST host and the Apps Script
 * advanced service share; the named methods are the same calls for code in this process and throw `SheetsApiError`.
 * @example createSheetsApi({ store }).batchUpdate(id, { requests: [{ addSheet: {} }] })
 */
export const createSheetsApi = (options: SheetsApiOptions) => {
  const now = options.now ?? Date.now;
  const services: spreadsheets.Services = {
    store: options.store,
    calculation: new Calculation(options.calculator, now),
    context: {
      random: options.random ?? Math.random,
      now,
      view: draftView(options.calculator),
      evaluate: (draft) => evaluator(options.calculator, draft.snapshot()),
    },
  };
  const json = (value: unknown): Json | undefined => value as Json | undefined;
  return {
    /** Answers a call as the REST service does; refusals are answers, too. `path` is percent-encoded. */
    call(method: Method, path: string, query: URLSearchParams, body?: Json): { status: number; body: Json } {
      try {
        return { status: 200, body: answerCall(services, method, path, query, body) };
      } catch (fault) {
        if (fault instanceof SheetsApiError) return { status: fault.code, body: fault.body() };
        throw fault;
      }
    },
    spreadsheetsGet: (id: string, params?: ParamsObject): JsonObject =>
      spreadsheets.getSpreadsheet(services, id, toParams(params)),
    spreadsheetsCreate: (body: unknown, params?: ParamsObject): JsonObject =>
      spreadsheets.createSpreadsheet(services, toParams(params), json(body)),
    spreadsheetsGetByDataFilter: (id: string, body: unknown, params?: ParamsObject): JsonObject =>
      spreadsheets.getByDataFilter(services, id, toParams(params), json(body)),
    batchUpdate: (id: string, body: unknown): JsonObject =>
      spreadsheets.batchUpdate(services, id, toParams(), json(body)),
    valuesGet: (id: string, range: string, params?: ParamsObject): JsonObject =>
      values.getValues(services, id, range, toParams(params)),
    valuesBatchGet: (id: string, params: ParamsObject): JsonObject =>
      values.batchGetValues(services, id, toParams(params)),
    valuesBatchGetByDataFilter: (id: string, body: unknown): JsonObject =>
      byFilter.batchGetByDataFilter(services, id, json(body)),
    valuesUpdate: (id: string, range: string, body: unknown, params: ParamsObject): JsonObject =>
      values.updateValues(services, id, range, toParams(params), json(body)),
    valuesBatchUpdate: (id: string, body: unknown): JsonObject =>
      values.batchUpdateValues(services, id, json(body)),
    valuesBatchUpdateByDataFilter: (id: string, body: unknown): JsonObject =>
      byFilter.batchUpdateByDataFilter(services, id, json(body)),
    valuesAppend: (id: string, range: string, body: unknown, params: ParamsObject): JsonObject =>
      values.appendValues(services, id, range, toParams(params), json(body)),
    valuesClear: (id: string, range: string): JsonObject => values.clearRange(services, id, range, undefined),
    valuesBatchClear: (id: string, body: unknown): JsonObject => values.batchClear(services, id, json(body)),
    valuesBatchClearByDataFilter: (id: string, body: unknown): JsonObject =>
      byFilter.batchClearByDataFilter(services, id, json(body)),
    developerMetadataGet: (id: string, metadataId: number): JsonObject =>
      spreadsheets.getMetadata(services, id, String(metadataId)),
    developerMetadataSearch: (id: string, body: unknown): JsonObject =>
      spreadsheets.searchDeveloperMetadata(services, id, json(body)),
    sheetsCopyTo: (id: string, sheetId: number, body: unknown): JsonObject =>
      spreadsheets.copySheetTo(services, id, String(sheetId), json(body)),
  };
};

export type SheetsApi = ReturnType<typeof createSheetsApi>;
