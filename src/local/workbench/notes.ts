/** Notes of cells, which the grid's library does not know: the page draws them over its cells. */
import { cellOf } from '../document/cell.ts';
import type { DocumentState, SheetState } from '../document/model.ts';
import type { Notes } from './messages.ts';

type SheetNotes = Notes[string];

/** A sheet's cells are never changed in place, so what was found in them stays true. */
const found = new WeakMap<SheetState, SheetNotes>();

function sheetNotes(sheet: SheetState): SheetNotes {
  const known = found.get(sheet);
  if (known) return known;
  const notes: SheetNotes = [];
  sheet.cells.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const note = cellOf(cell)?.note;
      if (note) notes.push([row, column, note]);
    });
  });
  found.set(sheet, notes);
  return notes;
}

/** The notes of a document; sheets without any are left out. */
export function notesOf(document: DocumentState): Notes {
  const entries = document.sheets.map((sheet) => [String(sheet.sheetId), sheetNotes(sheet)] as const);
  return Object.fromEntries(entries.filter(([, notes]) => notes.length > 0));
}
