/** How the sheets of a file print: A4 landscape, one page wide or two, frozen rows and columns on every page. */
import { columnName } from '../document/a1.ts';
import type { DocumentState, SheetState } from '../document/model.ts';
import { DEFAULT_COLUMN_WIDTH } from '../document/text-size.ts';
import { quotedTitle } from './references.ts';
import { escapeXml, insertBefore } from './xml.ts';

const PAGE_PROPERTIES = '<pageSetUpPr fitToPage="1"/>';
/** Pixels that a page may be wide: at this width 10-point letters are still about 5 points high. */
const WIDEST_PAGE = 2200;

/** Inches; paper 9 is A4; a height of 0 pages means as many as it takes. */
const pageSetup = (pagesWide: number): string =>
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>` +
  // The sheet's name on the left, page and pages on the right.
  '<headerFooter><oddFooter>&amp;L&amp;9&amp;A&amp;R&amp;9&amp;P / &amp;N</oddFooter></headerFooter>';

/** Pages that the columns of a sheet take side by side, so that they can be read. */
function pagesWide({ columns, columnCount }: SheetState): number {
  let width = 0;
  for (let index = 0; index < columnCount; index++) {
    const column = columns[index];
    width += column?.hiddenByUser ? 0 : (column?.pixelSize ?? DEFAULT_COLUMN_WIDTH);
  }
  return Math.max(1, Math.ceil(width / WIDEST_PAGE));
}

/** Adds the page to a worksheet part. */
export function addPrintSetup(xml: string, sheet: SheetState): string {
  const withProperties = /<sheetPr\b/.test(xml)
    ? xml.replace(/<\/sheetPr>/, `${PAGE_PROPERTIES}</sheetPr>`)
    : xml.replace(/(<worksheet\b[^>]*>)/, `$1<sheetPr>${PAGE_PROPERTIES}</sheetPr>`);
  // The schema wants a fixed order: the page comes after links and before drawings and tables.
  return insertBefore(
    withProperties,
    ['<drawing', '<legacyDrawing', '<tableParts', '</worksheet>'],
    pageSetup(pagesWide(sheet)),
  );
}

/** Adds to the workbook part, for each sheet with frozen rows or columns, that they stand on every page. */
export function addPrintTitles(xml: string, document: DocumentState): string {
  const names = document.sheets.map(printTitles).join('');
  if (!names) return xml;
  return xml.includes('<definedNames>')
    ? xml.replace('</definedNames>', `${names}</definedNames>`)
    : xml.replace('</sheets>', `</sheets><definedNames>${names}</definedNames>`);
}

function printTitles(sheet: SheetState, index: number): string {
  const title = quotedTitle(sheet.title);
  const { frozenRowCount: rows = 0, frozenColumnCount: columns = 0 } = sheet;
  const ranges = [
    ...(columns > 0 ? [`${title}!$A:$${columnName(columns - 1)}`] : []),
    ...(rows > 0 ? [`${title}!$1:$${rows}`] : []),
  ];
  if (ranges.length === 0) return '';
  const range = ranges.join(',');
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(range)}</definedName>`;
}
