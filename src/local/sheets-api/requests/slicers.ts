import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import { completed } from '../colors.ts';
import { gridRange, resolveGridRange } from '../grid-range.ts';
import { embeddedResource } from '../resource.ts';
import { applyMask, parseUpdateMask } from '../update-mask.ts';
import { checkCondition } from './conditions.ts';
import type { RequestHandler } from './context.ts';
import { findEmbedded, insertEmbedded, replaceEmbedded, storedPosition, takeEmbeddedId } from './embedded.ts';

/** A slicer's specification to be stored: its range bounded, its column one of the range's. */
const storedSpec = (document: DocumentState, given: JsonObject): JsonObject => {
  if (given.dataRange === undefined) throw new Error('SlicerSpec.dataRange is required.');
  const { sheet, rect } = resolveGridRange(document, given.dataRange);
  const column = (given.columnIndex as number | undefined) ?? 0;
  if (column < 0 || column >= rect.endColumn - rect.startColumn)
    throw new Error(`SlicerSpec.columnIndex[${column}] is outside of the data range.`);
  const criteria = (given.filterCriteria ?? {}) as JsonObject;
  if (criteria.condition !== undefined) checkCondition(document, criteria.condition, 'filter');
  return completed({ ...given, dataRange: gridRange(sheet.sheetId, rect) });
};

/** Adds a slicer over a grid; an id that is taken and a missing place are refused. It hides no rows here. */
export const addSlicer: RequestHandler = (draft, request, context) => {
  const given = (request.slicer ?? {}) as JsonObject;
  const spec = storedSpec(draft.document, (given.spec ?? {}) as JsonObject);
  const overlay = ((given.position ?? {}) as JsonObject).overlayPosition as JsonObject | undefined;
  if (!overlay) throw new Error('Must specify a slicer position.');
  const slicerId = takeEmbeddedId(draft, given.slicerId, context.random);
  const slicer: JsonObject = { slicerId, spec, position: storedPosition(draft.document, overlay) };
  insertEmbedded(draft, 'slicers', slicer);
  return { slicer: embeddedResource(findEmbedded(draft, slicerId).sheet, slicer) };
};

/** Changes the fields of the mask in a slicer's specification. */
export const updateSlicerSpec: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'SlicerSpec');
  const found = findEmbedded(draft, request.slicerId);
  if (found.kind !== 'slicers') throw new Error(`No embedded object with id: ${request.slicerId ?? 0}`);
  const before = found.object.spec as JsonObject;
  const merged = applyMask(before, completed((request.spec ?? {}) as JsonObject), mask);
  const dataRange = (merged.dataRange ?? before.dataRange) as Json;
  replaceEmbedded(draft, found, {
    ...found.object,
    spec: storedSpec(draft.document, { ...merged, dataRange }),
  });
  return undefined;
};
