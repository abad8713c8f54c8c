import { type Language, say } from '../text/index.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import type { SetUpOutcome } from './jobs/set-up.ts';

/** Work that is done has not failed because its tab does not come to the front. */
function quietly(show: () => void): void {
  try {
    show();
  } catch {
    // The person finds the tab by its name, which the sentence says.
  }
}

/** Brings a tab to the front; one that is gone is left alone. */
export function showSheet(sheetId: number): void {
  quietly(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = spreadsheet.getSheets().find((each) => each.getSheetId() === sheetId);
    if (sheet !== undefined) spreadsheet.setActiveSheet(sheet);
  });
}

/** A new workbook opens at the sheet that says what to do first. */
export function showGuide({ isNew, language }: Pick<SetUpOutcome, 'isNew' | 'language'>): void {
  if (!isNew) return;
  quietly(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = spreadsheet.getSheetByName(sheetTemplate('guide').titles[language]);
    if (sheet !== null) spreadsheet.setActiveSheet(sheet);
  });
}

/** As wide as most screens have room for; the page fits itself into less. */
const PICTURE_SIZE = { width: 1180, height: 720 };

/**
 * Shows the dialog with the picture of the KPI tree.
 * @param language Language of the workbook, which the page cannot know before it has read anything.
 */
export function showTreePicture(language: Language): void {
  const content = HtmlService.createHtmlOutputFromFile('picture')
    .getContent()
    .replace('<body>', `<body data-language="${language}">`);
  const page = HtmlService.createHtmlOutput(content)
    .setWidth(PICTURE_SIZE.width)
    .setHeight(PICTURE_SIZE.height);
  SpreadsheetApp.getUi().showModalDialog(page, say(language, 'PICTURE_DIALOG'));
}

/** The cell that is selected, rows and columns from 0; null where none is, such as while a chart has the focus. */
export function selectedCell(): { sheetId: number; row: number; column: number } | null {
  const cell =
    SpreadsheetApp.getActiveSpreadsheet().getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null;
  if (cell === null) return null;
  return { sheetId: cell.getSheet().getSheetId(), row: cell.getRow() - 1, column: cell.getColumn() - 1 };
}

/**
 * Brings a tab to the front and selects a cell of it.
 * @param sheetId Tab.
 * @param cell Cell or range in A1 form.
 * @returns Whether the tab was there.
 */
export function showCellOf(sheetId: number, cell: string): boolean {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const sheet = sheets.find((each) => each.getSheetId() === sheetId);
  sheet?.getRange(cell).activate();
  return sheet !== undefined;
}
