/** What the engine's xlsx writer leaves out, added to the parts of the file. */
import type { CalculatedValues, DocumentState, SheetState } from '../document/model.ts';
import { cellName, gridRect, rectName } from './references.ts';
import { addNotes } from './xlsx-notes.ts';
import { escapeXml } from './xml.ts';

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
  if (strings) parts.set('xl/sharedStrings.xml', strings.replace(/(<t[^>]*>)'('*=)/g, '$1$2'));
  document.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index}.xml`;
    const xml = parts.get(path);
    if (xml === undefined) return;
    let result = fillSpills(xml, values.get(sheet.sheetId));
    result = addPrintSetup(result);
    result = addFilter(result, sheet);
    parts.set(path, result);
    addNotes(parts, sheet, index);
  });
}

/** The engine writes a spilled formula's first value alone; readers that do not calculate need the others. */
function fillSpills(
  xml: string,
  values: CalculatedValues extends Map<number, infer Rows> ? Rows | undefined : never,
): string {
  if (!values) return xml;
  const names = new Map<string, string>();
  values.forEach((row, rowIndex) => {
    row?.forEach((value, column) => {
      const name = cellName(rowIndex, column);
      if (value?.numberValue !== undefined) names.set(name, `><v>${value.numberValue}</v>`);
      else if (value?.boolValue !== undefined) names.set(name, ` t="b"><v>${value.boolValue ? 1 : 0}</v>`);
      else if (value?.stringValue) names.set(name, ` t="str"><v>${escapeXml(value.stringValue)}</v>`);
    });
  });
  return xml.replace(/<c r="([A-Z]+\d+)"( s="\d+")?>\s*<\/c>/g, (whole, name: string, style = '') => {
    const content = names.get(name);
    return content ? `<c r="${name}"${style}${content}</c>` : whole;
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
