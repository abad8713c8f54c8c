import { say } from '../text/index.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { locked, sentenceOf, userLanguage } from './answer.ts';
import { switchOnAutomation } from './automation.ts';
import { openGateway } from './gateway.ts';
import { closeReviewJob, writeReviewJob } from './jobs/review.ts';
import { setUpJob } from './jobs/set-up.ts';

/** Adds the menu. It may run before the add-on has any permission, so it uses nothing but the menu itself. */
export function onOpen(_event: unknown): void {
  const language = userLanguage();
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(say(language, 'MENU_SIDEBAR'), 'menuSidebar')
    .addSeparator()
    .addItem(say(language, 'MENU_SET_UP'), 'menuSetUp')
    .addItem(say(language, 'MENU_REVIEW'), 'menuWriteReview')
    .addItem(say(language, 'MENU_CLOSE'), 'menuCloseReview')
    .addItem(say(language, 'MENU_AUTOMATION'), 'menuAutomation')
    .addToUi();
}

export function onInstall(event: unknown): void {
  onOpen(event);
}

export function menuSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(say(userLanguage(), 'PRODUCT'));
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Runs a menu item: says that it works, then what came of it; a fault becomes a sentence. */
function fromMenu(progress: string, work: () => string): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const title = say(userLanguage(), 'PRODUCT');
  spreadsheet.toast(progress, title, -1);
  try {
    spreadsheet.toast(locked(work), title, 8);
  } catch (error) {
    spreadsheet.toast('', title, 1);
    SpreadsheetApp.getUi().alert(sentenceOf(error, userLanguage()));
  }
}

function show(sheetId: number): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheets().find((each) => each.getSheetId() === sheetId);
  if (sheet !== undefined) spreadsheet.setActiveSheet(sheet);
}

export function menuSetUp(): void {
  const language = userLanguage();
  fromMenu(say(language, 'SETTING_UP'), () => {
    const count = setUpJob(openGateway(), language);
    if (count === 0) return say(language, 'SET_UP_NOTHING');
    return say(language, 'SET_UP_DONE', { count, guide: sheetTemplate('guide').titles[language] });
  });
}

export function menuWriteReview(): void {
  const language = userLanguage();
  fromMenu(say(language, 'WORKING'), () => {
    const { period, wrote, sheetId } = writeReviewJob(openGateway());
    show(sheetId);
    return say(language, wrote ? 'REVIEW_WRITTEN' : 'REVIEW_IS_CLOSED', { period });
  });
}

export function menuCloseReview(): void {
  const language = userLanguage();
  fromMenu(say(language, 'WORKING'), () => {
    const closed = closeReviewJob(openGateway());
    if (closed === undefined) return say(language, 'REVIEW_NONE_OPEN');
    show(closed.sheetId);
    return say(language, 'REVIEW_CLOSED', { period: closed.period });
  });
}

export function menuAutomation(): void {
  const language = userLanguage();
  fromMenu(say(language, 'WORKING'), () => switchOnAutomation(openGateway(), language));
}
