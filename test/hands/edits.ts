/** What people do to a workbook, as data: each kind makes requests of the Sheets API from the workbook as it stands. */
import type { DocumentState, SheetState } from '../../src/local/document/model.ts';
import type { Random } from '../../src/sample/random.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import type { ColumnTemplate, Language } from '../../src/workbook/template.ts';
import { isAddOns, reviewColumns, reviewTabs, type Tab, tabsOf, usedRows, valueAt } from './book.ts';

export type Hand = {
  readonly document: DocumentState;
  readonly random: Random;
  /** A text that stands nowhere else. */
  readonly marker: () => string;
  readonly language: Language;
};

/** Requests of one `batchUpdate`; undefined where the workbook has nothing that could be edited so. */
export type Edit = (hand: Hand) => object[] | undefined;

const range = (sheetId: number, dimension: 'ROWS' | 'COLUMNS', startIndex: number, length = 1) => ({
  sheetId,
  dimension,
  startIndex,
  endIndex: startIndex + length,
});

type Entered = string | number | { readonly formula: string };

/** Text is typed as text, as a cell with the format "plain text" keeps it. */
function entered(value: Entered): object {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'string' ? { stringValue: value } : { formulaValue: value.formula };
}

function typeAt(sheetId: number, rowIndex: number, columnIndex: number, ...values: Entered[]): object {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: values.map((value) => ({ values: [{ userEnteredValue: entered(value) }] })),
      fields: 'userEnteredValue',
    },
  };
}

/** A template sheet, mostly one that jobs read. */
function anyTab({ document, random }: Hand, fits: (tab: Tab) => boolean = () => true): Tab | undefined {
  const tabs = tabsOf(document).filter(fits);
  if (tabs.length === 0) return undefined;
  const busy = tabs.filter(({ sheet }) => usedRows(sheet) > 1);
  return random.pick(busy.length > 0 && random.chance(0.8) ? busy : tabs);
}

function anyColumn(
  { random }: Hand,
  { columns, template }: Tab,
  fits: (column: ColumnTemplate) => boolean = () => true,
): { column: ColumnTemplate; index: number } | undefined {
  const there = template.columns.filter((column) => columns.has(column.key) && fits(column));
  if (there.length === 0) return undefined;
  const column = random.pick(there);
  return { column, index: columns.get(column.key) ?? 0 };
}

function onColumn(
  work: (sheet: SheetState, index: number, column: ColumnTemplate, hand: Hand) => object[] | undefined,
  fits: (column: ColumnTemplate, tab: Tab) => boolean = () => true,
): Edit {
  return (hand) => {
    const tab = anyTab(hand, (each) =>
      each.template.columns.some((column) => each.columns.has(column.key) && fits(column, each)),
    );
    const found = tab && anyColumn(hand, tab, (column) => fits(column, tab));
    return tab && found && work(tab.sheet, found.index, found.column, hand);
  };
}

function onTab(work: (tab: Tab, hand: Hand) => object[] | undefined): Edit {
  return (hand) => {
    const tab = anyTab(hand);
    return tab && work(tab, hand);
  };
}

function onReview(work: (sheet: SheetState, hand: Hand) => object[] | undefined): Edit {
  return (hand) => {
    const tabs = reviewTabs(hand.document);
    return tabs.length === 0 ? undefined : work(hand.random.pick(tabs), hand);
  };
}

const retitle = (sheetId: number, title: string): object => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});

