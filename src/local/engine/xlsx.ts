/** Writes a document as an .xlsx file that Excel and LibreOffice open. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { CalculatedValues, DocumentState } from '../document/model.ts';
import type { EngineCalculator } from './calculator.ts';
import { type DeferredCell, deferrableSheets } from './deferred-cells.ts';
import { loadLibrary } from './library.ts';
import { toModelData } from './model-data.ts';
import { finishParts } from './xlsx-parts.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One export at a time: the engine writes XML through globals that stand for a browser's. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Exports a document.
 * @param document The host's document.
 * @param calculator Gives the values of formulas that other programs cannot calculate: a cell whose formula calls a
 *   custom function, and the cells it spills over, are written as values; every other formula stays a formula.
 * @returns The bytes of the file: every sheet (hidden ones too) with formats, widths, notes, charts, pictures, filters, and a
 *   print setup of A4 landscape, one page wide, or two for very wide sheets.
 * @example writeFileSync('book.xlsx', await exportXlsx(document, calculator))
 */
export function exportXlsx(document: DocumentState, calculator: EngineCalculator): Promise<Uint8Array> {
  const next = queue.then(() => write(document, calculator));
  queue = next.catch(() => undefined);
  return next;
}

async function write(document: DocumentState, calculator: EngineCalculator): Promise<Uint8Array> {
  const kept = calculator.results(document).filter(({ formula }) => !calculator.isCustom(formula));
  const deferred = new Map(
    [...deferrableSheets(document, kept)].map((sheetId): [number, DeferredCell[]] => [sheetId, []]),
  );
  const values = customValues(document, calculator);
  const data = toModelData(document, { purpose: 'export', values, deferred });
  const files = await withoutDom(async () => {
    const { Model } = loadLibrary();
    return (await new Model(data, { mode: 'readonly' }).exportXLSX()).files;
  });
  const parts = new Map<string, string>();
  const zip: Zippable = {};
  for (const file of files) {
    if ('content' in file) parts.set(file.path, `${DECLARATION}${file.content.trim()}`);
    else zip[file.path] = Buffer.from(file.imageSrc.replace(/^[^,]*,/, ''), 'base64');
  }
  finishParts(parts, document, calculator.calculate(document), deferred);
  for (const [path, content] of parts) zip[path] = strToU8(content);
  return zipSync(zip, { level: 6 });
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

/**
 * The engine parses the XML that it has just written and writes it again. A real DOM needs minutes and gigabytes for
 * that on large sheets, so the text passes through as it is.
 */
class TextParser {
  parseFromString(xml: string) {
    return { xml, querySelector: () => null };
  }
}

class TextSerializer {
  serializeToString(document: { xml: string }) {
    return document.xml;
  }
}

async function withoutDom<T>(work: () => Promise<T>): Promise<T> {
  loadLibrary();
  const scope = globalThis as Record<string, unknown>;
  const { DOMParser, XMLSerializer } = scope;
  const debug = console.debug;
  Object.assign(scope, { DOMParser: TextParser, XMLSerializer: TextSerializer });
  console.debug = () => {};
  try {
    return await work();
  } finally {
    console.debug = debug;
    Object.assign(scope, { DOMParser, XMLSerializer });
  }
}
