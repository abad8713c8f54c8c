import { sameTitle } from '../../document/a1.ts';
import { createSheet, MAX_CELLS, MAX_COLUMNS } from '../../document/create.ts';
import type { Draft } from '../../document/draft.ts';
import { isObject, objectOf } from '../../document/json.ts';
import { followLocale } from '../../document/locale-change.ts';
import type { DimensionState, DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { removeSheet, renameSheet } from '../../document/structure.ts';
import { completed } from '../colors.ts';
import { sheetProperties } from '../resource.ts';
import { masks, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';
import { resizeSheet } from './resize.ts';

/** A number in JSON; undefined for anything else. */
export const numberIn = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/**
 * Refuses a title that is empty, longer than 100 characters, or that another sheet has.
 *
 * @param except id of the sheet that may have it
 */
export const checkTitle = (document: DocumentState, title: string, except?: number): void => {
  if (title === '') throw new Error('The sheet name cannot be empty.');
  if (title.length > 100) throw new Error('The sheet name cannot be greater than 100 characters.');
  if (document.sheets.some((sheet) => sheet.sheetId !== except && sameTitle(sheet.title, title))) {
    throw new Error(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
};

const freeTitle = (document: DocumentState): string => {
  let n = document.sheets.length + 1;
  while (document.sheets.some((sheet) => sameTitle(sheet.title, `Sheet${n}`))) n += 1;
  return `Sheet${n}`;
};

/** Refuses a workbook of more than ten million cells. */
export const checkCellLimit = (document: DocumentState): void => {
  const cells = document.sheets.reduce(
    (sum, sheet) => sum + (sheet.holdsChart ? 0 : sheet.rowCount * sheet.columnCount),
    0,
  );
  if (cells > MAX_CELLS) {
    throw new Error(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
  if (document.sheets.some((sheet) => sheet.columnCount > MAX_COLUMNS)) {
    throw new Error(
      `This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS} columns.`,
    );
  }
};

/**
 * The id asked for, or a free one.
 *
 * @throws Error for an id that is negative or taken
 */
export const takeSheetId = (draft: Draft, given: number | undefined, random: () => number): number => {
  if (given === undefined) return freshId(random, (id) => draft.sheet(id) !== undefined);
  if (given < 0) throw new Error('Sheet id must be non-negative.');
  if (draft.sheet(given)) throw new Error(`Sheet with id ${given} already exists.`);
  return given;
};

/**
 * The place asked for among the sheets, or the last.
 *
 * @throws Error for a place beyond it
 */
export const placeFor = (document: DocumentState, index: number | undefined): number => {
  const count = document.sheets.length;
  if (index === undefined) return count;
  if (index < 0 || index > count)
    throw new Error(`Sheet index ${index} is out of bounds; there are ${count} sheets.`);
  return index;
};

/** Adds a sheet; a title or id that is taken, a place beyond the last and too many cells are refused. */
export const addSheet: RequestHandler = (draft, request, context) => {
  const properties = (request.properties ?? {}) as JsonObject;
  const { document } = draft;
  if (properties.sheetType !== undefined && properties.sheetType !== 'GRID') {
    throw new Error(`Cannot add a sheet of type ${properties.sheetType}.`);
  }
  const title = (properties.title as string | undefined) || freeTitle(document);
  checkTitle(document, title);
  const sheetId = takeSheetId(draft, numberIn(properties.sheetId), context.random);
  const place = placeFor(document, numberIn(properties.index));
  draft.insert(createSheet(sheetId, title), place);
  const given = Object.keys(properties).filter(
    (name) => !['title', 'sheetId', 'index', 'sheetType'].includes(name),
  );
  const sheet = draft.edit(sheetId);
  setGrid(draft, sheet, (properties.gridProperties ?? {}) as JsonObject, () => true, true);
  if (given.includes('hidden')) sheet.hidden = properties.hidden === true;
  setLook(sheet, properties, (name) => given.includes(name));
  checkCellLimit(document);
  return { properties: sheetProperties(sheet, place) };
};

const setGrid = (
  draft: Draft,
  sheet: SheetState,
  grid: JsonObject,
  named: (field: string) => boolean,
  isNew = false,
): void => {
  const rows = numberIn(grid.rowCount);
  const columns = numberIn(grid.columnCount);
  const size = (field: string, value: number | undefined, current: number): number => {
    if (!named(field) || (isNew && value === undefined)) return current;
    // A size that the mask names and the properties leave out is 0.
    if (value === undefined || value === 0)
      throw new Error(`You can't delete all the ${field === 'rowCount' ? 'rows' : 'columns'} on the sheet.`);
    if (value < 0) throw new Error(`gridProperties.${field}[${value}] must be >= 1`);
    return value;
  };
  resizeSheet(
    draft,
    sheet.sheetId,
    size('rowCount', rows, sheet.rowCount),
    size('columnCount', columns, sheet.columnCount),
  );
  freeze(sheet, grid, named);
  if (named('hideGridlines')) sheet.hideGridlines = grid.hideGridlines === true;
  if (named('rowGroupControlAfter')) sheet.rowGroupControlAfter = grid.rowGroupControlAfter === true;
  if (named('columnGroupControlAfter')) sheet.columnGroupControlAfter = grid.columnGroupControlAfter === true;
  if (!sheet.hideGridlines) delete sheet.hideGridlines;
};

/** Refuses frozen rows (or columns) that leave nothing to scroll, or part of a merged cell. */
const checkFrozen = (sheet: SheetState, axis: 'rows' | 'columns'): void => {
  const rows = axis === 'rows';
  const frozen = (rows ? sheet.frozenRowCount : sheet.frozenColumnCount) ?? 0;
  const limit = rows ? sheet.rowCount : sheet.columnCount;
  let next = frozen;
  while (next < limit && isHidden(sheet[axis][next])) next += 1;
  if (next >= limit) throw new Error(`You can't freeze all visible ${axis} on the sheet.`);
  const cut = sheet.merges.some((merge) => {
    const [start, end] = rows ? [merge.startRow, merge.endRow] : [merge.startColumn, merge.endColumn];
    return start < frozen && frozen < end;
  });
  if (cut) throw new Error(`You can't freeze ${axis} which contain only part of a merged cell.`);
};

const isHidden = (state: DimensionState | undefined): boolean =>
  state?.hiddenByUser === true || state?.hiddenByFilter === true;

const freeze = (sheet: SheetState, grid: JsonObject, named: (field: string) => boolean): void => {
  const set = (key: 'frozenRowCount' | 'frozenColumnCount'): void => {
    if (!named(key)) return;
    const count = numberIn(grid[key]) ?? 0;
    if (count < 0) throw new Error(`gridProperties.${key}[${count}] must be >= 0`);
    if (count > 0) sheet[key] = count;
    else delete sheet[key];
  };
  set('frozenRowCount');
  set('frozenColumnCount');
  if (sheet.frozenRowCount !== undefined || named('rowCount')) checkFrozen(sheet, 'rows');
  if (sheet.frozenColumnCount !== undefined || named('columnCount')) checkFrozen(sheet, 'columns');
};

const setLook = (sheet: SheetState, properties: JsonObject, named: (field: string) => boolean): void => {
  if (named('rightToLeft')) {
    if (properties.rightToLeft === true) sheet.rightToLeft = true;
    else delete sheet.rightToLeft;
  }
  if (named('tabColor') || named('tabColorStyle')) {
    const { tabColor, tabColorStyle } = completed(properties);
    const theme = objectOf(tabColorStyle).themeColor;
    if (isObject(tabColor)) sheet.tabColor = tabColor;
    else delete sheet.tabColor;
    if (typeof theme === 'string') sheet.tabThemeColor = theme;
    else delete sheet.tabThemeColor;
  }
};

/** Deletes a sheet; the last one, and the last that shows, are refused. */
export const deleteSheet: RequestHandler = (draft, request) => {
  const id = numberIn(request.sheetId) ?? 0;
  const sheet = draft.sheet(id);
  if (!sheet) throw new Error(`No sheet with id: ${id}`);
  const others = draft.document.sheets.filter((other) => other !== sheet);
  if (others.length === 0) throw new Error("You can't remove all the sheets in a document.");
  if (!sheet.hidden && others.every((other) => other.hidden)) {
    throw new Error("You can't remove all the visible sheets in a document.");
  }
  removeSheet(draft, id);
  return undefined;
};

/** Changes the fields of the mask in a sheet: title, size, place, look; formulas follow a new title. */
export const updateSheetProperties: RequestHandler = (draft, request) => {
  const properties = (request.properties ?? {}) as JsonObject;
  const mask = parseUpdateMask(request.fields, 'SheetProperties');
  const all = request.fields === '*';
  const id = numberIn(properties.sheetId) ?? 0;
  if (!draft.sheet(id)) throw new Error(`No sheet with id: ${id}`);
  const named = (...path: string[]): boolean => masks(mask, ...path);
  if (!all && mask.some(([name]) => name === 'sheetId' || name === 'sheetType')) {
    throw new Error(`${mask[0]?.[0]} is read-only.`);
  }
  const sheet = draft.edit(id);
  if (named('title')) {
    checkTitle(draft.document, (properties.title as string | undefined) ?? '', id);
    renameSheet(draft, id, properties.title as string);
  }
  if (named('gridProperties') && sheet.holdsChart) {
    if (properties.gridProperties !== undefined) throw new Error(`Sheet with id ${id} has no grid.`);
  } else if (named('gridProperties')) {
    setGrid(draft, sheet, (properties.gridProperties ?? {}) as JsonObject, (field) =>
      named('gridProperties', field),
    );
    checkCellLimit(draft.document);
  }
  if (named('hidden')) setHidden(draft, sheet, properties.hidden === true);
  setLook(sheet, properties, (field) => named(field));
  if (named('index') && !(all && properties.index === undefined))
    moveSheet(draft, sheet, numberIn(properties.index) ?? draft.document.sheets.length);
  return undefined;
};

const setHidden = (draft: Draft, sheet: SheetState, hidden: boolean): void => {
  if (hidden) sheet.hidden = true;
  else delete sheet.hidden;
  if (draft.document.sheets.every((other) => other.hidden)) {
    throw new Error("You can't hide all the sheets in a document.");
  }
};

/** An index counts the places before the sheet is taken out, as in the reference. */
const moveSheet = (draft: Draft, sheet: SheetState, index: number): void => {
  const { document } = draft;
  const from = document.sheets.indexOf(sheet);
  placeFor(document, index);
  const to = index > from ? index - 1 : index;
  document.sheets.splice(from, 1);
  document.sheets.splice(to, 0, sheet);
};

/** Changes title, locale, time zone or recalculation of the spreadsheet. */
export const updateSpreadsheetProperties: RequestHandler = (draft, request) => {
  const properties = (request.properties ?? {}) as JsonObject;
  const mask = parseUpdateMask(request.fields, 'SpreadsheetProperties');
  const { document } = draft;
  const text = (key: 'title' | 'locale' | 'timeZone'): void => {
    const value = properties[key];
    if (masks(mask, key) && typeof value === 'string' && value !== '') document[key] = value;
    else if (masks(mask, key) && request.fields !== '*') throw new Error(`${key} cannot be empty.`);
  };
  if (masks(mask, 'timeZone') && properties.timeZone !== undefined)
    checkTimeZone(properties.timeZone as string);
  if (masks(mask, 'locale') && properties.locale !== undefined) checkLocale(properties.locale as string);
  const { locale } = document;
  text('title');
  text('locale');
  followLocale(draft, locale);
  text('timeZone');
  if (masks(mask, 'autoRecalc') && typeof properties.autoRecalc === 'string')
    document.autoRecalc = properties.autoRecalc;
  if (masks(mask, 'iterativeCalculationSettings')) {
    const settings = properties.iterativeCalculationSettings as JsonObject | undefined;
    if (settings) document.iterativeCalculationSettings = settings;
    else delete document.iterativeCalculationSettings;
  }
  return undefined;
};

/** Refuses a time zone that is not known. */
export const checkTimeZone = (zone: string): void => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Error(`Invalid time zone: ${zone}`);
  }
};

/** Refuses a locale that is not written like `en_US` or `zh_CN`, or whose language is not known. */
export const checkLocale = (locale: string): void => {
  const written = /^[a-z]{2,3}(_[A-Z]{2}|_\d{3})?$/.test(locale);
  const known = written && Intl.DateTimeFormat.supportedLocalesOf(locale.replace('_', '-')).length > 0;
  if (!known) throw new Error(`Unsupported locale: ${locale}`);
};
