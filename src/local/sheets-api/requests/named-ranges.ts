import type { DocumentState, Json, JsonObject, NamedRangeState } from '../../document/model.ts';
import { keepNamedRanges, renameRange } from '../../document/named-ranges.ts';
import { resolveGridRange } from '../grid-range.ts';
import { namedRangeResource } from '../resource.ts';
import { masks, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_CELL = /^([A-Za-z]{1,3}\d+|R\d+C\d+|TRUE|FALSE)$/i;

const checkName = (document: DocumentState, name: Json | undefined, except?: string): string => {
  if (typeof name !== 'string' || !NAME.test(name) || name.length > 250 || LIKE_CELL.test(name)) {
    throw new Error('The name given to this range is invalid.');
  }
  const taken = document.namedRanges.some(
    (item) => item.namedRangeId !== except && item.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken)
    throw new Error(`Cannot add named range with name ${name}, a named range with that name already exists.`);
  return name;
};

type Place = Pick<NamedRangeState, 'sheetId' | 'range' | 'openRows' | 'openColumns'>;

const place = (document: DocumentState, given: Json | undefined): Place => {
  const { sheet, rect } = resolveGridRange(document, given);
  const range = (given ?? {}) as JsonObject;
  const made: Place = { sheetId: sheet.sheetId, range: rect };
  if (range.endRowIndex === undefined) made.openRows = true;
  if (range.endColumnIndex === undefined) made.openColumns = true;
  return made;
};

/** Names a range; a name that cannot be one or is taken is refused. */
export const addNamedRange: RequestHandler = (draft, request, context) => {
  const { document } = draft;
  const given = (request.namedRange ?? {}) as JsonObject;
  const name = checkName(document, given.name);
  const taken = (id: string): boolean => document.namedRanges.some((item) => item.namedRangeId === id);
  const namedRangeId =
    (given.namedRangeId as string | undefined) || String(freshId(context.random, (id) => taken(String(id))));
  if (taken(namedRangeId)) throw new Error(`Named range with id ${namedRangeId} already exists.`);
  const item: NamedRangeState = { namedRangeId, name, ...place(document, given.range) };
  document.namedRanges = [...document.namedRanges, item];
  return { namedRange: namedRangeResource(item) };
};

const find = (document: DocumentState, id: Json | undefined): number => {
  const at = document.namedRanges.findIndex((item) => item.namedRangeId === id);
  if (at < 0) throw new Error(`No named range with id: ${String(id ?? '')}`);
  return at;
};

/** Changes name or range of a named range; a name that cannot be one or is taken is refused. */
export const updateNamedRange: RequestHandler = (draft, request) => {
  const { document } = draft;
  const mask = parseUpdateMask(request.fields, 'NamedRange');
  const given = (request.namedRange ?? {}) as JsonObject;
  const at = find(document, given.namedRangeId);
  const old = document.namedRanges[at]!;
  const { openRows: _, openColumns: __, ...bounded } = old;
  const made: NamedRangeState = masks(mask, 'range')
    ? { ...bounded, ...place(document, given.range) }
    : { ...old };
  if (masks(mask, 'name')) {
    made.name = checkName(document, given.name, old.namedRangeId);
    renameRange(draft, old.name, made.name);
  }
  document.namedRanges = document.namedRanges.with(at, made);
  return undefined;
};

/** Deletes a named range, which becomes #REF! in formulas; an id of none is refused. */
export const deleteNamedRange: RequestHandler = (draft, request) => {
  const { document } = draft;
  keepNamedRanges(draft, document.namedRanges.toSpliced(find(document, request.namedRangeId), 1));
  return undefined;
};
