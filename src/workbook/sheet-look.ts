// What a sheet looks like and offers beyond its columns: filter, bands, warnings, colours of states, names.

import { COLORS } from './formats.ts';
import type { SheetPlace } from './map.ts';
import { runsOf } from './position-spans.ts';
import type { GridRange, SheetsRequest } from './sheets-api.ts';
import { type ColumnTemplate, type Language, type SheetTemplate, words } from './template.ts';

type Positions = ReadonlyMap<string, number>;

const FILLED_BY_ADDON = words('Filled by the add-on', '由插件填写');
const HEADERS_COMPUTE = words('Headers of computed columns hold their formulas', '计算列的公式在表头中');
const IMPORTED = words(
  'Comes from files; please import instead of typing',
  '来自文件，请用导入，不要手工填写',
);

/**
 * Whether people are warned before they type into a column.
 * @param column Column of the template.
 */
export function isGuarded(column: ColumnTemplate): boolean {
  return column.managed === true || column.formula !== undefined;
}

/**
 * The filter over header and rows of a whole sheet.
 * @param sheetId The sheet.
 * @returns One request.
 */
export function addFilter(sheetId: number): SheetsRequest {
  return { setBasicFilter: { filter: { range: { sheetId, startRowIndex: 0, startColumnIndex: 0 } } } };
}

/**
 * Rows below the header in two colours by turns, so that the eye keeps its row.
 * @param sheetId The sheet.
 * @returns One request.
 */
export function addBands(sheetId: number): SheetsRequest {
  return {
    addBanding: {
      bandedRange: {
        range: { sheetId, startRowIndex: 1, startColumnIndex: 0 },
        rowProperties: { firstBandColor: COLORS.white, secondBandColor: COLORS.band },
      },
    },
  };
}

function warning(range: GridRange, description: string): SheetsRequest {
  return { addProtectedRange: { protectedRange: { range, description, warningOnly: true } } };
}

/**
 * A warning before someone types where the add-on fills or computes. It keeps nobody out: whoever means it goes on.
 * @param sheetId The sheet.
 * @param columns Columns of the template to be looked at.
 * @param positions Where they are.
 * @param language Language of the descriptions.
 * @returns One request for each run of neighbouring columns.
 */
export function warnColumns(
  sheetId: number,
  columns: readonly ColumnTemplate[],
  positions: Positions,
  language: Language,
): SheetsRequest[] {
  const guarded = columns.filter(isGuarded).flatMap(({ key }) => positions.get(key) ?? []);
  return runsOf(guarded).map(({ start, end }) =>
    warning({ sheetId, startColumnIndex: start, endColumnIndex: end }, FILLED_BY_ADDON[language]),
  );
}

/**
 * The warnings of a whole sheet: all of it where its rows come from files, else what the add-on fills, and the headers
 * that compute.
 * @param template The sheet's template.
 * @param sheetId The sheet.
 * @param positions Where its columns are.
 * @param language Language of the descriptions.
 * @returns No request for a sheet that people fill alone.
 */
export function warnSheet(
  template: SheetTemplate,
  sheetId: number,
  positions: Positions,
  language: Language,
): SheetsRequest[] {
  if (template.imported) return [warning({ sheetId }, IMPORTED[language])];
  const computes = template.columns.some(({ formula }) => formula !== undefined);
  const header: GridRange = { sheetId, startRowIndex: 0, endRowIndex: 1 };
  return [
    ...warnColumns(sheetId, template.columns, positions, language),
    ...(computes ? [warning(header, HEADERS_COMPUTE[language])] : []),
  ];
}

const LOOKS = [
  { mark: '●', fill: COLORS.greenFill, text: COLORS.greenText },
  { mark: '▲', fill: COLORS.amberFill, text: COLORS.amberText },
  { mark: '■', fill: COLORS.redFill, text: COLORS.redText },
  { mark: '○', fill: COLORS.greyFill, text: COLORS.greyText },
] as const;

/**
 * Colours for words that begin with a mark of their own, so that colour is never the only sign: ● green, ▲ amber,
 * ■ red, ○ grey.
 * @param range Cells that show such words.
 * @returns One rule a mark.
 */
export function markColors(range: GridRange): SheetsRequest[] {
  return LOOKS.map(({ mark, fill, text }, index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: mark }] },
          format: { backgroundColor: fill, textFormat: { foregroundColor: text } },
        },
      },
    },
  }));
}

/**
 * Names for columns that adjoin in the order of the template; a name that the workbook has already is left alone.
 * @param template The sheet's template.
 * @param sheetId The sheet.
 * @param positions Where its columns are.
 * @param taken Names of the workbook, in lower case.
 * @returns One request a name.
 */
export function nameRanges(
  template: SheetTemplate,
  sheetId: number,
  positions: Positions,
  taken: ReadonlySet<string>,
): SheetsRequest[] {
  const keys = template.columns.map(({ key }) => key);
  return (template.names ?? []).flatMap(({ name, from, to }) => {
    const start = positions.get(from);
    const named = keys.slice(keys.indexOf(from), keys.indexOf(to) + 1);
    const adjoin = named.every((key, i) => start !== undefined && positions.get(key) === start + i);
    if (start === undefined || !adjoin || taken.has(name.toLowerCase())) return [];
    const range = {
      sheetId,
      startRowIndex: 1,
      startColumnIndex: start,
      endColumnIndex: start + named.length,
    };
    return [{ addNamedRange: { namedRange: { name, range } } }];
  });
}

function grownRange(range: GridRange, place: SheetPlace, rows: number, columns: number): GridRange {
  return {
    ...range,
    ...(range.endRowIndex === place.rowCount ? { endRowIndex: rows } : {}),
    ...(range.endColumnIndex === place.columnCount ? { endColumnIndex: columns } : {}),
  };
}

function hasGrown(before: GridRange, after: GridRange): boolean {
  return before.endRowIndex !== after.endRowIndex || before.endColumnIndex !== after.endColumnIndex;
}

/**
 * Lets filter and bands follow a sheet that grows, where they reached its end. What people filter and sort by stays.
 * @param place The sheet before it grows.
 * @param rows Rows that it will have.
 * @param columns Columns that it will have.
 * @returns No request where nothing reached the end.
 */
export function grownLook(place: SheetPlace, rows: number, columns: number): SheetsRequest[] {
  const { filter, bands } = place;
  const range = filter && grownRange(filter.range, place, rows, columns);
  const filtered: SheetsRequest[] =
    filter !== undefined && range !== undefined && hasGrown(filter.range, range)
      ? [{ setBasicFilter: { filter: { ...filter, range } } }]
      : [];
  const banded = bands.flatMap((band): SheetsRequest[] => {
    const wider = grownRange(band.range, place, rows, columns);
    if (!hasGrown(band.range, wider)) return [];
    const { bandedRangeId } = band;
    return [{ updateBanding: { bandedRange: { bandedRangeId, range: wider }, fields: 'range' } }];
  });
  return [...banded, ...filtered];
}
