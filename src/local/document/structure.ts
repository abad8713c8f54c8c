import type { Draft } from './draft.ts';
import { changeFormula, renameInFormula } from './formula.ts';
import { changeJson } from './json-ranges.ts';
import type { ChartState, ImageState, JsonObject, MetadataState, SheetState, StoredCell } from './model.ts';
import { followNamedRanges, keepNamedRanges } from './named-ranges.ts';
import { rewriteFormulas } from './rewrite.ts';
import { type Change, mapIndex, mapSpan } from './span.ts';

/**
 * Inserts, deletes or moves rows or columns and lets everything that names cells follow: formulas of all sheets,
 * merges, rules, filters, bands, protections, groups, charts, named ranges and developer metadata.
 * The change must fit the sheet (the caller checks).
 */
export const changeDimension = (draft: Draft, change: Change): void => {
  const sheet = draft.edit(change.sheetId);
  moveCells(draft, sheet, change);
  moveSizes(sheet, change);
  if (change.kind !== 'move') {
    const by = change.kind === 'insert' ? change.count : change.start - change.end;
    if (change.dimension === 'ROWS') sheet.rowCount += by;
    else sheet.columnCount += by;
  }
  shrinkFrozen(sheet, change);
  followReferences(draft, change);
  draft.document.metadata = draft.document.metadata.flatMap((item) => followMetadata(item, change));
};

const spliceList = <T>(list: T[], change: Change, filler: T): T[] => {
  if (change.kind === 'insert') {
    if (change.at >= list.length) return list;
    const fill = new Array<T>(change.count).fill(filler);
    return [...list.slice(0, change.at), ...fill, ...list.slice(change.at)];
  }
  if (change.kind === 'delete') return [...list.slice(0, change.start), ...list.slice(change.end)];
  const reach = Math.max(change.end, change.to);
  const padded = list.slice();
  while (padded.length < reach) padded.push(filler);
  const block = padded.splice(change.start, change.end - change.start);
  padded.splice(change.to <= change.start ? change.to : change.to - block.length, 0, ...block);
  return padded;
};

const moveCells = (draft: Draft, sheet: SheetState, change: Change): void => {
  if (change.dimension === 'ROWS') {
    sheet.cells = spliceList<(StoredCell | undefined)[]>(sheet.cells, change, []);
    return;
  }
  const from =
    change.kind === 'insert'
      ? change.at
      : change.kind === 'move'
        ? Math.min(change.start, change.to)
        : change.start;
  for (let r = 0; r < sheet.cells.length; r += 1) {
    const row = sheet.cells[r];
    if (!row || row.length <= from) continue;
    const made = spliceList<StoredCell | undefined>(row, change, undefined);
    const own = draft.row(sheet, r);
    own.length = 0;
    for (const cell of made) own.push(cell);
  }
};

const moveSizes = (sheet: SheetState, change: Change): void => {
  if (change.dimension === 'ROWS') sheet.rows = spliceList(sheet.rows, change, undefined);
  else sheet.columns = spliceList(sheet.columns, change, undefined);
};

const shrinkFrozen = (sheet: SheetState, change: Change): void => {
  const key = change.dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const frozen = sheet[key];
  if (!frozen || change.kind === 'move') return;
  const mapped = mapSpan(change, 0, frozen);
  if (change.kind === 'insert' && change.at === 0) return;
  if (!mapped) delete sheet[key];
  else sheet[key] = mapped[1];
};

/** Formulas, rules, charts and named ranges that name cells of the changed sheet. */
export const followReferences = (draft: Draft, change: Change): void => {
  const title = draft.sheet(change.sheetId)?.title ?? '';
  rewriteFormulas(draft, (formula, home) => changeFormula(formula, home, title, change));
  for (const { sheetId } of draft.document.sheets.slice()) {
    const sheet = draft.sheet(sheetId)!;
    const charts = sheet.charts.map((chart) => changeChart(chart, change));
    if (charts.some((chart, i) => chart !== sheet.charts[i])) draft.edit(sheetId).charts = charts;
    const images = sheet.images?.map((image) => changeImage(image, change));
    if (images?.some((image, i) => image !== sheet.images?.[i])) draft.edit(sheetId).images = images;
    const slicers = sheet.slicers?.flatMap((slicer) => {
      const made = changeJson(slicer, change);
      return made ? [made] : [];
    });
    if (slicers?.some((slicer, i) => slicer !== sheet.slicers?.[i])) draft.edit(sheetId).slicers = slicers;
  }
  const sheet = draft.edit(change.sheetId);
  sheet.merges = sheet.merges.flatMap((rect) => {
    const made = changeJson(
      {
        sheetId: change.sheetId,
        startRowIndex: rect.startRow,
        endRowIndex: rect.endRow,
        startColumnIndex: rect.startColumn,
        endColumnIndex: rect.endColumn,
      },
      change,
    );
    if (!made) return [];
    const merged = {
      startRow: made.startRowIndex as number,
      endRow: made.endRowIndex as number,
      startColumn: made.startColumnIndex as number,
      endColumn: made.endColumnIndex as number,
    };
    return merged.endRow - merged.startRow > 1 || merged.endColumn - merged.startColumn > 1 ? [merged] : [];
  });
  const follow = (list: JsonObject[]): JsonObject[] =>
    list.flatMap((item) => {
      const made = changeJson(item, change);
      return made ? [made] : [];
    });
  sheet.conditionalFormats = follow(sheet.conditionalFormats);
  sheet.bandedRanges = follow(sheet.bandedRanges);
  sheet.protectedRanges = follow(sheet.protectedRanges);
  sheet.rowGroups = follow(sheet.rowGroups);
  sheet.columnGroups = follow(sheet.columnGroups);
  if (sheet.filterViews) sheet.filterViews = follow(sheet.filterViews);
  if (sheet.tables) sheet.tables = sheet.tables.flatMap((table) => followTable(table, change));
  if (sheet.basicFilter) {
    const filter = changeJson(sheet.basicFilter, change);
    if (filter) sheet.basicFilter = filter;
    else delete sheet.basicFilter;
  }
  followNamedRanges(draft, sheet, change);
};

