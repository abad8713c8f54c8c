import { sameTitle } from '../../document/a1.ts';
import type { Draft } from '../../document/draft.ts';
import type { DocumentState, ImageState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { sheetProperties } from '../resource.ts';
import { freshId, type RequestHandler } from './context.ts';
import { checkCellLimit, checkTitle, numberIn, placeFor, takeSheetId } from './sheets.ts';

/** Copies a sheet with all on it, its metadata included; a title or id that is taken is refused. */
export const duplicateSheet: RequestHandler = (draft, request, context) => {
  const { document } = draft;
  const source = draft.sheet(numberIn(request.sourceSheetId) ?? 0);
  if (!source) throw new Error(`No sheet with id: ${request.sourceSheetId ?? 0}`);
  const title = (request.newSheetName as string | undefined) ?? copyTitle(document, source.title);
  checkTitle(document, title);
  const sheetId = takeSheetId(draft, numberIn(request.newSheetId), context.random);
  const place = placeFor(document, numberIn(request.insertSheetIndex) ?? 0);
  draft.shareRows();
  draft.insert(copySheet(source, sheetId, title, context.random), place);
  copyMetadata(draft, source.sheetId, sheetId, context.random);
  checkCellLimit(document);
  return { properties: sheetProperties(draft.sheet(sheetId)!, place) };
};

const copyTitle = (document: DocumentState, title: string): string => {
  const taken = (name: string): boolean => document.sheets.some((sheet) => sameTitle(sheet.title, name));
  if (!taken(`Copy of ${title}`)) return `Copy of ${title}`;
  let n = 2;
  while (taken(`Copy of ${title} ${n}`)) n += 1;
  return `Copy of ${title} ${n}`;
};

/** JSON of the source with its own sheet's ids replaced. */
const retarget = (value: Json, from: number, to: number): Json => {
  if (Array.isArray(value)) return value.map((item) => retarget(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === 'sheetId' && child === from ? to : retarget(child, from, to),
    ]),
  );
};

/** A sheet like `source` under another id; what has an id of its own gets a fresh one. */
export const copySheet = (
  source: SheetState,
  sheetId: number,
  title: string,
  random: () => number,
): SheetState => {
  const fresh = (): number => freshId(random, () => false);
  const list = (items: readonly JsonObject[], idKey?: string): JsonObject[] =>
    items.map((item) => {
      const copy = retarget(item, source.sheetId, sheetId) as JsonObject;
      return idKey ? { ...copy, [idKey]: fresh() } : copy;
    });
  const made: SheetState = {
    ...source,
    sheetId,
    title,
    cells: source.cells.slice(),
    rows: source.rows.slice(),
    columns: source.columns.slice(),
    conditionalFormats: list(source.conditionalFormats),
    bandedRanges: list(source.bandedRanges, 'bandedRangeId'),
    protectedRanges: list(source.protectedRanges, 'protectedRangeId'),
    rowGroups: list(source.rowGroups),
    columnGroups: list(source.columnGroups),
    charts: list(source.charts as unknown as JsonObject[], 'chartId') as unknown as SheetState['charts'],
  };
  if (source.basicFilter)
    made.basicFilter = retarget(source.basicFilter, source.sheetId, sheetId) as JsonObject;
  if (source.images)
    made.images = list(source.images as unknown as JsonObject[], 'imageId') as unknown as ImageState[];
  if (source.slicers) made.slicers = list(source.slicers, 'slicerId');
  if (source.tables) {
    // A table's name is known in the whole spreadsheet: the copy gets another.
    made.tables = list(source.tables).map((table) => {
      const tableId = String(fresh());
      return { ...table, tableId, name: `${String(table.name)}_${tableId}` };
    });
  }
  if (source.filterViews) made.filterViews = list(source.filterViews, 'filterViewId');
  delete made.hidden;
  return made;
};

const copyMetadata = (draft: Draft, from: number, to: number, random: () => number): void => {
  const { document } = draft;
  const copies = document.metadata.flatMap((item) => {
    if (item.location.type === 'SPREADSHEET' || item.location.sheetId !== from) return [];
    const metadataId = freshId(random, (id) => document.metadata.some((other) => other.metadataId === id));
    return [{ ...item, metadataId, location: { ...item.location, sheetId: to } }];
  });
  document.metadata = [...document.metadata, ...copies];
};
