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