function freeTitle({ document }: Hand, title: string): string {
  const taken = new Set(document.sheets.map((sheet) => sheet.title.toLowerCase()));
  let free = title;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${title} ${n}`;
  return free;
}

const isNumeric = ({ type }: ColumnTemplate): boolean =>
  ['count', 'number', 'money', 'percent', 'ratio', 'seconds', 'hours'].includes(type);
const isDate = ({ type }: ColumnTemplate): boolean => type === 'date' || type === 'datetime';
const isTyped = (column: ColumnTemplate): boolean =>
  column.formula === undefined && column.choices === undefined;
const isPeoples = (column: ColumnTemplate, { template }: Tab): boolean =>
  column.type === 'text' && !isAddOns(template, column) && template.key !== 'settings';

const dataRow = (sheet: SheetState, random: Random): number =>
  random.whole(1, Math.max(1, Math.min(usedRows(sheet), sheet.rowCount - 1)));

const NUMBERS_AS_TEXT = [
  '1,234',
  '12%',
  '¥1.2万',
  '￥3,000',
  '１２３',
  '１，２３４．５',
  '50％',
  'US$5',
  '（12）',
  '1.2K',
  '3亿',
  '1.234,5',
  '1.2w',
  'RMB 1,200',
  '12 pcs',
  'n/a',
  '—',
];
const DATES_AS_TEXT = [
  '2026-07-22',
  '2026/7/22',
  '22.07.2026',
  'Jul 22, 2026',
  '2026年7月22日',
  '07/22/2026',
  '07/08/2026',
  '22 July 2026',
  'next week',
];
const FAILING = ['=#REF!', '=NA()', '=1/0', '=NOSUCHFUNCTION(1)', '=VALUE("x")'];
const GERMAN = ['Spalte', 'Wert', 'Konto', 'Datum', 'Betrag', 'Titel', 'Art', 'Name', 'Stand', 'Notiz'];

const lookup = (sheetId: number, more: object): object => ({
  deleteDeveloperMetadata: {
    dataFilter: {
      developerMetadataLookup: {
        ...more,
        metadataLocation: { sheetId },
        locationMatchingStrategy: 'INTERSECTING_LOCATION',
      },
    },
  },
});

function deletable(sheet: SheetState): boolean {
  return sheet.columnCount > (sheet.frozenColumnCount ?? 0) + 1;
}

/** Titles of every sheet that a person could have meant. */
function otherTitle({ language, random }: Hand, tab: Tab): string {
  return random.pick(SHEETS.filter(({ key }) => key !== tab.template.key)).titles[language];
}

export const EDITS = {
  'rename a column': onColumn(
    (sheet, index, _, { marker }) => [typeAt(sheet.sheetId, 0, index, `Our ${marker()}`)],
    (column) => column.formula === undefined,
  ),
  'move a column': onColumn((sheet, index, _, { random }) => {
    // Neither across the edge of frozen columns nor onto itself.
    const frozen = sheet.frozenColumnCount ?? 0;
    if (index < frozen || sheet.columnCount - frozen < 3) return undefined;
    const destinationIndex = random.whole(frozen, sheet.columnCount);
    if (destinationIndex === index || destinationIndex === index + 1) return undefined;
    return [{ moveDimension: { source: range(sheet.sheetId, 'COLUMNS', index), destinationIndex } }];
  }),
  'insert a column of their own': onColumn((sheet, index, _, { marker }) => [
    { insertDimension: { range: range(sheet.sheetId, 'COLUMNS', index), inheritFromBefore: false } },
    typeAt(sheet.sheetId, 0, index, `Own ${marker()}`, `own ${marker()}`, `own ${marker()}`),
  ]),
  'hide a column': onColumn((sheet, index) => [
    {
      updateDimensionProperties: {
        range: range(sheet.sheetId, 'COLUMNS', index),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
  ]),
  'delete a column': onColumn((sheet, index) =>
    deletable(sheet) ? [{ deleteDimension: { range: range(sheet.sheetId, 'COLUMNS', index) } }] : undefined,
  ),
  'delete a column and type it anew': onColumn(
    (sheet, index, column, { language, random }) => {
      if (!deletable(sheet)) return undefined;
      const header = column.header[random.chance(0.7) ? language : random.pick(['en', 'zh-CN'] as const)];
      const place = range(sheet.sheetId, 'COLUMNS', index);
      const rows = Array.from({ length: usedRows(sheet) - 1 }, (_, row): Entered => {
        const value = valueAt(sheet, row + 1, index);
        return value?.numberValue ?? value?.stringValue ?? '';
      });
      return [
        { insertDimension: { range: place, inheritFromBefore: false } },
        typeAt(sheet.sheetId, 0, index, header, ...rows),
        { deleteDimension: { range: range(sheet.sheetId, 'COLUMNS', index + 1) } },
      ];
    },
    (column) => column.formula === undefined,
  ),
  'sort the rows': onColumn((sheet, index, _, { random }) => [
    {
      sortRange: {
        range: {
          sheetId: sheet.sheetId,
          startRowIndex: 1,
          endRowIndex: sheet.rowCount,
          startColumnIndex: 0,
          endColumnIndex: sheet.columnCount,
        },
        sortSpecs: [{ dimensionIndex: index, sortOrder: random.pick(['ASCENDING', 'DESCENDING']) }],
      },
    },
  ]),
  'sort the headers along': onColumn((sheet, index) => {
    if ((sheet.frozenRowCount ?? 0) > 1) return undefined;
    return [
      {
        sortRange: {
          range: {
            sheetId: sheet.sheetId,
            startRowIndex: 0,
            endRowIndex: Math.max(2, usedRows(sheet)),
            startColumnIndex: 0,
            endColumnIndex: sheet.columnCount,
          },
          sortSpecs: [{ dimensionIndex: index, sortOrder: 'DESCENDING' }],
        },
      },
    ];
  }),
  'filter the rows': onColumn((sheet, index) => [
    {
      setBasicFilter: {
        filter: {
          range: { sheetId: sheet.sheetId, startRowIndex: 0 },
          filterSpecs: [
            {
              columnIndex: index,
              filterCriteria: { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'zzz' }] } },
            },
          ],
        },
      },
    },
  ]),
  'remove filter and bands': onTab(({ sheet }) => [
    ...(sheet.basicFilter ? [{ clearBasicFilter: { sheetId: sheet.sheetId } }] : []),
    ...sheet.bandedRanges.map(({ bandedRangeId }) => ({ deleteBanding: { bandedRangeId } })),
    { updateSheetProperties: { properties: { sheetId: sheet.sheetId, hidden: false }, fields: 'hidden' } },
  ]),
  'rename a sheet': onTab(({ sheet }, hand) => [retitle(sheet.sheetId, `It's ${hand.marker()}`)]),
  'give a sheet another one’s title': onTab((tab, hand) => [
    retitle(tab.sheet.sheetId, freeTitle(hand, otherTitle(hand, tab))),
  ]),
  'swap the titles of two sheets': onTab(({ sheet }, hand) => {
    const other = anyTab(hand, (each) => each.sheet.sheetId !== sheet.sheetId)?.sheet;
    if (other === undefined) return undefined;
    return [
      retitle(sheet.sheetId, `~${hand.marker()}`),
      retitle(other.sheetId, sheet.title),
      retitle(sheet.sheetId, other.title),
    ];
  }),
  'reorder the sheets': onTab(({ sheet }, { document, random }) => [
    {
      updateSheetProperties: {
        properties: { sheetId: sheet.sheetId, index: random.whole(0, document.sheets.length - 1) },
        fields: 'index',
      },
    },
  ]),
  'duplicate a sheet': onTab(({ sheet }, hand) =>
    // So many copies nobody makes, and each takes time.
    hand.document.sheets.length > 22
      ? undefined
      : [{ duplicateSheet: { sourceSheetId: sheet.sheetId, newSheetName: `Copy ${hand.marker()}` } }],
  ),
  'hide a sheet': onTab(({ sheet }, { document }) =>
    document.sheets.filter(({ hidden }) => !hidden).length < 3
      ? undefined
      : [
          {
            updateSheetProperties: { properties: { sheetId: sheet.sheetId, hidden: true }, fields: 'hidden' },
          },
        ],
  ),
  'delete a sheet': onTab(({ sheet }, { document }) =>
    document.sheets.filter(({ hidden, sheetId }) => !hidden && sheetId !== sheet.sheetId).length === 0
      ? undefined
      : [{ deleteSheet: { sheetId: sheet.sheetId } }],
  ),
  'translate the headers': onTab(({ sheet, columns, template }, { language, random }) => {
    const other = language === 'en' ? 'zh-CN' : 'en';
    const isOwn = random.chance(0.5);
    return template.columns.flatMap((column, i) => {
      const index = columns.get(column.key);
      if (index === undefined || column.formula !== undefined) return [];
      return [
        typeAt(sheet.sheetId, 0, index, isOwn ? `${GERMAN[i % GERMAN.length]} ${i}` : column.header[other]),
      ];
    });
  }),
  'lose the mark of a column': onColumn((sheet, _, column, { document }) => {
    const tab = tabsOf(document).find((each) => each.sheet.sheetId === sheet.sheetId);
    const metadataValue = `${tab?.template.key}.${column.key}`;
    return [lookup(sheet.sheetId, { metadataKey: 'kpi.column', metadataValue })];
  }),
  'lose all marks of a sheet': onTab(({ sheet }) => [lookup(sheet.sheetId, {})]),
  'merge cells of a column': onColumn((sheet, index, _, { random }) => {
    const first = dataRow(sheet, random);
    if (first + 2 > sheet.rowCount) return undefined;
    const startRowIndex = Math.max(first, sheet.frozenRowCount ?? 0);
    return [
      {
        mergeCells: {
          range: {
            sheetId: sheet.sheetId,
            startRowIndex,
            endRowIndex: Math.min(sheet.rowCount, startRowIndex + 3),
            startColumnIndex: index,
            endColumnIndex: index + 1,
          },
          mergeType: 'MERGE_ALL',
        },
      },
    ];
  }),
  'merge cells of a row': onColumn((sheet, index, _, { random }) => {
    const row = dataRow(sheet, random);
    const frozen = sheet.frozenColumnCount ?? 0;
    const start = Math.max(index, frozen);
    if (start + 2 > sheet.columnCount) return undefined;
    return [
      {
        mergeCells: {
          range: {
            sheetId: sheet.sheetId,
            startRowIndex: row,
            endRowIndex: row + 1,
            startColumnIndex: start,
            endColumnIndex: start + 2,
          },
          mergeType: 'MERGE_ALL',
        },
      },
    ];
  }),
  'paste a formula over data': onColumn(
    (sheet, index, _, { random, marker }) => [
      typeAt(sheet.sheetId, dataRow(sheet, random), index, { formula: `="f ${marker()}"` }),
    ],
    isPeoples,
  ),
  'paste a failing formula': onColumn(
    (sheet, index, _, { random }) => [
      typeAt(sheet.sheetId, dataRow(sheet, random), index, { formula: random.pick(FAILING) }),
    ],
    (column) => isTyped(column),
  ),
  'type a number as text': onColumn(
    (sheet, index, _, { random }) => [
      typeAt(sheet.sheetId, dataRow(sheet, random), index, random.pick(NUMBERS_AS_TEXT)),
    ],
    (column) => isTyped(column) && isNumeric(column),
  ),
  'type a date as text': onColumn(
    (sheet, index, _, { random }) => [
      typeAt(sheet.sheetId, dataRow(sheet, random), index, random.pick(DATES_AS_TEXT)),
    ],
    (column) => isTyped(column) && isDate(column),
  ),
  'type an absurd number': onColumn(
    (sheet, index, _, { random }) => [
      typeAt(
        sheet.sheetId,
        dataRow(sheet, random),
        index,
        random.pick([-1, 0, 20260722, 1e15, -1e300, 0.1, 46_000.5]),
      ),
    ],
    (column) => isTyped(column) && (isNumeric(column) || isDate(column)),
  ),
  'type text where it belongs': onColumn(
    (sheet, index, _, { random, marker }) => [
      typeAt(sheet.sheetId, dataRow(sheet, random), index, `t ${marker()}`),
    ],
    isPeoples,
  ),
  'type below the data': onColumn(
    (sheet, index, _, { marker }) =>
      usedRows(sheet) + 1 >= sheet.rowCount
        ? undefined
        : [typeAt(sheet.sheetId, usedRows(sheet) + 1, index, `b ${marker()}`)],
    isPeoples,
  ),
  'empty some cells': onColumn((sheet, index, _, { random }) => {
    const row = dataRow(sheet, random);
    const place = {
      startRowIndex: row,
      endRowIndex: row + 2,
      startColumnIndex: index,
      endColumnIndex: index + 2,
    };
    return [{ updateCells: { range: { sheetId: sheet.sheetId, ...place }, fields: 'userEnteredValue' } }];
  }),
  'insert rows among the data': onTab(({ sheet }, { random }) => [
    {
      insertDimension: {
        range: range(sheet.sheetId, 'ROWS', dataRow(sheet, random), 2),
        inheritFromBefore: false,
      },
    },
  ]),
  'delete a row': onTab(({ sheet }, { random }) =>
    sheet.rowCount < 5
      ? undefined
      : [{ deleteDimension: { range: range(sheet.sheetId, 'ROWS', dataRow(sheet, random)) } }],
  ),
  'delete the empty rows below': onTab(({ sheet }) => {
    const used = Math.max(usedRows(sheet), 2, (sheet.frozenRowCount ?? 0) + 1);
    return used >= sheet.rowCount
      ? undefined
      : [{ deleteDimension: { range: range(sheet.sheetId, 'ROWS', used, sheet.rowCount - used) } }];
  }),
  'add very many rows': onTab(({ sheet }) =>
    sheet.rowCount > 5000
      ? undefined
      : [{ appendDimension: { sheetId: sheet.sheetId, dimension: 'ROWS', length: 5000 } }],
  ),
  'insert an empty row above the headers': onTab(({ sheet }) => [
    { insertDimension: { range: range(sheet.sheetId, 'ROWS', 0), inheritFromBefore: false } },
  ]),
  'insert a title above the headers': onTab(({ sheet }, { marker }) => [
    { insertDimension: { range: range(sheet.sheetId, 'ROWS', 0, 2), inheritFromBefore: false } },
    typeAt(sheet.sheetId, 0, 0, `Title ${marker()}`),
  ]),
  'delete the header row': onTab(({ sheet }) =>
    sheet.rowCount < 5 ? undefined : [{ deleteDimension: { range: range(sheet.sheetId, 'ROWS', 0) } }],
  ),
  'empty a header': onColumn((sheet, index) => {
    const place = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
    return [{ updateCells: { range: { sheetId: sheet.sheetId, ...place }, fields: 'userEnteredValue' } }];
  }),
  'type over a computed header': onColumn(
    (sheet, index, _, { marker }) => [typeAt(sheet.sheetId, 0, index, `Calc ${marker()}`)],
    (column) => column.formula !== undefined,
  ),
  'type into a computed column': onColumn(
    (sheet, index, _, { random }) => [typeAt(sheet.sheetId, dataRow(sheet, random), index, 5)],
    (column) => column.formula !== undefined,
  ),
  'duplicate a column': onColumn((sheet, index, column, { language }) => [
    { insertDimension: { range: range(sheet.sheetId, 'COLUMNS', index + 1), inheritFromBefore: true } },
    {
      copyPaste: {
        source: { sheetId: sheet.sheetId, startColumnIndex: index, endColumnIndex: index + 1 },
        destination: { sheetId: sheet.sheetId, startColumnIndex: index + 1, endColumnIndex: index + 2 },
        pasteType: 'PASTE_VALUES',
      },
    },
    typeAt(sheet.sheetId, 0, index + 1, column.header[language]),
  ]),
  'have a column marked twice': onColumn((sheet, index, column, { document }) => {
    const tab = tabsOf(document).find((each) => each.sheet.sheetId === sheet.sheetId);
    const to = index + 1 < sheet.columnCount ? index + 1 : index - 1;
    if (to < 0) return undefined;
    return [
      { insertDimension: { range: range(sheet.sheetId, 'COLUMNS', to), inheritFromBefore: false } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'kpi.column',
            metadataValue: `${tab?.template.key}.${column.key}`,
            visibility: 'DOCUMENT',
            location: { dimensionRange: range(sheet.sheetId, 'COLUMNS', to) },
          },
        },
      },
    ];
  }),
  'remove the dropdowns': onTab(({ sheet }) => [
    { repeatCell: { range: { sheetId: sheet.sheetId }, cell: {}, fields: 'dataValidation' } },
  ]),
  'freeze other rows and columns': onTab(({ sheet }, { random }) => [
    {
      updateSheetProperties: {
        properties: {
          sheetId: sheet.sheetId,
          gridProperties: { frozenRowCount: random.whole(0, 1), frozenColumnCount: random.whole(0, 1) },
        },
        fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
      },
    },
  ]),
  'explain a KPI in the review': onReview((sheet, { document, marker, random }) => {
    const columns = reviewColumns(document, sheet.sheetId);
    const [key, text] = [columns.get('key'), columns.get('text')];
    if (key === undefined || text === undefined) return undefined;
    const rows = sheet.cells.flatMap((_, row) =>
      valueAt(sheet, row, key)?.stringValue?.startsWith('kpi:') ? [row] : [],
    );
    if (rows.length === 0) return undefined;
    return [typeAt(sheet.sheetId, random.pick(rows), text, `why ${marker()}`)];
  }),
  'move or insert a column of the review': onReview((sheet, { random, marker }) => [
    {
      insertDimension: {
        range: range(sheet.sheetId, 'COLUMNS', random.whole(1, 5)),
        inheritFromBefore: false,
      },
    },
    { appendDimension: { sheetId: sheet.sheetId, dimension: 'COLUMNS', length: 1 } },
    typeAt(sheet.sheetId, 1, sheet.columnCount + 1, `own ${marker()}`),
  ]),
  'delete a column of the review': onReview((sheet, { random }) => [
    { deleteDimension: { range: range(sheet.sheetId, 'COLUMNS', random.whole(1, sheet.columnCount - 2)) } },
  ]),
  'freeze columns of the review': onReview((sheet) => [
    { unmergeCells: { range: { sheetId: sheet.sheetId } } },
    {
      updateSheetProperties: {
        properties: { sheetId: sheet.sheetId, gridProperties: { frozenColumnCount: 2 } },
        fields: 'gridProperties.frozenColumnCount',
      },
    },
  ]),
  'delete a review': onReview((sheet) => [{ deleteSheet: { sheetId: sheet.sheetId } }]),
  'rename a review': onReview((sheet, { marker }) => [retitle(sheet.sheetId, `Week ${marker()}`)]),
  'lose the mark of a review': onReview((sheet) => [lookup(sheet.sheetId, {})]),
  'duplicate a review': onReview((sheet, hand) =>
    hand.document.sheets.length > 22
      ? undefined
      : [{ duplicateSheet: { sourceSheetId: sheet.sheetId, newSheetName: `Old ${hand.marker()}` } }],
  ),
} satisfies Record<string, Edit>;

export type Kind = keyof typeof EDITS;
export const KINDS = Object.keys(EDITS) as Kind[];
