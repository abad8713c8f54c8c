import { Draft } from '../document/draft.ts';
import type { Json, JsonObject } from '../document/model.ts';
import { filterRanges, matchRanges } from './data-filters.ts';
import { invalid } from './errors.ts';
import { inputOption, readOptionsOf } from './options.ts';
import type { SheetRange } from './ranges.ts';
import { printed } from './schema/stored-json.ts';
import { validateMessage } from './schema/validate.ts';
import { documentOf, type Services } from './spreadsheets.ts';
import { byColumn, clearAll, inPlace, totals, valuesOf, withValues } from './values.ts';
import { readValues } from './values-read.ts';
import { type Written, writeValues, writtenResource } from './values-write.ts';

/** `spreadsheets.values.batchGetByDataFilter`; an unknown document and no filter are refused. */
export const batchGetByDataFilter = (services: Services, id: string, body: Json | undefined): JsonObject => {
  const request = validateMessage(body, 'BatchGetValuesByDataFilterRequest');
  const document = documentOf(services, id);
  const filters = (request.dataFilters ?? []) as Json[];
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  const options = readOptionsOf(request);
  const valueRanges = matchRanges(document, filters).map((matched) => ({
    valueRange: readValues(document, matched, services.calculation, options),
    dataFilters: matched.dataFilters,
  }));
  return { spreadsheetId: id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
};

/** The sheet as the draft has it by now. */
const current = (draft: Draft, range: SheetRange): SheetRange => ({
  ...range,
  sheet: draft.sheet(range.sheet.sheetId) ?? range.sheet,
});

/** `spreadsheets.values.batchUpdateByDataFilter`: all of the data, or none where one range is refused. */
export const batchUpdateByDataFilter = (
  services: Services,
  id: string,
  body: Json | undefined,
): JsonObject => {
  const request = validateMessage(body, 'BatchUpdateValuesByDataFilterRequest');
  const input = inputOption(request.valueInputOption as string | undefined);
  const document = documentOf(services, id);
  const draft = new Draft(document);
  const all: { written: Written; dataFilter: JsonObject }[] = [];
  ((request.data ?? []) as JsonObject[]).forEach((item, i) => {
    const dataFilter = (item.dataFilter ?? {}) as JsonObject;
    for (const range of filterRanges(document, dataFilter, `data[${i}]`)) {
      const written = inPlace(
        () =>
          writeValues(
            draft,
            current(draft, range),
            valuesOf(item),
            byColumn(item),
            input,
            services.context.now(),
          ),
        `data[${i}]`,
      );
      all.push({ written, dataFilter });
    }
  });
  const after = draft.finish();
  services.store.replace(id, after);
  const answer = {
    include: request.includeValuesInResponse === true,
    options: readOptionsOf(request, 'response'),
  };
  const responses = all.map(({ written, dataFilter }) => {
    const { spreadsheetId: _, ...rest } = writtenResource(id, written);
    return { ...rest, dataFilter, ...withValues(services, after, written, answer) };
  });
  const sums = totals(
    id,
    all.map(({ written }) => written),
  );
  return { ...sums, ...(responses.length > 0 ? { responses } : {}) };
};

/** `spreadsheets.values.batchClearByDataFilter`: values go, formats stay. */
export const batchClearByDataFilter = (
  services: Services,
  id: string,
  body: Json | undefined,
): JsonObject => {
  const request = validateMessage(body, 'BatchClearValuesByDataFilterRequest');
  const document = documentOf(services, id);
  const ranges = matchRanges(document, (request.dataFilters ?? []) as Json[]);
  return printed({
    spreadsheetId: id,
    clearedRanges: clearAll(services, id, document, ranges),
  }) as JsonObject;
};
