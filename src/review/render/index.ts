import { say } from '../../text/index.ts';
import { COLORS, TAB_COLORS } from '../../workbook/formats.ts';
import type { ReviewPlace, WorkbookMap } from '../../workbook/map.ts';
import { REVIEW_METADATA } from '../../workbook/marks.ts';
import type {
  BasicChartSpec,
  Color,
  EmbeddedChart,
  GridRange,
  SheetsRequest,
} from '../../workbook/sheets-api.ts';
import { freeTitle } from '../../workbook/titles.ts';
import { filledOf } from '../filled.ts';
import type { Review } from '../model.ts';
import { kindOfLabel, PERIOD_KINDS } from '../period.ts';
import { voiceOf } from '../voice.ts';
import { renderActions } from './actions.ts';
import { markColumns, reorderColumns } from './columns.ts';
import { renderContent } from './content.ts';
import { renderExperiments } from './experiments.ts';
import { renderFormer } from './former.ts';
import { renderFunnel } from './funnel.ts';
import { type ChartPlan, COLUMNS, Grid, type SeriesRole } from './grid.ts';
import { renderGuards } from './guards.ts';
import { renderHead } from './head.ts';
import { renderPeople } from './people.ts';
import { renderPublishing } from './publishing.ts';
import { renderTree } from './tree.ts';
import { renderTrends } from './trends.ts';
import { renderWeak } from './weak.ts';
import { renderWhy } from './why.ts';

const SPARE_ROWS = 20;
/** What of a cell is written, and emptied before. */
const WRITTEN = 'userEnteredValue,userEnteredFormat,note,dataValidation';
/** Empty rows between what a tab says and the picture of the KPI tree below it. */
export const PICTURE_GAP = 2;

/** Sheet ids of review tabs are made from their period, so that a second tab of a week is refused, not made. */
export function reviewSheetId(label: string): number {
  const kind = PERIOD_KINDS.indexOf(kindOfLabel(label) ?? 'week') + 1;
  return Number(label.slice(0, 4)) * 1000 + Number(label.slice(5).replace(/^\D/, '')) * 10 + kind;
}

function renderNotes(grid: Grid, review: Review): void {
  grid.section(say(voiceOf(review), 'SECTION_NOTES'));
  for (const note of review.notes) grid.line(note.text, { textFormat: { foregroundColor: COLORS.quiet } });
}

/** The whole tab as rows, merges and charts. */
export function layOut(review: Review): Grid {
  const grid = new Grid();
  renderHead(grid, review);
  renderTree(grid, review);
  renderFormer(grid, review);
  renderWhy(grid, review);
  renderTrends(grid, review);
  renderContent(grid, review);
  renderFunnel(grid, review);
  renderWeak(grid, review);
  renderPeople(grid, review);
  renderGuards(grid, review);
  renderExperiments(grid, review);
  renderPublishing(grid, review);
  renderActions(grid, review);
  renderNotes(grid, review);
  if (review.state === 'closed') grid.closeInputs();
  return grid;
}

function strip(sheetId: number, row: number, from: number, to: number): GridRange {
  return { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: from, endColumnIndex: to };
}

const SERIES_COLORS: Readonly<Record<SeriesRole, Color>> = {
  figure: COLORS.header,
  plan: TAB_COLORS.act,
  // Charts know no transparent columns.
  base: COLORS.white,
  total: COLORS.header,
  up: COLORS.up,
  down: COLORS.down,
};

function chartSpec(plan: ChartPlan, sheetId: number): BasicChartSpec {
  const data = (row: number) => ({ sourceRange: { sources: [strip(sheetId, row, plan.from, plan.to)] } });
  const isTrend = plan.kind === 'trend';
  return {
    chartType: isTrend ? 'COMBO' : 'COLUMN',
    legendPosition: 'NO_LEGEND',
    ...(isTrend ? {} : { stackedType: 'STACKED' as const }),
    headerCount: 0,
    domains: [{ domain: data(plan.labels) }],
    series: plan.series.map(({ row, role }) => ({
      series: data(row),
      targetAxis: 'LEFT_AXIS',
      ...(isTrend ? { type: role === 'plan' ? ('LINE' as const) : ('COLUMN' as const) } : {}),
      color: SERIES_COLORS[role],
    })),
  };
}

function chartRequest(plan: ChartPlan, sheetId: number): SheetsRequest {
  const chart: EmbeddedChart = {
    spec: {
      title: plan.title,
      basicChart: chartSpec(plan, sheetId),
      ...(plan.kind === 'waterfall' ? { hiddenDimensionStrategy: 'SHOW_ALL' as const } : {}),
    },
    position: {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: plan.anchorRow, columnIndex: plan.anchorColumn },
        widthPixels: plan.width,
        heightPixels: plan.height,
      },
    },
  };
  return { addChart: { chart } };
}

/** Who a tab is, what state it is in, when it was written first and last, and how many files are in; see REVIEW_METADATA. */
function stampOf(review: Review, sheetId: number, firstDay: string): string {
  const { period, state, madeOn } = review;
  return [period.label, state, sheetId, firstDay, madeOn, filledOf(review)].join(':');
}

