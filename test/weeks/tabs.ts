/** Review tabs as they stand in a workbook: their stamps, their rows and their sections. */
import type { DocumentState, SheetState } from '../../src/local/document/model.ts';
import { say, type TextCode } from '../../src/text/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import { reviewColumns, valueAt } from '../hands/book.ts';

export type Stamp = {
  readonly label: string;
  readonly state: string;
  readonly sheetId: number;
};

/** Stamps in the order of the weeks. */
export function stampsOf(document: DocumentState): Stamp[] {
  return document.metadata
    .filter(({ metadataKey }) => metadataKey === 'kpi.review')
    .map(({ metadataValue }) => {
      const [label = '', state = '', sheetId = ''] = metadataValue.split(':');
      return { label, state, sheetId: Number(sheetId) };
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

export type TabRow = { readonly row: number; readonly kind: string; readonly id: string };

export type Tab = {
  readonly sheet: SheetState;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly TabRow[];
};

export function tabOf(document: DocumentState, sheetId: number): Tab | undefined {
  const sheet = document.sheets.find((each) => each.sheetId === sheetId);
  if (sheet === undefined) return undefined;
  const columns = reviewColumns(document, sheetId);
  const rows = Array.from({ length: sheet.cells.length }, (_, row): TabRow => {
    const [kind = '', ...id] = (valueAt(sheet, row, columns.get('key') ?? 0)?.stringValue ?? '').split(':');
    return { row, kind, id: id.join(':') };
  });
  return { sheet, columns, rows };
}

const SECTIONS: readonly TextCode[] = [
  'SECTION_TREE',
  'SECTION_WHY',
  'SECTION_TRENDS',
  'SECTION_CONTENT',
  'SECTION_WEAK',
  'SECTION_PEOPLE',
  'SECTION_GUARDS',
  'SECTION_EXPERIMENTS',
  'SECTION_PUBLISHING',
  'SECTION_ACTIONS',
  'SECTION_NOTES',
];

/** Numbers of the sections whose headings stand in a tab, from the top; 1 is the headline with the week's label. */
export function sectionsOf({ sheet, columns, rows }: Tab, label: string, language: Language): number[] {
  const titles = new Map(SECTIONS.map((code, index) => [say(language, code), index + 2]));
  const name = columns.get('name') ?? 1;
  return sheet.cells.flatMap((_, row): number[] => {
    const text = valueAt(sheet, row, name)?.stringValue ?? '';
    if (row === 0 && text.includes(label)) return [1];
    const section = titles.get(text);
    return section === undefined || rows[row]?.kind !== 'section' ? [] : [section];
  });
}
