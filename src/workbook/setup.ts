import { afterRows, type HeaderState, headerRequests, rowRequests, WHOLE } from './header-repair.ts';
import { freeSheetId } from './ids.ts';
import type { LaidOut } from './layout.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { addTab, fillTab, type NewPlace, type SetUpContext } from './new-sheet.ts';
import { addRoom, type Repair, repairOf, repairRequests, tornRequests } from './repair.ts';
import { SHEETS, sheetTemplate } from './sheets/index.ts';
import { settingRow } from './sheets/settings.ts';
import type { SheetsRequest } from './sheets-api.ts';
import type { Language, Module, SheetTemplate, StarterRow } from './template.ts';
import { freeTitle } from './titles.ts';

export type SetUpOptions = {
  /** Language of titles, headers and the rows to begin with. */
  readonly language: Language;
  /** Optional modules to add; those that are there already need not be named. */
  readonly modules?: readonly Module[] | undefined;
  /** Whether new sheets get rows that show how they are filled. */
  readonly examples?: boolean | undefined;
  /** Settings that differ from their default, by key. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** What was found about the headers of sheets that are there, by key; all is well where nothing is told. */
  readonly headers?: ReadonlyMap<string, HeaderState>;
};

export type SetUpPlan = {
  /** One batch; empty where the workbook has everything. */
  readonly requests: readonly SheetsRequest[];
  /** Titles of the sheets that it adds. */
  readonly sheets: readonly string[];
  /** Headers of the columns that it adds to sheets that are there, by the sheets' titles. */
  readonly columns: readonly { readonly sheet: string; readonly headers: readonly string[] }[];
  /** Headers that it puts back, by the sheets' titles. */
  readonly headers: readonly { readonly sheet: string; readonly headers: readonly string[] }[];
  /** Empty rows above headers that it removes, by the sheets' titles. */
  readonly rowsAbove: readonly { readonly sheet: string; readonly count: number }[];
};

type NewSheet = { readonly template: SheetTemplate; readonly place: NewPlace };

/** New tabs stand behind the nearest tab that comes before them in the order of the templates. */
function placesOf(map: WorkbookMap, missing: readonly SheetTemplate[], language: Language): NewSheet[] {
  const titles = new Set(map.tabs.map((tab) => tab.title));
  const ids = new Set(map.tabs.map((tab) => tab.sheetId));
  const order = map.tabs.map((tab) => tab.sheetId);
  const known = new Map([...map.sheets].map(([key, { sheetId }]) => [key, sheetId]));
  return missing.map((template) => {
    const title = freeTitle(template.titles[language], titles);
    const sheetId = freeSheetId(template.key, ids);
    const before = SHEETS.slice(0, SHEETS.indexOf(template)).reverse();
    const index = 1 + Math.max(-1, order.indexOf(known.get(nearest(before, known)) ?? -1));
    order.splice(index, 0, sheetId);
    titles.add(title);
    ids.add(sheetId);
    known.set(template.key, sheetId);
    return { template, place: { sheetId, title, index } };
  });
}

function nearest(before: readonly SheetTemplate[], known: ReadonlyMap<string, number>): string {
  return before.find(({ key }) => known.has(key))?.key ?? '';
}

function laidOut({ template, place }: NewSheet): [string, LaidOut] {
  const columns = new Map(template.columns.map(({ key }, index) => [key, index]));
  return [template.key, { sheetId: place.sheetId, title: place.title, columns }];
}

function firstRows(template: SheetTemplate, { language, values, examples }: SetUpOptions): StarterRow[] {
  const starters = template.starterRows ?? [];
  const rows =
    template.key === 'settings' ? starters.map((row) => settingRow(row, { language, ...values })) : starters;
  return [...rows, ...(examples === true ? (template.examples ?? []) : [])];
}

function freshKeys(added: readonly NewSheet[], repairs: readonly Repair[]): Set<string> {
  return new Set([
    ...added.flatMap(({ template }) => template.columns.map(({ key }) => `${template.key}.${key}`)),
    ...repairs.flatMap(({ template, added: columns }) => columns.map(({ key }) => `${template.key}.${key}`)),
  ]);
}

function stateOf({ headers }: SetUpOptions, key: string): HeaderState {
  return headers?.get(key) ?? WHOLE;
}

/** Headers that are written again in a sheet, as people will see them. */
function headersPutBack(place: SheetPlace, state: HeaderState, language: Language): string[] {
  return sheetTemplate(place.key).columns.flatMap(({ key, header }) => {
    const title = state.typedOver.get(key);
    if (title !== undefined) return [title];
    return place.columns.has(key) && (state.isLost || state.empty.includes(key)) ? [header[language]] : [];
  });
}

/**
 * What makes a workbook complete: sheets of the core and of the chosen modules that it lacks, columns that its sheets
 * lack, and the looks of later versions. Nothing that people entered is written over.
 * @param map Where everything is.
 * @param options Language, modules, example rows and settings.
 * @returns One batch, without requests for a workbook that has everything, and what it adds.
 */
export function planSetUp(map: WorkbookMap, options: SetUpOptions): SetUpPlan {
  const { language, modules = [] } = options;
  const missing = SHEETS.filter(
    ({ key, module }) => !map.sheets.has(key) && (module === undefined || modules.includes(module)),
  );
  const added = placesOf(map, missing, language);
  const repairs = SHEETS.flatMap((template) => {
    const place = map.sheets.get(template.key);
    if (place === undefined) return [];
    return [repairOf(template, afterRows(place, stateOf(options, template.key)), map.issues)];
  });
  const present = [...map.sheets.values()].map((place) => ({ place, state: stateOf(options, place.key) }));
  const layout = new Map<string, LaidOut>([
    ...repairs.map(({ template, place, columns }): [string, LaidOut] => [
      template.key,
      { sheetId: place.sheetId, title: place.title, columns },
    ]),
    ...added.map(laidOut),
  ]);
  const context: SetUpContext = { language, layout, names: map.names };
  return {
    requests: [
      ...present.flatMap(({ place, state }) => rowRequests(place, state)),
      ...added.map(({ template, place }) => addTab(template, place)),
      ...repairs.flatMap(addRoom),
      ...added.flatMap(({ template, place }) =>
        fillTab(template, place.sheetId, firstRows(template, options), context),
      ),
      ...repairs.flatMap((repair) => repairRequests(repair, context)),
      ...repairs.flatMap(({ place, template }) =>
        headerRequests(place, stateOf(options, template.key), context),
      ),
      ...tornRequests(repairs, freshKeys(added, repairs), context),
    ],
    sheets: added.map(({ place }) => place.title),
    columns: repairs
      .filter((repair) => repair.added.length > 0)
      .map((repair) => ({
        sheet: repair.place.title,
        headers: repair.added.map((column) => column.header[language]),
      })),
    headers: present
      .map(({ place, state }) => ({ sheet: place.title, headers: headersPutBack(place, state, language) }))
      .filter(({ headers }) => headers.length > 0),
    rowsAbove: present
      .filter(({ state }) => state.rowsAbove > 0)
      .map(({ place, state }) => ({ sheet: place.title, count: state.rowsAbove })),
  };
}
