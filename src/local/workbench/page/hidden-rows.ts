/** Charts that draw hidden rows and columns too, where the document says so; the library leaves them out of every chart. */

import type { Engine } from './library.ts';

type Range = { sheetId: string; zone: object };
type Getters = {
  getEvaluatedCellsInZone(sheetId: string, zone: object): unknown[];
};
type Source = { showsHidden?: boolean };
type Handler = {
  extractData(source: Source, chartId: string, getters: Getters): unknown;
  getDefinition(source: Source, sheetId: string, getters: Getters): Source;
};

/** The model's questions, answered as if nothing were hidden. */
function seeingAll(getters: Getters): Getters {
  return new Proxy(getters, {
    get(target, name, receiver) {
      if (name === 'isColHidden' || name === 'isRowHidden') return () => false;
      if (name === 'getVisibleRangeValues') {
        return ({ sheetId, zone }: Range) => target.getEvaluatedCellsInZone(sheetId, zone);
      }
      return Reflect.get(target, name, receiver);
    },
  });
}

/** Before the grid is shown. */
export function drawHiddenRows({ registries }: Pick<Engine, 'registries'>): void {
  const registry = registries.chartDataSourceRegistry as unknown as { get(type: 'range'): Handler };
  const handler = registry.get('range');
  const { extractData, getDefinition } = handler;
  handler.extractData = (source, chartId, getters) =>
    extractData.call(handler, source, chartId, source.showsHidden === true ? seeingAll(getters) : getters);
  // Without it a chart that is changed would lose them.
  handler.getDefinition = (source, sheetId, getters) => ({
    ...getDefinition.call(handler, source, sheetId, getters),
    ...(source.showsHidden === true ? { showsHidden: true } : {}),
  });
}
