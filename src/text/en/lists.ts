/** What the sidebar's section “More” is told. */
export const lists = {
  LIST_SAVED: 'Saved in the sheet “{sheet}”.',
  LIST_SAVED_BESIDE: 'Saved in the sheet “{sheet}”. What others changed there meanwhile was kept.',
  LIST_BAD_VALUE: '“{found}” cannot stand in “{field}”. Nothing was changed.',
  SHOW_TAB_GONE: 'There is no sheet “{sheet}” of the add-on any more: it was renamed or deleted.',
  SHOW_CELL_GONE: 'The sheet “{sheet}” has no cell {cell} any more: rows or columns were deleted.',
  INSERTED: 'The example is in {cell} of “{sheet}”. Put your own cells in place of its figures.',
  INSERT_NOT_EMPTY: 'The cell {cell} of “{sheet}” is not empty. Select an empty one and try again.',
  INSERT_NOWHERE: 'No cell is selected. Click one in the sheet and try again.',
} as const;
