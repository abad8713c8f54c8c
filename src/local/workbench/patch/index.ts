/** Differences between two documents as commands of the grid, so that it need not load everything again. */
import type { DocumentState } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { fewCells, MOST_CELLS, sameJson } from './cells.ts';
import { sheetList, wholeSheets } from './sheets.ts';

export { afterEdit } from './cells.ts';

/**
 * Commands that bring a grid from one document to another.
 * @returns undefined where loading anew is simpler or the only way
 */
export function patchBetween(before: DocumentState, after: DocumentState): EngineCommand[] | undefined {
  if (before.locale !== after.locale || !sameJson(before.namedRanges, after.namedRanges)) return undefined;
  const list = sheetList(before, after);
  if (!list) return undefined;
  const commands: EngineCommand[] = [...list];
  const others: number[] = [];
  for (const sheet of after.sheets) {
    const old = before.sheets.find(({ sheetId }) => sheetId === sheet.sheetId);
    if (old === sheet) continue;
    const cells = old && fewCells(old, sheet, after);
    if (cells) commands.push(...cells);
    else others.push(sheet.sheetId);
  }
  const rest = wholeSheets(before, after, others);
  if (!rest || commands.length + rest.length > MOST_CELLS) return undefined;
  return [...commands, ...rest];
}
