/** Rows, columns and the look of a sheet: what differs, as commands. */
import type { SheetData } from '@odoo/o-spreadsheet';
import type { EngineCommand } from '../messages.ts';
import { sameJson } from './cells.ts';
import type { CellLookup } from './lookup.ts';
import { ownStyles } from './styles.ts';
import { zoneOf } from './zone.ts';

type Dimension = 'ROW' | 'COL';
type Header = { size?: number; isHidden?: boolean };

/** How many rows and columns there are, counted at the end: what moved inside shows as changed cells. */
export function headerCommands(old: SheetData, now: SheetData): EngineCommand[] {
  return [
    ...count(now, 'COL', old.colNumber, now.colNumber),
    ...count(now, 'ROW', old.rowNumber, now.rowNumber),
  ];
}

function count(sheet: SheetData, dimension: Dimension, old: number, now: number): EngineCommand[] {
  const common = { sheetId: sheet.id, sheetName: sheet.name, dimension };
  if (now > old) {
    return [{ type: 'ADD_COLUMNS_ROWS', ...common, base: old - 1, quantity: now - old, position: 'after' }];
  }
  if (now === old) return [];
  const elements = Array.from({ length: old - now }, (_, index) => now + index);
  return [{ type: 'REMOVE_COLUMNS_ROWS', ...common, elements }];
}

/** Sizes, hidden headers, panes, colour, title. A new sheet has none of them yet. */
export function lookCommands(old: SheetData, now: SheetData, isNew: boolean): EngineCommand[] {
  const sheetId = now.id;
  const commands: EngineCommand[] = [
    ...sizes(now, 'COL', isNew ? {} : old.cols, now.cols),
    ...sizes(now, 'ROW', isNew ? {} : old.rows, now.rows),
  ];
  if (!sameJson(old.panes, now.panes)) commands.push(...panes(now));
  if (old.areGridLinesVisible !== now.areGridLinesVisible) {
    commands.push({
      type: 'SET_GRID_LINES_VISIBILITY',
      sheetId,
      areGridLinesVisible: now.areGridLinesVisible,
    });
  }
  if (old.color !== now.color) commands.push({ type: 'COLOR_SHEET', sheetId, color: now.color });
  if (old.name !== now.name) {
    commands.push({ type: 'RENAME_SHEET', sheetId, oldName: old.name, newName: now.name });
  }
  if (old.isVisible !== now.isVisible)
    commands.push({ type: now.isVisible ? 'SHOW_SHEET' : 'HIDE_SHEET', sheetId });
  return commands;
}

/**
 * Takes old merges apart, before contents are written: what lies under a merge cannot be. The library gives all cells of
 * a merge the style of the first one; apart again, they have their own.
 */
export function splitMerges(old: SheetData, now: SheetData, cells: CellLookup): EngineCommand[] {
  if (sameJson(old.merges, now.merges) || old.merges.length === 0) return [];
  const target = old.merges.map(zoneOf);
  return [
    { type: 'REMOVE_MERGE', sheetId: now.id, target },
    ...target.flatMap((zone) => ownStyles(now, zone, cells)),
  ];
}

/** Merges cells, once their contents are written. */
export function newMerges(old: SheetData, now: SheetData): EngineCommand[] {
  if (sameJson(old.merges, now.merges) || now.merges.length === 0) return [];
  return [{ type: 'ADD_MERGE', sheetId: now.id, target: now.merges.map(zoneOf), force: true }];
}

function panes({ id: sheetId, panes: split }: SheetData): EngineCommand[] {
  const { xSplit = 0, ySplit = 0 } = split ?? {};
  const commands: EngineCommand[] = [{ type: 'UNFREEZE_COLUMNS_ROWS', sheetId }];
  if (xSplit) commands.push({ type: 'FREEZE_COLUMNS', sheetId, quantity: xSplit });
  if (ySplit) commands.push({ type: 'FREEZE_ROWS', sheetId, quantity: ySplit });
  return commands;
}

function sizes(
  sheet: SheetData,
  dimension: Dimension,
  old: Record<number, Header>,
  now: Record<number, Header>,
): EngineCommand[] {
  const bySize = new Map<number | null, number[]>();
  const hidden: number[] = [];
  const shown: number[] = [];
  const end = dimension === 'COL' ? sheet.colNumber : sheet.rowNumber;
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const index = Number(key);
    if (index >= end) continue;
    const was = old[index] ?? {};
    const is = now[index] ?? {};
    if (was.size !== is.size) bySize.set(is.size ?? null, [...(bySize.get(is.size ?? null) ?? []), index]);
    if (Boolean(was.isHidden) !== Boolean(is.isHidden)) (is.isHidden ? hidden : shown).push(index);
  }
  const common = { sheetId: sheet.id, dimension };
  const commands: EngineCommand[] = [...bySize].map(([size, elements]) => ({
    type: 'RESIZE_COLUMNS_ROWS',
    ...common,
    elements,
    size,
  }));
  if (shown.length) commands.push({ type: 'UNHIDE_COLUMNS_ROWS', ...common, elements: shown });
  if (hidden.length) commands.push({ type: 'HIDE_COLUMNS_ROWS', ...common, elements: hidden });
  return commands;
}
