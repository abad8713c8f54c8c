/** What people typed, as a bag: none of it may be gone after a job. */
import type { DocumentState, ExtendedValue } from '../../src/local/document/model.ts';
import { isAddOns, reviewTabs, tabsOf, valueAt } from './book.ts';

export type Bag = Map<string, number>;

const MARKER = /⟦\d+⟧/g;

function textOf(value: ExtendedValue): string {
  return String(value.formulaValue ?? value.stringValue ?? value.numberValue ?? value.boolValue ?? '');
}

function put(bag: Bag, text: string): void {
  bag.set(text, (bag.get(text) ?? 0) + 1);
}

/**
 * Everything that stands in cells that people fill, and every marker wherever it stands. The cells that the add-on fills
 * are its own, and review tabs are written anew, so that only markers count there.
 */
export function bagOf(document: DocumentState): Bag {
  const bag: Bag = new Map();
  const addOns = new Map<number, Set<number>>();
  for (const { sheet, template, columns } of tabsOf(document)) {
    const own = template.columns.filter((column) => isAddOns(template, column));
    addOns.set(sheet.sheetId, new Set(own.flatMap(({ key }) => columns.get(key) ?? [])));
  }
  const reviews = new Set(reviewTabs(document).map(({ sheetId }) => sheetId));
  for (const sheet of document.sheets) {
    const filled = addOns.get(sheet.sheetId);
    sheet.cells.forEach((row, r) => {
      row?.forEach((_, c) => {
        const value = valueAt(sheet, r, c);
        if (value === undefined) return;
        const text = textOf(value);
        for (const marker of text.match(MARKER) ?? []) if (!bag.has(marker)) bag.set(marker, 1);
        // Row 1 of computed columns is a formula of the add-on.
        if (!reviews.has(sheet.sheetId) && filled?.has(c) !== true) put(bag, text);
      });
    });
  }
  return bag;
}

/** What is in the first bag more often than in the second. */
export function lostFrom(before: Bag, after: Bag): string[] {
  return [...before].filter(([text, count]) => (after.get(text) ?? 0) < count).map(([text]) => text);
}
