/** Formulas typed with commas where the decimal sign is a comma: Google cannot read them, the library can. */
import { hasStrayComma } from '../../document/formula-pieces.ts';
import { engine } from './library.ts';
import { post } from './server.ts';

type Composer = {
  _currentContent: string;
  currentEditedCell: { sheetId: string; col: number; row: number };
  getters: { getLocale(): { decimalSeparator: string } };
  confirmEdition(content: string): void;
  setContent(content: string): void;
};

/** Hands such a formula over to the host as it was typed, which makes an error of it. Before the grid is shown. */
export function refuseCommas(): void {
  const composer = engine().stores.CellComposerStore.prototype as unknown as Composer;
  const confirm = composer.confirmEdition;
  composer.confirmEdition = function (this: Composer, content: string) {
    const typed = this._currentContent;
    const commaIsDecimal = this.getters.getLocale().decimalSeparator === ',';
    if (!commaIsDecimal || !typed.startsWith('=') || !hasStrayComma(typed)) {
      confirm.call(this, content);
      return;
    }
    void post('/command', { command: { type: 'TYPE_IN_CELL', ...this.currentEditedCell, content: typed } });
    this.setContent('');
  };
}
