import type { Draft } from '../../document/draft.ts';
import type { DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { SheetsApiError } from '../errors.ts';
import { gridRange, sheetOf, storedOpenRange, storedRange } from '../grid-range.ts';
import { printed } from '../schema/stored-json.ts';
import { applyMask, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

/** The range that a protection is on: a range of cells, or what a named range covers. */
const storedProtection = (document: DocumentState, given: JsonObject): JsonObject => {
  const made: JsonObject = { ...given };
  delete made.requestingUserCanEdit;
  if (given.tableId !== undefined)
    throw new SheetsApiError('UNIMPLEMENTED', 'ProtectedRange.tableId is not served by this host.');
  if (given.namedRangeId !== undefined) {
    const named = document.namedRanges.find((item) => item.namedRangeId === given.namedRangeId);
    if (!named) throw new Error(`No named range with id: ${String(given.namedRangeId)}`);
    made.range = gridRange(named.sheetId, named.range);
  } else if (given.range === undefined) throw new Error('Must specify a range or namedRangeId to protect.');
  else made.range = protectedArea(document, given.range);
  if (Array.isArray(given.unprotectedRanges)) {
    made.unprotectedRanges = given.unprotectedRanges.map((range) => storedRange(document, range));
  }
  if (given.warningOnly === true && hasEditors(given)) {
    throw new Error('warningOnly and editors cannot both be set.');
  }
  made.editors = given.warningOnly === true ? {} : ((given.editors as JsonObject | undefined) ?? {});
  return made;
};

const hasEditors = (given: JsonObject): boolean => {
  const editors = (given.editors ?? {}) as { users?: Json[]; groups?: Json[] };
  return (editors.users?.length ?? 0) + (editors.groups?.length ?? 0) > 0;
};

/** A range without any index protects the whole sheet, however it grows. */
const protectedArea = (document: DocumentState, range: Json): JsonObject => {
  const keys = Object.keys((range ?? {}) as JsonObject).filter((key) => key !== 'sheetId');
  if (keys.length === 0) return { sheetId: sheetOf(document, (range as JsonObject).sheetId).sheetId };
  return storedOpenRange(document, range);
};

const find = (draft: Draft, id: Json | undefined): { sheet: SheetState; at: number; item: JsonObject } => {
  for (const sheet of draft.document.sheets) {
    const at = sheet.protectedRanges.findIndex((item) => item.protectedRangeId === id);
    const item = sheet.protectedRanges[at];
    if (item) return { sheet, at, item };
  }
  throw new Error(`No protected range with id: ${id ?? 0}`);
};

const sheetIdOf = (item: JsonObject): number =>
  ((item.range as JsonObject).sheetId as number | undefined) ?? 0;

/** Protects a range or a sheet; an id that is taken is refused. */
export const addProtectedRange: RequestHandler = (draft, request, context) => {
  const given = (request.protectedRange ?? {}) as JsonObject;
  const taken = (id: number): boolean =>
    draft.document.sheets.some((sheet) => sheet.protectedRanges.some((item) => item.protectedRangeId === id));
  const protectedRangeId = (given.protectedRangeId as number | undefined) ?? freshId(context.random, taken);
  if (given.protectedRangeId !== undefined && taken(protectedRangeId)) {
    throw new Error(`Protected range with id ${protectedRangeId} already exists.`);
  }
  const item: JsonObject = { ...storedProtection(draft.document, given), protectedRangeId };
  const sheet = draft.edit(sheetIdOf(item));
  sheet.protectedRanges = [...sheet.protectedRanges, item];
  return { protectedRange: printed({ ...item, requestingUserCanEdit: true }) };
};

/** Changes the fields of the mask in a protection, which may move to another sheet. */
export const updateProtectedRange: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'ProtectedRange');
  const given = (request.protectedRange ?? {}) as JsonObject;
  const { sheet, at, item } = find(draft, given.protectedRangeId);
  const merged = { ...applyMask(item, given, mask), protectedRangeId: item.protectedRangeId as Json };
  const made = storedProtection(
    draft.document,
    (merged as JsonObject).range === undefined ? { ...merged, range: item.range as Json } : merged,
  );
  const own = draft.edit(sheet.sheetId);
  if (sheetIdOf(made) === sheet.sheetId) own.protectedRanges = own.protectedRanges.with(at, made);
  else {
    own.protectedRanges = own.protectedRanges.toSpliced(at, 1);
    const other = draft.edit(sheetIdOf(made));
    other.protectedRanges = [...other.protectedRanges, made];
  }
  return undefined;
};

/** Deletes a protection; an id of none is refused. */
export const deleteProtectedRange: RequestHandler = (draft, request) => {
  const { sheet, at } = find(draft, request.protectedRangeId);
  const own = draft.edit(sheet.sheetId);
  own.protectedRanges = own.protectedRanges.toSpliced(at, 1);
  return undefined;
};
