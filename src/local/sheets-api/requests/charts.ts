import { isObject } from '../../document/json.ts';
import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import { completed } from '../colors.ts';
import { SheetsApiError } from '../errors.ts';
import { resolveGridRange } from '../grid-range.ts';
import { embeddedResource } from '../resource.ts';
import { withSheetIds } from '../schema/stored-json.ts';
import type { RequestHandler } from './context.ts';
import { findEmbedded, insertEmbedded, placeChart, replaceEmbedded, takeEmbeddedId } from './embedded.ts';

const KINDS = [
  'basicChart',
  'pieChart',
  'bubbleChart',
  'candlestickChart',
  'orgChart',
  'histogramChart',
  'waterfallChart',
  'treemapChart',
  'scorecardChart',
];
/** Google's own list of kinds, and its own spelling. */
const NO_KIND =
  'One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.';

/** Every source range of a chart must lie in its sheet's grid. */
const checkSources = (document: DocumentState, value: Json): void => {
  if (Array.isArray(value)) for (const item of value) checkSources(document, item);
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'sources' || !Array.isArray(child)) checkSources(document, child);
    else for (const range of child) resolveGridRange(document, range);
  }
};

const none = (list: Json | undefined): boolean => !Array.isArray(list) || list.length === 0;

const storedSpec = (document: DocumentState, given: Json | undefined): JsonObject => {
  const spec = isObject(given) ? given : {};
  if (!KINDS.some((kind) => kind in spec)) throw new Error(NO_KIND);
  if (spec.dataSourceChartProperties !== undefined) {
    throw new SheetsApiError('UNIMPLEMENTED', 'Charts of data sources are not served by this host.');
  }
  const basic = spec.basicChart;
  if (isObject(basic) && none(basic.domains) && none(basic.series))
    throw new Error('basicChart must have at least one domain or series.');
  checkSources(document, spec);
  if (
    isObject(basic) &&
    (basic.chartType ?? 'BASIC_CHART_TYPE_UNSPECIFIED') === 'BASIC_CHART_TYPE_UNSPECIFIED'
  ) {
    throw new Error('BasicChartSpec.chartType is required.');
  }
  return completed(
    withSheetIds({
      hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
      fontName: 'Roboto',
      ...spec,
    }) as JsonObject,
  );
};

/** Adds a chart to a sheet, or to a new one. An id that is taken and a missing position are refused. */
export const addChart: RequestHandler = (draft, request, context) => {
  const given = (request.chart ?? {}) as JsonObject;
  const spec = storedSpec(draft.document, given.spec);
  const position = isObject(given.position) ? given.position : {};
  const chartId = takeEmbeddedId(draft, given.chartId, context.random);
  const border = isObject(given.border) ? completed(given.border) : undefined;
  const place = placeChart(draft, position, context.random);
  const chart: JsonObject = { chartId, spec, position: place, ...(border ? { border } : {}) };
  insertEmbedded(draft, 'charts', chart);
  return { chart: embeddedResource(findEmbedded(draft, chartId).sheet, chart) };
};

/** Puts another specification in place of a chart's. */
export const updateChartSpec: RequestHandler = (draft, request) => {
  const found = findEmbedded(draft, request.chartId);
  if (found.kind !== 'charts') throw new Error(`No embedded object with id: ${request.chartId ?? 0}`);
  replaceEmbedded(draft, found, { ...found.object, spec: storedSpec(draft.document, request.spec) });
  return undefined;
};