/** A table, and what it knows of its columns by their place in it. */
const followTable = (table: JsonObject, change: Change): JsonObject[] => {
  const made = changeJson(table, change);
  if (!made || made === table || change.dimension !== 'COLUMNS' || change.band) return made ? [made] : [];
  const from = (table.range as { startColumnIndex: number }).startColumnIndex;
  const { startColumnIndex: to, endColumnIndex: end } = made.range as Record<string, number>;
  const columnProperties = ((table.columnProperties ?? []) as JsonObject[]).flatMap((column) => {
    const index = mapIndex(change, from + (column.columnIndex as number));
    if (index === undefined || index < to! || index >= end!) return [];
    return [{ ...column, columnIndex: index - to! }];
  });
  return [{ ...made, columnProperties }];
};

const drawn = (series: JsonObject): boolean => {
  const { sourceRange } = (series.series ?? {}) as { sourceRange?: { sources?: JsonObject[] } };
  return sourceRange === undefined || (sourceRange.sources?.length ?? 0) > 0;
};

/** A series whose cells were deleted goes; the chart stays. */
const withoutLostSeries = (spec: JsonObject): JsonObject => {
  const basic = spec.basicChart as { series?: JsonObject[] } | undefined;
  if (!basic?.series || basic.series.every(drawn)) return spec;
  return { ...spec, basicChart: { ...basic, series: basic.series.filter(drawn) } as JsonObject };
};

const changeChart = (chart: ChartState, change: Change): ChartState => {
  const changed = changeJson(chart.spec, change);
  const spec = changed && changed !== chart.spec ? withoutLostSeries(changed) : changed;
  const position = changeJson(chart.position, change);
  if (spec === chart.spec && position === chart.position) return chart;
  return { ...chart, spec: spec ?? {}, position: position ?? chart.position };
};

const changeImage = (image: ImageState, change: Change): ImageState => {
  const position = changeJson(image.position, change);
  return position === undefined || position === image.position ? image : { ...image, position };
};

const followMetadata = (item: MetadataState, change: Change): MetadataState[] => {
  const { location } = item;
  if (location.type !== 'ROW' && location.type !== 'COLUMN') return [item];
  const along = location.type === 'ROW' ? 'ROWS' : 'COLUMNS';
  if (location.sheetId !== change.sheetId || along !== change.dimension) return [item];
  const index = mapIndex(change, location.index);
  if (index === undefined) return [];
  return index === location.index ? [item] : [{ ...item, location: { ...location, index } }];
};

/** Gives a sheet another title; formulas that name it follow. */
export const renameSheet = (draft: Draft, sheetId: number, title: string): void => {
  const before = draft.sheet(sheetId)!.title;
  draft.edit(sheetId).title = title;
  rewriteFormulas(draft, (formula) => renameInFormula(formula, before, title));
};

/** Takes a sheet out with what belongs to it; formulas that name it become #REF!. */
export const removeSheet = (draft: Draft, sheetId: number): void => {
  const { document } = draft;
  const title = draft.sheet(sheetId)!.title;
  document.sheets = document.sheets.filter((sheet) => sheet.sheetId !== sheetId);
  keepNamedRanges(
    draft,
    document.namedRanges.filter((item) => item.sheetId !== sheetId),
  );
  document.metadata = document.metadata.filter(
    (item) => item.location.type === 'SPREADSHEET' || item.location.sheetId !== sheetId,
  );
  rewriteFormulas(draft, (formula) => renameInFormula(formula, title, undefined));
};
