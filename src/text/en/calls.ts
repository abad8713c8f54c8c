/** What every page says while it waits for the add-on, and where a call brings nothing. */
export const calls = {
  UI_LOADING: 'Loading …',
  UI_WORKING: 'Working …',
  UI_STILL_WORKING: 'Still working. Large spreadsheets take a few minutes; you can leave this open.',
  UI_RETRY: 'Try again',
  UI_CANCEL: 'Cancel',
  UI_EMPTY_ANSWER: 'Google sent back an empty answer. See whether it was done, then try again.',
  UI_CALL_FAILED: 'Google could not finish this: {message}',
  UI_NO_CONNECTION: 'No connection to the spreadsheet. Check your internet connection and try again.',
  UI_NO_ANSWER: 'No answer came back. The work may still have finished: look at the sheet first.',
  UI_NO_AUTHORISATION: 'Google did not let the add-on run.',
  UI_ACCOUNTS_HINT:
    'If you are signed in to several Google accounts in this browser, use a window with only the one that may open this spreadsheet (a private window will do), then open the sidebar again.',
  UI_NOT_IN_SHEETS: 'This page only works inside Google Sheets. Open it from the menu of the spreadsheet.',
} as const;
