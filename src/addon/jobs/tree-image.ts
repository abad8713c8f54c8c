import { isoWeekLabel } from '../../kpi/calendar.ts';
import { ROW_PIXELS } from '../../review/render/grid.ts';
import { PICTURE_GAP } from '../../review/render/index.ts';
import { say } from '../../text/index.ts';
import type { ReviewPlace } from '../../workbook/map.ts';
import { PICTURE_NAME } from '../../workbook/marks.ts';
import { readRange } from '../../workbook/read.ts';
import type { SheetsRequest, ValuesResponse } from '../../workbook/sheets-api.ts';
import { LANGUAGES } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { putPicture } from '../pictures.ts';
import { pngSize } from '../png.ts';
import { Refusal } from '../refusal.ts';
import { openJob, writeSeen } from './context.ts';
import { lastWholeWeek, reviewOf, wholeTab } from './review.ts';

export type TreeImage = {
  readonly week?: string | undefined;
  readonly png: string;
  readonly width: number;
  readonly height: number;
};

export type TreeImageOutcome = { readonly period: string; readonly isClosed: boolean };

/** Google's limit for pictures over cells. */
const MOST_PIXELS = 1_000_000;

/** Rows of a tab in which anything stands. */
function filledRows({ sheetId }: ReviewPlace, response: ValuesResponse): number {
  const lengths = readRange(sheetId, response).map((column) => {
    let length = column.length;
    while (length > 0 && (column[length - 1] ?? '') === '') length--;
    return length;
  });
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

/** Where the picture comes to stand: where one stands already, unless something was written there since. */
function rowFor({ picture }: ReviewPlace, filled: number): number {
  return picture !== undefined && picture.row >= filled ? picture.row : filled + PICTURE_GAP;
}

/** Rows for the picture, and the name by which later reviews know where it stands. */
function roomRequests(place: ReviewPlace, row: number, height: number): SheetsRequest[] {
  const { sheetId, rowCount, period, picture } = place;
  const missing = row + Math.ceil(height / ROW_PIXELS) + 1 - rowCount;
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: 1, endColumnIndex: 2 };
  const name = PICTURE_NAME + period.replace('-', '_');
  const append: SheetsRequest = { appendDimension: { sheetId, dimension: 'ROWS', length: missing } };
  const { namedRangeId } = picture ?? {};
  return [
    ...(missing > 0 ? [append] : []),
    namedRangeId === undefined
      ? { addNamedRange: { namedRange: { name, range } } }
      : { updateNamedRange: { namedRange: { namedRangeId, range }, fields: 'range' } },
  ];
}

/**
 * Puts a picture of the KPI tree below what a review says; one that stands there is replaced. It stays when the draft is
 * made again.
 * @param gateway Access to the document.
 * @param image The picture, and the week; the last whole one without it.
 * @returns The period, and whether its review is closed, which nothing changes. Throws a Refusal where there is no such
 *   review, or where the picture has more pixels than Google takes.
 */
export function treeImageJob(gateway: Gateway, image: TreeImage): TreeImageOutcome {
  const map = gateway.readMap();
  const period = image.week ?? isoWeekLabel(lastWholeWeek(nowIn(map.timeZone).day));
  const place = reviewOf(map, period);
  const isDraft = place?.state === 'draft';
  const { response, settings } = openJob(gateway, {}, () => (isDraft ? [wholeTab(place)] : []), map);
  if (place === undefined) throw new Refusal({ code: 'PICTURE_NO_REVIEW', values: { period } });
  if (!isDraft) return { period, isClosed: true };
  const { width, height } = pngSize(image.png);
  if (width * height > MOST_PIXELS) throw new Refusal({ code: 'PICTURE_TOO_LARGE' });
  const row = rowFor(place, filledRows(place, response));
  writeSeen(gateway, map, roomRequests(place, row, image.height));
  const titles = LANGUAGES.map((language) => say(language, 'PICTURE_TITLE', { period }));
  const title = say(settings.language, 'PICTURE_TITLE', { period });
  const description = say(settings.language, 'PICTURE_DESCRIPTION', { period });
  putPicture(place.sheetId, row, { ...image, title, description }, titles);
  return { period, isClosed: false };
}