function newTab(review: Review, map: WorkbookMap, sheetId: number, rows: number): SheetsRequest[] {
  const titles = new Set(map.tabs.map((tab) => tab.title));
  const guide = map.sheets.get('guide') === undefined ? 0 : 1;
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: freeTitle(review.period.label, titles),
          index: guide,
          tabColor: TAB_COLORS.review,
          gridProperties: {
            rowCount: rows + SPARE_ROWS,
            columnCount: COLUMNS.length,
            frozenRowCount: 1,
            hideGridlines: true,
          },
        },
      },
    },
    ...markColumns(sheetId),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: REVIEW_METADATA,
          metadataValue: stampOf(review, sheetId, review.madeOn),
          visibility: 'DOCUMENT',
          location: { sheetId },
        },
      },
    },
  ];
}

/**
 * Empties a draft before it is written again; people's text was read before and is part of the new rows. Columns that
 * they added keep what is in them.
 */
function emptyTab(place: ReviewPlace, review: Review, rows: number): SheetsRequest[] {
  const { sheetId } = place;
  const ours: GridRange = { sheetId, startColumnIndex: 0, endColumnIndex: COLUMNS.length };
  const missing = rows + SPARE_ROWS - place.rowCount;
  return [
    { unmergeCells: { range: { sheetId } } },
    ...unfreeze(place),
    ...reorderColumns(place),
    { updateCells: { range: ours, fields: WRITTEN } },
    ...place.chartIds.map((objectId): SheetsRequest => ({ deleteEmbeddedObject: { objectId } })),
    ...roomAbovePicture(place, rows),
    ...(missing > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: missing } } as const] : []),
    ...stampRequests(place, review),
    ...(place.state === review.state ? [] : [protection(place)]),
  ];
}

/** A review that grows moves the picture below it down, which nobody else could: the API knows no pictures. */
function roomAbovePicture({ sheetId, picture }: ReviewPlace, rows: number): SheetsRequest[] {
  const startIndex = picture?.row ?? Number.POSITIVE_INFINITY;
  const missing = rows + PICTURE_GAP - startIndex;
  if (missing <= 0) return [];
  const range = { sheetId, dimension: 'ROWS' as const, startIndex, endIndex: startIndex + missing };
  return [{ insertDimension: { range, inheritFromBefore: true } }];
}

/** Lines that reach over all columns cannot be merged across the edge of frozen ones. */
function unfreeze({ sheetId, frozenColumns }: ReviewPlace): SheetsRequest[] {
  if (frozenColumns === 0) return [];
  const properties = { sheetId, gridProperties: { frozenColumnCount: 0 } };
  return [{ updateSheetProperties: { properties, fields: 'gridProperties.frozenColumnCount' } }];
}

function stampRequests(place: ReviewPlace, review: Review): SheetsRequest[] {
  const metadataValue = stampOf(review, place.sheetId, place.firstDay || review.madeOn);
  if (metadataValue === place.stamp) return [];
  const lookup = { metadataKey: REVIEW_METADATA, metadataValue: place.stamp };
  return [
    {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: lookup }],
        developerMetadata: { metadataValue },
        fields: 'metadataValue',
      },
    },
  ];
}

function hideRows(
  sheetId: number,
  startIndex: number,
  endIndex: number,
  hiddenByUser: boolean,
): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex, endIndex },
      properties: { hiddenByUser },
      fields: 'hiddenByUser',
    },
  };
}

/** A record warns those who type into it. */
function protection({ sheetId, period }: ReviewPlace): SheetsRequest {
  return {
    addProtectedRange: { protectedRange: { range: { sheetId }, description: period, warningOnly: true } },
  };
}

/**
 * The requests that write a review: a new tab, or a draft written again in its place.
 * @param review The review.
 * @param map Where everything is.
 * @returns Requests for one batch; none where the tab is a closed record.
 */
export function renderReview(review: Review, map: WorkbookMap): SheetsRequest[] {
  const place = map.reviews.find((each) => each.period === review.period.label);
  if (place?.state === 'closed') return [];
  const grid = layOut(review);
  const sheetId = place?.sheetId ?? reviewSheetId(review.period.label);
  const rows = grid.rows.length;
  const heights = [...grid.heights].map(
    ([row, pixelSize]): SheetsRequest => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    }),
  );
  return [
    ...(place === undefined ? newTab(review, map, sheetId, rows) : emptyTab(place, review, rows)),
    // In a draft other rows were hidden before.
    ...(place === undefined ? [] : [hideRows(sheetId, 0, rows, false)]),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: grid.toRows(sheetId),
        fields: WRITTEN,
      },
    },
    ...grid.merges.map(
      ({ row, from, to }): SheetsRequest => ({
        mergeCells: { range: strip(sheetId, row, from, to), mergeType: 'MERGE_ALL' },
      }),
    ),
    // After merging: a sentence across many columns must not be measured in its first one.
    { autoResizeDimensions: { dimensions: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: rows } } },
    ...heights,
    ...grid.hidden.map((row) => hideRows(sheetId, row, row + 1, true)),
    ...grid.charts.map((plan) => chartRequest(plan, sheetId)),
  ];
}
