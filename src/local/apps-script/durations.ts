/** How long service calls take: orders of magnitude that Google's users measure, so that the limits of a run mean something. */

/** By the beginning of the method; the first that fits. Milliseconds. */
const TYPICAL: readonly (readonly [start: string, milliseconds: number])[] = [
  ['Sheets.Spreadsheets.batchUpdate', 800],
  ['Sheets.new', 0],
  ['Sheets.', 400],
  ['MailApp.sendEmail', 500],
  ['MailApp.', 50],
  ['ScriptApp.delete', 300],
  ['ScriptApp.get', 100],
  ['ClockTriggerBuilder.create', 500],
  ['SpreadsheetTriggerBuilder.create', 500],
  ['Properties.', 40],
  ['Cache.', 20],
  ['Lock.', 30],
  ['Ui.show', 100],
  ['Spreadsheet.toast', 50],
  ['Spreadsheet.', 10],
  ['SpreadsheetApp.flush', 100],
  ['Sheet.insertImage', 1000],
  ['Sheet.getImages', 200],
  ['OverGridImage.', 50],
  ['Sheet.', 10],
  ['Range.', 10],
];

/**
 * Virtual milliseconds that a service call takes: setting `callMilliseconds` of a host that people look at.
 *
 * @param method such as `Sheets.Spreadsheets.batchUpdate`
 * @returns 0 for what never leaves the script, such as `Utilities.formatDate`
 * @example typicalMilliseconds('Properties.getProperty') // 40
 */
export function typicalMilliseconds(method: string): number {
  return TYPICAL.find(([start]) => method.startsWith(start))?.[1] ?? 0;
}
