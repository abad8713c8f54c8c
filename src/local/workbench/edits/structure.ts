/** Commands on rows and columns. */
import type { DocumentState } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { type Operation, request, runs } from './operation.ts';

type Headers = EngineCommand & { sheetId: string; dimension: 'ROW' | 'COL'; elements: number[] };
type Added = EngineCommand & {
  sheetId: string;
  dimension: 'ROW' | 'COL';
  base: number;
  quantity: number;
  position: 'before' | 'after';
};
type Moved = Headers & { base: number; position: 'before' | 'after' };

/** Undefined where the command is not about rows and columns. */
export function structureOperations(
  command: EngineCommand,
  document: DocumentState,
): Operation[] | undefined {
  switch (command.type) {
    case 'ADD_COLUMNS_ROWS':
      return [insert(command as Added, document)];
    case 'REMOVE_COLUMNS_ROWS':
      return ranges(command as Headers)
        .reverse()
        .map((range) => request('deleteDimension', { range }));
    case 'MOVE_COLUMNS_ROWS':
      return [move(command as Moved)];
    case 'RESIZE_COLUMNS_ROWS':
      return ranges(command as Headers).map((range) => resize(command as Headers, range));
    case 'HIDE_COLUMNS_ROWS':
    case 'UNHIDE_COLUMNS_ROWS':
      return ranges(command as Headers).map((range) =>
        request('updateDimensionProperties', {
          range,
          properties: { hiddenByUser: command.type === 'HIDE_COLUMNS_ROWS' },
          fields: 'hiddenByUser',
        }),
      );
    case 'GROUP_HEADERS':
      return [request('addDimensionGroup', { range: groupRange(command) })];
    case 'UNGROUP_HEADERS':
      return [request('deleteDimensionGroup', { range: groupRange(command) })];
    default:
      return undefined;
  }
}

type DimensionRange = { sheetId: number; dimension: string; startIndex: number; endIndex: number };

const dimensionName = (dimension: unknown) => (dimension === 'COL' ? 'COLUMNS' : 'ROWS');

function ranges(command: Headers): DimensionRange[] {
  return runs(command.elements).map(([startIndex, endIndex]) => ({
    sheetId: Number(command.sheetId),
    dimension: dimensionName(command.dimension),
    startIndex,
    endIndex,
  }));
}

function groupRange(command: EngineCommand): DimensionRange {
  const { sheetId, dimension, start, end } = command as unknown as {
    sheetId: string;
    dimension: string;
    start: number;
    end: number;
  };
  return {
    sheetId: Number(sheetId),
    dimension: dimensionName(dimension),
    startIndex: start,
    endIndex: end + 1,
  };
}

function insert(command: Added, document: DocumentState): Operation {
  const sheetId = Number(command.sheetId);
  const dimension = dimensionName(command.dimension);
  const startIndex = command.base + (command.position === 'after' ? 1 : 0);
  const sheet = document.sheets.find((candidate) => candidate.sheetId === sheetId);
  const count = dimension === 'COLUMNS' ? sheet?.columnCount : sheet?.rowCount;
  if (startIndex === count)
    return request('appendDimension', { sheetId, dimension, length: command.quantity });
  return request('insertDimension', {
    range: { sheetId, dimension, startIndex, endIndex: startIndex + command.quantity },
    inheritFromBefore: command.position === 'after' && startIndex > 0,
  });
}

/** The engine says where to relative to a column; the API by the index before anything moves. */
function move(command: Moved): Operation {
  const [source] = ranges(command);
  return request('moveDimension', {
    source: { ...source! },
    destinationIndex: command.base + (command.position === 'after' ? 1 : 0),
  });
}

function resize(command: Headers, range: DimensionRange): Operation {
  const size = command.size as number | null;
  if (size === null) return request('autoResizeDimensions', { dimensions: range });
  return request('updateDimensionProperties', {
    range,
    properties: { pixelSize: Math.round(size) },
    fields: 'pixelSize',
  });
}
