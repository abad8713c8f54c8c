/** Where the charts and pictures of a file stand. */
import type { DocumentState, ImageState } from '../document/model.ts';
import { chartFigures } from './charts.ts';
import { imageFigures } from './images.ts';
import { escapeXml, tidyXml } from './xml.ts';

/** English Metric Units in a pixel. */
const EMU = 9525;

/** The words that a picture has for those who cannot see it; the engine gives all of them the same. */
function withAltText(frame: string, image: ImageState | undefined): string {
  if (image === undefined) return frame;
  const words = `descr="${escapeXml(image.altDescription)}" title="${escapeXml(image.altTitle)}"`;
  return frame.replace(/(<xdr:cNvPr\b[^>]*?) title="Image"/, (_, start: string) => `${start} ${words}`);
}

/**
 * Gives each chart and picture its size. The engine ties both corners to cells, and charts change their shape when a program fits
 * the rows behind them.
 */
export function anchorCharts(parts: Map<string, string>, document: DocumentState): void {
  document.sheets.forEach((sheet, index) => {
    const path = `xl/drawings/drawing${index}.xml`;
    const xml = parts.get(path);
    if (xml === undefined) return;
    const charts = chartFigures(sheet.charts, document);
    // The engine writes pictures after charts.
    const figures = [...charts, ...imageFigures(sheet.images)];
    let number = 0;
    const anchored = tidyXml(xml).replace(
      /<xdr:twoCellAnchor[^>]*>(.*?)<xdr:to>.*?<\/xdr:to>(.*?)<\/xdr:twoCellAnchor>/gs,
      (whole, from: string, frame: string) => {
        const at = number++;
        const figure = figures[at];
        if (!figure) return whole;
        const told = withAltText(frame, sheet.images?.[at - charts.length]);
        const size = `<xdr:ext cx="${figure.width * EMU}" cy="${figure.height * EMU}"/>`;
        return `<xdr:oneCellAnchor>${from}${size}${told}</xdr:oneCellAnchor>`;
      },
    );
    parts.set(path, anchored);
  });
}
