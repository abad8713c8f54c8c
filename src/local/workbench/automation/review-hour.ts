/** When the add-on writes its next review, for the button that moves the clock there. */
import { cellOf } from '../../document/cell.ts';
import type { DocumentState, StoredCell } from '../../document/model.ts';
import { instantOf, wallTime } from '../../document/zone.ts';

/** The hour that the add-on starts with, where the sheet of settings names none. */
const USUAL_HOUR = 9;
const COLUMN = 'kpi.column';

/** Place of a column by what the add-on marked it with. */
function columnOf(document: DocumentState, key: string): { sheetId: number; index: number } | undefined {
  for (const { metadataKey, metadataValue, location } of document.metadata) {
    if (metadataKey === COLUMN && metadataValue === key && location.type === 'COLUMN') return location;
  }
  return undefined;
}

/** A number among the settings; the add-on's own default where none is found, or none that can be. */
function setting(
  document: DocumentState,
  name: string,
  lowest: number,
  highest: number,
  usual: number,
): number {
  const key = columnOf(document, 'settings.key');
  const value = columnOf(document, 'settings.value');
  const sheet = document.sheets.find(({ sheetId }) => sheetId === key?.sheetId);
  const row = sheet?.cells.find((cells) => textOf(cells?.[key?.index ?? -1]) === name);
  const found = Number(textOf(row?.[value?.index ?? -1]) || usual);
  return Number.isInteger(found) && found >= lowest && found <= highest ? found : usual;
}

/**
 * The hour of the review day from which the review is written, 0 to 23, as the settings say.
 * @param document The open spreadsheet.
 */
export function reviewHour(document: DocumentState): number {
  return setting(document, 'review_hour', 0, 23, USUAL_HOUR);
}

/**
 * The day on which the review is written, 1 (Monday) to 7, as the settings say.
 * @param document The open spreadsheet.
 */
export function reviewDay(document: DocumentState): number {
  return setting(document, 'review_day', 1, 7, 1);
}

const textOf = (stored: StoredCell | undefined): string => {
  const value = cellOf(stored)?.value;
  return String(value?.numberValue ?? value?.stringValue ?? '');
};

/**
 * The end of the next review hour: the first such day, today or later, at this hour and 59 minutes, since the trigger's
 * own minute may be any in the hour.
 * @param now Milliseconds since 1970; the answer is later.
 * @param timeZone Of the spreadsheet.
 * @param hour 0 to 23.
 * @param day 1 = Monday.
 * @returns Milliseconds since 1970.
 */
export function nextReviewTime(now: number, timeZone: string, hour: number, day = 1): number {
  const today = wallTime(now, timeZone);
  const weekDay = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  const ahead = (day + 7 - weekDay) % 7;
  const on = (days: number) =>
    instantOf({ ...today, day: today.day + days, hour, minute: 59, second: 0, millisecond: 0 }, timeZone);
  return on(ahead) > now ? on(ahead) : on(ahead + 7);
}
