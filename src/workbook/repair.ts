// A sheet that is there already gets the columns of its template that it lacks, whoever deleted them or whatever version
// brought them, and the looks of a later version. What people entered is never written over.
import { validation } from './column-look.ts';
import { headerCell, headerValue } from './header.ts';
import { referencesIn } from './layout.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { restampSheet } from './marks.ts';
import { columnCells, columnRequests, type SetUpContext } from './new-sheet.ts';
import { addBands, addFilter, grownLook, nameRanges, warnColumns, warnSheet } from './sheet-look.ts';
import type { SheetsRequest } from './sheets-api.ts';
import type { ColumnTemplate, SheetTemplate } from './template.ts';

/** A sheet with the columns that it is going to get. */
export type Repair = {
  readonly template: SheetTemplate;
  readonly place: SheetPlace;
  readonly added: readonly ColumnTemplate[];
  /** Where all its columns are afterwards. */
  readonly columns: ReadonlyMap<string, number>;
};

/**
 * What a sheet lacks of its template. A column that is there twice is not missing: someone has to say which one counts.
 * @param template The template.
 * @param place Where the sheet and its columns are.
 * @param issues Faults of the workbook's columns.
 */
export function repairOf(template: SheetTemplate, place: SheetPlace, issues: WorkbookMap['issues']): Repair {
  const doubled = issues
    .filter(({ code, at }) => code === 'COLUMN_DOUBLED' && at?.sheet === place.title)
    .map(({ values }) => values?.column);
  const added = template.columns.filter(({ key }) => !place.columns.has(key) && !doubled.includes(key));
  const columns = new Map([
    ...place.columns,
    ...added.map(({ key }, i) => [key, place.columnCount + i] as const),
  ]);
  return { template, place, added, columns };
}

/**
 * Room for the added columns, at the right end; all sheets get it before any formula names it.
 * @param repair The sheet.
 */
export function addRoom({ place, added }: Repair): SheetsRequest[] {
  if (added.length === 0) return [];
  return [{ appendDimension: { sheetId: place.sheetId, dimension: 'COLUMNS', length: added.length } }];
}

function addedColumns({ template, place, added, columns }: Repair, context: SetUpContext): SheetsRequest[] {
  if (added.length === 0) return [];
  const { sheetId } = place;
  const at = referencesIn(context.layout, template.key);
  return [
    ...added.flatMap((column) =>
      columnRequests(sheetId, template.key, column, columns.get(column.key) ?? 0, context),
    ),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: place.columnCount },
        rows: [{ values: added.map((column) => headerCell(template, column, context.language, at)) }],
        fields: 'userEnteredValue,note',
      },
    },
    ...grownLook(place, place.rowCount, place.columnCount + added.length),
  ];
}

function isOlder({ template, place }: Repair): boolean {
  return place.version < template.version;
}

function warnings(repair: Repair, { language }: SetUpContext): SheetsRequest[] {
  const { template, place, added, columns } = repair;
  if (isOlder(repair) && !place.isProtected) return warnSheet(template, place.sheetId, columns, language);
  return template.imported ? [] : warnColumns(place.sheetId, added, columns, language);
}

/** What a later version looks like, where people have nothing of the kind. */
function laterLook(repair: Repair, context: SetUpContext): SheetsRequest[] {
  const { template, place, columns } = repair;
  if (!isOlder(repair)) return [];
  const { sheetId } = place;
  return [
    ...(template.page || place.bands.length > 0 ? [] : [addBands(sheetId)]),
    ...(template.page || place.filter !== undefined ? [] : [addFilter(sheetId)]),
    ...nameRanges(template, sheetId, columns, context.names),
    restampSheet(sheetId, template.key, place.version, template.version),
  ];
}

/**
 * Brings a sheet up to its template.
 * @param repair The sheet, which has room for its added columns by now.
 * @param context The batch.
 * @returns No request for a sheet that has everything.
 */
export function repairRequests(repair: Repair, context: SetUpContext): SheetsRequest[] {
  return [...addedColumns(repair, context), ...warnings(repair, context), ...laterLook(repair, context)];
}

/** Keys of the columns that a formula takes, as `sheet.column`. */
function takenBy(sheet: string, column: ColumnTemplate): string[] {
  const taken: string[] = [];
  column.formula?.((key, other = sheet) => {
    taken.push(`${other}.${key}`);
    return '$A$1:$A';
  }, 'en');
  return taken;
}

/** An earlier version may have computed in another way. */
function isOutdated(repair: Repair, column: ColumnTemplate): boolean {
  return column.formula !== undefined && isOlder(repair) && !repair.added.includes(column);
}

function isTorn(sheet: string, column: ColumnTemplate, fresh: ReadonlySet<string>): boolean {
  const { rule } = column;
  const listed = rule !== undefined && 'oneOf' in rule ? [rule.oneOf.join('.')] : [];
  return [...listed, ...takenBy(sheet, column)].some((key) => fresh.has(key));
}

/**
 * Formulas of an earlier version, and formulas and dropdowns that lost a column which comes back: a deleted column leaves
 * them with a reference to nothing.
 * @param repairs All sheets that are there already.
 * @param fresh Columns that this batch adds, as `sheet.column`.
 * @param context The batch.
 * @returns One request for each computed header and each dropdown that is written anew.
 */
export function tornRequests(
  repairs: readonly Repair[],
  fresh: ReadonlySet<string>,
  { layout, language }: SetUpContext,
): SheetsRequest[] {
  return repairs.flatMap((repair) => {
    const { template, place } = repair;
    const { sheetId, columns } = place;
    return template.columns.flatMap((column): SheetsRequest[] => {
      const index = columns.get(column.key);
      const isStale = isTorn(template.key, column, fresh) || isOutdated(repair, column);
      if (index === undefined || !isStale) return [];
      if (column.formula === undefined) {
        return validation(columnCells(sheetId, index), column, language, layout);
      }
      const at = referencesIn(layout, template.key);
      const rows = [{ values: [{ userEnteredValue: headerValue(column, language, at) }] }];
      const start = { sheetId, rowIndex: 0, columnIndex: index };
      return [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
    });
  });
}
