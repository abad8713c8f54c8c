/** What people typed, and where it has to be found ever after. */
import type { DocumentState, SheetState } from '../../src/local/document/model.ts';
import { tabsOf, valueAt } from '../hands/book.ts';
import { stampsOf } from './tabs.ts';

const MARK = /⟦[^⟧]+⟧/g;

type Place =
  /** In this tab, whatever becomes of it. */
  | { readonly in: 'tab'; readonly sheetId: number }
  /** In the sheet `actions`; while the tab in which it was typed is a draft, there is as good. */
  | { readonly in: 'actions'; readonly sheetId?: number };

const marksIn = (text: string): string[] => text.match(MARK) ?? [];

/** States of sheets never change: one that is as it was has been read already. */
const read = new WeakMap<SheetState, ReadonlySet<string>>();

function marksOf(sheet: SheetState | undefined): ReadonlySet<string> {
  if (sheet === undefined) return new Set();
  const known = read.get(sheet);
  if (known !== undefined) return known;
  const found = new Set<string>();
  read.set(sheet, found);
  sheet.cells.forEach((row, r) => {
    row?.forEach((_, c) => {
      for (const mark of marksIn(valueAt(sheet, r, c)?.stringValue ?? '')) found.add(mark);
    });
  });
  return found;
}

export class Ledger {
  private readonly places = new Map<string, Place>();
  /** Titles that people gave to tabs. */
  private readonly titles = new Map<number, string>();
  private number = 0;
  /** Everything that was ever typed, also what somebody typed over since. */
  get typed(): number {
    return this.number;
  }

  /** A text that stands nowhere else, which is to be found at a place from now on. */
  write(words: string, place: Place): string {
    this.number += 1;
    const mark = `⟦${this.number}⟧`;
    this.places.set(mark, place);
    return `${words} ${mark}`;
  }

  /** What stood in a cell that a person has typed over or deleted. */
  forget(text: string): void {
    for (const mark of marksIn(text)) this.places.delete(mark);
  }

  rename(sheetId: number, title: string): void {
    this.titles.set(sheetId, title);
  }

  /** What is not where it has to be. */
  lost(document: DocumentState): string[] {
    const actions = marksOf(tabsOf(document).find(({ template }) => template.key === 'actions')?.sheet);
    const tabs = new Map(document.sheets.map((sheet) => [sheet.sheetId, sheet]));
    const drafts = new Set(
      stampsOf(document).flatMap(({ state, sheetId }) => (state === 'draft' ? sheetId : [])),
    );
    const inTab = (sheetId: number): ReadonlySet<string> => marksOf(tabs.get(sheetId));
    const isThere = (mark: string, place: Place): boolean => {
      if (place.in === 'tab') return inTab(place.sheetId).has(mark);
      if (actions.has(mark)) return true;
      return place.sheetId !== undefined && drafts.has(place.sheetId) && inTab(place.sheetId).has(mark);
    };
    const texts = [...this.places].filter(([mark, place]) => !isThere(mark, place));
    const titles = [...this.titles].filter(([sheetId, title]) => tabs.get(sheetId)?.title !== title);
    return [
      ...texts.map(([mark, place]) => `${mark} is lost from ${JSON.stringify(place)}`),
      ...titles.map(([sheetId, title]) => `tab ${sheetId} is not called “${title}” any more`),
    ];
  }
}
