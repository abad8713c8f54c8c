/** What the engine's xlsx writer leaves out, added to the parts of the file. */
import type { CalculatedValues, DocumentState, ExtendedValue, SheetState } from '../document/model.ts';
import { cellName, gridRect, rectName } from './references.ts';
import { finishCharts } from './xlsx-charts.ts';
import { addNotes } from './xlsx-notes.ts';
import { escapeXml, tidyXml } from './xml.ts';

/**
 * Completes the parts in place: texts that begin with `=`, values under spills, print setup, filters, notes.
 * @param parts XML by path; sheet n of the document is `xl/worksheets/sheet<n>.xml`, counted from 0.
 */
export function finishParts(
  parts: Map<string, string>,
  document: DocumentState,
  values: CalculatedValues,
): void {
  const strings = parts.get('xl/sharedStrings.xml');
  // Before a text that looks like a formula the engine was given one apostrophe more.
  if (strings) parts.set('xl/sharedStrings.xml', strings.replace(/(<t[^>]*>)&apos;((?:&apos;)*=)/g, '$1$2'));
  const styles = parts.get('xl/styles.xml');
  if (styles) parts.set('xl/styles.xml', excelFormats(styles));
  document.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index}.xml`;
    const xml = parts.get(path);
    if (xml === undefined) return;
    // An empty attribute that the schema does not allow.
    const filled = fillSpills(tidyXml(xml).replaceAll(' errorStyle=""', ''), values.get(sheet.sheetId));
    parts.set(path, addFilter(addPrintSetup(numberRules(filled)), sheet));
    addNotes(parts, sheet, index);
  });
  finishCharts(parts, document);
}

/** Rules count in the order in which they stand; the engine gives all of them the same rank. */
function numberRules(xml: string): string {
  let rank = 0;
  return xml.replace(
    /(<cfRule\b[^>]*?) priority="\d+"/g,
    (_, start: string) => `${start} priority="${++rank}"`,
  );
}

/** The engine's own spellings of elapsed hours, half days and exponents as Excel's. */
function excelFormats(styles: string): string {
  return styles.replace(/formatCode="([^"]*)"/g, (_, code: string) => {
    const parts = code.split(/(&quot;.*?&quot;|\\.)/);
    const spelled = parts.map((part, index) =>
      index % 2
        ? part
        : part
            .replaceAll('hhhh', '[h]')
            .replace(/(?<!&)\ba\b/g, 'AM/PM')
            .replace(/(?<=[0#])e/g, 'E+00'),
    );
    return `formatCode="${spelled.join('')}"`;
  });
}

type Rows = readonly (readonly (ExtendedValue | undefined)[] | undefined)[];

/** The engine writes a spilled formula's first value alone; readers that do not calculate need the others. */
function fillSpills(xml: string, values: Rows | undefined): string {
  const names = new Map<string, string>();
  values?.forEach((row, rowIndex) => {
    row?.forEach((value, column) => {
      const name = cellName(rowIndex, column);
      if (value?.numberValue !== undefined) names.set(name, `><v>${value.numberValue}</v>`);
      else if (value?.boolValue !== undefined) names.set(name, ` t="b"><v>${value.boolValue ? 1 : 0}</v>`);
      else if (value?.stringValue) names.set(name, ` t="str"><v>${escapeXml(value.stringValue)}</v>`);
    });
  });
  return xml.replace(/<c r="([A-Z]+\d+)"( s="\d+")?><\/c>/g, (whole, name: string, style = '') => {
    const content = names.get(name);
    if (content) return `<c r="${name}"${style}${content}</c>`;
    return style ? whole : '';
  });
}

const PAGE_PROPERTIES = '<pageSetUpPr fitToPage="1"/>';
/** Paper 9 is A4; a height of 0 pages means as many as it takes. */
const PAGE_SETUP =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function addPrintSetup(xml: string): string {
  const withProperties = /<sheetPr\b/.test(xml)
    ? xml.replace(/<\/sheetPr>/, `${PAGE_PROPERTIES}</sheetPr>`)
    : xml.replace(/(<worksheet\b[^>]*>)/, `$1<sheetPr>${PAGE_PROPERTIES}</sheetPr>`);
  // The schema wants a fixed order: the page comes after links and before drawings and tables.
  return insertBefore(
    withProperties,
    ['<drawing', '<legacyDrawing', '<tableParts', '</worksheet>'],
    PAGE_SETUP,
  );
}

function addFilter(xml: string, sheet: SheetState): string {
  const range = sheet.basicFilter?.range;
  if (!range || typeof range !== 'object' || Array.isArray(range)) return xml;
  const filter = `<autoFilter ref="${rectName(gridRect(range, sheet))}"/>`;
  return xml.replace('</sheetData>', `</sheetData>${filter}`);
}

/** Puts XML before the first of the given tags that occurs. */
export function insertBefore(xml: string, tags: readonly string[], addition: string): string {
  const places = tags.map((tag) => xml.indexOf(tag)).filter((place) => place >= 0);
  const place = Math.min(...places);
  return xml.slice(0, place) + addition + xml.slice(place);
}
