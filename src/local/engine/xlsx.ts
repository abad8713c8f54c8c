/** Writes a document as an .xlsx file that Excel and LibreOffice open. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import type { CalculatedValues, DocumentState } from '../document/model.ts';
import type { EngineCalculator } from './calculator.ts';
import { loadLibrary } from './library.ts';
import { toModelData } from './model-data.ts';
import { type BrowserXml, finishChart } from './xlsx-charts.ts';
import { finishParts } from './xlsx-parts.ts';

/** One export at a time: the engine writes XML through globals that stand for a browser's. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Exports a document.
 * @param document The host's document.
 * @param calculator Gives the values of formulas that other programs cannot calculate: a cell whose formula calls a
 *   custom function, and the cells it spills over, are written as values; every other formula stays a formula.
 * @returns The bytes of the file: every sheet (hidden ones too) with formats, widths, notes, charts, filters, and a
 *   print setup of A4 landscape, one page wide.
 * @example writeFileSync('book.xlsx', await exportXlsx(document, calculator))
 */
export function exportXlsx(document: DocumentState, calculator: EngineCalculator): Promise<Uint8Array> {
  const next = queue.then(() => write(document, calculator));
  queue = next.catch(() => undefined);
  return next;
}

async function write(document: DocumentState, calculator: EngineCalculator): Promise<Uint8Array> {
  const data = toModelData(document, { purpose: 'export', values: customValues(document, calculator) });
  const window = new JSDOM('').window;
  const files = await withGlobals(window, async () => {
    const { Model } = loadLibrary();
    return (await new Model(data, { mode: 'readonly' }).exportXLSX()).files;
  });
  const parts = new Map<string, string>();
  for (const file of files)
    if ('content' in file) parts.set(file.path, file.content.replaceAll(' xmlns=""', ''));
  finishParts(parts, document, calculator.calculate(document));
  for (const [path, xml] of parts) {
    if (path.startsWith('xl/charts/'))
      parts.set(path, finishChart(xml, document, window as unknown as BrowserXml));
  }
  const zip: Zippable = {};
  for (const [path, content] of parts) zip[path] = strToU8(content);
  return zipSync(zip);
}

/** What cells with custom functions show, spills included. */
function customValues(document: DocumentState, calculator: EngineCalculator): CalculatedValues {
  const all = calculator.calculate(document);
  const chosen: CalculatedValues = new Map();
  for (const { sheetId, formula, area } of calculator.results(document)) {
    if (!calculator.isCustom(formula)) continue;
    const rows = chosen.get(sheetId) ?? [];
    chosen.set(sheetId, rows);
    for (let row = area.startRow; row < area.endRow; row++) {
      rows[row] ??= [];
      for (let column = area.startColumn; column < area.endColumn; column++) {
        rows[row]![column] = all.get(sheetId)?.[row]?.[column];
      }
    }
  }
  return chosen;
}

const BROWSER_NAMES = ['DOMParser', 'XMLSerializer', 'document'] as const;

/** Lends the engine a window's names for the time of the work. */
async function withGlobals<T>(window: object, work: () => Promise<T>): Promise<T> {
  loadLibrary();
  const scope = globalThis as Record<string, unknown>;
  const before = BROWSER_NAMES.map((name) => [name, scope[name]] as const);
  const debug = console.debug;
  for (const name of BROWSER_NAMES) scope[name] = (window as Record<string, unknown>)[name];
  console.debug = () => {};
  try {
    return await work();
  } finally {
    console.debug = debug;
    for (const [name, value] of before) scope[name] = value;
  }
}
