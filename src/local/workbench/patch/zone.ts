import { parseCells } from '../../document/a1.ts';
import type { Zone } from '../edits/operation.ts';

/** `B2:C3` as the engine's zone. */
export function zoneOf(name: string): Zone {
  const {
    startRow = 0,
    endRow = startRow + 1,
    startColumn = 0,
    endColumn = startColumn + 1,
  } = parseCells(name) ?? {};
  return { top: startRow, bottom: endRow - 1, left: startColumn, right: endColumn - 1 };
}
