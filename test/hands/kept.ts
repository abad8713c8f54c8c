/** What people typed, as a bag: none of it may be gone after a job. */
import type { DocumentState, ExtendedValue, SheetState } from '../../src/local/document/model.ts';
import { STAGING_SHEET_ID } from '../../src/workbook/staging.ts';
import { UNDO_SHEET_ID } from '../../src/workbook/undo-sheet.ts';
import { isAddOns, reviewTabs, tabsOf, valueAt } from './book.ts';

type Bag = Map<string, number>;

const MARKER = /⟦\d+⟧/g;

function textOf(value: ExtendedValue): string {
  return String(value.formulaValue ?? value.stringValue ?? value.numberValue ?? value.boolValue ?? '');
}

function put(bag: Bag, text: string): void {
  bag.set(text, (bag.get(text) ?? 0) + 1);
}

/** Sheets and columns that are the add-on's, as `sheet` and `sheet:column`. */
function addOnsPlaces(document: DocumentState): Set<string> {
  const keys = new Map(tabsOf(document).map(({ sheet, template }) => [sheet.sheetId, template]));
  const places = new Set(reviewTabs(document).map(({ sheetId }) => String(sheetId)));
  for (const { metadataKey, metadataValue, location } of document.metadata) {
    if (metadataKey !== 'kpi.column' || location.type !== 'COLUMN') continue;
    const template = keys.get(location.sheetId);
    const column = template?.columns.find(({ key }) => metadataValue === `${template.key}.${key}`);
    if (template && column && isAddOns(template, column)) places.add(`${location.sheetId}:${location.index}`);
  }
  return places;
}

const HIDDEN: ReadonlySet<number> = new Set([UNDO_SHEET_ID, STAGING_SHEET_ID]);
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** The add-on's own row among the settings: its moment is written by every job. */
function isClock(sheet: SheetState, row: number): boolean {
  return (sheet.cells[row] ?? []).some((_, c) => valueAt(sheet, row, c)?.stringValue === 'as_of');
}

function bagWithout(document: DocumentState, places: ReadonlySet<string>): Bag {
  const bag: Bag = new Map();
  for (const sheet of document.sheets) {
    // What the add-on keeps for itself, hidden from people.
    if (HIDDEN.has(sheet.sheetId)) continue;
    const isReview = places.has(String(sheet.sheetId));
    sheet.cells.forEach((row, r) => {
      const isOwnRow = isClock(sheet, r);
      row?.forEach((_, c) => {
        const value = valueAt(sheet, r, c);
        if (value === undefined) return;
        const text = textOf(value);
        if (isOwnRow && MOMENT.test(text)) return;
        for (const marker of text.match(MARKER) ?? []) if (!bag.has(marker)) bag.set(marker, 1);
        if (!isReview && !places.has(`${sheet.sheetId}:${c}`)) put(bag, text);
      });
    });
  }
  return bag;
}

/**
 * What people typed that is gone: anything in cells that people fill, and any marker wherever it stood. The cells that
 * the add-on fills are its own, also those whose lost marks it has just set again; review tabs are written anew, so that
 * only markers count there.
 */
export function lostBetween(before: DocumentState, after: DocumentState): string[] {
  const places = new Set([...addOnsPlaces(before), ...addOnsPlaces(after)]);
  const left = bagWithout(after, places);
  return [...bagWithout(before, places)]
    .filter(([text, count]) => (left.get(text) ?? 0) < count)
    .map(([text]) => text);
}
