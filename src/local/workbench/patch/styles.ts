import type { SheetData } from '@odoo/o-spreadsheet';
import type { Zone } from '../edits/operation.ts';
import type { EngineCommand } from '../messages.ts';
import type { CellLookup } from './lookup.ts';

/** Gives cells their style of the document again, after a command of the library that styles them by the way. */
export function ownStyles(sheet: SheetData, zone: Zone, cells: CellLookup): EngineCommand[] {
  const commands: EngineCommand[] = [];
  for (let row = zone.top; row <= Math.min(zone.bottom, sheet.rowNumber - 1); row++) {
    for (let col = zone.left; col <= Math.min(zone.right, sheet.colNumber - 1); col++) {
      const style = cells.at(row, col).style ?? null;
      commands.push({ type: 'UPDATE_CELL', sheetId: sheet.id, row, col, style });
    }
  }
  return commands;
}
