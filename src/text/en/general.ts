/** Menu, messages and data issues. */
export const general = {
  MENU_SET_UP: 'Set up this spreadsheet',
  MENU_SIDEBAR: 'Open sidebar',
  MENU_REVIEW: 'Write the weekly review',
  MENU_CLOSE: 'Close the latest review',
  MENU_AUTOMATION: 'Automation …',
  MENU_REMOVE: 'Remove what the add-on stored …',
  PRODUCT: 'Content KPI',
  SETTING_UP: 'Setting up the sheets …',
  SET_UP_DONE: 'Done: {count} sheets were added. Start with “{guide}”.',
  SET_UP_NOTHING: 'Everything is there already; nothing was changed.',
  SET_UP_SHEETS: 'Sheets added: {sheets}.',
  SET_UP_COLUMNS: 'Columns added to the sheet “{sheet}”, at its right end: {columns}.',
  SET_UP_SETTINGS: 'Settings added: {names}.',
  SET_UP_UPDATED: 'The sheets are up to date now; nothing was missing.',
  WORKING: 'Working …',
  REVIEW_WRITTEN: 'The review {period} is in its tab.',
  REVIEW_IS_CLOSED: 'The review {period} is closed and was not changed.',
  REVIEW_CLOSED: 'The review {period} is closed now. It will not change any more.',
  PERIOD_LACKS: '{period} still lacks the files of {accounts}.',
  CLOSE_QUESTION:
    'Close the review {period}? A closed review is a record: later imports do not change it, and it cannot be opened again.',
  REVIEW_NONE_OPEN: 'There is no draft review to close.',
  REMOVE_QUESTION:
    'Remove everything that the add-on stored for this spreadsheet: your hourly trigger, hidden marks of sheets and columns, hidden sheets (the last import can then not be undone), and how files of your own kinds are read? The sheets stay, unless you say otherwise in the next question.',
  REMOVE_SHEETS_QUESTION:
    'Delete the {count} sheets and reviews of the add-on as well, with all that was typed there? With “No” they stay as ordinary sheets.',
  REMOVE_DONE:
    'Removed: the trigger, {marks} hidden marks, hidden sheets: {hidden}. All sheets stay. “Set up this spreadsheet” takes them in again.',
  REMOVE_DONE_SHEETS:
    'Removed: the trigger, {marks} hidden marks, hidden sheets: {hidden}, and {sheets} sheets and reviews. The version history of the spreadsheet still has them.',
  REMOVE_NOTHING: 'The add-on has nothing stored here; nothing was changed.',
  REMOVE_OTHERS:
    'Nothing was removed: the automation runs in the name of {owner}, who alone can take its trigger away. Ask them to turn it off or to choose this themselves.',
  DRAFTS_NOT_REMADE: 'The file is in, but the draft review could not be made again: {reason}',
  NOTE_RECOMPUTED:
    'This week is closed: its tab is the record. These figures were computed anew from the sheets as they are now and may differ.',
  IMPORT_LOG_WHO_UNKNOWN: 'unknown',
  NOT_SET_UP:
    'This spreadsheet has no Content KPI sheets yet. Choose “Set up this spreadsheet” in the menu first.',
  BAD_REQUEST: 'The request could not be understood: {detail}.',
  BUSY: 'Someone else’s run is just writing. Please try again in a minute.',
  SERVICE_FAILED: 'Google answered: {message}',
  NO_EDIT_RIGHT:
    'Your account may look at this spreadsheet, but not change it. Ask its owner to let you edit it.',
  CELLS_PROTECTED:
    'Cells that this would change are protected, and your account may not edit them. Ask the owner of the spreadsheet: Data › Protect sheets and ranges.',
  WORKBOOK_FULL:
    'A spreadsheet holds 10 million cells, and this one has no room left for it. Delete sheets or empty rows and columns that nobody needs, then try again.',
  TEXT_TOO_LONG:
    'One of the texts is longer than fits here: it may have {most} characters. Shorten it, then try again.',
  PERMISSION_LACKING:
    'The add-on lacks a permission that this needs ({scope}). Open it again from the menu, allow it when Google asks, and try once more.',
  UNEXPECTED: 'Something went wrong in the add-on: {message}.',
  UNEXPECTED_UNCHANGED: 'Something went wrong in the add-on: {message}. Nothing was changed.',
  WEEK_LABEL: 'Week labels look like 2026-W47; found “{found}”.',
  COLUMN_MISSING:
    'The column “{column}” of the sheet “{sheet}” is missing. Undo its deletion, or choose “Set up this spreadsheet”, which adds it back empty. A column that is given exactly this header counts, too.',
  COLUMN_RESTORED:
    'Sheet “{sheet}”: columns that had lost their hidden mark were known by their headers and are marked again: {found}.',
  SHEET_RESTORED:
    'The sheet “{sheet}” had lost its hidden mark; it was known by its title and headers and is marked again.',
  FORMER_EXPLANATIONS: 'Explanations of KPIs that are no longer in the tree',
  COL_ROW_KEY: 'Row keys (hidden)',
  REVIEW_COLUMN_MISSING:
    'The column “{column}” of the review “{sheet}” is missing, and the tab was not written again. Undo its deletion, or delete the tab and write the review anew.',
  COLUMN_DOUBLED: 'The column “{column}” of the sheet “{sheet}” is there twice. Delete one of the two.',
  CELLS_MERGED:
    'Sheet “{sheet}”: the cells {cell} are merged, so that only the first of them counts. Select them and choose Format › Merge cells › Unmerge.',
  CELL_ERROR: 'Sheet “{sheet}”, cell {cell}: the formula gives {found}.',
  DATE_GUESSED:
    'Sheet “{sheet}”, cell {cell}: “{found}” was read as {expected}, as the spreadsheet’s locale writes dates. Typed as {expected}, nobody can mistake it.',
  HEADER_MOVED:
    'Sheet “{sheet}”: the headers stand in row {row} instead of row 1. Undo the sorting or the rows inserted above them. If the rows above are empty, “Set up this spreadsheet” removes them.',
  HEADER_LOST:
    'Sheet “{sheet}”: row 1 holds data (“{found}”) instead of the headers. Undo their deletion, or choose “Set up this spreadsheet”, which puts them back above the data.',
  REVIEW_MARK_LOST:
    'The tab “{sheet}” of the review {period} has lost its hidden mark, and nothing was written. Duplicate the tab to keep what is in it, delete the original, and write the review anew.',
  SET_UP_HEADERS: 'Headers put back in the sheet “{sheet}”: {columns}.',
  SET_UP_ROWS_ABOVE: 'Empty rows above the headers of the sheet “{sheet}” removed: {count}.',
  COLUMN_BLOCKED:
    'The column “{column}” of the sheet “{sheet}” shows {found}: clear what was typed into the column below its header.',
  SHEET_MISSING: 'The sheet “{sheet}” is missing. Choose “Set up this spreadsheet” to get it back.',
  BAD_NUMBER: 'Sheet “{sheet}”, cell {cell}: “{found}” is not a number.',
  BAD_DATE: 'Sheet “{sheet}”, cell {cell}: “{found}” is not a date. Right would be a day such as 2026-11-22.',
  THRESHOLDS_NOT_ORDERED:
    'Sheet “{sheet}”, cell {cell}: amber begins at {found}, above green at {expected}, so that this KPI has no status. Type {expected} or less.',
  TARGET_ENDS_FIRST: 'Sheet “{sheet}”, cell {cell}: the target ends before it starts.',
  BAD_CHOICE: 'Sheet “{sheet}”, cell {cell}: “{found}” is not one of {expected}.',
  OUT_OF_BOUNDS: 'Sheet “{sheet}”, cell {cell}: {found} cannot be right; it should be {expected}.',
  BAD_CURRENCY:
    'Sheet “{sheet}”, cell {cell}: “{found}” is not a currency. Right would be a code such as {expected}.',
  BAD_LINK: 'Sheet “{sheet}”, cell {cell}: “{found}” is not a whole link. Right would be {expected}.',
  BAD_WEEK: 'Sheet “{sheet}”, cell {cell}: “{found}” is not a week. Right would be a week such as 2026-W47.',
  NOT_LISTED: 'Sheet “{sheet}”, cell {cell}: there is no “{found}” in {expected}.',
  BAD_SETTING: 'Sheet “{sheet}”, cell {cell}: “{found}” is not a value for this setting; {expected} is used.',
  UNKNOWN_METRIC: 'Sheet “{sheet}”, cell {cell}: there is no metric “{found}”.',
  RATE_MISSING:
    'No exchange rate from {currency} to {reporting} on {date}: amounts in {currency} are left out. Add it to the sheet “{sheet}”.',
  UNFED: 'No data yet for {names}: no export has it; type it into the sheet “{sheet}”.',
  UNFED_ORDERS: 'No data yet for {names}: import a file of orders (of any shop).',
  UNFED_SALES: 'No data yet for {names}: import a file of orders (of any shop), or an export of {platforms}.',
  UNFED_EXPORT: 'No data yet for {names}: import an export of {platforms}.',
  MODEL_APPLIED: '{model}: {count} KPIs are in the sheet “{sheet}” now.',
  MODEL_KEPT: 'The former tree is kept in the tab “{sheet}”.',
  MODEL_TARGETS: 'Targets set: {count}.',
  MODEL_NO_WEEKS:
    'The goal could not be handed down: no four weeks in a row have data for every day yet. Apply it again once they have.',
  MODEL_WITHOUT_TARGET: 'Without a target, as figures of the last weeks are missing or 0: {names}.',
  MODEL_FROM_NOTHING:
    'No targets were set: figures of the last weeks are missing or 0, and from nothing no growth can be reckoned. Type targets into the KPI tree, or apply the goal again later: {names}.',
  TREE_NOT_EMPTY:
    'The sheet “{sheet}” has a KPI tree already; nothing was changed. If it may be replaced, its former state is kept in a tab of its own.',
  DRAFTS_BEHIND:
    'The review draft {periods} shows the state before until it is updated: section Review, “Update review”.',
  TREE_SAVED: 'Saved.',
  TREE_CHANGED: 'KPIs changed: {count}.',
  TREE_ADDED: 'New KPIs: {count}.',
  TREE_REMOVED: 'KPIs deleted: {count}.',
  TREE_TARGETS: 'New targets: {count}.',
  TREE_UNDONE: 'Undone.',
  TREE_RESTORED: 'KPIs as they were: {count}.',
  TREE_WITHDRAWN: 'Targets removed: {count}.',
  TREE_UNDO_CHANGED:
    'Someone changed “{found}” meanwhile, so nothing was undone. Please correct it by hand, in the sheets of KPIs and targets.',
  TREE_SAVED_NOTHING: 'The sheet had all of it already; nothing was changed.',
  TARGET_WITHOUT_KPI: 'There is no KPI “{found}” that the target could be of.',
  UPLOAD_LOST: 'The file did not arrive whole. Please import it again.',
  UNDO_NOTHING: 'There is no import that could be undone. Only the last one can be, and only once.',
  UNDO_DONE:
    '{file} was undone. Rows that are gone: {removed}. Rows that are as they were before: {restored}.',
  UNDO_IN: '{rows} in {title}',
  UNDO_KEPT: '{count} rows that were changed since then stay as they are.',
  ROWS_ADDED: '{count} rows were added.',
  TREE_EMPTY: 'The KPI tree is empty.',
  NODE_WITHOUT_ID: 'Sheet “{sheet}”, cell {cell}: this KPI has no ID.',
  DUPLICATE_ID: 'Sheet “{sheet}”, cell {cell}: the KPI ID “{found}” is there twice.',
  UNKNOWN_PARENT: 'Sheet “{sheet}”, cell {cell}: there is no KPI “{found}” to be the parent.',
  SECOND_ROOT: 'Sheet “{sheet}”, cell {cell}: “{found}” has no parent, but “{expected}” is the goal already.',
  UNKNOWN_OPERATOR: 'Sheet “{sheet}”, cell {cell}: “{found}” is not one of {expected}.',
  OPERATOR_WITHOUT_CHILDREN: 'Sheet “{sheet}”, cell {cell}: this KPI is made of KPIs below it, but has none.',
  CHILDREN_WITHOUT_OPERATOR:
    'Sheet “{sheet}”, cell {cell}: this KPI has KPIs below it; say how they make it (sum, product, ratio, difference).',
  RATIO_NEEDS_TWO: 'Sheet “{sheet}”, cell {cell}: a ratio needs exactly two KPIs below it; found {found}.',
  BAD_COEFFICIENT: 'Sheet “{sheet}”, cell {cell}: “{found}” cannot be a coefficient.',
  CYCLE: 'Sheet “{sheet}”, cell {cell}: KPIs form a circle: {found}.',
  UNIT_CLASH:
    'Sheet “{sheet}”, cell {cell}: this KPI’s unit is {found}, but the KPI above it adds up {expected}.',
  FACTOR_CLASH:
    'Sheet “{sheet}”, cell {cell}: “{found}” times “{with}” cannot make “{above}” ({expected}). One factor is a total (orders, views), the others are rates or averages (CTR, AOV).',
  OPERANDS_CLASH:
    'Sheet “{sheet}”, cell {cell}: the KPIs below “{found}” do not make it ({expected}) this way; mind which are money, and which totals or rates.',
  SEGMENTS_OVERLAP:
    'Sheet “{sheet}”, cell {cell}: “{found}” takes rows that “{with}” takes as well, so they would count twice.',
  ZERO_DENOMINATOR:
    'Sheet “{sheet}”, cell {cell}: this KPI is divided by “{found}”, which was 0 in {period}; there is nothing to divide by.',
  TOO_MANY_FACTORS:
    'Sheet “{sheet}”, cell {cell}: more than 12 factors make this KPI, of which one is 0 or negative; their effects cannot be told apart.',
  BEYOND_P90: 'The target {found} is beyond {limit}, which one in ten of the latest periods reached.',
  BEYOND_BEST: 'The target {found} is beyond {limit}, half as good again as the best of the latest periods.',
  OUTSIDE_BENCHMARK: 'The target {found} is outside the benchmark’s middle half, which ends at {limit}.',
} as const;
