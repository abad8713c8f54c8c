/** Embedded charts of the API as the engine's figures. */
import type { FigureData } from '@odoo/o-spreadsheet';
import { printRect } from '../document/a1.ts';
import { gridRect } from '../document/grid-rect.ts';
import { objectOf, objectsOf } from '../document/json.ts';
import type { ChartState, DocumentState, JsonObject } from '../document/model.ts';
import { namedColor } from './cell-style.ts';
import { quotedTitle } from './references.ts';

const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;
const LEGENDS: Record<string, string> = {
  BOTTOM_LEGEND: 'bottom',
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  NO_LEGEND: 'none',
};

/**
 * The engine's figures for the charts of a sheet: line, area, column, bar, combination, scatter and pie charts. Others
 * are left out.
 */
export function chartFigures(charts: readonly ChartState[], document: DocumentState): FigureData<object>[] {
  return charts.flatMap((chart) => {
    const definition = chartDefinition(chart.spec, document);
    if (!definition) return [];
    const overlay = objectOf(chart.position.overlayPosition);
    const anchor = objectOf(overlay.anchorCell);
    return {
      id: `figure-${chart.chartId}`,
      tag: 'chart',
      col: number(anchor.columnIndex, 0),
      row: number(anchor.rowIndex, 0),
      offset: { x: number(overlay.offsetXPixels, 0), y: number(overlay.offsetYPixels, 0) },
      width: number(overlay.widthPixels, DEFAULT_WIDTH),
      height: number(overlay.heightPixels, DEFAULT_HEIGHT),
      data: { ...definition, chartId: `chart-${chart.chartId}` },
    };
  });
}

/** Whether a chart draws hidden rows and columns too. */
export const showsHidden = (spec: JsonObject): boolean => spec.hiddenDimensionStrategy === 'SHOW_ALL';

function chartDefinition(spec: JsonObject, document: DocumentState): object | undefined {
  const title = { text: typeof spec.title === 'string' ? spec.title : '' };
  const definition = spec.pieChart
    ? pie(objectOf(spec.pieChart), title, document)
    : spec.basicChart && basic(objectOf(spec.basicChart), title, document);
  if (!definition || !showsHidden(spec)) return definition || undefined;
  return {
    ...definition,
    dataSource: { ...objectOf((definition as JsonObject).dataSource), showsHidden: true },
  };
}

type Series = { id: string; range: string; spec: JsonObject };

function basic(chart: JsonObject, title: object, document: DocumentState): object | undefined {
  const kind = String(chart.chartType);
  const series = objectsOf(chart.series).flatMap((spec, index): Series[] => {
    const range = sourceRange(objectOf(spec.series), document);
    return range ? [{ id: String(index), range, spec }] : [];
  });
  if (!series.length) return undefined;
  const labels = sourceRange(objectOf(objectsOf(chart.domains)[0]?.domain), document);
  const stacked = /STACKED$/.test(String(chart.stackedType)) && chart.stackedType !== 'NOT_STACKED';
  const common = {
    ...dataSource(series, labels, number(chart.headerCount, 0) > 0),
    dataSetStyles: Object.fromEntries(series.map((entry) => [entry.id, seriesStyle(entry.spec, kind)])),
    title,
    legendPosition: LEGENDS[String(chart.legendPosition)] ?? 'bottom',
    axesDesign: axes(objectsOf(chart.axis)),
    aggregated: false,
    stacked,
  };
  if (kind === 'COMBO') return { type: 'combo', ...common };
  if (kind === 'COLUMN' || kind === 'BAR') return { type: 'bar', ...common, horizontal: kind === 'BAR' };
  if (kind === 'LINE' || kind === 'AREA' || kind === 'STEPPED_AREA') {
    return { type: 'line', ...common, labelsAsText: true, cumulative: false, fillArea: kind !== 'LINE' };
  }
  return kind === 'SCATTER' ? { type: 'scatter', ...common, labelsAsText: false } : undefined;
}

function pie(chart: JsonObject, title: object, document: DocumentState): object | undefined {
  const range = sourceRange(objectOf(chart.series), document);
  if (!range) return undefined;
  return {
    type: 'pie',
    ...dataSource([{ id: '0', range, spec: {} }], sourceRange(objectOf(chart.domain), document), true),
    dataSetStyles: {},
    title,
    legendPosition: LEGENDS[String(chart.legendPosition)] ?? 'right',
    aggregated: false,
    isDoughnut: number(chart.pieHole, 0) > 0,
  };
}

function dataSource(series: Series[], labelRange: string | undefined, dataSetsHaveTitle: boolean): object {
  return {
    dataSource: {
      type: 'range',
      dataSets: series.map(({ id, range }) => ({ dataSetId: id, dataRange: range })),
      dataSetsHaveTitle,
      ...(labelRange ? { labelRange } : {}),
    },
  };
}

function seriesStyle(spec: JsonObject, kind: string): object {
  const color = namedColor(spec, 'color');
  // A combination draws its series as columns unless they say otherwise.
  const shape = kind === 'COMBO' ? { type: spec.type === 'LINE' ? 'line' : 'bar' } : {};
  return {
    ...shape,
    ...(color ? { backgroundColor: color } : {}),
    ...(spec.targetAxis === 'RIGHT_AXIS' ? { yAxisId: 'y1' } : {}),
  };
}

const AXES: Record<string, string> = { BOTTOM_AXIS: 'x', LEFT_AXIS: 'y', RIGHT_AXIS: 'y1' };

function axes(specs: JsonObject[]): object {
  const result: Record<string, object> = {};
  for (const spec of specs) {
    const axis = AXES[String(spec.position)];
    const window = objectOf(spec.viewWindowOptions);
    if (!axis) continue;
    result[axis] = {
      ...(typeof spec.title === 'string' && spec.title ? { title: { text: spec.title } } : {}),
      ...(typeof window.viewWindowMin === 'number' ? { min: window.viewWindowMin } : {}),
      ...(typeof window.viewWindowMax === 'number' ? { max: window.viewWindowMax } : {}),
    };
  }
  return result;
}

function sourceRange(data: JsonObject, document: DocumentState): string | undefined {
  const source = objectsOf(objectOf(data.sourceRange).sources)[0];
  // The API leaves out a sheetId of 0.
  const sheet = document.sheets.find((candidate) => candidate.sheetId === number(source?.sheetId, 0));
  return source && sheet ? `${quotedTitle(sheet.title)}!${printRect(gridRect(source, sheet))}` : undefined;
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
