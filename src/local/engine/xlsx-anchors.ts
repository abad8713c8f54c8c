/** Where the charts of a file stand. */
import type { DocumentState } from '../document/model.ts';
import { chartFigures } from './charts.ts';
import { tidyXml } from './xml.ts';

/** English Metric Units in a pixel. */
const EMU = 9525;

/**
 * Gives each chart its size. The engine ties both corners to cells, and charts change their shape when a program fits
 * the rows behind them.
 */
export function anchorCharts(parts: Map<string, string>, document: DocumentState): void {
  document.sheets.forEach((sheet, index) => {
    const path = `xl/drawings/drawing${index}.xml`;
    const xml = parts.get(path);
    if (xml === undefined) return;
    const figures = chartFigures(sheet.charts, document);
    let number = 0;
    const anchored = tidyXml(xml).replace(
      /<xdr:twoCellAnchor[^>]*>(.*?)<xdr:to>.*?<\/xdr:to>(.*?)<\/xdr:twoCellAnchor>/gs,
      (whole, from: string, frame: string) => {
        const figure = figures[number++];
        if (!figure) return whole;
        const size = `<xdr:ext cx="${figure.width * EMU}" cy="${figure.height * EMU}"/>`;
        return `<xdr:oneCellAnchor>${from}${size}${frame}</xdr:oneCellAnchor>`;
      },
    );
    parts.set(path, anchored);
  });
}
