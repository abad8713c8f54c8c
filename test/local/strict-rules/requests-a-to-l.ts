// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The refusals of requests of the Sheets API, those in files from A to L and outside `requests`, each by its words. */
import { refused, type StrictRule } from './rule.ts';

export const REQUEST_RULES_A_TO_L: readonly StrictRule[] = [
  ...refused('cell-write.ts', 'refusals-requests', {
    'ExtendedValue.errorValue is read-only.': "throw new Error('ExtendedValue.errorValue is read-only.');",
    'Invalid field: …. The field is read-only.':
      'throw new Error(`Invalid field: ${readOnly[0]}. The field is',
    'CellData.… is not served by this host.': "throw new SheetsApiError('UNIMPLEMENTED', `CellData.${missin",
  }),
  ...refused('data-filters.ts', 'refusals-calls', {
    'a filter beyond the grid': 'throw new Error(\n      `range exceeds grid limits. Max rows:',
  }),
  ...refused('data-filters.ts', 'refusals-calls', {
    'Must set a filter.': "throw new Error('Must set a filter.')",
  }),
  ...refused('format-checks.ts', 'refusals-layout', {
    'TextRotation.angle must be between -90 and 90.': 'throw new Error(`TextRotation.angle',
    'TextFormat.fontSize must be > 0.': 'throw new Error(`TextFormat.fontSize',
    'NumberFormat.type is required.': "throw new Error('NumberFormat.type",
  }),
  ...refused('grid-range.ts', 'refusals-requests', {
    'GridRange.end…Index[…] must be greater than GridRange.start…Index[…].':
      'throw new Error(\n      `GridRange.end${name}Index[${end}] mu',
    'GridCoordinate.…[…] must be >= 0': 'throw new Error(`GridCoordinate.${name}[${index}] must be >=',
  }),
  ...refused('metadata.ts', 'refusals-requests', {
    'Developer metadata must always have a location specified.':
      "throw new Error('Developer metadata must always have a locat",
    'No dimension specified.': "throw new Error('No dimension specified.');",
    'DimensionRange must specify both a startIndex and an endIndex.':
      "throw new Error('DimensionRange must specify both a startInd",
    'DimensionRange must represent a single row or column.':
      "throw new Error('DimensionRange must represent a single row ",
    'DimensionRange.startIndex[…] is after last … in grid[…]':
      'throw new Error(`DimensionRange.startIndex[${start}] is afte',
    'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING.':
      "throw new Error(\n      'DeveloperMetadataLookup.spreadsheet ",
  }),
  ...refused('new-spreadsheet.ts', 'create', {
    'Data sources are not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'Data sources are",
  }),
  ...refused('requests/auto-fill.ts', 'refusals-requests', {
    'dimension is required. (auto-fill)': "throw new Error('dimension is required.');",
    'fillLength[…] reaches beyond the grid (… …).':
      'throw new Error(`fillLength[${length}] reaches beyond the gr',
  }),
  ...refused('requests/cells.ts', 'refusals-requests', {
    'Must specify either a range or start coordinate.':
      "throw new Error('Must specify either a range or start coordi",
    'No table with id: … (cells)': 'throw new Error(`No table with id: ${String(request.tableId)',
  }),
  ...refused('requests/charts.ts', 'refusals-requests', {
    'Charts of data sources are not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'Charts of data so",
    'BasicChartSpec.chartType is required.': "throw new Error('BasicChartSpec.chartType is required.');",
    'No embedded object with id: … (charts)': 'throw new Error(`No embedded object with id: ${request.chart',
    'a chart without a kind': 'throw new Error(NO_KIND)',
  }),
  ...refused('requests/charts.ts', 'objects', {
    'basicChart must have at least one domain or series.': "throw new Error('basicChart must have",
  }),
  ...refused('requests/conditions.ts', 'refusals-requests', {
    'BooleanCondition.type is required.': "throw new Error('BooleanCondition.type is required.');",
  }),
  ...refused('requests/conditions.ts', 'refusals-layout', {
    'Relative dates are not supported in data validation.': "throw new Error('Relative dates are",
    'a range of a validation': 'if (!namesRange(document, text)) throw ',
    'a number or date of a condition':
      'if (counts && enteredNumber(text, document.locale) === undefined)\n    throw ',
  }),
  ...refused('requests/cut.ts', 'refusals-requests', {
    'The pasted range exceeds grid limits. Max rows: …, max columns: … (cut)':
      'throw new Error(\n      `The pasted range exceeds grid limits',
    'Pasting HTML is not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'Pasting HTML is n",
    'delimiter must be specified. (cut)': "throw new Error('delimiter must be specified.');",
  }),
  ...refused('requests/data-sources.ts', 'refusals-requests', {
    'The request scopes are not sufficient for performing this operation. Please include bigquery.readonly scope.':
      "throw new SheetsApiError(\n    'PERMISSION_DENIED',\n    'The ",
    "The data source ID doesn't exist.": 'throw new Error("The data source ID doesn\'t exist.");',
  }),
  ...refused('requests/developer-metadata.ts', 'refusals-requests', {
    'Developer metadata must always have visibility specified.':
      "throw new Error('Developer metadata must always have visibil",
    'Developer metadata must always have a key specified.':
      "throw new Error('Developer metadata must always have a key s",
    'developerMetadata.metadataId must be positive.':
      "throw new Error(\n      metadataId <= 0\n        ? 'developerM",
    'Must specify at least one data filter.': "throw new Error('Must specify at least one data filter.');",
    'Must specify a data filter.': "throw new Error('Must specify a data filter.');",
  }),
  ...refused('requests/dimensions.ts', 'refusals-requests', {
    '….dimension is required.': 'throw new Error(`${name}.dimension is required.`);',
    '….endIndex[…] is after last … in grid[…]':
      'throw new Error(`${name}.endIndex[${end}] is after last ${ax',
    'Cannot inherit from before when inserting at index 0.':
      "throw new Error('Cannot inherit from before when inserting a",
    "Cannot delete a … that doesn't exist. Tried to delete … index … but there are only … ….":
      "throw new Error(\n      `Cannot delete a ${one} that doesn't ",
    'Sorry, it is not possible to delete all non-frozen ….':
      'throw new Error(`Sorry, it is not possible to delete all non',
    'destinationIndex[…] is after last … in grid[…]':
      'throw new Error(\n      `destinationIndex[${to}] is after las',
    'length must be > 0': "throw new Error('length must be > 0');",
    'dimension is required. (dimensions)': "throw new Error('dimension is required.');",
    'pixelSize[…] must be >= 2': 'throw new Error(`pixelSize[${pixels ?? 0}] must be >= 2`);',
  }),
  ...refused('requests/duplicate.ts', 'refusals-requests', {
    'No sheet with id: … (duplicate)': 'throw new Error(`No sheet with id: ${request.sourceSheetId ?',
  }),
  ...refused('requests/embedded.ts', 'refusals-requests', {
    'No embedded object with id: … (embedded)': 'throw new Error(`No embedded object with id: ${id ?? 0}`);',
    'Embedded object with id … already exists.':
      'throw new Error(`Embedded object with id ${given} already ex',
    'Must specify a chart position.': "throw new Error('Must specify a chart position.');",
    'Slicers cannot be moved to a new sheet.': "throw new Error('Slicers cannot be moved to a new sheet.');",
    'Slicers have no border.': "throw new Error('Slicers have no border.');",
  }),
  ...refused('requests/filter-rows.ts', 'refusals-requests', {
    'Filters by … are not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', `Filters by ${what",
  }),
  ...refused('requests/filters.ts', 'refusals-requests', {
    'No named range with id: … (filters)': 'throw new Error(`No named range with id: ${String(given.name',
    'Filters of tables are not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'Filters of tables",
    "columnIndex[…] is outside of the filter's range.":
      'throw new Error(`columnIndex[${column}] is outside of the fi',
    'No filter view with id: …': 'throw new Error(`No filter view with id: ${id ?? 0}`);',
    'Filter view with id … already exists.': 'throw new Error(`Filter view with id ${filterViewId} already',
  }),
  ...refused('requests/groups.ts', 'refusals-requests', {
    'Cannot create a group deeper than … levels.':
      'throw new Error(`Cannot create a group deeper than ${MAX_DEP',
    'No dimension group exists at the given range.':
      "throw new Error('No dimension group exists at the given range.",
    'No dimension group exists at the given range and depth.':
      "throw new Error('No dimension group exists at the given range ",
  }),
];
