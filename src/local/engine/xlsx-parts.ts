/** What the engine's xlsx writer leaves out, added to the parts of the file. */

import { printRect } from '../document/a1.ts';
import { gridRect } from '../document/grid-rect.ts';
import type { CalculatedValues, DocumentState, ExtendedValue, SheetState } from '../document/model.ts';
import { styleColumns } from './blank-cells.ts';
import { addDeferred, type DeferredCell, SharedStrings } from './deferred-cells.ts';
import { cellName } from './references.ts';
import { fitRows } from './row-heights.ts';
import { finishCharts } from './xlsx-charts.ts';
import { addNotes } from './xlsx-notes.ts';
import { addPrintSetup, addPrintTitles } from './xlsx-print.ts';
import { escapeXml, tidyXml } from './xml.ts';

/**
 * Completes the parts in place: texts that begin with `=`, values under spills, styles of columns, print setup, filters,
 * notes, charts.
 * @param deferred By sheet: cells that the engine was not given.
 * @param parts XML by path; sheet n of the document is `xl/worksheets/sheet<n>.xml`, counted from 0.
 */
export function finishParts(
  parts: Map<string, string>,
  document: DocumentState,
  values: CalculatedValues,
  deferred: ReadonlyMap<number, readonly DeferredCell[]>,
): void {
  // Before a text that looks like a formula the engine was given one apostrophe more.
  const plain = parts.get('xl/sharedStrings.xml')!.replace(/(<t[^>]*>)&apos;((?:&apos;)*=)/g, '$1$2');
  const strings = new SharedStrings(plain);
  const styles = parts.get('xl/styles.xml');
  // The engine clips by making text smaller; without wrapping the next cell with something in it clips.
  if (styles) parts.set('xl/styles.xml', excelFormats(styles).replaceAll(' shrinkToFit="1"', ''));
  const workbook = parts.get('xl/workbook.xml');
  if (workbook) parts.set('xl/workbook.xml', addPrintTitles(tidyXml(workbook), document));
  document.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index}.xml`;
    const xml = parts.get(path);
    if (xml === undefined) return;
    // An empty attribute that the schema does not allow.
    const shown = values.get(sheet.sheetId);
    const tidy = tidyXml(xml).replaceAll(' errorStyle=""', '');
    const filled = fillSpills(addDeferred(tidy, deferred.get(sheet.sheetId) ?? [], strings), shown);
    const kept = dropEmptyRows(styleColumns(filled, sheet)).replace(ENGINE_ROW_POINTS, ROW_POINTS);
    const rows = fitRows(kept, sheet, shown);
    parts.set(path, addFilter(addPrintSetup(quoteLinks(numberRules(rows)), sheet), sheet));
    addNotes(parts, sheet, index);
  });
  parts.set('xl/sharedStrings.xml', strings.xml());
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

/** Excel wants quotes around a title with blanks, also where a link leads. */
function quoteLinks(xml: string): string {
  return xml.replace(/(<hyperlink\b[^>]*? location=")([^"]*)!A1"/g, (_, start: string, title: string) => {
    return `${start}'${title}'!A1"`;
  });
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

const ENGINE_ROW_POINTS = 'defaultRowHeight="17.25"';
/** 21 pixels. */
const ROW_POINTS = 'defaultRowHeight="15.75"';

function dropEmptyRows(xml: string): string {
  return xml.replace(/<row r="\d+"><\/row>/g, '');
}

function addFilter(xml: string, sheet: SheetState): string {
  const range = sheet.basicFilter?.range;
  if (!range || typeof range !== 'object' || Array.isArray(range)) return xml;
  const filter = `<autoFilter ref="${printRect(gridRect(range, sheet))}"/>`;
  return xml.replace('</sheetData>', `</sheetData>${filter}`);
}
