import { parseA1, printRange } from '../document/a1.ts';
import { Draft } from '../document/draft.ts';
import type { DocumentState, Json, JsonObject } from '../document/model.ts';
import { changeDimension } from '../document/structure.ts';
import { invalid, SheetsApiError } from './errors.ts';
import {
  boolParam,
  checkParams,
  enumParam,
  inputOption,
  type Params,
  readOptions,
  readOptionsOf,
  responseOptions,
} from './options.ts';
import { resolveA1, type SheetRange } from './ranges.ts';
import { resizeSheet } from './requests/resize.ts';
import { printed } from './schema/stored-json.ts';
import { validateMessage } from './schema/validate.ts';
import { documentOf, type Services } from './spreadsheets.ts';
import { type ReadOptions, readValues } from './values-read.ts';
import { clearValues, findTable, type Written, writeValues, writtenResource } from './values-write.ts';

const READ = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'];
const WRITE = [
  'valueInputOption',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
];

/** `spreadsheets.values.get`; an unknown document, range or option is refused. */
export const getValues = (services: Services, id: string, range: string, params: Params): JsonObject => {
  checkParams(params, READ);
  const options = readOptions(params);
  const document = documentOf(services, id);
  return readValues(document, resolveA1(document, range), services.calculation, options);
};

