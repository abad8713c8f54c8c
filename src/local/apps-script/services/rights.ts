/** What a person may change: viewers and commenters nothing, editors all but ranges that are protected from them. */
import type { DocumentState, Json, JsonObject } from '../../document/model.ts';
import type { User } from '../types.ts';

export const NO_PERMISSION = 'The caller does not have permission';
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

type Area = { sheetId: number; top: number; bottom: number; left: number; right: number };

const whole = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

/** From a range of a grid, a span of rows or columns, or a place where rows of cells begin. */
function areaOf(place: JsonObject, rows: readonly Json[]): Area {
  const { dimension } = place;
  const [start, end] = [whole(place.startIndex, 0), whole(place.endIndex, Infinity)];
  const width = Math.max(
    1,
    ...rows.map((row) => ((row as JsonObject).values as Json[] | undefined)?.length ?? 0),
  );
  const isStart = 'rowIndex' in place || 'columnIndex' in place;
  const [row, column] = [whole(place.rowIndex, 0), whole(place.columnIndex, 0)];
  if (isStart) {
    const bottom = row + Math.max(1, rows.length);
    return { sheetId: whole(place.sheetId, 0), top: row, bottom, left: column, right: column + width };
  }
  return {
    sheetId: whole(place.sheetId, 0),
    top: dimension === 'ROWS' ? start : whole(place.startRowIndex, 0),
    bottom: dimension === 'ROWS' ? end : whole(place.endRowIndex, Infinity),
    left: dimension === 'COLUMNS' ? start : whole(place.startColumnIndex, 0),
    right: dimension === 'COLUMNS' ? end : whole(place.endColumnIndex, Infinity),
  };
}

/** Every place that a request changes; what it copies from stays as it is. */
function areasIn(request: Json, rows: readonly Json[] = []): Area[] {
  if (typeof request !== 'object' || request === null) return [];
  if (Array.isArray(request)) return request.flatMap((each) => areasIn(each));
  const own = typeof request.sheetId === 'number' ? [areaOf(request, rows)] : [];
  const parts = Object.entries(request).filter(([key]) => key !== 'source' && key !== 'rows');
  const cells = Array.isArray(request.rows) ? request.rows : [];
  return [...own, ...parts.flatMap(([, value]) => areasIn(value as Json, cells))];
}

const meet = (a: Area, b: Area): boolean =>
  a.sheetId === b.sheetId && a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

function protectedFrom(document: DocumentState, { email }: User): Area[] {
  return document.sheets.flatMap(({ sheetId, protectedRanges }) =>
    protectedRanges.flatMap((item) => {
      const editors = ((item.editors as JsonObject | undefined)?.users ?? []) as Json[];
      if (item.warningOnly === true || editors.includes(email)) return [];
      return [areaOf({ ...(item.range as JsonObject), sheetId }, [])];
    }),
  );
}

/**
 * Why a change of the document is refused, in the API's words; undefined where it is not.
 * @param user Who makes it: the owner of the spreadsheet may change all of it.
 * @param document As it is.
 * @param body Of a `batchUpdate`; of other calls the right to edit counts alone.
 */
export function rightsRefusal(
  user: User,
  document: DocumentState | undefined,
  body: Json | undefined,
): string | undefined {
  const { role = 'owner' } = user;
  if (role === 'viewer' || role === 'commenter') return NO_PERMISSION;
  if (role === 'owner' || document === undefined) return undefined;
  const areas = protectedFrom(document, user);
  const requests = ((body as JsonObject | undefined)?.requests ?? []) as JsonObject[];
  const at = requests.findIndex((request) =>
    areasIn(request).some((area) => areas.some((other) => meet(area, other))),
  );
  return at < 0 ? undefined : `Invalid requests[${at}].${Object.keys(requests[at] ?? {})[0]}: ${PROTECTED}`;
}
