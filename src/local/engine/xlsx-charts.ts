/** The engine's chart parts, put into the order of the schema and cleared of what shows twice. */
import { JSDOM } from 'jsdom';
import { objectOf } from '../document/json.ts';
import type { DocumentState } from '../document/model.ts';
import { chartFigures, showsHidden } from './charts.ts';
import { cellAt, cellsAt } from './references.ts';
import { anchorCharts } from './xlsx-anchors.ts';
import { tidyXml } from './xml.ts';

/** Children of each element in the order that ECMA-376 gives them. */
const ORDER: Record<string, readonly string[]> = {
  chartSpace: ['roundedCorners', 'chart', 'spPr', 'txPr'],
  chart: ['title', 'autoTitleDeleted', 'plotArea', 'legend', 'plotVisOnly', 'dispBlanksAs'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'axId'],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'marker', 'smooth', 'axId'],
  areaChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'axId'],
  scatterChart: ['scatterStyle', 'varyColors', 'ser', 'dLbls', 'axId'],
  pieChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng'],
  doughnutChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng', 'holeSize'],
  ser: 'idx order tx spPr invertIfNegative marker dPt dLbls trendline cat xVal val yVal smooth'.split(' '),
  catAx: (
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr ' +
    'crossAx crosses auto lblAlgn lblOffset'
  ).split(' '),
  valAx: (
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr ' +
    'crossAx crosses crossBetween majorUnit'
  ).split(' '),
  scaling: ['orientation', 'max', 'min'],
};

/** Hundredths of a point. */
const SIZES: Record<string, string> = { '1600': '1200', '1000': '900' };
const QUIET = '5F6368';
const FRAME = 'DADCE0';

/** Finishes the chart parts of a file in place. */
export function finishCharts(parts: Map<string, string>, document: DocumentState): void {
  anchorCharts(parts, document);
  const charts = [...parts].filter(([path]) => path.startsWith('xl/charts/'));
  if (!charts.length) return;
  const window = new JSDOM('').window as unknown as BrowserXml;
  const withHidden = chartsWithHidden(parts, document);
  for (const [path, xml] of charts) {
    parts.set(path, finishChart(xml, document, window, withHidden.has(path)));
  }
}

/** Paths of the charts that draw hidden rows and columns too. A sheet's parts are in the order of its figures. */
function chartsWithHidden(parts: ReadonlyMap<string, string>, document: DocumentState): Set<string> {
  const paths = document.sheets.flatMap(({ charts }, index) => {
    const relations = parts.get(`xl/drawings/_rels/drawing${index}.xml.rels`) ?? '';
    const targets = [...relations.matchAll(/Target="\.\.\/(charts\/[^"]+)"/g)].map(
      ([, path]) => `xl/${path}`,
    );
    const drawn = charts.filter((chart) => chartFigures([chart], document).length > 0);
    return targets.filter((_, i) => showsHidden(drawn[i]?.spec ?? {}));
  });
  return new Set(paths);
}

function finishChart(xml: string, document: DocumentState, window: BrowserXml, withHidden: boolean): string {
  const part = new window.DOMParser().parseFromString(tidyXml(xml), 'text/xml');
  const all = (name: string) => [...part.getElementsByTagName(`c:${name}`)];
  // Lines across categories hide narrow bars.
  for (const axis of all('catAx')) for (const lines of children(axis, 'majorGridlines')) lines.remove();
  for (const axis of all('catAx')) for (const auto of children(axis, 'auto')) auto.setAttribute('val', '0');
  for (const axis of [...all('catAx'), ...all('valAx')]) dropUselessTitle(axis);
  for (const categories of all('cat')) {
    const format = readNumbers(categories, document);
    if (format) for (const axis of all('catAx')) showFormat(axis, format);
  }
  for (const axis of all('valAx')) showValueFormat(axis, part, document);
  for (const chart of all('chart')) showGaps(chart, withHidden);
  for (const space of all('chartSpace')) quieten(space);
  for (const name of Object.keys(ORDER)) for (const element of all(name)) sortChildren(element, ORDER[name]!);
  // Only category axes have it in the schema.
  for (const axis of all('valAx')) for (const auto of children(axis, 'auto')) auto.remove();
  return new window.XMLSerializer().serializeToString(part);
}

type XmlPart = Pick<XmlNode, 'getElementsByTagName'>;

type BrowserXml = {
  DOMParser: new () => { parseFromString(xml: string, type: 'text/xml'): XmlNode };
  XMLSerializer: new () => { serializeToString(node: XmlNode): string };
};

