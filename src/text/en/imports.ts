/** What importing files has to say. */
export const imports = {
  EXPORT_UNKNOWN: 'No export that can be read has these headers: {found}',
  EXPORT_COLUMNS_MISSING:
    'The file looks most like “{format}”, but lacks the column: {missing}. Please add it to the export and try again.',
  EXPORT_WITHOUT_PLACE:
    '“{format}”: the workbook has no sheet for these figures, so nothing was taken. Rows: {count}.',
  PLATFORM_GUESSED:
    'The file does not say which platform it is of: it was taken for {platform}. If that is wrong, undo the import and choose the platform in the sidebar.',
  WORD_UNKNOWN:
    'Under “{column}” stand words that are none of the workbook’s: {found}. They are not counted there until they are one of these: {expected}.',
  PERIOD_UNKNOWN:
    'The file does not say which days it covers. Please put the first and the last day into its name, such as “videos 2026-01-01_2026-01-31.xlsx”, and try again.',
  ID_ROUNDED:
    'Row {row}: “{found}” under “{column}” is what a spreadsheet made of a long ID; its last digits are lost. Please import the file as it was exported, without opening and saving it in between.',
  ROW_TWICE:
    'Row {row}: an earlier row is about the same, but the two differ under “{column}”: {found} here, {expected} there. Only the earlier row was taken.',
  ROW_OF_OTHER_ACCOUNT:
    'Row {row} belongs to the account “{found}”, the rows above it to “{expected}”. Please export each account by itself.',
  EXPORT_NO_ROWS: 'The file has headers, but no rows below them.',
  EXPORT_ONLY_TOTALS:
    'Below the headers of the file there is only a total and no row that it adds up, so there is nothing to import. Please export the table itself.',
  FOR_EXAMPLE: 'for example {expected}',
  CONTENT_ID_MISSING:
    'Row {row}: the cell under “{column}” is empty, so it is not known which content the row is about.',
  CONTENT_ID_WRONG:
    'Row {row}: “{found}” under “{column}” is not a content ID of this platform (for example {expected}).',
  CONTENT_TWICE:
    'Row {row}: the file has this content twice, and the two rows differ under “{column}”: {found} here, {expected} in the earlier row. Only the earlier row was taken.',
  ROW_TOO_LONG:
    'Row {row} has {found} cells, but there are {expected} headers; a comma in a text may stand without quotation marks.',
  CELL_EMPTY: 'Row {row}: the cell under “{column}” is empty.',
  CELL_NO_VALUE:
    'Row {row}: “{found}” under “{column}” stands for no value, but without one the row cannot be taken.',
  CELL_MARKS_MIXED:
    'Row {row}: “{found}” under “{column}” can only be read with the decimal mark “{expected}”, but the file’s other figures have another, so it is not clear how much it is.',
  CELL_OTHER_CURRENCY:
    'Row {row}: “{found}” under “{column}” names another currency than the one that its amounts are in here, {expected}. The row was not taken, since its amount would have passed for {expected}. Please export it by itself, or write the amount in {expected}.',
  CELL_NOT_COUNT: 'Row {row}: “{found}” under “{column}” is not a whole number (for example {expected}).',
  CELL_NOT_NUMBER: 'Row {row}: “{found}” under “{column}” is not a number (for example {expected}).',
  CELL_NOT_DURATION: 'Row {row}: “{found}” under “{column}” is not a duration (for example {expected}).',
  CELL_NOT_DATE: 'Row {row}: “{found}” under “{column}” is not a clear date (for example {expected}).',
  CELL_NEGATIVE:
    'Row {row}: “{found}” under “{column}” is below zero, which this figure cannot be (for example {expected}).',
  REJECTED_MORE: '{count} more rows were rejected for this reason: {example}',
  EXPORT_ROWS_MISSING:
    'Rows may be missing: “{column}” of the rows adds up to {sum}, the file’s own total is {total}.',
  EXPORT_TABLES_LEFT:
    'The file holds further exports, which were not taken: {tables}. Please drop each as a file of its own.',
  EXPORT_ROW_LIMIT:
    '{format}: the platform ends this export after {count} rows. Further content may be missing.',
  EXPORT_RATIO_DIFFERS:
    '“{column}” does not follow from the other figures. Rows: {count}, first row {row}. The figures were taken as they are.',
  ROWS_REPEATED: 'Rows that only repeat an earlier row: {count}. Each counts once.',
  EXPORT_DATES_GUESSED:
    'The dates under “{column}” do not show whether the day or the month comes first. They were read as the spreadsheet’s locale writes dates: “{found}” is {expected}.',
  ORDER_LINES_JOINED:
    'Lines that were added to an earlier line of the same order, product and content: {count}. Nothing of their money is lost.',
  ORDER_TOTALS_SHARED:
    'The amount under “{column}” is that of the whole order, and stands on each of its lines. It was counted once and shared among them. Orders: {count}, first {order}.',
  ORDER_AMOUNTS_REPEATED:
    'All lines of an order have the same amount under “{column}”. Each was counted. Orders: {count}, first {order}. If it is the amount of the whole order, please name the column “Order Total” and import the file again.',
  ORDER_SUBTOTAL_DIFFERS:
    'Orders whose lines, less their discount, do not add up to their subtotal: {count}, first {order}. The amounts of the lines were taken.',
  CURRENCY_ASSUMED:
    'Amounts whose currency neither the file nor its account names: {count}. They are taken as amounts in the reporting currency. If that is not right, please fill in the account’s currency in the sheet of accounts.',
  CURRENCY_SIGN_OPEN:
    'Amounts with the sign ¥, which can be CNY or JPY: {count}. The file does not say clearly which, so they are taken as {currency}. If that is not right, please undo the import, fill in the account’s currency in the sheet of accounts, and import the file again.',
  COST_DAYS_OVERLAP:
    'Row {row}: the same cost stands in the workbook for days of which some are these ({found}): {expected}. Taking both would count them twice, so this row was not taken. Please import a file that holds all of these days, or delete the row there first.',
  COST_DAYS_REPLACED:
    'Costs of parts of this file’s period that its own rows take the place of, so that no day counts twice: {count}.',
  COMMISSIONS_PARTIAL:
    'Commissions by content and day that stay as they were, since the file lacks orders of these days that the workbook has: {count}. Please export whole days.',
  NEWER_FILE_KEPT:
    'Rows that keep what a newer file (as of {expected}) had set: {count}. Only their empty cells were filled.',
  PUBLISHED_AFTER_AS_OF:
    'Content published after the as-of day: {count}, first in row {row}. Please check the as-of day.',
  AS_OF_IN_FUTURE:
    'The as-of day {found} is still to come, so nothing of the file was taken. Please give the last full day that the file contains, {expected} at the latest.',
  AS_OF_TODAY:
    'The as-of day is today, and today is not over: figures may be missing from it. The last full day is {expected}.',
  CONTENT_OF_OTHER_ACCOUNT:
    'Content of this file that already belongs to the account “{account}”: {count}. Please check the account; the figures of both are added up.',
  CONTENT_JOINED:
    'Videos of this file that the workbook has as {platform} content: {count}. Their figures were added there, so that no view counts twice.',
  CONTENT_ON_BOTH:
    'Videos of this file that the workbook has as content of {platform} and of {twin}, so that they count twice: {count}. Please undo the imports of one of the two and import its files again.',
} as const;
