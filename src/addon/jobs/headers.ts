import type { Cell, Issue } from '../../kpi/issue.ts';
import {
  blockedColumns,
  emptyHeaders,
  type HeaderState,
  hasNoHeader,
  retitled,
  topRows,
  WHOLE,
} from '../../workbook/header-repair.ts';
import { columnIssues, type SheetPlace, type WorkbookMap } from '../../workbook/map.ts';
import { readRange } from '../../workbook/read.ts';
import type { GridRange, ValuesResponse } from '../../workbook/sheets-api.ts';
import type { ColumnTemplate, Language } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';

/** So many rows above the headers are looked at, whether they are empty. */
const ROWS_ABOVE = 50;

type FirstRow = (column: ColumnTemplate) => Cell | undefined;

function firstRowOf(place: SheetPlace, response: ValuesResponse): FirstRow {
  const columns = readRange(place.sheetId, response);
  return ({ key }) => columns[place.columns.get(key) ?? -1]?.[0];
}

/**
 * The ranges that `headersFound` needs to have been read.
 * @param map Where everything is.
 */
export function headerRanges(map: WorkbookMap): GridRange[] {
  return [...map.sheets.values()].map((place) => topRows(place, 1));
}

/** One further read, of the sheets in which no header is known: are they elsewhere, gone, or translated? */
function rowStates(
  gateway: Gateway,
  map: WorkbookMap,
  doubtful: readonly SheetPlace[],
): Map<string, HeaderState> {
  const found = new Map<string, HeaderState>();
  if (doubtful.length === 0) return found;
  const wanted = Object.fromEntries(doubtful.map(({ key }) => [key, 'all'] as const));
  const { tables, response } = gateway.readValues(
    map,
    wanted,
    doubtful.map((place) => topRows(place, ROWS_ABOVE)),
  );
  for (const { key, sheetId } of doubtful) {
    const fault = tables[key]?.headerFault;
    if (fault === undefined) continue;
    const above = Number(fault.values?.row ?? 1) - 1;
    const isEmpty = readRange(sheetId, response).every((column) =>
      column.slice(0, above).every((cell) => cell === null),
    );
    if (fault.code === 'HEADER_MOVED' && (above > ROWS_ABOVE || !isEmpty)) throw new Refusal(fault);
    found.set(key, { ...WHOLE, rowsAbove: above, isLost: fault.code === 'HEADER_LOST' });
  }
  return found;
}

/** What stands in place of formulas, by sheet and column; an empty text where nothing does. */
function withoutFormula(
  gateway: Gateway,
  suspects: readonly { readonly place: SheetPlace; readonly columns: readonly ColumnTemplate[] }[],
): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  if (suspects.length === 0) return found;
  const response = gateway.readFormulas(suspects.map(({ place }) => topRows(place, 1)));
  for (const { place, columns } of suspects) {
    const first = firstRowOf(place, response);
    const typed = columns.flatMap((column): [string, string][] => {
      const entered = String(first(column) ?? '');
      return entered.startsWith('=') ? [] : [[column.key, entered]];
    });
    if (typed.length > 0) found.set(place.key, new Map(typed));
  }
  return found;
}

/**
 * What people did to the headers: one further read where a sheet has none of those that it was given, one where a
 * computed column does not show its title.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @param response Answer of a read of `headerRanges`.
 * @returns What set-up has to mend, by sheet; throws a Refusal where headers stand below rows that are not empty.
 */
export function headersFound(
  gateway: Gateway,
  map: WorkbookMap,
  response: ValuesResponse,
): ReadonlyMap<string, HeaderState> {
  const places = [...map.sheets.values()];
  const firstRow = (place: SheetPlace): FirstRow => firstRowOf(place, response);
  const states = rowStates(
    gateway,
    map,
    places.filter((place) => hasNoHeader(place, firstRow(place))),
  );
  const inPlace = places.filter(({ key }) => !states.has(key));
  const suspects = inPlace
    .map((place) => ({ place, columns: retitled(place, firstRow(place)) }))
    .filter(({ columns }) => columns.length > 0);
  const replaced = withoutFormula(gateway, suspects);
  for (const place of inPlace) {
    const lacking = [...(replaced.get(place.key) ?? [])];
    const emptied = lacking.filter(([, entered]) => entered === '').map(([key]) => key);
    const empty = [...emptyHeaders(place, firstRow(place)), ...emptied];
    const typedOver = new Map(lacking.filter(([, entered]) => entered !== ''));
    if (empty.length > 0 || typedOver.size > 0) states.set(place.key, { ...WHOLE, empty, typedOver });
  }
  return states;
}

/**
 * Computed columns that show an error in place of their header.
 * @param map Where everything is.
 * @param response Answer of a read of `headerRanges`.
 * @param language Language of the workbook.
 * @param mended What set-up writes anew, by sheet.
 */
export function blockedFound(
  map: WorkbookMap,
  response: ValuesResponse,
  language: Language,
  mended: ReadonlyMap<string, HeaderState>,
): Issue[] {
  const issues = [...map.sheets.values()]
    .filter(({ key }) => mended.get(key)?.isLost !== true)
    .flatMap((place) => blockedColumns(place, firstRowOf(place, response)));
  return columnIssues({ ...map, issues }, language);
}