/** `spreadsheets.values.batchGet`; an unknown document, range or option is refused. */
export const batchGetValues = (services: Services, id: string, params: Params): JsonObject => {
  checkParams(params, [...READ, 'ranges']);
  const options = readOptions(params);
  const document = documentOf(services, id);
  const ranges = params.getAll('ranges').map((text) => resolveA1(document, text));
  const valueRanges = ranges.map((range) => readValues(document, range, services.calculation, options));
  return { spreadsheetId: id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
};

/** Whether and how an answer to a write repeats what was written. */
export type Answer = { include: boolean; options: ReadOptions };

/** What was written as it reads now, where the answer is to have it. */
export const withValues = (
  services: Services,
  document: DocumentState,
  written: Written,
  answer: Answer,
): JsonObject => {
  if (!answer.include) return {};
  const sheet = document.sheets.find((item) => item.sheetId === written.range.sheet.sheetId);
  if (!sheet) return {};
  const range = { sheet, rect: written.range.rect };
  return { updatedData: readValues(document, range, services.calculation, answer.options) };
};

/** The values of a ValueRange, list by list. */
export const valuesOf = (valueRange: JsonObject): Json[][] => (valueRange.values ?? []) as Json[][];
/** Whether the lists of a ValueRange are columns. */
export const byColumn = (valueRange: JsonObject): boolean => valueRange.majorDimension === 'COLUMNS';

/** Sheet and cells of an A1 text as written: a whole sheet is not the columns that it happens to have. */
const written = (target: SheetRange, text: string): string => {
  const { sheet, range, word } = parseA1(text) ?? {};
  const title = sheet ?? (range ? target.sheet.title : word);
  return JSON.stringify([title?.toLowerCase(), range, sheet === undefined ? undefined : word]);
};

/** The range within a body, when there is one, must be that of the call. */
const checkSameRange = (document: DocumentState, target: SheetRange, given: Json | undefined): void => {
  if (typeof given !== 'string' || given === '') return;
  const other = resolveA1(document, given);
  const text = target.text ?? '';
  if (written(target, text) !== written(other, given))
    throw invalid(`Request range[${text}] does not match value's range[${given}]`);
};

/** `spreadsheets.values.update`; an unknown range and values that do not fit it are refused. */
export const updateValues = (
  services: Services,
  id: string,
  range: string,
  params: Params,
  body: Json | undefined,
): JsonObject => {
  checkParams(params, WRITE);
  const valueRange = validateMessage(body, 'ValueRange', 'data');
  const input = inputOption(enumParam(params, 'valueInputOption', 'ValueInputOption'));
  const answer = { include: boolParam(params, 'includeValuesInResponse'), options: responseOptions(params) };
  const document = documentOf(services, id);
  const target = resolveA1(document, range, false);
  checkSameRange(document, target, valueRange.range);
  const draft = new Draft(document);
  const written = writeValues(
    draft,
    target,
    valuesOf(valueRange),
    byColumn(valueRange),
    input,
    services.context.now(),
  );
  const after = draft.finish();
  services.store.replace(id, after);
  return { ...writtenResource(id, written), ...withValues(services, after, written, answer) };
};

/** Does the work; a refusal of it names the place in the request. */
export const inPlace = <T>(work: () => T, place: string): T => {
  try {
    return work();
  } catch (fault) {
    throw fault instanceof SheetsApiError ? invalid(`Invalid ${place}: ${fault.message}`) : fault;
  }
};

/** The sums in the answer to several writes; what is 0 is left out, as everywhere in answers. */
export const totals = (id: string, written: readonly Written[]): JsonObject => {
  const sum = (key: 'rows' | 'columns' | 'cells'): number =>
    written.reduce((total, one) => total + one[key], 0);
  return printed({
    spreadsheetId: id,
    totalUpdatedRows: sum('rows'),
    totalUpdatedColumns: sum('columns'),
    totalUpdatedCells: sum('cells'),
    totalUpdatedSheets: new Set(written.map((one) => one.range.sheet.sheetId)).size,
  }) as JsonObject;
};

/** `spreadsheets.values.batchUpdate`: all of the data, or none where one range is refused. */
export const batchUpdateValues = (services: Services, id: string, body: Json | undefined): JsonObject => {
  const request = validateMessage(body, 'BatchUpdateValuesRequest');
  const input = inputOption(request.valueInputOption as string | undefined);
  const document = documentOf(services, id);
  const draft = new Draft(document);
  const data = (request.data ?? []) as JsonObject[];
  const written = data.map((item, i) =>
    inPlace(() => {
      const range = resolveA1(draft.document, String(item.range ?? ''), false);
      return writeValues(draft, range, valuesOf(item), byColumn(item), input, services.context.now());
    }, `data[${i}]`),
  );
  const after = draft.finish();
  services.store.replace(id, after);
  const answer = {
    include: request.includeValuesInResponse === true,
    options: readOptionsOf(request, 'response'),
  };
  const responses = written.map((one) => ({
    ...writtenResource(id, one),
    ...withValues(services, after, one, answer),
  }));
  return { ...totals(id, written), ...(responses.length > 0 ? { responses } : {}) };
};

/** `spreadsheets.values.append`: below the table that the range lies in; the sheet grows for it. */
export const appendValues = (
  services: Services,
  id: string,
  text: string,
  params: Params,
  body: Json | undefined,
): JsonObject => {
  checkParams(params, [...WRITE, 'insertDataOption']);
  const valueRange = validateMessage(body, 'ValueRange', 'data');
  const input = inputOption(enumParam(params, 'valueInputOption', 'ValueInputOption'));
  const insert = enumParam(params, 'insertDataOption', 'InsertDataOption') === 'INSERT_ROWS';
  const answer = { include: boolParam(params, 'includeValuesInResponse'), options: responseOptions(params) };
  const document = documentOf(services, id);
  const range = resolveA1(document, text);
  checkSameRange(document, range, valueRange.range);
  const table = findTable(range);
  const values = valuesOf(valueRange);
  const columns = byColumn(valueRange);
  const height = columns ? values.reduce((most, list) => Math.max(most, list.length), 0) : values.length;
  const width = columns ? values.length : values.reduce((most, list) => Math.max(most, list.length), 0);
  const startRow = table ? table.endRow : range.rect.startRow;
  const startColumn = table ? table.startColumn : range.rect.startColumn;
  const draft = new Draft(document);
  const { sheetId } = range.sheet;
  if (insert && table && height > 0 && startRow < range.sheet.rowCount) {
    changeDimension(draft, { sheetId, dimension: 'ROWS', kind: 'insert', at: startRow, count: height });
  }
  const sheet = draft.edit(sheetId);
  const endRow = startRow + Math.max(1, height);
  const endColumn = startColumn + Math.max(1, width);
  resizeSheet(draft, sheetId, Math.max(sheet.rowCount, endRow), Math.max(sheet.columnCount, endColumn));
  const written = writeValues(
    draft,
    { sheet, rect: { startRow, endRow, startColumn, endColumn } },
    values,
    columns,
    input,
    services.context.now(),
  );
  const after = draft.finish();
  services.store.replace(id, after);
  const updates = { ...writtenResource(id, written), ...withValues(services, after, written, answer) };
  const tableRange = table && printRange(range.sheet.title, table);
  return { spreadsheetId: id, ...(tableRange ? { tableRange } : {}), updates };
};

/** Clears the values of ranges and says which they were. */
export const clearAll = (
  services: Services,
  id: string,
  document: DocumentState,
  ranges: readonly SheetRange[],
): string[] => {
  const draft = new Draft(document);
  for (const range of ranges) clearValues(draft, range);
  services.store.replace(id, draft.finish());
  return ranges.map((range) => printRange(range.sheet.title, range.rect));
};

/** `spreadsheets.values.clear`: values go, formats stay. */
export const clearRange = (
  services: Services,
  id: string,
  text: string,
  body: Json | undefined,
): JsonObject => {
  validateMessage(body, 'ClearValuesRequest');
  const document = documentOf(services, id);
  const [clearedRange = ''] = clearAll(services, id, document, [resolveA1(document, text)]);
  return { spreadsheetId: id, clearedRange };
};

/** `spreadsheets.values.batchClear`: values go, formats stay. */
export const batchClear = (services: Services, id: string, body: Json | undefined): JsonObject => {
  const request = validateMessage(body, 'BatchClearValuesRequest');
  const document = documentOf(services, id);
  const ranges = ((request.ranges ?? []) as string[]).map((text, i) =>
    inPlace(() => resolveA1(document, text), `range[${i}]`),
  );
  return printed({
    spreadsheetId: id,
    clearedRanges: clearAll(services, id, document, ranges),
  }) as JsonObject;
};
