/** Sheets that differ in more than a few cells: compared in the engine's own form, part by part. */
import type { SheetData, WorkbookData } from '@odoo/o-spreadsheet';
import { createSheet } from '../../document/create.ts';
import type { DocumentState, SheetState } from '../../document/model.ts';
import { toModelData } from '../../engine/model-data.ts';
import type { EngineCommand } from '../messages.ts';
import { changedFields, MOST_CELLS, sameJson } from './cells.ts';
import { headerCommands, lookCommands, newMerges, splitMerges } from './headers.ts';
import { CellLookup } from './lookup.ts';
import { objectCommands } from './objects.ts';

/** Parts that no command of the library changes in the way that is needed. */
const RELOADED: readonly (keyof SheetState)[] = [
  'bandedRanges',
  'basicFilter',
  'rowGroups',
  'columnGroups',
  'rightToLeft',
];

/** Sheets that came and went; undefined where sheets changed places. */
export function sheetList(before: DocumentState, after: DocumentState): EngineCommand[] | undefined {
  const ids = (document: DocumentState) => document.sheets.map(({ sheetId }) => sheetId);
  const old = new Set(ids(before));
  const now = new Set(ids(after));
  const kept = (list: number[]) => list.filter((id) => old.has(id) && now.has(id));
  if (!sameJson(kept(ids(before)), kept(ids(after)))) return undefined;
  const created = after.sheets.flatMap((sheet, position) =>
    old.has(sheet.sheetId) ? [] : [create(sheet, position)],
  );
  const deleted = before.sheets.filter(({ sheetId }) => !now.has(sheetId));
  // The library keeps one visible sheet at least, so new ones come first; then places are still those of before.
  if (created.length > 0 && deleted.length > 0) return undefined;
  return [
    ...created,
    ...deleted.map(({ sheetId, title }) => ({
      type: 'DELETE_SHEET',
      sheetId: String(sheetId),
      sheetName: title,
    })),
  ];
}

function create(sheet: SheetState, position: number): EngineCommand {
  return {
    type: 'CREATE_SHEET',
    sheetId: String(sheet.sheetId),
    name: sheet.title,
    position,
    rows: sheet.rowCount,
    cols: sheet.columnCount,
  };
}

/** Commands for the sheets with these ids; undefined where one has to be loaded anew. */
export function wholeSheets(
  before: DocumentState,
  after: DocumentState,
  ids: readonly number[],
): EngineCommand[] | undefined {
  if (ids.length === 0) return [];
  const sheetIds = new Set(ids);
  const now = toModelData(after, { sheetIds });
  const blank = after.sheets
    .filter(({ sheetId }) => sheetIds.has(sheetId) && !stateOf(before, sheetId))
    .map((sheet) => createSheet(sheet.sheetId, sheet.title, sheet.rowCount, sheet.columnCount));
  const old = toModelData({ ...before, sheets: [...before.sheets, ...blank] }, { sheetIds });
  const commands: EngineCommand[] = [];
  for (const sheetId of ids) {
    const found = oneSheet(before, after, sheetId, old, now);
    if (!found || commands.length + found.length > MOST_CELLS) return undefined;
    commands.push(...found);
  }
  return commands;
}

const stateOf = (document: DocumentState, sheetId: number) =>
  document.sheets.find((sheet) => sheet.sheetId === sheetId);

function oneSheet(
  before: DocumentState,
  after: DocumentState,
  sheetId: number,
  oldData: WorkbookData,
  nowData: WorkbookData,
): EngineCommand[] | undefined {
  const state = stateOf(before, sheetId);
  if (state && changedFields(state, stateOf(after, sheetId)!).some((field) => RELOADED.includes(field)))
    return undefined;
  const old = dataOf(oldData, sheetId);
  const now = dataOf(nowData, sheetId);
  // Header groups and filters of a new sheet are loaded with it.
  if (!state && (now.tables.length > 0 || !sameJson(now.headerGroups, old.headerGroups))) return undefined;
  const nowCells = new CellLookup(nowData, now);
  const cells = cellCommands(new CellLookup(oldData, old), nowCells, now);
  if (!cells) return undefined;
  return [
    ...headerCommands(old, now),
    ...splitMerges(old, now, nowCells),
    ...cells,
    ...newMerges(old, now),
    ...lookCommands(old, now, state === undefined),
    ...objectCommands(old, now, nowCells),
  ];
}

const dataOf = (data: WorkbookData, sheetId: number): SheetData =>
  data.sheets.find(({ id }) => id === String(sheetId))!;

function cellCommands(
  old: CellLookup,
  now: CellLookup,
  { id: sheetId }: SheetData,
): EngineCommand[] | undefined {
  const commands: EngineCommand[] = [];
  for (const { row, col } of now.placesWith(old)) {
    const was = old.at(row, col);
    const is = now.at(row, col);
    if (!sameJson(was.border, is.border))
      commands.push({ type: 'SET_BORDER', sheetId, row, col, border: is.border });
    if (!sameJson({ ...was, border: 0 }, { ...is, border: 0 })) {
      const { content, format, style } = is;
      commands.push({ type: 'UPDATE_CELL', sheetId, row, col, content, format, style: style ?? null });
    }
    if (commands.length > MOST_CELLS) return undefined;
  }
  return commands;
}
