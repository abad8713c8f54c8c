/** Numbers typed into cells that show a percentage: 40 and 40% are 40 %, as in Sheets. */
import { engine } from './library.ts';

type Position = { sheetId: string; col: number; row: number };
type Composer = {
  editionMode: string;
  currentEditedCell: Position;
  getters: {
    getCell(position: Position): { format?: string } | undefined;
    getLocale(): { decimalSeparator: string };
  };
  setCurrentContent(content: string, selection?: { start: number; end: number }): void;
  confirmEdition(content: string): void;
};

/** A number with a sign that was typed before the one that the library has put behind the cursor. */
const DOUBLED = /^\s*[-+]?[\d.,\s]+%%$/;
/** As the library hands it over: with a decimal point, whatever the locale. */
const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * The library writes the sign behind the first digit, where its own format of the cell says so. Here one sign is left of
 * two, and a number that came without (-40, .5, or in a cell that is empty) gets one. Before the grid is shown.
 */
export function readPercentages(): void {
  const composer = engine().stores.CellComposerStore.prototype as unknown as Composer;
  const set = composer.setCurrentContent;
  composer.setCurrentContent = function (this: Composer, content, selection) {
    set.call(this, DOUBLED.test(content) ? content.slice(0, -1) : content, selection);
  };
  const confirm = composer.confirmEdition;
  composer.confirmEdition = function (this: Composer, content) {
    const percent = this.getters.getCell(this.currentEditedCell)?.format?.includes('%') ?? false;
    confirm.call(this, percent && PLAIN_NUMBER.test(content) ? `${content}%` : content);
  };
}
