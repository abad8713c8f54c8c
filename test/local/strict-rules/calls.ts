// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The refusals of calls of the Sheets API as a whole: places, parameters, masks, ranges. */
import { refused, type StrictRule } from './rule.ts';

export const CALL_RULES: readonly StrictRule[] = [
  ...refused('api.ts', 'refusals-calls', {
    'a path that cannot be decoded': 'throw invalid(`Malformed path',
    'a path of another API': "if (!match) throw new SheetsApiError('NOT_FOUND'",
    'a method that there is not': "as JsonObject;\n  }\n  throw new SheetsApiError('NOT_FOUND'",
  }),
  ...refused('api.ts', 'refusals-layout', { 'answers are JSON': "throw invalid(`Invalid value at 'alt'" }),
  ...refused('ranges.ts', 'refusals-calls', {
    'a range that cannot be read': 'if (!parsed) throw unparsable(text)',
    'a word that names nothing': 'if (!found) throw unparsable(text)',
    'a word that names nothing on a sheet': 'parsed.sheet)) throw unparsable(text)',
  }),
  ...refused('spreadsheets.ts', 'refusals-calls', {
    'metadata that is not there': 'if (!item) throw notFound()',
    'a sheet to copy that is not there': 'if (!source) throw notFound()',
  }),
  ...refused('options.ts', 'refusals-calls', {
    'a truth value in the query':
      "throw badRequest([\n    { field, description: `Invalid value at '${field}' (TYPE_BOOL)",
  }),
  ...refused('options.ts', 'refusals', {
    'a value of a parameter in the query':
      "throw badRequest([\n    { field, description: `Invalid value at '${field}' (${PACKAGE}",
  }),
  ...refused('values-by-filter.ts', 'refusals-calls', {
    'values by no filter': "throw invalid('Must specify at least one data filter.')",
  }),
  ...refused('data-filters.ts', 'refusals-calls', {
    'metadata by no filter': "throw invalid('Must specify at least one data filter.')",
  }),
  ...refused('update-mask.ts', 'refusals-calls', {
    'an update without a mask': "text.trim() === '') throw new Error(NO_FIELDS)",
    'an update with an empty mask': 'if (paths.length === 0) throw new Error(NO_FIELDS)',
  }),
  ...refused('field-mask.ts', 'refusals-calls', {
    'a mask that goes on after its end': 'if (!current) throw noMatch(text)',
    'a mask that opens without a name': 'if (!open) throw noMatch(text)',
    'a mask that is left open': 'if (stack.length !== 1) throw noMatch(text)',
    'a mask below a plain value': 'else throw noMatch(',
  }),
  ...refused('requests/dimensions.ts', 'refusals-requests', {
    'sizes of a data source': 'if (request.dataSourceSheetRange !== undefined) throw noDataSource()',
    'automatic sizes of a data source':
      'if (request.dataSourceSheetDimensions !== undefined) throw noDataSource()',
  }),
  ...refused('schema/validate.ts', 'refusals', {
    'what the schema does not know': 'throw badRequest(checker.violations)',
  }),
];
