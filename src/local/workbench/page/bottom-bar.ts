/** The bar with the sheets' tabs as Sheets has it. */
import { type EngineModel, engine } from './library.ts';

type Action = { id: string; name: (env: unknown) => string };
type Bar = {
  env: { model: EngineModel };
  menuState: { menuItems: Action[] };
  menuMaxHeight: number;
  clickListSheets(event: unknown): void;
};
type Statistic = {
  env: { model: EngineModel };
  store: { statisticFnResults: Record<string, { value?: unknown } | undefined> };
  selectedStatisticFn: string;
  getSelectedStatistic(): string | undefined;
  getComposedFnName(name: string): string;
};
type Components = {
  BottomBar: { prototype: Bar; components: { BottomBarStatistic: { prototype: Statistic } } };
};

/** What the list of all sheets may not cover: title bar and menus. */
const ABOVE_LIST = 160;

/** Before the grid is shown. */
export function prepareBottomBar(): void {
  const { BottomBar } = (engine().Spreadsheet as unknown as { components: Components }).components;
  quietStatistics(BottomBar.components.BottomBarStatistic.prototype);
  markCurrentSheet(BottomBar.prototype);
}

/** As in Sheets: nothing for a single cell, and never a statistic that the selection has not. */
function quietStatistics(statistic: Statistic): void {
  const chosen = statistic.getSelectedStatistic;
  statistic.getSelectedStatistic = function (this: Statistic) {
    const { getters } = this.env.model;
    if (getters.isSingleCellOrMerge(getters.getActiveSheetId(), getters.getSelectedZone())) return undefined;
    const text = chosen.call(this);
    const { statisticFnResults: results } = this.store;
    if (text === undefined || results[this.selectedStatisticFn]?.value !== undefined) return text;
    const other = Object.keys(results).find((name) => results[name]?.value !== undefined);
    return other && this.getComposedFnName(other);
  };
}

/** The list of all sheets is as high as there is room for, with a tick at the sheet that is open. */
function markCurrentSheet(bar: Bar): void {
  const list = bar.clickListSheets;
  bar.clickListSheets = function (this: Bar, event: unknown) {
    this.menuMaxHeight = Math.max(250, window.innerHeight - ABOVE_LIST);
    list.call(this, event);
    const active = this.env.model.getters.getActiveSheetId();
    for (const item of this.menuState.menuItems) {
      const { name } = item;
      const mark = item.id === active ? '✓' : '\u2003';
      item.name = (env) => `${mark} ${name(env)}`;
    }
  };
}
