/** What the tab with the KPI tree and the picture of the tree both say. */
export const treeShared = {
  BASE_BASIS:
    'As {from} to {to} went, the latest four weeks in a row with data for every day; amounts brought to {days} days.',
  BASE_NO_WEEKS: 'No four weeks in a row have data for every day yet.',
  BASE_GAPS: 'It was not measured on every day from {from} to {to}.',
} as const;
