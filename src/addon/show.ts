import { sheetTemplate } from '../workbook/sheets/index.ts';
import type { SetUpOutcome } from './jobs/set-up.ts';

/** Brings a tab to the front; one that is gone is left alone. */
export function showSheet(sheetId: number): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheets().find((each) => each.getSheetId() === sheetId);
  if (sheet !== undefined) spreadsheet.setActiveSheet(sheet);
}

/** A new workbook opens at the sheet that says what to do first. */
export function showGuide({ isNew, language }: Pick<SetUpOutcome, 'isNew' | 'language'>): void {
  if (!isNew) return;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(sheetTemplate('guide').titles[language]);
  if (sheet !== null) spreadsheet.setActiveSheet(sheet);
}
