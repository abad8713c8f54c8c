/** A file that a person opens at the workbench, as a document in place of the one that is open. */
import { attribute, elements } from '../../../files/xml.ts';
import { unzip } from '../../../files/zip.ts';
import type { DocumentState } from '../../document/model.ts';
import { fromSnapshot } from '../../document/store.ts';
import { usesDecimalComma } from '../../engine/locale.ts';
import { isOn, linkedText, linksOf, type Parts, partText, sharedTexts } from './book.ts';
import { leavesOut, readSheet, type SheetPart } from './sheet.ts';
import { readFormats, themeColors } from './styles.ts';

/** The file is no workbook. The page has the sentence. */
export class NotOpened extends Error {}

export type OpenedFile = {
  document: DocumentState;
  /** Whether the file has charts, pictures or conditional formats, which are not taken over. */
  partly: boolean;
};

/** Days between 1899-12-30 and 1904-01-01. */
const DAYS_TO_1904 = 1462;

/**
 * Reads a workbook: Excel's, or one that the workbench saved with everything.
 * @param bytes The file.
 * @param name Its name: an Excel file gives the document its title.
 * @param current The open document; the new one has its locale and zone where the file says none.
 * @throws NotOpened where the file is no workbook
 */
export function openFile(bytes: Uint8Array, name: string, current: DocumentState): OpenedFile {
  if (bytes[0] === 0x7b) return { document: fromSaved(bytes), partly: false };
  const archive = unzip(bytes, (path) => /\.(xml|rels)$/i.test(path));
  if ('issue' in archive) throw new NotOpened(archive.issue.code);
  return fromExcel(archive.entries, name.replace(/\.xlsx?$/i, ''), current);
}

function fromSaved(bytes: Uint8Array): DocumentState {
  try {
    const document = fromSnapshot(new TextDecoder().decode(bytes));
    if (document.sheets.length > 0) return document;
  } catch {
    // Any JSON that is no saved workbook ends here.
  }
  throw new NotOpened('no workbook');
}

function fromExcel(parts: Parts, title: string, current: DocumentState): OpenedFile {
  const top = [...linksOf(parts, '').values()].find(({ type }) => type === 'officeDocument');
  const path = top?.path ?? 'xl/workbook.xml';
  const workbook = partText(parts, path);
  if (workbook === undefined) throw new NotOpened('no workbook');
  const links = linksOf(parts, path);
  const linked = (type: string) => linkedText(parts, links, type);
  const book = {
    texts: sharedTexts(linked('sharedStrings')),
    formats: readFormats(linked('styles'), themeColors(linked('theme'))),
    decimalComma: usesDecimalComma(current.locale),
    shift: isOn(elements(workbook, 'workbookPr')[0]?.tag ?? '', 'date1904') ? DAYS_TO_1904 : 0,
  };
  const found = elements(workbook, 'sheet').flatMap(({ tag }, index): SheetPart[] => {
    const link = links.get(attribute(tag, '(?:\\w+:)?id') ?? '');
    if (link?.type !== 'worksheet') return [];
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    return [{ sheetId: index + 1, title: attribute(tag, 'name') ?? '', hidden, path: link.path }];
  });
  if (!found.some(({ hidden }) => !hidden)) throw new NotOpened('no sheets');
  return {
    document: {
      ...current,
      title,
      sheets: found.map((sheet) => readSheet(parts, book, sheet)),
      namedRanges: [],
      metadata: [],
    },
    partly: found.some((sheet) => leavesOut(partText(parts, sheet.path) ?? '')),
  };
}
