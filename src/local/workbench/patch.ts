/** Small differences between two documents as commands of the grid, so that it need not load everything again. */
import { DEFAULT_COLUMN_PIXELS } from '../document/create.ts';
import type { CellState, DocumentState, SheetState } from '../document/model.ts';
import { engineCell } from '../engine/cell-content.ts';
import { engineStyle } from '../engine/cell-style.ts';
import { usesDecimalComma } from '../engine/locale.ts';
import type { EngineCommand } from './messages.ts';

/** Beyond this many cells loading anew is quicker. */
const MOST_CELLS = 2000;

/** Fields of a sheet whose changes a patch can show. */
const PATCHED = new Set<keyof SheetState>(['cells']);

type CellPlace = { sheetId: string; row: number; col: number };

function updateCell(document: DocumentState, place: CellPlace, cell: CellState | undefined): EngineCommand {
  const { content, format } = engineCell(cell ?? {}, usesDecimalComma(document.locale));
  return {
    type: 'UPDATE_CELL',
    sheetId: place.sheetId,
    row: place.row,
    col: place.col,
    content: content ?? '',
    style: (cell?.format && engineStyle(cell.format)) ?? null,
    format: format ?? '',
  };
}

/** Commands that give cells the content of the document. */
function cells(document: DocumentState, places: readonly CellPlace[]): EngineCommand[] {
  const seen = new Set<string>();
  const commands: EngineCommand[] = [];
  for (const place of places) {
    const key = `${place.sheetId}!${place.row},${place.col}`;
    const sheet = document.sheets.find((candidate) => String(candidate.sheetId) === place.sheetId);
    if (!sheet || seen.has(key)) continue;
    seen.add(key);
    commands.push(updateCell(document, place, sheet.cells[place.row]?.[place.col]));
  }
  return commands;
}

/** Commands from one document to the other; undefined where loading anew is simpler or the only way. */
function between(before: DocumentState, after: DocumentState): EngineCommand[] | undefined {
  if (before.locale !== after.locale || before.namedRanges !== after.namedRanges) return undefined;
  if (before.sheets.length !== after.sheets.length) return undefined;
  const commands: EngineCommand[] = [];
  for (const [index, sheet] of after.sheets.entries()) {
    const old = before.sheets[index]!;
    if (old === sheet) continue;
    if (old.sheetId !== sheet.sheetId || !onlyPatched(old, sheet)) return undefined;
    const places = changedCells(old, sheet);
    if (!places || commands.length + places.length > MOST_CELLS) return undefined;
    commands.push(...cells(after, places));
  }
  return commands;
}

function onlyPatched(before: SheetState, after: SheetState): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof SheetState>;
  for (const key of keys) {
    if (!PATCHED.has(key) && before[key] !== after[key]) {
      // Parts that were copied without a change cost no reload.
      if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) return false;
    }
  }
  return true;
}

/** Undefined where a changed cell has something that UPDATE_CELL cannot carry. */
function changedCells(before: SheetState, after: SheetState): CellPlace[] | undefined {
  const places: CellPlace[] = [];
  const rows = Math.max(before.cells.length, after.cells.length);
  for (let row = 0; row < rows; row++) {
    const old = before.cells[row];
    const now = after.cells[row];
    if (old === now) continue;
    const columns = Math.max(old?.length ?? 0, now?.length ?? 0);
    for (let col = 0; col < columns; col++) {
      if (old?.[col] === now?.[col]) continue;
      if (!sameBeyondContent(old?.[col], now?.[col])) return undefined;
      places.push({ sheetId: String(after.sheetId), row, col });
      if (places.length > MOST_CELLS) return undefined;
    }
  }
  return places;
}

function sameBeyondContent(before: CellState | undefined, after: CellState | undefined): boolean {
  const rest = (cell: CellState | undefined) =>
    JSON.stringify([cell?.note, cell?.validation, cell?.textFormatRuns, cell?.format?.borders]);
  return rest(before) === rest(after);
}

/** What the grid needs after its own edit, where the document made something else of it. */
function after(document: DocumentState, commands: readonly EngineCommand[]): EngineCommand[] {
  const typed = commands.filter(({ type }) => type === 'UPDATE_CELL') as (EngineCommand & CellPlace)[];
  const created = commands.filter(({ type }) => type === 'CREATE_SHEET');
  return [...cells(document, typed), ...created.map((command) => columnWidths(document, command))];
}

/** The library makes sheets with narrower columns than Google's. */
function columnWidths(document: DocumentState, { sheetId }: EngineCommand): EngineCommand {
  const sheet = document.sheets.find((candidate) => String(candidate.sheetId) === sheetId);
  const elements = Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => index);
  return { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements, size: DEFAULT_COLUMN_PIXELS };
}

export const patchCommands = { after, between };
