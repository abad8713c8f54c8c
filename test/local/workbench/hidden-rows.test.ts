import type { JsonObject } from '../../../src/local/document/model.ts';
import { loadLibrary, quietly } from '../../../src/local/engine/library.ts';
import { toModelData } from '../../../src/local/engine/model-data.ts';
import { drawHiddenRows } from '../../../src/local/workbench/page/hidden-rows.ts';
import { document, sheet } from '../engine/build.ts';

const row = (index: number): JsonObject => ({
  sourceRange: {
    sources: [
      { sheetId: 1, startRowIndex: index, endRowIndex: index + 1, startColumnIndex: 0, endColumnIndex: 3 },
    ],
  },
});
const chart = (chartId: number, more: JsonObject) => ({
  ...{ chartId, position: {} },
  spec: {
    ...{
      basicChart: {
        ...{
          chartType: 'COLUMN',
          headerCount: 0,
          domains: [{ domain: row(0) }],
          series: [{ series: row(1) }],
        },
      },
    },
    ...more,
  },
});

test('a chart draws hidden rows where the document says so, and nowhere else; it keeps them when it is changed', () => {
  const library = loadLibrary();
  drawHiddenRows(library);
  const book = document([
    sheet(
      1,
      'S',
      [
        ['W1', 'W2', 'W3'],
        [1, 2, 3],
        ['shown', 0, 0],
      ],
      {
        charts: [chart(5, { hiddenDimensionStrategy: 'SHOW_ALL' }), chart(6, {})],
        rows: [{ hiddenByUser: true }, { hiddenByUser: true }, {}],
      },
    ),
  ]);
  const model = quietly(() => new library.Model(toModelData(book)));
  const drawn = (id: string): unknown => {
    const runtime = model.getters.getChartRuntime(id) as unknown as { chartJsConfig: { data: JsonObject } };
    const { labels, datasets } = runtime.chartJsConfig.data;
    return [labels, (datasets as JsonObject[]).map(({ data }) => data)];
  };
  const all = [['W1', 'W2', 'W3'], [[1, 2, 3]]];
  expect(drawn('chart-5')).toEqual(all);
  expect(drawn('chart-6')).not.toEqual(all);
  const definition = { ...model.getters.getChartDefinition('chart-5'), title: { text: 'Renamed' } };
  const change = { chartId: 'chart-5', figureId: 'figure-5', sheetId: '1', definition };
  quietly(() => model.dispatch('UPDATE_CHART', change as never));
  expect(model.getters.getChartDefinition('chart-5').title).toEqual({ text: 'Renamed' });
  expect(drawn('chart-5')).toEqual(all);
});
