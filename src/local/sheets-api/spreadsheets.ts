import { newId } from '../document/create.ts';
import { Draft } from '../document/draft.ts';
import type { DocumentState, Json, JsonObject } from '../document/model.ts';
import type { DocumentStore } from '../document/store.ts';
import { applyRequests } from './batch.ts';
import { matchRanges, searchMetadata } from './data-filters.ts';
import { inWords, notFound } from './errors.ts';
import { below, type FieldMask, parseFields } from './field-mask.ts';
import { metadataResource } from './metadata.ts';
import { documentFrom } from './new-spreadsheet.ts';
import { boolParam, checkParams, type Params } from './options.ts';
import { resolveA1, type SheetRange } from './ranges.ts';
import type { RequestContext } from './requests/context.ts';
import { copySheet } from './requests/duplicate.ts';
import { checkCellLimit, checkLocale, checkTimeZone } from './requests/sheets.ts';
import { sheetProperties, spreadsheetResource } from './resource.ts';
import { validateMessage } from './schema/validate.ts';
import type { Calculation } from './view.ts';

export type Services = {
  store: DocumentStore;
  calculation: Calculation;
  context: RequestContext;
};

/** The document, or the 404 that Google answers. */
export const documentOf = (services: Services, id: string): DocumentState => {
  const document = services.store.get(id);
  if (!document) throw notFound();
  return document;
};

/** With a field mask, grid data is made when the mask reaches it; without one, when `includeGridData` says so. */
const wantsGrid = (mask: FieldMask, given: boolean, flag: boolean): boolean => {
  if (!given) return flag;
  const sheets = below(mask, 'sheets');
  return sheets !== undefined && below(sheets, 'data') !== undefined;
};

/**
 * `spreadsheets.get`.
 *
 * @throws SheetsApiError for an unknown document, range, field or parameter
 */
export const getSpreadsheet = (services: Services, id: string, params: Params): JsonObject => {
  checkParams(params, ['ranges', 'includeGridData', 'excludeTablesInBandedRanges']);
  const fields = params.get('fields');
  const mask = parseFields(fields, 'Spreadsheet');
  const document = documentOf(services, id);
  const includeGridData = wantsGrid(
    mask,
    fields !== null && fields !== '',
    boolParam(params, 'includeGridData'),
  );
  const asked = params.getAll('ranges');
  const ranges = asked.length > 0 ? asked.map((text) => resolveA1(document, text)) : undefined;
  return spreadsheetResource(document, services.calculation, {
    mask,
    includeGridData,
    ...(ranges ? { ranges } : {}),
  });
};

/**
 * `spreadsheets.getByDataFilter`.
 *
 * @throws SheetsApiError for an unknown document or field, or a filter that is none
 */
export const getByDataFilter = (
  services: Services,
  id: string,
  params: Params,
  body: Json | undefined,
): JsonObject => {
  const request = validateMessage(body, 'GetSpreadsheetByDataFilterRequest');
  const fields = params.get('fields');
  const mask = parseFields(fields, 'Spreadsheet');
  const document = documentOf(services, id);
  const includeGridData = wantsGrid(mask, fields !== null && fields !== '', request.includeGridData === true);
  const filters = (request.dataFilters ?? []) as Json[];
  const ranges: SheetRange[] | undefined = filters.length > 0 ? matchRanges(document, filters) : undefined;
  return spreadsheetResource(document, services.calculation, {
    mask,
    includeGridData,
    ...(ranges ? { ranges } : {}),
  });
};

/**
 * `spreadsheets.create`: a new document with the sheets given and what is on them, or the one that each has.
 *
 * @throws SheetsApiError for properties that cannot be
 */
export const createSpreadsheet = (services: Services, params: Params, body: Json | undefined): JsonObject => {
  const given = validateMessage(body, 'Spreadsheet');
  const mask = parseFields(params.get('fields'), 'Spreadsheet');
  const properties = (given.properties ?? {}) as { title?: string; locale?: string; timeZone?: string };
  inWords(() => {
    if (properties.timeZone !== undefined) checkTimeZone(properties.timeZone);
    if (properties.locale !== undefined) checkLocale(properties.locale);
  }, 'properties');
  const state = documentFrom(given, services.context);
  services.store.create(state);
  return spreadsheetResource(state, services.calculation, { mask, includeGridData: false });
};

/**
 * `spreadsheets.batchUpdate`: all requests, or none where one is refused.
 *
 * @throws SheetsApiError that names the request refused
 */
export const batchUpdate = (
  services: Services,
  id: string,
  params: Params,
  body: Json | undefined,
): JsonObject => {
  const mask = parseFields(params.get('fields'), 'BatchUpdateSpreadsheetResponse');
  const request = validateMessage(body, 'BatchUpdateSpreadsheetRequest');
  const document = documentOf(services, id);
  const result = applyRequests(document, (request.requests ?? []) as Json[], services.context);
  services.store.replace(id, result.document);
  const answer: JsonObject = { spreadsheetId: id, replies: result.replies };
  if (request.includeSpreadsheetInResponse === true) {
    const asked = (request.responseRanges ?? []) as string[];
    const ranges = asked.length > 0 ? asked.map((text) => resolveA1(result.document, text)) : undefined;
    answer.updatedSpreadsheet = spreadsheetResource(result.document, services.calculation, {
      mask: below(mask, 'updatedSpreadsheet') ?? true,
      includeGridData: request.responseIncludeGridData === true,
      ...(ranges ? { ranges } : {}),
    });
  }
  return answer;
};

/**
 * `spreadsheets.developerMetadata.get`.
 *
 * @throws SheetsApiError for an unknown document or id
 */
export const getMetadata = (services: Services, id: string, metadataId: string): JsonObject => {
  const item = documentOf(services, id).metadata.find(
    (candidate) => String(candidate.metadataId) === metadataId,
  );
  if (!item) throw notFound();
  return metadataResource(item);
};

/**
 * `spreadsheets.developerMetadata.search`.
 *
 * @throws SheetsApiError for an unknown document, or a filter that is none
 */
export const searchDeveloperMetadata = (
  services: Services,
  id: string,
  body: Json | undefined,
): JsonObject => {
  const request = validateMessage(body, 'SearchDeveloperMetadataRequest');
  return searchMetadata(documentOf(services, id), (request.dataFilters ?? []) as Json[]);
};

/**
 * `spreadsheets.sheets.copyTo`.
 *
 * @throws SheetsApiError for an unknown document or sheet, and above the limit of cells
 */
export const copySheetTo = (
  services: Services,
  id: string,
  sheetId: string,
  body: Json | undefined,
): JsonObject => {
  const request = validateMessage(body, 'CopySheetToAnotherSpreadsheetRequest');
  const source = documentOf(services, id).sheets.find((sheet) => String(sheet.sheetId) === sheetId);
  if (!source) throw notFound();
  const destination = documentOf(services, String(request.destinationSpreadsheetId ?? ''));
  const draft = new Draft(destination);
  const title = freeCopyTitle(destination, source.title);
  const copy = copySheet(source, newId(services.context.random), title, services.context.random);
  draft.insert(copy, destination.sheets.length);
  inWords(() => checkCellLimit(draft.document), 'request');
  services.store.replace(destination.spreadsheetId, draft.finish());
  return sheetProperties(copy, destination.sheets.length);
};

const freeCopyTitle = (document: DocumentState, title: string): string => {
  const taken = (name: string): boolean => document.sheets.some((sheet) => sheet.title === name);
  let name = `Copy of ${title}`;
  for (let n = 2; taken(name); n += 1) name = `Copy of ${title} ${n}`;
  return name;
};
