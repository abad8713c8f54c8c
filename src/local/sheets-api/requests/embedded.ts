import { createSheet } from '../../document/create.ts';
import type { Draft } from '../../document/draft.ts';
import { isObject } from '../../document/json.ts';
import type { DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { completed } from '../colors.ts';
import { resolveCoordinate } from '../grid-range.ts';
import { embeddedResource } from '../resource.ts';
import { applyMask, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

/** Charts and slicers: what floats over a grid. Their ids are of one kind. */
type Kind = 'charts' | 'slicers';
type Found = { sheet: SheetState; kind: Kind; at: number; object: JsonObject };

const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

const listOf = (sheet: SheetState, kind: Kind): readonly JsonObject[] =>
  kind === 'charts' ? (sheet.charts as unknown as JsonObject[]) : (sheet.slicers ?? []);

const setList = (sheet: SheetState, kind: Kind, list: readonly JsonObject[]): void => {
  if (kind === 'charts') sheet.charts = list as unknown as SheetState['charts'];
  else if (list.length > 0) sheet.slicers = [...list];
  else delete sheet.slicers;
};

const idOf = (object: JsonObject): Json | undefined => object.chartId ?? object.slicerId;

/** The chart or slicer of that id. Throws a plain Error with Google's words. */
export const findEmbedded = (draft: Draft, id: Json | undefined): Found => {
  for (const sheet of draft.document.sheets) {
    for (const kind of ['charts', 'slicers'] as const) {
      const at = listOf(sheet, kind).findIndex((object) => idOf(object) === id);
      const object = listOf(sheet, kind)[at];
      if (object) return { sheet, kind, at, object };
    }
  }
  throw new Error(`No embedded object with id: ${id ?? 0}`);
};

/** The id asked for, or a free one; one that a chart or slicer has is refused. */
export const takeEmbeddedId = (draft: Draft, given: Json | undefined, random: () => number): number => {
  const taken = (id: number): boolean =>
    draft.document.sheets.some((sheet) =>
      [...listOf(sheet, 'charts'), ...listOf(sheet, 'slicers')].some((object) => idOf(object) === id),
    );
  if (typeof given !== 'number') return freshId(random, taken);
  if (taken(given)) throw new Error(`Embedded object with id ${given} already exists.`);
  return given;
};

/** An overlay's place and size, checked and complete. */
export const storedPosition = (document: DocumentState, overlay: JsonObject): JsonObject => {
  const { sheet, rowIndex, columnIndex } = resolveCoordinate(document, overlay.anchorCell);
  return {
    overlayPosition: {
      ...DEFAULT_SIZE,
      ...overlay,
      anchorCell: { sheetId: sheet.sheetId, rowIndex, columnIndex },
    },
  };
};

const homeOf = (position: JsonObject): number => {
  const overlay = position.overlayPosition as { anchorCell: { sheetId: number } };
  return overlay.anchorCell.sheetId;
};

/** The place that a chart asks for: over a grid, or on a new sheet that is nothing but the chart. */
export const placeChart = (draft: Draft, position: JsonObject, random: () => number): JsonObject => {
  if (isObject(position.overlayPosition)) return storedPosition(draft.document, position.overlayPosition);
  if (position.newSheet !== true) throw new Error('Must specify a chart position.');
  const sheetId = freshId(random, (id) => draft.sheet(id) !== undefined);
  let n = 1;
  while (draft.document.sheets.some((sheet) => sheet.title === `Chart${n}`)) n += 1;
  draft.insert({ ...createSheet(sheetId, `Chart${n}`), holdsChart: true }, draft.document.sheets.length);
  return { overlayPosition: { ...DEFAULT_SIZE, anchorCell: { sheetId, rowIndex: 0, columnIndex: 0 } } };
};

/** Puts a chart or slicer on the sheet that its position names. */
export const insertEmbedded = (draft: Draft, kind: Kind, object: JsonObject): void => {
  const home = draft.edit(homeOf(object.position as JsonObject));
  setList(home, kind, [...listOf(home, kind), object]);
};

/** Puts another object in place of one. */
export const replaceEmbedded = (draft: Draft, { sheet, kind, at }: Found, object: JsonObject): void => {
  const own = draft.edit(sheet.sheetId);
  setList(own, kind, listOf(own, kind).toSpliced(at, 1, object));
};

/** Deletes a chart or slicer; an id of none is refused. */
export const deleteEmbeddedObject: RequestHandler = (draft, request) => {
  const { sheet, kind, at } = findEmbedded(draft, request.objectId);
  const own = draft.edit(sheet.sheetId);
  setList(own, kind, listOf(own, kind).toSpliced(at, 1));
  return undefined;
};

/** Moves a chart or slicer within its sheet, to another or, a chart, to a new one. */
export const updateEmbeddedObjectPosition: RequestHandler = (draft, request, context) => {
  const { sheet, kind, at, object } = findEmbedded(draft, request.objectId);
  const given = (request.newPosition ?? {}) as JsonObject;
  let position: JsonObject;
  if (given.newSheet === true) {
    if (kind === 'slicers') throw new Error('Slicers cannot be moved to a new sheet.');
    position = placeChart(draft, given, context.random);
  } else {
    const mask = parseUpdateMask(request.fields, 'OverlayPosition');
    const before = (object.position as JsonObject).overlayPosition as JsonObject;
    const overlay = (given.overlayPosition ?? {}) as JsonObject;
    position = storedPosition(draft.document, applyMask(before, overlay, mask));
  }
  const own = draft.edit(sheet.sheetId);
  setList(own, kind, listOf(own, kind).toSpliced(at, 1));
  const moved = { ...object, position };
  insertEmbedded(draft, kind, moved);
  const home = draft.sheet(homeOf(position))!;
  return { position: embeddedResource(home, moved).position as Json };
};

/** Changes the colour of a chart's border. */
export const updateEmbeddedObjectBorder: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'EmbeddedObjectBorder');
  const found = findEmbedded(draft, request.objectId);
  if (found.kind === 'slicers') throw new Error('Slicers have no border.');
  const before = (found.object.border ?? {}) as JsonObject;
  const border = applyMask(before, completed((request.border ?? {}) as JsonObject), mask);
  const { border: _, ...rest } = found.object;
  replaceEmbedded(draft, found, Object.keys(border).length > 0 ? { ...rest, border } : rest);
  return undefined;
};
