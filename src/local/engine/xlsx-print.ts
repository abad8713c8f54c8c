/** How the sheets of a file print: A4 landscape, one page wide, header rows on every page. */
import type { DocumentState, SheetState } from '../document/model.ts';
import { quotedTitle } from './references.ts';
import { escapeXml, insertBefore } from './xml.ts';

const PAGE_PROPERTIES = '<pageSetUpPr fitToPage="1"/>';
/** Inches; paper 9 is A4; a height of 0 pages means as many as it takes. */
const PAGE_SETUP =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  // The sheet's name on the left, page and pages on the right.
  '<headerFooter><oddFooter>&amp;L&amp;9&amp;A&amp;R&amp;9&amp;P / &amp;N</oddFooter></headerFooter>';

/** Adds the page to a worksheet part. */
export function addPrintSetup(xml: string): string {
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

/** Adds to the workbook part, for each sheet with frozen rows, that they stand on every page. */
export function addPrintTitles(xml: string, document: DocumentState): string {
  const names = document.sheets.map(printTitles).join('');
  if (!names) return xml;
  return xml.includes('<definedNames>')
    ? xml.replace('</definedNames>', `${names}</definedNames>`)
    : xml.replace('</sheets>', `</sheets><definedNames>${names}</definedNames>`);
}

function printTitles(sheet: SheetState, index: number): string {
  const rows = sheet.frozenRowCount ?? 0;
  if (!rows) return '';
  const range = `${quotedTitle(sheet.title)}!$1:$${rows}`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(range)}</definedName>`;
}
