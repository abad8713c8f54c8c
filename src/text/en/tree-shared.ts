/** What the tab with the KPI tree and the picture of the tree both say. */
export const treeShared = {
  BASE_BASIS:
    'As {from} to {to} went, the latest four weeks in a row with data for every day; amounts brought to {days} days.',
  BASE_NO_WEEKS: 'No four weeks in a row have data for every day yet.',
  BASE_GAPS: 'It was not measured on every day from {from} to {to}.',
  OWNER_BY_ROLE: '{role}: {names}, as in the sheet Team.',
  OWNER_UNKNOWN: 'Not in the team, neither as a name nor as a role: {names}.',
  OWNER_NO_TEAM: 'The team is empty. Fill it in the sidebar, in the section More.',
} as const;
