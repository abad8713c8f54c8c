/** What browser tests see of the grid, which draws its cells on a canvas. */
import { currentModel, isBusy, typedText } from './grid.ts';
import { engine } from './library.ts';

export type Probe = {
  /** What a cell shows, such as `'B2'` of the sheet with this title. */
  text(title: string, cell: string): string | undefined;
  /** Middle of a cell of the active sheet in the window. */
  middle(cell: string): { x: number; y: number };
  activeSheet(): string;
  selection(): string;
  scroll(): { x: number; y: number };
  /** What stands in the cell's editor; undefined while nobody types. */
  typed(): string | undefined;
  /** Whether an edit or a new load is under way. */
  busy(): boolean;
};

declare global {
  interface Window {
    workbenchProbe: Probe;
  }
}

window.workbenchProbe = {
  text: (title, cell) => {
    const getters = currentModel()!.getters;
    const sheetId = getters.getSheetIdByName(title);
    if (sheetId === undefined) return undefined;
    return getters.getEvaluatedCell({ sheetId, ...engine().helpers.toCartesian(cell) }).formattedValue;
  },
  middle: (cell) => {
    const { x, y, width, height } = currentModel()!.getters.getVisibleRect(engine().helpers.toZone(cell));
    const box = document.querySelector('.wb-grid:not(.wb-hidden) .o-grid')!.getBoundingClientRect();
    return { x: box.left + x + width / 2, y: box.top + y + height / 2 };
  },
  activeSheet: () => currentModel()!.getters.getActiveSheetName(),
  selection: () => {
    const { getters } = currentModel()!;
    const { left, top, right, bottom } = getters.getSelectedZone();
    return `${engine().helpers.toXC(left, top)}:${engine().helpers.toXC(right, bottom)}`;
  },
  scroll: () => {
    const { scrollX, scrollY } = currentModel()!.getters.getActiveSheetScrollInfo();
    return { x: scrollX, y: scrollY };
  },
  typed: () => typedText(),
  busy: () => isBusy(),
};
