/** Where a person is in the workbook: sheet, selection and scroll position outlive a new load. */
import type { EngineModel } from './library.ts';

type Zone = { top: number; bottom: number; left: number; right: number };
export type Place = {
  sheetId: string;
  cell: { col: number; row: number };
  zone: Zone;
  scrollX: number;
  scrollY: number;
};

/** Where the person is in a workbook. */
export function placeOf(model: EngineModel): Place {
  const { getters } = model;
  const { sheetId, col, row } = getters.getActivePosition();
  const { scrollX, scrollY } = getters.getActiveSheetScrollInfo();
  return { sheetId, cell: { col, row }, zone: getters.getSelectedZone(), scrollX, scrollY };
}

/** Goes to a sheet; false where it is gone or hidden. */
export function goToSheet(model: EngineModel, sheetId: string): boolean {
  const { getters } = model;
  if (!getters.tryGetSheet(sheetId)) return false;
  const sheetIdFrom = getters.getActiveSheetId();
  if (sheetIdFrom === sheetId) return true;
  return model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId }).isSuccessful;
}

/** Restores sheet and selection; `restoreScroll` follows once the grid has a size. */
export function restorePlace(model: EngineModel, place: Place): void {
  if (!goToSheet(model, place.sheetId)) return;
  const lastCol = model.getters.getNumberCols(place.sheetId) - 1;
  const lastRow = model.getters.getNumberRows(place.sheetId) - 1;
  const { cell, zone } = place;
  const inside = zone.right <= lastCol && zone.bottom <= lastRow;
  const anchor = { col: Math.min(cell.col, lastCol), row: Math.min(cell.row, lastRow) };
  const kept = inside ? zone : { left: anchor.col, right: anchor.col, top: anchor.row, bottom: anchor.row };
  model.selection.selectZone({ cell: anchor, zone: kept }, { scrollIntoView: false });
}

/** Scrolls to where the person was, on the sheet that they were on. */
export function restoreScroll(model: EngineModel, place: Place): void {
  if (model.getters.getActiveSheetId() !== place.sheetId) return;
  model.dispatch('SET_VIEWPORT_OFFSET', { offsetX: place.scrollX, offsetY: place.scrollY });
}

/** A frozen cell is seen wherever the sheet is scrolled to: going there goes to the sheet's beginning. */
export function scrollToFrozen(model: EngineModel): void {
  const { getters } = model;
  const { sheetId, row, col } = getters.getActivePosition();
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  const { scrollX, scrollY } = getters.getActiveSheetScrollInfo();
  const offsetX = col < xSplit ? 0 : scrollX;
  const offsetY = row < ySplit ? 0 : scrollY;
  if (offsetX !== scrollX || offsetY !== scrollY) model.dispatch('SET_VIEWPORT_OFFSET', { offsetX, offsetY });
}
