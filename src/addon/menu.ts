import { LACKING_NEEDS, lackingFiles } from '../review/lacking.ts';
import { periodOfLabel } from '../review/period.ts';
import { say, type TextCode } from '../text/index.ts';
import type { WorkbookMap } from '../workbook/map.ts';
import { locked, sentenceOf } from './answer.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';
import { lookForStored, removeJob, removeSentence } from './jobs/remove.ts';
import { closeReviewJob, latestDraft, reviewSentence, writeReviewJob } from './jobs/review.ts';
import { setUpJob, setUpSentence } from './jobs/set-up.ts';
import { userLanguage, workbookLanguage } from './language.ts';
import { showGuide, showSheet, showTreePicture } from './show.ts';

/**
 * Adds the menu. It may run before the add-on has any permission, so it uses nothing but the menu itself, and speaks
 * the language of the person who sees it.
 * @param _event Event of Google, which is not needed.
 */
export function onOpen(_event: unknown): void {
  const language = userLanguage();
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(say(language, 'MENU_SIDEBAR'), 'menuSidebar')
    .addItem(say(language, 'MENU_PICTURE'), 'menuTreePicture')
    .addSeparator()
    .addItem(say(language, 'MENU_SET_UP'), 'menuSetUp')
    .addItem(say(language, 'MENU_REVIEW'), 'menuWriteReview')
    .addItem(say(language, 'MENU_CLOSE'), 'menuCloseReview')
    .addItem(say(language, 'MENU_AUTOMATION'), 'menuAutomation')
    .addSeparator()
    .addItem(say(language, 'MENU_REMOVE'), 'menuRemove')
    .addToUi();
}

/**
 * Adds the menu once the add-on is installed: a document that is open does not open again.
 * @param event Event of Google.
 */
export function onInstall(event: unknown): void {
  onOpen(event);
}

/** What keeps a menu item from its work becomes a sentence in a dialog. */
function tellFault(error: unknown, gateway: Gateway | undefined): void {
  SpreadsheetApp.getUi().alert(sentenceOf(error, gateway));
}

/** @param body How its page begins; it says where the sidebar opens. */
function showSidebar(body: string): void {
  const content = HtmlService.createHtmlOutputFromFile('sidebar').getContent().replace('<body>', body);
  const page = HtmlService.createHtmlOutput(content).setTitle(say(userLanguage(), 'PRODUCT'));
  SpreadsheetApp.getUi().showSidebar(page);
}

/** What keeps a page from opening is said in a dialog. */
function fromPage(open: () => void): void {
  try {
    open();
  } catch (error) {
    tellFault(error, undefined);
  }
}

/** Menu: opens the sidebar. */
export function menuSidebar(): void {
  fromPage(() => showSidebar('<body>'));
}

/** Menu: opens the dialog with the picture of the KPI tree, in the language of the workbook. */
export function menuTreePicture(): void {
  let gateway: Gateway | undefined;
  try {
    gateway = openGateway();
    showTreePicture(workbookLanguage(gateway));
  } catch (error) {
    SpreadsheetApp.getUi().alert(sentenceOf(error, gateway));
  }
}

/**
 * Runs a menu item: says that it works, in the person's language since nothing was read yet, then what came of it; a
 * fault becomes a sentence in a dialog.
 * @param isWanted Asks the person first where what is done cannot be undone; nobody else waits meanwhile.
 */
function fromMenu(
  progress: TextCode,
  work: (gateway: Gateway) => string,
  isWanted: (gateway: Gateway) => boolean = () => true,
): void {
  let toast: ((text: string, seconds: number) => void) | undefined;
  let gateway: Gateway | undefined;
  try {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const title = say(userLanguage(), 'PRODUCT');
    const opened = openGateway();
    gateway = opened;
    if (!isWanted(opened)) return;
    toast = (text, seconds) => spreadsheet.toast(text, title, seconds);
    toast(say(userLanguage(), progress), -1);
    toast(
      locked(() => work(opened)),
      8,
    );
  } catch (error) {
    toast?.('', 1);
    tellFault(error, gateway);
  }
}

/** Menu: makes what is missing, a new workbook in the person's language, and says what was added. */
export function menuSetUp(): void {
  fromMenu('SETTING_UP', (gateway) => {
    const outcome = setUpJob(gateway, { language: userLanguage() });
    showGuide(outcome);
    return setUpSentence(outcome);
  });
}

/** Menu: writes the review of the last whole week and shows its tab; a closed one is shown as it is. */
export function menuWriteReview(): void {
  fromMenu('WORKING', (gateway) => {
    const outcome = writeReviewJob(gateway);
    showSheet(outcome.sheetId);
    const code = outcome.wrote ? 'REVIEW_WRITTEN' : 'REVIEW_IS_CLOSED';
    return reviewSentence(workbookLanguage(gateway), outcome, code);
  });
}

function isConfirmed(question: string): boolean {
  const language = userLanguage();
  const ui = SpreadsheetApp.getUi();
  return ui.alert(say(language, 'PRODUCT'), question, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
}

/** What cannot be undone is asked with what is not there yet. */
function closeQuestion(gateway: Gateway, map: WorkbookMap, period: string): string {
  const language = userLanguage();
  const { tables, settings } = openJob(gateway, LACKING_NEEDS, undefined, map);
  const whole = periodOfLabel(period, settings.fiscalYearEnd);
  const lacking = whole === null ? '' : lackingFiles(tables, whole, language);
  return `${lacking} ${say(language, 'CLOSE_QUESTION', { period })}`.trim();
}

/** Menu: asks, closes the latest draft and shows its tab; says so where there is none. */
export function menuCloseReview(): void {
  let period: string | undefined;
  const close = (gateway: Gateway): string => {
    const closed = period === undefined ? undefined : closeReviewJob(gateway, period);
    const language = workbookLanguage(gateway);
    if (closed === undefined) return say(language, 'REVIEW_NONE_OPEN');
    showSheet(closed.sheetId);
    return reviewSentence(language, closed, 'REVIEW_CLOSED');
  };
  fromMenu('WORKING', close, (gateway) => {
    const map = gateway.readMap();
    period = latestDraft(map)?.period;
    return period === undefined || isConfirmed(closeQuestion(gateway, map, period));
  });
}

/** Only a clear yes deletes what people typed: a dialog that is closed keeps it. */
function isDeletionWanted(count: number): boolean {
  if (count === 0) return false;
  const language = userLanguage();
  const ui = SpreadsheetApp.getUi();
  const question = say(language, 'REMOVE_SHEETS_QUESTION', { count });
  return ui.alert(say(language, 'PRODUCT'), question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Menu: asks, then removes all that the add-on stored here; its sheets go only where that is asked for. */
export function menuRemove(): void {
  let withSheets = false;
  const remove = (gateway: Gateway): string => removeSentence(userLanguage(), removeJob(gateway, withSheets));
  fromMenu('WORKING', remove, (gateway) => {
    const { sheets } = lookForStored(gateway);
    if (!isConfirmed(say(userLanguage(), 'REMOVE_QUESTION'))) return false;
    withSheets = isDeletionWanted(sheets.length);
    return true;
  });
}

/** Menu: opens the sidebar where the automation is turned on, off and changed. */
export function menuAutomation(): void {
  fromPage(() => showSidebar('<body data-open="automation">'));
}
