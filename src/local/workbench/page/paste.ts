/** Pasting as in Sheets. */

import { engine } from './library.ts';
import { pastedRows } from './pasted-text.ts';

type Position = { sheetId: string; col: number; row: number };
type Options = { pasteOption?: string } | undefined;
type PastedCell = {
  content: string;
  outside?: true;
  evaluatedCell: { value?: unknown; formattedValue: string };
};
type CellHandler = {
  dispatch(type: string, payload: object): unknown;
  pasteCell(cell: PastedCell, target: Position, options: Options): void;
  convertTextToClipboardData(text: string): { cells: PastedCell[][] };
};
type SheetHandler = { isPasteAllowed(): 'Success' };
type Handlers = {
  get(name: 'sheet'): { prototype: SheetHandler };
  get(name: 'cell'): { prototype: CellHandler };
};

/** Before the grid is shown. */
export function pasteAsInSheets(): void {
  const { cellHandlers } = engine().registries.clipboardHandlersRegistries;
  const handlers = cellHandlers as unknown as Handlers;
  // What is pasted may lie on both sides of the edge of frozen rows and columns.
  handlers.get('sheet').prototype.isPasteAllowed = () => 'Success';
  pasteTextFromOutside(handlers.get('cell').prototype);
}

/**
 * The library would take the formats of the cells away, and the values too where values alone are pasted. In Sheets
 * text from outside is typed into the cells, which keep their formats.
 */
function pasteTextFromOutside(handler: CellHandler): void {
  const { convertTextToClipboardData: convert, pasteCell } = handler;
  handler.convertTextToClipboardData = function (this: CellHandler, text) {
    const rows = pastedRows(text);
    const width = Math.max(...rows.map((row) => row.length));
    const cells = rows.map((row) =>
      Array.from({ length: width }, (_, i) => outside(this, convert, row[i] ?? '')),
    );
    return { cells };
  };
  handler.pasteCell = function (this: CellHandler, cell, target, options) {
    if (!cell.outside) pasteCell.call(this, cell, target, options);
    else if (options?.pasteOption !== 'onlyFormat') {
      this.dispatch('UPDATE_CELL', { ...target, content: cell.content });
    }
  };
}

/** The library reads the numbers of one cell; its own line breaks it would take for rows. */
function outside(
  handler: CellHandler,
  convert: CellHandler['convertTextToClipboardData'],
  text: string,
): PastedCell {
  const content = /[\t\n]/.test(text) ? text : convert.call(handler, text).cells[0]![0]!.content;
  return { content, outside: true, evaluatedCell: { value: content, formattedValue: content } };
}