/** The little of the DOM that is used here. */
type XmlNode = {
  readonly localName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<XmlNode> & Iterable<XmlNode>;
  readonly ownerDocument: { createElementNS(namespace: string | null, name: string): XmlNode };
  readonly namespaceURI: string | null;
  getElementsByTagName(name: string): Iterable<XmlNode>;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  append(...nodes: XmlNode[]): void;
  replaceWith(node: XmlNode): void;
  remove(): void;
};

function children(element: XmlNode, name: string): XmlNode[] {
  return [...element.children].filter((child) => child.localName === name);
}

/** An axis that is not drawn, or has no title, still gets an empty place for one. */
function dropUselessTitle(axis: XmlNode): void {
  const hidden = children(axis, 'delete')[0]?.getAttribute('val') === '1';
  for (const title of children(axis, 'title')) if (hidden || !title.textContent?.trim()) title.remove();
}

/** The engine calls every category a text; dates are numbers with a format. Answers the format. */
function readNumbers(categories: XmlNode, document: DocumentState): string | undefined {
  const texts = children(categories, 'strRef')[0];
  const reference = texts?.textContent?.trim();
  const cell = reference ? cellAt(reference, document) : undefined;
  if (!texts || cell?.value?.numberValue === undefined) return undefined;
  const numbers = texts.ownerDocument.createElementNS(texts.namespaceURI, 'c:numRef');
  numbers.append(...texts.children);
  texts.replaceWith(numbers);
  return String(objectOf(cell.format?.numberFormat).pattern ?? 'General');
}

function showFormat(axis: XmlNode, format: string): void {
  for (const shown of children(axis, 'numFmt')) {
    shown.setAttribute('formatCode', format);
    shown.setAttribute('sourceLinked', '0');
  }
}

/** Values on an axis look as in the cells of its first series, without decimals where the numbers are large. */
function showValueFormat(axis: XmlNode, part: XmlPart, document: DocumentState): void {
  const id = children(axis, 'axId')[0]?.getAttribute('val');
  const plots = [...part.getElementsByTagName('c:plotArea')].flatMap((area) => [...area.children]);
  const plot = plots.find(
    (group) =>
      children(group, 'ser').length > 0 &&
      children(group, 'axId').some((axisId) => axisId.getAttribute('val') === id),
  );
  const values = plot && children(plot, 'ser').flatMap((series) => children(series, 'val'))[0];
  const reference = values && [...values.getElementsByTagName('c:f')][0]?.textContent;
  const cells = reference ? cellsAt(reference, document) : [];
  const patterns = cells.map((cell) => objectOf(cell.format?.numberFormat).pattern);
  const pattern = patterns.find((each) => typeof each === 'string' && each !== '');
  if (typeof pattern !== 'string') return;
  const largest = Math.max(...cells.map((cell) => Math.abs(cell.value?.numberValue ?? 0)));
  const isLarge = largest >= 100 && !pattern.includes('%');
  showFormat(axis, isLarge ? pattern.replace(/\.0+/g, '') : pattern);
}

/** A period without a value is a gap in a line, not a fall to zero; hidden cells count where the chart says so. */
function showGaps(chart: XmlNode, withHidden: boolean): void {
  for (const [name, value] of [
    ['plotVisOnly', withHidden ? '0' : '1'],
    ['dispBlanksAs', 'gap'],
  ] as const) {
    for (const given of children(chart, name)) given.remove();
    const element = chart.ownerDocument.createElementNS(chart.namespaceURI, `c:${name}`);
    element.setAttribute('val', value);
    chart.append(element);
  }
}

/** Type that leaves room for the figures, and a frame that does not shout. */
function quieten(space: XmlNode): void {
  for (const name of ['a:defRPr', 'a:rPr']) {
    for (const text of space.getElementsByTagName(name)) {
      const size = SIZES[text.getAttribute('sz') ?? ''];
      if (size) text.setAttribute('sz', size);
    }
  }
  const recolor = (owner: XmlNode, from: string, to: string) => {
    for (const color of owner.getElementsByTagName('a:srgbClr')) {
      if (color.getAttribute('val') === from) color.setAttribute('val', to);
    }
  };
  for (const name of ['c:catAx', 'c:valAx', 'c:legend']) {
    for (const element of space.getElementsByTagName(name)) {
      recolor(element, '000000', QUIET);
      recolor(element, 'B7B7B7', FRAME);
    }
  }
  for (const shape of children(space, 'spPr')) recolor(shape, '000000', FRAME);
}

function sortChildren(element: XmlNode, order: readonly string[]): void {
  const place = (child: XmlNode) => {
    const index = order.indexOf(child.localName);
    return index < 0 ? order.length : index;
  };
  // Groups of charts and axes keep the order in which they came.
  const sorted = [...element.children].map((child, index) => ({ child, index }));
  sorted.sort((a, b) => place(a.child) - place(b.child) || a.index - b.index);
  element.append(...sorted.map(({ child }) => child));
}
