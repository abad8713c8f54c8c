/** Row heights and wrapped text as Sheets has them. */
import { engine } from './library.ts';
import { breakLines } from './line-breaks.ts';

type Position = { sheetId: string; row: number; col: number };
type Style = { wrapping?: string; rotation?: number; fontSize?: number };
type Getters = {
  getMerge(position: Position): object | undefined;
  /** A formula may have no content. */
  getCell(position: Position): { content?: string; isFormula: boolean } | undefined;
  getCellStyle(position: Position): Style;
  getCellText(position: Position, args: object): string;
  getColSize(sheetId: string, col: number): number;
  getTextWidth(text: string, style: Style): number;
  getMultilineTextSize(lines: string[], style: Style): { height: number };
  getUserRowSize(sheetId: string, row: number): number | undefined;
  shouldShowFormulas(): boolean;
};
type HeightPlugin = {
  isInMultiRowMerge(position: Position): boolean;
  getCellHeight(position: Position): number;
  getRowSize(sheetId: string, row: number): number;
  tallestCellInRow: Record<string, ({ size: number } | undefined)[]>;
  getters: Getters;
};
type TextPlugin = {
  getCellMultiLineText(position: Position, args: { wrapWidth?: number; maxWidth?: number }): string[];
  getters: Getters;
};

/** The library's padding of a cell, left and right, and above and below. */
const SIDES = 8;
const ENDS = 6;
const EMPTY_ROW = 23;
/** Points. */
const USUAL_SIZE = 10;
/** A height that misses what its text needs by less was measured, not chosen. */
const MEASURED = 0.7;

/** Before the first model is made. */
export function prepareRowHeights(): void {
  const { coreViewsPluginRegistry, statefulUIPluginRegistry, featurePluginRegistry } = engine().registries;
  for (const registry of [coreViewsPluginRegistry, statefulUIPluginRegistry, featurePluginRegistry]) {
    for (const plugin of registry.getAll()) {
      const prototype = plugin.prototype as unknown as Partial<HeightPlugin & TextPlugin>;
      if (prototype.isInMultiRowMerge && prototype.getRowSize) fitRows(prototype as HeightPlugin);
      if (prototype.getCellMultiLineText) breakText(prototype as TextPlugin);
    }
  }
}

function fitRows(prototype: HeightPlugin): void {
  // Merged cells do not make their row higher in Sheets. The library leaves out those that are merged over rows only, so
  // that a sentence merged over ten columns makes room for its text in the first one's width.
  prototype.isInMultiRowMerge = function (this: HeightPlugin, position) {
    return this.getters.getMerge(position) !== undefined;
  };
  const cellHeight = prototype.getCellHeight;
  prototype.getCellHeight = function (this: HeightPlugin, position) {
    const cell = this.getters.getCell(position);
    const usual = cell?.content && isUsualLine(cell.content, this.getters.getCellStyle(position));
    const height = usual ? EMPTY_ROW : cellHeight.call(this, position);
    // What a formula gives is not known yet when a sheet is measured.
    if (!cell?.content || cell.isFormula || this.isInMultiRowMerge(position)) return height;
    const style = this.getters.getCellStyle(position);
    if (style.wrapping !== 'wrap' || style.rotation) return height;
    const width = this.getters.getColSize(position.sheetId, position.col) - SIDES;
    const lines = linesOf(this.getters, cell.content, width, style);
    return lines.length > 1 ? this.getters.getMultilineTextSize(lines, style).height + ENDS : height;
  };
  // The host measures rows without a screen: where that misses the page's font by a little, the text has its room.
  const rowSize = prototype.getRowSize;
  prototype.getRowSize = function (this: HeightPlugin, sheetId, row) {
    const size = rowSize.call(this, sheetId, row);
    if (this.getters.getUserRowSize(sheetId, row) === undefined) return size;
    const needed = Math.round(this.tallestCellInRow[sheetId]?.[row]?.size ?? 0);
    return needed > size && size >= needed * MEASURED ? needed : size;
  };
}

/** A fallback font's box is higher than an empty row, its letters are not: the row stays while somebody types. */
const isUsualLine = (content: string, { fontSize = USUAL_SIZE, rotation }: Style): boolean =>
  fontSize <= USUAL_SIZE && !rotation && !content.includes('\n');

function breakText(prototype: TextPlugin): void {
  const library = prototype.getCellMultiLineText;
  prototype.getCellMultiLineText = function (this: TextPlugin, position, args) {
    const style = this.getters.getCellStyle(position);
    if (!args.wrapWidth || style.rotation) return library.call(this, position, args);
    const showFormula = this.getters.shouldShowFormulas();
    const text = this.getters.getCellText(position, { showFormula, availableWidth: args.maxWidth });
    return linesOf(this.getters, text, args.wrapWidth, style);
  };
}

const MARKDOWN_LINK = /^\[(.+)\]\(\S+\)$/;

function linesOf(getters: Getters, text: string, width: number, style: Style): string[] {
  const shown = MARKDOWN_LINK.exec(text)?.[1] ?? text;
  return breakLines(shown, width, (part) => getters.getTextWidth(part, style));
}
