import { createSheet } from '../../document/create.ts';
import type { Draft } from '../../document/draft.ts';
import type { ChartState, DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { completed } from '../colors.ts';
import { printed, resolveCoordinate, resolveGridRange, withSheetIds } from '../grid-range.ts';
import { applyMask, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

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
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every source range of a chart must lie in its sheet's grid. */
const checkSources = (document: DocumentState, value: Json): void => {
  if (Array.isArray(value)) for (const item of value) checkSources(document, item);
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'sources' || !Array.isArray(child)) checkSources(document, child);
    else for (const range of child) resolveGridRange(document, range);
  }
};

const storedSpec = (document: DocumentState, given: Json | undefined): JsonObject => {
  const spec = isObject(given) ? given : {};
  if (!KINDS.some((kind) => kind in spec)) throw new Error('One of the chart specs must be set.');
  checkSources(document, spec);
  const basic = spec.basicChart;
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

const storedPosition = (document: DocumentState, overlay: JsonObject): JsonObject => {
  const { sheet, rowIndex, columnIndex } = resolveCoordinate(document, overlay.anchorCell);
  return {
    overlayPosition: {
      ...DEFAULT_SIZE,
      ...overlay,
      anchorCell: { sheetId: sheet.sheetId, rowIndex, columnIndex },
    },
  };
};

const homeOf = (position: JsonObject): number => {
  const overlay = position.overlayPosition as { anchorCell: { sheetId: number } };
  return overlay.anchorCell.sheetId;
};

const taken = (draft: Draft, id: number): boolean =>
  draft.document.sheets.some((sheet) => sheet.charts.some((chart) => chart.chartId === id));

/** Adds a chart to a sheet, or to a new one. An id that is taken and a missing position are refused. */
export const addChart: RequestHandler = (draft, request, context) => {
  const given = (request.chart ?? {}) as JsonObject;
  const spec = storedSpec(draft.document, given.spec);
  const position = isObject(given.position) ? given.position : {};
  const chartId = (given.chartId as number | undefined) ?? freshId(context.random, (id) => taken(draft, id));
  if (given.chartId !== undefined && taken(draft, chartId))
    throw new Error(`Embedded object with id ${chartId} already exists.`);
  const place = placeChart(draft, position, context.random);
  const chart: ChartState = { chartId, spec, position: place };
  const sheet = draft.edit(homeOf(place));
  sheet.charts = [...sheet.charts, chart];
  return { chart: printed(chart as unknown as JsonObject) };
};

/** A chart without a position or with `newSheet` gets a sheet of its own, here a grid that only holds the chart. */
const placeChart = (draft: Draft, position: JsonObject, random: () => number): JsonObject => {
  if (isObject(position.overlayPosition)) return storedPosition(draft.document, position.overlayPosition);
  if (position.newSheet !== true) throw new Error('Must specify a chart position.');
  const sheetId = freshId(random, (id) => draft.sheet(id) !== undefined);
  let n = 1;
  while (draft.document.sheets.some((sheet) => sheet.title === `Chart${n}`)) n += 1;
  draft.insert(createSheet(sheetId, `Chart${n}`), draft.document.sheets.length);
  return storedPosition(draft.document, { anchorCell: { sheetId } });
};

const find = (draft: Draft, id: Json | undefined): { sheet: SheetState; at: number; chart: ChartState } => {
  for (const sheet of draft.document.sheets) {
    const at = sheet.charts.findIndex((chart) => chart.chartId === id);
    const chart = sheet.charts[at];
    if (chart) return { sheet, at, chart };
  }
  throw new Error(`No embedded object with id: ${id ?? 0}`);
};

/** Puts another specification in place of a chart's. */
export const updateChartSpec: RequestHandler = (draft, request) => {
  const { sheet, at, chart } = find(draft, request.chartId);
  const spec = storedSpec(draft.document, request.spec);
  const own = draft.edit(sheet.sheetId);
  own.charts = own.charts.with(at, { ...chart, spec });
  return undefined;
};

/** Deletes a chart; an id of none is refused. */
export const deleteEmbeddedObject: RequestHandler = (draft, request) => {
  const { sheet, at } = find(draft, request.objectId);
  const own = draft.edit(sheet.sheetId);
  own.charts = own.charts.toSpliced(at, 1);
  return undefined;
};

/** Moves a chart within its sheet, to another or to a new one. */
export const updateEmbeddedObjectPosition: RequestHandler = (draft, request, context) => {
  const { sheet, at, chart } = find(draft, request.objectId);
  const given = (request.newPosition ?? {}) as JsonObject;
  let position: JsonObject;
  if (given.newSheet === true) position = placeChart(draft, given, context.random);
  else {
    const mask = parseUpdateMask(request.fields, 'OverlayPosition');
    const before = chart.position.overlayPosition as JsonObject;
    const overlay = (given.overlayPosition ?? {}) as JsonObject;
    position = storedPosition(draft.document, applyMask(before, overlay, mask));
  }
  const own = draft.edit(sheet.sheetId);
  own.charts = own.charts.toSpliced(at, 1);
  const home = draft.edit(homeOf(position));
  home.charts = [...home.charts, { ...chart, position }];
  return { position: printed(position) };
};
